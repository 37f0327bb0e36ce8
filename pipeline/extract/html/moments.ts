// How pages write a day and an hour, as parts of patterns (flags `iu`). Looks at words only; what a date means is not read here.

const MONTH =
  '(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|maj|jun|jui|giu|jul|lug|aug|ago|aoû|aou|sep|set|okt|oct|ott|out|nov|dec|dez|déc|dic|gen|ene)\\p{L}{0,7}\\.?';
const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\\.?|\\p{L}{3,9}tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const FIGURES = '(?:\\d[\\d:./-]*(?:T\\d[\\d:.]*)?(?:st|nd|rd|th|h|Z)?)';
const BETWEEN = '(?:at|on|of|the|um|uhr|le|den|am|à|de|del|[ap]\\.?m\\.?|CES?T|UTC|GMT|Z|local time|Brussels time)';

/**
 * A day or an hour or both, and nothing else: `Tuesday 3 March 2026, 10:17 CET`, `2026-03-03T10:17:00Z`. What stands behind a piece cannot
 * belong to it, and there are few pieces: no text is long to match.
 */
export const WHEN = `(?=[^|]{0,24}\\d)(?:(?:${FIGURES}|${WEEKDAY}|${MONTH}|${BETWEEN})(?![\\p{L}\\d:./-])[\\s,()+–-]*){1,10}`;

export const AGO = '(?:just now|(?:\\d+|an?|one|a few) (?:sec(?:ond)?|min(?:ute)?|hour|day|week|month|year)s? ago)';

/** The same with the day of the week or the time of the day, as a clock shows it; dates of news and events often have neither. */
export const CLOCK = `(?=.*(?:\\d:\\d\\d|${WEEKDAY}))${WHEN}`;
