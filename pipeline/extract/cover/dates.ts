// Dates as documents print them, in the 24 languages of the Union. The one home of month names.

import type { IsoDate } from '../../types.ts';

/** January to December by language; where a date takes another form of the name than a calendar does, both. */
const MONTHS: readonly string[] = [
  'януари февруари март април май юни юли август септември октомври ноември декември',
  'ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec',
  'januar februar marts april maj juni juli august september oktober november december',
  'januar/jänner februar märz april mai juni juli august september oktober november dezember',
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
const monthOf = (word: string, stop: boolean): number | undefined =>
  fold(word) === 'listopada' && stop ? 10 : NUMBER_OF_MONTH.get(fold(word));

const iso = (year: string, month: number, day: string): IsoDate | null => {
  // A day that the month does not have rolls over, and is then no longer the day that was printed.
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day) && Number(day) > 0 ? date.toISOString().slice(0, 10) : null;
};

const DAY = String.raw`(?<!\d)(?<day>\d{1,2})(?:\s?(?:er|re|st|nd|rd|th|η|[º°ª])(?!\p{L}))?(?<stop>\.)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})(?![\d/])`;
const WORD = String.raw`(?<month>\p{L}{3,})`;
const OF = String.raw`\s*(?:(?:de|of)\s|(?:ta|d)['’]\s?)?`;
/** Irish months may be two words. */
const TAIL = '(?: F[óo]mhair)?[.,]?';

/** Each looks for its own shape at every place of a text, so that none hides another's. Parts must stand together: a lost year is no date. */
const SHAPES: readonly RegExp[] = [
  // 3 December 2099, le 1er février 2099, 8. März 2099, 3 de marzo de 2099, 3 ta' Diċembru 2099, 2.kesäkuuta2099
  new RegExp(`(?=${DAY}${OF}${WORD}${TAIL}${OF}${YEAR})`, 'giu'),
  // 2099. gada 3. decembris, 2099. május 4., 2099 m. gruodžio 3 d.
  new RegExp(`(?=(?<!\\d)${YEAR}\\.?\\s*(?:(?:gada|m\\.)\\s*)?${DAY}\\s*${WORD})`, 'giu'),
  new RegExp(`(?=(?<!\\d)${YEAR}\\.?\\s*(?:m\\.\\s*)?${WORD}\\s*${DAY}(?!\\d))`, 'giu'),
  // 03.12.2099, 3/12/2099: day first, as everywhere in the Union.
  /(?=(?<![\d./])(?<day>\d{1,2})(?<separator>[./])(?<figure>\d{1,2})\k<separator>(?<year>\d{4})(?!\d|[./]\d))/gu,
];

const datesOf = (text: string, shape: RegExp): { index: number; date: IsoDate | null }[] =>
  [...text.matchAll(shape)].flatMap(({ index, groups = {} }) => {
    const { year = '', month, day = '', stop, figure } = groups;
    const number = month === undefined ? Number(figure) : monthOf(month, stop !== undefined);
    return number === undefined ? [] : [{ index, date: iso(year, number, day) }];
  });

/**
 * Finds the first date with a month's name (`3 December 2099`, `le 3 décembre 2099`, `2099. gada 3. decembris`, `2099 m. gruodžio 3 d.`)
 * or in figures (`03.12.2099`, `3/12/2099`).
 * @returns null where there is none, or where the first one is a day that does not exist
 */
export const findDate = (text: string): IsoDate | null => {
  const found = SHAPES.flatMap((shape) => datesOf(text, shape)).sort((a, b) => a.index - b.index);
  return found[0]?.date ?? null;
};
