// Days as lists print them: in figures, with names of months in the languages of the Union, as times, as seconds. Where in a row
// a date stands is not known here.

import { addDays } from '../calendar.ts';
import type { IsoDate } from '../types.ts';

const LANGUAGES = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mark}.]/gu, '');

/** A calendar and a date may take different forms of a name; short forms are taken only where no language means another month by them. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short' },
  { month: 'short', day: 'numeric' },
];

/** Names in all languages; the 5th of a month stands for it. */
const namesOf = (styles: readonly Intl.DateTimeFormatOptions[], type: 'month' | 'weekday'): readonly (readonly [string, number])[] =>
  LANGUAGES.flatMap((language) =>
    styles.flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, month): [string, number] => {
        const parts = format.formatToParts(Date.UTC(2026, month, 5));
        return [fold(parts.find((part) => part.type === type)?.value ?? ''), month + 1];
      });
    }),
  );

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
let others: Map<string, number> | undefined;

/** Made when the first name turns up that is not English. Polish and Croatian disagree on "listopada". */
const inAnyLanguage = (word: string): number | undefined => {
  if (others === undefined) {
    others = new Map();
    for (const [name, month] of namesOf(STYLES, 'month')) others.set(name, (others.get(name) ?? month) === month ? month : 0);
  }
  return others.get(word) || undefined;
};

let weekdays: Set<string> | undefined;

/** The fifths of the months of a year fall on all days of the week. */
const isWeekday = (name: string): boolean => {
  weekdays ??= new Set(namesOf([{ weekday: 'long' }, { weekday: 'short' }], 'weekday').map(([word]) => word));
  return weekdays.has(fold(name)) || /^(?:tues|thur|thurs|weds)$/i.test(fold(name));
};

/** English in full or cut anywhere after three letters: "Sept" has four. */
const monthOf = (name: string): number | undefined => {
  const word = fold(name);
  const english = word.length < 3 ? -1 : ENGLISH.findIndex((month) => month.startsWith(word));
  return english === -1 ? inAnyLanguage(word) : english + 1;
};

/** A day that the month does not have rolls over, and is then not the day that was printed. */
const iso = (year: number, month: number, day: number): IsoDate | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1950 && year < 2100;
  return isReal ? date.toISOString().slice(0, 10) : null;
};

const D = String.raw`(?<d>\d{1,2})`;
const M = String.raw`(?<m>\d{1,2})`;
const Y = String.raw`(?<y>\d{4})`;
const NAME = String.raw`(?<name>\p{L}{3,}(?:\sFh?ómhair)?)\.?`;
const ORDINAL = '(?:st|nd|rd|th|er|ης|[.ºª°])?';
const OF = String.raw`(?:of\s|de\s|d['’]\s?|ta['’]\s?)?`;

/** In this order: what an earlier shape takes is not looked at by a later one. */
const SHAPES: readonly string[] = [
  // 2026-09-15, 2026/9/15
  `${Y}(?<s>[-/.])${M}\\k<s>${D}`,
  // 3/26/2026 12:00:00 AM: month first, where the clock has twelve hours
  `${M}/${D}/${Y}(?=,?\\s\\d{1,2}:\\d{2}(?::\\d{2})?\\s?[AP]M\\b)`,
  // 26/03/2026, 26.3.2026, 8. 6. 2026
  `${D}\\s?(?<s>[-/.])\\s?${M}\\s?\\k<s>\\s?${Y}`,
  // 11 Sept 2026, 1er octobre 2026, 3. März 2026, 4 de mayo de 2026, 15-Sep-2026
  `${D}${ORDINAL}[\\s-]?${OF}${NAME},?[\\s-]${OF}${Y}`,
  // October 24, 2023
  `${NAME}\\s${D}${ORDINAL},?\\s${Y}`,
  // 2026. szeptember 11., 2026 m. rugsėjo 11 d., 2026. gada 11. septembris
  `${Y}\\.?\\s(?:m\\.\\s)?${NAME}\\s${D}`,
  `${Y}\\.?\\s(?:gada\\s)?${D}\\.\\s${NAME}`,
];

const bounded = (shape: string): string => `(?<![\\p{L}\\d])(?<![\\d][./-])${shape}(?![\\d])(?![./-]\\d)`;
const SEARCHED: readonly RegExp[] = SHAPES.map((shape) => new RegExp(bounded(shape), 'giu'));

/** Names of days before, the time of day after. */
const WEEKDAY = String.raw`(?:(?<weekday>\p{L}[\p{L}-]+\.?),?\s)?`;
const CLOCK = String.raw`(?:[.,]|\s[drг]\.)?(?:[\s,–-]+(?:at\s|à\s|um\s)?\d{1,2}[:.h]\d{2}.{0,20})?`;
const WHOLE: readonly RegExp[] = SHAPES.map(
  (shape, at) => new RegExp(at === 0 ? `^${shape}(?:[T\\s]\\d.{0,30})?$` : `^${WEEKDAY}${shape}${CLOCK}$`, 'iu'),
);

type Parts = Readonly<Record<string, string | undefined>>;

/** Undefined where the word that should be a month is none; null where there is no such day. */
const dayOf = ({ y, m, d, name }: Parts): IsoDate | null | undefined => {
  const month = name === undefined ? Number(m) : monthOf(name);
  return month === undefined ? undefined : iso(Number(y), month, Number(d));
};

/** What is given in seconds is meant for people in Brussels: midnight there is the evening before in London. */
const BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' });
const MILLISECONDS_FROM = 100_000_000_000;

const ofSeconds = (value: number): IsoDate | null => {
  const milliseconds = Math.abs(value) < MILLISECONDS_FROM ? value * 1_000 : value;
  const year = Number.isFinite(milliseconds) ? new Date(milliseconds).getUTCFullYear() : Number.NaN;
  return year >= 1950 && year < 2100 ? BRUSSELS.format(milliseconds) : null;
};

const ofFigures = (digits: string): IsoDate | null => {
  if (digits.length !== 8) return digits.length < 9 ? null : ofSeconds(Number(digits));
  const part = (from: number, to: number): number => Number(digits.slice(from, to));
  // No month is called 19 or 20, so that only one of both can be a day.
  return iso(part(0, 4), part(4, 6), part(6, 8)) ?? iso(part(4, 8), part(2, 4), part(0, 2));
};

/**
 * Reads words that are a date and nothing else, whatever its form: the calendar day as printed, whatever the zone of its clock.
 * Figures alone are unix seconds, milliseconds, `ddmmyyyy` or `yyyymmdd`.
 * @param today what "Today" and "Yesterday" mean; without it, nothing
 * @returns null for other words and for days that do not exist
 */
export const readDate = (printed: string | number, today?: IsoDate): IsoDate | null => {
  if (typeof printed === 'number') return ofSeconds(printed);
  const words = printed.replace(/\s+/g, ' ').trim();
  if (/^\d+$/.test(words)) return ofFigures(words);
  if (today !== undefined && /^(?:today|yesterday)$/i.test(words)) return addDays(today, /^y/i.test(words) ? -1 : 0);
  const found = words.length > 80 ? [] : WHOLE.flatMap((shape): readonly Parts[] => [shape.exec(words)?.groups ?? {}]);
  const parts = found.find(
    ({ y, weekday, name = 'May' }) => y !== undefined && (weekday === undefined || isWeekday(weekday)) && monthOf(name),
  );
  return parts === undefined ? null : (dayOf(parts) ?? null);
};

/** What may stand before the one date of a line. "Deadline" may not: that is another day. */
const LABEL = /^(?:(?:date of )?publi\p{L}*(?: (?:date|on|le|am))?|posted(?: on)?|date|issued(?: on)?|released?(?: on)?)\s*:?\s+/iu;
const BETWEEN = /\s*[|•·–—]\s*|\s-\s/;

/** Reads a line that is a date, or one beside other short facts: `13 November 2025|NEWS`, `Published: 12/05/2026`. */
export const readDateLine = (line: string, today?: IsoDate): IsoDate | null => {
  const words = line.trim();
  if (words.length > 120) return null;
  const found = [words, ...words.split(BETWEEN)].flatMap((part) => readDate(part.replace(LABEL, ''), today) ?? []);
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
};

/** All dates that a text prints, in their order. Days that do not exist are left out. */
export const findDates = (text: string): readonly IsoDate[] => {
  const taken: { readonly from: number; readonly to: number; readonly date: IsoDate | null }[] = [];
  for (const shape of SEARCHED) {
    for (const found of text.matchAll(shape)) {
      const [from, to] = [found.index, found.index + found[0].length];
      const date = dayOf(found.groups ?? {});
      if (date !== undefined && !taken.some((other) => from < other.to && other.from < to)) taken.push({ from, to, date });
    }
  }
  return taken.sort((a, b) => a.from - b.from).flatMap(({ date }) => date ?? []);
};
