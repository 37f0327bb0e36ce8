// Dates as documents print them, in the 24 languages of the Union. The one home of month names.

import type { IsoDate } from '../types.ts';

/** January to December by language; where a date takes another form of the name than a calendar does, both. */
const MONTHS: readonly string[] = [
  'януари февруари март април май юни юли август септември октомври ноември декември',
  'ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec',
  'januar februar marts april maj juni juli august september oktober november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  'january february march april may june july august september october november december',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán deireadh samhain nollaig',
  // Without "listopada", which is October here and November in Polish: see below.
  'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga/studenog prosinca',
  'január február március április május június július augusztus szeptember október november december',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  'janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī',
  'jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  'januar/januarja februar/februarja marec/marca april/aprila maj/maja junij/junija julij/julija avgust/avgusta september/septembra oktober/oktobra november/novembra december/decembra',
  'januari februari mars april maj juni juli augusti september oktober november december',
];

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');

const NUMBER_OF_MONTH: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names) =>
    names.split(' ').flatMap((forms, at) => forms.split('/').map((name): [string, number] => [fold(name), at + 1])),
  ),
);

/** A Croatian date has a stop after the day (`3. listopada` is in October), a Polish one has none. */
const monthOf = (word: string, text: string): number | undefined =>
  fold(word) === 'listopada' && /\d\. listopada/i.test(text) ? 10 : NUMBER_OF_MONTH.get(fold(word));

const iso = (year: number, month: number, day: number): IsoDate | null => {
  // A day that the month does not have rolls over, and is then no longer the day that was printed.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0 ? date.toISOString().slice(0, 10) : null;
};

/**
 * Finds the first date with a month's name (`3 December 2099`, `le 3 décembre 2099`, `2099. gada 3. decembris`, `2099 m. gruodžio 3 d.`)
 * or in figures (`03.12.2099`, `3/12/2099`, day first as everywhere in the Union).
 */
export const findDate = (text: string): IsoDate | null => {
  const figures = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/.exec(text);
  if (figures) return iso(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = text.match(/\d+|\p{L}+/gu) ?? [];
  for (const [at, word] of words.entries()) {
    const month = monthOf(word, text);
    if (month === undefined) continue;
    const around = words.slice(Math.max(0, at - 4), at + 5).filter((w) => /^\d+$/.test(w));
    const year = around.find((w) => w.length === 4);
    const day = around.find((w) => w.length <= 2);
    if (year !== undefined && day !== undefined) return iso(Number(year), month, Number(day));
  }
  return null;
};
