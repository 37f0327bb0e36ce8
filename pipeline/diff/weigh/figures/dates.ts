// Dates, deadlines and durations. The preposition belongs to the date: `by June 2099` is not `after June 2099`.

import { END, eitherCase, type FigureRule } from './figure.ts';
import { MONTH, MONTH_ALONE, MONTH_NUMBERS, NUMBER_WORDS, PARTS, UNIT, UNIT_NAMES, WHEN } from './names.ts';

const YEAR = '(?:19|20|21)\\d\\d(?!\\d)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|\\.)?';
const DAYS = `${DAY}(?:(?: ?[-–/] ?| and | to | und | bis | et | au |, )${DAY}){0,3}`;
/** In the middle of a sentence a capital makes it the month. */
const MAY = '(?<=(?:^| )(?:[a-zß-öø-ÿ]{1,30},?|In|From|Since|Until|By|Apr|April) )(?:May|Mai)';

const PREPOSITION = `(?:(?:${[...WHEN.keys()].map(eitherCase).join('|')}) )?`;
const EDGE = '(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|Ende|Anfang|Mitte|[Ff]in|[Dd]ébut)';
const PART = `(?:(?:the |zum |la )?${EDGE}(?: of| de)? (?:the )?|[Mm]id[- ]|[Ee]arly |[Ll]ate )?`;
const NTH = '(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)';
const QUARTER = `(?:the )?${NTH} (?:quarter|half|semester) of (?:the year|${YEAR})|[QH][1-4](?:[ /-]?${YEAR})?`;
const PERIOD = '(?<=(?:[Ee]nd|[Bb]eginning) of the |[Ee]nd of this )(?:year|month|quarter)';
/** A number that could be a year is none with these around it. */
const COUNTED = ' ?(?:%|per ?cent|persons|people|migrants|euros?|officers|staff|cases|victims|requests)|[.,/-]\\d';
const AMOUNT = '(?:than|least|most|up to|about|around|nearly|over|some|EUR|USD|€|\\$) ?';

const CALENDAR = [
  `${YEAR}-\\d\\d-\\d\\d`,
  `\\d{1,2}[./]\\d{1,2}[./]${YEAR}`,
  `${DAYS} (?:of |de )?${MONTH}(?:,? ${YEAR})?`,
  `${MONTH},? (?:of |de )?${YEAR}`,
  `${MONTH} ${DAYS}(?:,? ${YEAR})?`,
  QUARTER,
  '(?:[01]?\\d|2[0-3]):[0-5]\\d(?!\\d)',
  MONTH_ALONE,
  MAY,
  PERIOD,
  `(?:0?[1-9]|1[0-2])/${YEAR}`,
  `(?<!${AMOUNT})${YEAR}(?:[-–/](?:${YEAR}|\\d\\d(?!\\d)))?(?!${COUNTED})`,
].join('|');

/** `2099-10-09` of any way to write it, with what stands before it. */
const dateKey = (printed: string): string => {
  const words = printed.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const said = words.flatMap((word) => WHEN.get(word) ?? PARTS.get(word) ?? []);
  const figures = words.filter((word) => /^\d/.test(word)).map(Number);
  const month = words.map((word) => MONTH_NUMBERS.get(word)).find((n) => n !== undefined);
  const years = figures.filter((n) => n > 999);
  const rest = figures.filter((n) => n <= 999);
  const dayFirst = month === undefined && years.length === 1 && !/^\D*\d{4}/.test(printed);
  const days = dayFirst ? [...rest].reverse() : rest;
  return [...said, ...years, ...(month === undefined ? [] : [month]), ...days].join('-');
};

const COUNT = `(?:\\d{1,3}(?:[.,]\\d+)?|${[...NUMBER_WORDS.keys()].map(eitherCase).join('|')})`;
const KIND = '(?:working |calendar |consecutive |business |full |additional |further )?';
const WITHIN = '(?:(?:[Ww]ithin|[Aa]fter|[Ee]very|[Bb]innen|[Ii]nnerhalb von)(?: a period of)? )?';
const DURATION = `${WITHIN}${COUNT}(?: \\(\\w{1,12}\\))?[ -]?${KIND}${UNIT}${END}(?! (?:of age|old))`;

const durationKey = (printed: string): string => {
  const words = printed.toLowerCase().match(/\p{L}+|\d+(?:[.,]\d+)?/gu) ?? [];
  const counts = words.map((word) => NUMBER_WORDS.get(word) ?? (/^\d/.test(word) ? word.replace(',', '.') : undefined));
  const kind = words.find((word) => /^(?:working|calendar|business)$/.test(word)) ?? '';
  const when = words.map((word) => WHEN.get(word)).find((sense) => sense !== undefined) ?? '';
  return `${when} ${counts.find((n) => n !== undefined)} ${kind} ${UNIT_NAMES.get(words.at(-1) ?? '')}`;
};

export const DATES: readonly FigureRule[] = [
  { aspect: 'date', pattern: DURATION, key: durationKey },
  { aspect: 'date', pattern: `${PREPOSITION}${PART}(?:${CALENDAR})${END}`, key: dateKey },
];
