// A diff as one page that needs nothing else: no script, no address. It reads well on a screen, aloud and on paper.

import { byWeight, count, endsOf, factsOf, heaviest, linesOf, paragraphsOf, splitWords, tell, WEIGHT_NAMES } from '../../telling.ts';
import type { DiffPart, Hunk, Language, TextDiff, Weight } from '../../types.ts';
import { STYLE } from './style.ts';
import { visible } from './visible.ts';

export interface Page {
  readonly oldName: string;
  readonly newName: string;
  readonly language?: Language | null;
  readonly notes?: readonly string[];
}

/** The list of contents names no more than this: it is for those who have a minute. */
const CONTENTS = 10;
/** How much of a change the list of contents shows. */
const GLIMPSE = { longest: 10, first: 9, last: 0 };

const SHOWN_NOTES = 6;

/** Words that may not fit on one sheet: they have to be cut when printed. */
const MORE_THAN_A_PAGE = 300;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string =>
  visible(text)
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

export const htmlFormat = (diff: TextDiff, { oldName, newName, language = null, notes = [] }: Page): string => {
  const titles = new Map(diff.hunks.map((hunk, at) => [hunk, { id: `change-${at + 1}`, title: titleOf(hunk, at + 1) }]));
  const title = `${escapeHtml(oldName)} → ${escapeHtml(newName)}`;
  const lang = language !== null && /^[a-z]{2}$/.test(language) ? language : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What changed: ${title}</title>
<style>${STYLE}</style>
</head>
<body>
${diff.equal ? '' : '<a class="skip" href="#changes">Skip to the changes</a>\n'}<header>
<h1>What changed</h1>
<dl>
<dt>Old</dt><dd>${escapeHtml(oldName)}</dd>
<dt>New</dt><dd>${escapeHtml(newName)}</dd>
</dl>
<p class="counts">${escapeHtml(tell(diff))}</p>
${notesOf(notes)}${diff.equal ? '' : keyOf(diff)}</header>
${contents(diff.hunks, titles)}<main id="changes">
${diff.equal ? '' : '<h2>The changes, in the order of the text</h2>\n'}${diff.hunks.map((hunk) => article(hunk, titles.get(hunk), lang)).join('')}</main>
</body>
</html>
`;
};

/** Many of them are folded. */
const notesOf = (notes: readonly string[]): string => {
  const list = notes.map((note) => `<li>${escapeHtml(note)}</li>\n`).join('');
  if (notes.length <= SHOWN_NOTES) return notes.length === 0 ? '' : `<ul class="notes">\n${list}</ul>\n`;
  return `<details class="notes">\n<summary>${count(notes.length, 'note')}</summary>\n<ul>\n${list}</ul>\n</details>\n`;
};

interface Named {
  readonly id: string;
  readonly title: string;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Never empty: what stands nowhere has its number. */
const titleOf = (hunk: Hunk, n: number): string => {
  const place = escapeHtml(hunk.place ?? '');
  return place === '' ? `Change ${n}` : `${n}. ${capital(place)}`;
};

const keyOf = ({ hunks }: TextDiff): string => {
  const editorial = hunks.filter(({ weight }) => weight === 0).length;
  const toggle =
    editorial === 0 || editorial === hunks.length
      ? ''
      : `<p class="toggle"><input type="checkbox" id="hide"> <label for="hide">Leave out editorial changes (${editorial})</label></p>\n`;
  return `<p class="key">${mark({ kind: 'delete', text: 'Deleted words' })} are struck, ${mark({ kind: 'insert', text: 'inserted words' })} are underlined. A line at the side: the whole paragraph.</p>\n${toggle}`;
};

/** The weightiest changes, as links. */
const contents = (hunks: readonly Hunk[], titles: ReadonlyMap<Hunk, Named>): string => {
  if (hunks.length < 2) return '';
  const rows = byWeight(hunks)
    .filter(({ weight }) => weight > 0 || heaviest(hunks) === 0)
    .slice(0, CONTENTS)
    .map((hunk) => {
      const { id, title } = titles.get(hunk) ?? { id: 'changes', title: '' };
      const facts = [`<a href="#${id}">${title}</a>`, ...moreFacts(hunk), glimpse(hunk)].filter((words) => words !== '');
      return `<li class="w${hunk.weight}">${weightMark(hunk.weight)}${facts.join(' · ')}</li>\n`;
    });
  return `<nav aria-labelledby="contents">\n<h2 id="contents">The weightiest changes</h2>\n<ol>\n${rows.join('')}</ol>\n</nav>\n`;
};

const weightMark = (weight: Weight): string => `<span class="weight">${capital(WEIGHT_NAMES[weight])}</span>`;

/** As far as they say more than the weight does. */
const moreFacts = (hunk: Hunk): string[] =>
  factsOf(hunk)
    .filter((words) => words !== WEIGHT_NAMES[hunk.weight])
    .map(escapeHtml);

/** The first words that went and came, where the reason names none. */
const glimpse = ({ parts, why }: Hunk): string => {
  if (/[−+]/.test(why)) return '';
  const first = parts.findIndex(({ kind }) => kind !== 'same');
  if (first < 0) return '';
  const next = parts[first + 1];
  const shown = [parts[first], next?.kind === 'same' ? undefined : next].filter((part) => part !== undefined);
  return shown
    .map(({ kind, text }) => {
      const ends = endsOf(text, GLIMPSE);
      return mark({ kind, text: ends === null ? text : `${ends.beginning} …` });
    })
    .join(' ');
};

const article = (hunk: Hunk, named: Named | undefined, lang: string): string => {
  const { id = '', title = '' } = named ?? {};
  const size = splitWords(hunk.parts.map(({ text }) => text).join(' ')).length > MORE_THAN_A_PAGE ? ' long' : '';
  return `<article id="${id}" class="w${hunk.weight}${size}" aria-labelledby="${id}-title">
<h3 id="${id}-title"><a href="#${id}">${title}</a></h3>
<p class="facts">${weightMark(hunk.weight)}${moreFacts(hunk).join(' · ')}</p>
<div class="words" lang="${lang}">
${paragraphs(hunk.parts)}</div>
</article>
`;
};

/** A part that goes over several paragraphs is marked in each. */
const paragraphs = (parts: readonly DiffPart[]): string =>
  paragraphsOf(parts.map(({ kind, text }) => ({ kind, lines: linesOf(text).map((line) => ({ kind, text: line })) })))
    .map(paragraph)
    .join('');

/** Long underlined or struck passages are hard to read: what came or went as a whole has a line at its side. */
const WHOLE = { same: '', insert: ' class="came"', delete: ' class="went"' } as const;

const paragraph = (parts: readonly DiffPart[]): string => {
  const words = parts.map(mark).filter((word) => word !== '');
  const whole = parts.length === 1 ? WHOLE[parts[0]?.kind ?? 'same'] : '';
  return `<p${whole} dir="auto">${words.join(' ')}</p>\n`;
};

/** What is heard besides being seen: a reader of screens does not tell struck from underlined words. */
const HEARD = {
  insert: ['ins', 'inserted: ', ' (end of what was inserted)'],
  delete: ['del', 'deleted: ', ' (end of what was deleted)'],
} as const;

const mark = ({ kind, text }: DiffPart): string => {
  const words = escapeHtml(text);
  if (kind === 'same' || words === '') return words;
  const [tag, before, after] = HEARD[kind];
  return `<${tag}><span class="heard" lang="en">${before}</span>${words}<span class="heard" lang="en">${after}</span></${tag}>`;
};
