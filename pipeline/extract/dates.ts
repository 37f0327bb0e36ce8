// Dates as documents print them, in the 24 languages of the Union. The one home of month names.

import type { IsoDate } from '../types.ts';

/** Nominative and, where it differs, the form used after a day. Folded to plain lower-case letters by `fold`. */
const MONTHS: readonly string[] = [
  'january janvier januar januari enero gennaio janeiro stycznia styczen leden ledna januara ianuarie janvaris sausio sausis januaris jaanuar tammikuu tammikuuta ιανουαριου ιανουαριος януари sijecnja sijecanj jannar eanair gennajo',
  'february fevrier februar februari febrero febbraio fevereiro lutego luty unor unora februara februarie februaris vasario vasaris veebruar helmikuu helmikuuta φεβρουαριου φεβρουαριος февруари veljace veljaca frar feabhra',
  'march mars marz marts maart marzo marco marca marzec brezen brezna martie marec kovo kovas marcius marta martsi maerts maliskuuta maaliskuu maaliskuuta μαρτιου μαρτιος март ozujka ozujak marzu marta',
  'april avril abril aprile kwietnia kwiecien duben dubna aprila aprilie aprilis balandzio balandis aprill huhtikuu huhtikuuta απριλιου απριλιος април travnja travanj aibrean',
  'may mai maj mei mayo maggio maio maja kveten kvetna maijs maija geguzes geguze majus toukokuu toukokuuta μαιου μαιος май svibnja svibanj mejju bealtaine',
  'june juin juni junio giugno junho czerwca czerwiec cerven cervna juna jun iunie junijs junija birzelio birzelis junius juuni kesakuu kesakuuta ιουνιου ιουνιος юни lipnja lipanj gunju meitheamh',
  'july juillet juli julio luglio julho lipca lipiec cervenec cervence jula jul iulie julijs julija liepos liepa julius juuli heinakuu heinakuuta ιουλιου ιουλιος юли srpnja srpanj lulju iuil',
  'august aout augustus agosto sierpnia sierpien srpen srpna augusta avgust avgusta augusts rugpjucio rugpjutis augusztus elokuu elokuuta αυγουστου αυγουστος август kolovoza kolovoz awwissu lunasa',
  'september septembre septiembre settembre setembro wrzesnia wrzesien zari septembra septembrie septembris rugsejo rugsejis szeptember syyskuu syyskuuta σεπτεμβριου σεπτεμβριος септември rujna rujan settembru mean',
  'october octobre oktober octubre ottobre outubro pazdziernika pazdziernik rijen rijna oktobra octombrie oktobris spalio spalis oktoober lokakuu lokakuuta οκτωβριου οκτωβριος октомври listopada ottubru',
  'november novembre noviembre novembro listopad listopadu novembra noiembrie novembris lapkricio lapkritis marraskuu marraskuuta νοεμβριου νοεμβριος ноември studenoga studeni novembru samhain',
  'december decembre dezember diciembre dicembre dezembro grudnia grudzien prosinec prosince decembra decembrie decembris gruodzio gruodis detsember joulukuu joulukuuta δεκεμβριου δεκεμβριος декември prosinca prosinac dicembru nollaig',
];

const NUMBER_OF_MONTH: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ħ', 'h')
    .replaceAll('đ', 'd');

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
    const month = NUMBER_OF_MONTH.get(fold(word));
    if (month === undefined) continue;
    const around = words.slice(Math.max(0, at - 4), at + 5).filter((w) => /^\d+$/.test(w));
    const year = around.find((w) => w.length === 4);
    const day = around.find((w) => w.length <= 2);
    if (year !== undefined && day !== undefined) return iso(Number(year), month, Number(day));
  }
  return null;
};
