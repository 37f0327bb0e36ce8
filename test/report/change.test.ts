// What GitHub makes of the Markdown of a change is judged by a parser of CommonMark with GitHub's extensions.

import { load } from 'cheerio';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { oneLine } from '../../pipeline/markdown.ts';
import { changeSection } from '../../pipeline/report/change.ts';
import type { DiffPart, TextDiff } from '../../pipeline/types.ts';
import { diffOf, hunk, nastyDiff, partsOf } from '../diff/samples.ts';

const page = (diff: TextDiff) =>
  load(micromark(changeSection(diff), { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }));

const shall = partsOf('Agencies', '-shall', '+may', 'report to the Presidency');
const substance = hunk(shall, {
  weight: 3,
  aspects: ['legal force'],
  why: 'legal force: −shall +may',
  place: 'Article 5(2)',
  oldPage: 3,
  newPage: 4,
});
const spelling = hunk(partsOf('-co-operation', '+cooperation'), { weight: 0, aspects: ['editorial'], why: 'spelling' });
const many = (n: number, text = 'boats') => Array.from({ length: n }, (_, i) => hunk(partsOf(`+${text} ${i}`), { kind: 'insert' }));

describe('a change for a reader with one minute', () => {
  test('begins with how much of what kind, and opens the weightiest', () => {
    expect(changeSection(diffOf(spelling, ...many(1), substance))).toBe(`## The change

3 changes: 1 of substance, 1 of wording, 1 editorial; 4 words inserted, 2 deleted. Deleted words are ~~struck~~, inserted words are **bold**.

- **Article 5(2)** · p. 3 → 4 · legal force: −shall +may<br>Agencies ~~shall~~ **may** report to the Presidency
- wording<br>**boats 0**

<details>
<summary>1 editorial change</summary>

- spelling<br>~~co-operation~~ **cooperation**

</details>`);
  });

  test('folds all but five, and what is editorial by itself: nothing is left out', () => {
    const numbering = hunk(partsOf('-(3)', '+(4)'), { weight: 0, aspects: ['numbering'], why: 'numbering' });
    const moved = hunk(partsOf('the paragraph'), { kind: 'move', weight: 0, aspects: ['moved'], why: 'moved', oldPage: 3, newPage: 9 });
    const $ = page(diffOf(...many(12), spelling, numbering, moved, substance));
    expect($('body > ul > li').length).toBe(5);
    expect($('body > ul > li').first().text()).toContain('Article 5(2)');
    expect(
      $('summary')
        .toArray()
        .map((summary) => $(summary).text()),
    ).toEqual(['8 more changes of wording', '3 editorial changes, among them 1 moved and 1 of numbering']);
    expect($('li').length).toBe(16);
    expect($('details').last().text()).toContain('moved from p. 3 to p. 9');
  });

  test('among equals the longer change comes first', () => {
    const text = changeSection(diffOf(hunk(partsOf('+one'), {}), hunk(partsOf('+one two three'), {})));
    expect(text.indexOf('**one two three**')).toBeLessThan(text.indexOf('**one**'));
  });

  test('of a long place the words that decide are open, and the whole of it is folded', () => {
    const words = (name: string) => Array.from({ length: 100 }, (_, i) => `${name}${i}`).join(' ');
    const rewritten = hunk(
      partsOf(
        'Keepers',
        `-${words('old')}`,
        `+${words('new')}`,
        'then',
        '-must',
        `+${words('some')} shall report ${words('more')}`,
        'yearly',
      ),
      {
        weight: 3,
        why: 'legal force: −will +shall',
      },
    );
    const text = changeSection(diffOf(rewritten, ...many(1)));
    expect(text).toContain(
      `- legal force: −will +shall<br>then ~~must~~ **… some88 some89 some90 some91 some92 some93 some94 some95 some96 some97 some98 some99 shall report more0 more1 more2 more3 more4 more5 more6 more7 more8 more9 more10 more11 more12 more13 more14 more15 …** yearly *(at length below)*\n- wording`,
    );
    const $ = page(diffOf(rewritten, ...many(7)));
    expect($('summary').text()).toBe('3 more changes of wording; 1 of those above at length');
    expect($('details li').first().text()).toContain('new0 ');
    expect(page(diffOf(rewritten, ...many(1)))('summary').text()).toBe('1 of those above at length');
  });

  test('the only place is shown in full', () => {
    const words = Array.from({ length: 115 }, () => 'incomprehensibilities').join(' ');
    const $ = page(diffOf(hunk(partsOf(`-${words}`, `+${words} now`)), spelling));
    expect($('body > ul > li').text()).toContain(`${words} now`);
    expect($('details').length).toBe(1);
  });

  test('the same few words in place of the same others are told once, with their places', () => {
    const places = ['recital (12)', 'Article 4', null, 'Article 9'];
    const same = places.map((place, at) => hunk(shall, { place, oldPage: at + 1, newPage: at + 1 }));
    const text = changeSection(diffOf(...same, hunk(partsOf('-one', '+two'), { place: 'Annex' })));
    expect(text.match(/~~shall~~ \*\*may\*\*/g)).toHaveLength(1);
    expect(text).toContain('<br>the same in 3 more places: Article 4, p. 2; p. 3; Article 9, p. 4');
    expect(text).toContain('~~one~~ **two**');
    expect(text).toMatch(/^## The change\n\n5 changes/);
  });

  test('a very long passage is told by its beginning and its end, and by how much is between them', () => {
    const words = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
    expect(changeSection(diffOf(hunk(partsOf(`+${words}`), {})))).toMatch(
      /\*\*word0 .* word249\*\* … \*\(150 more words\)\* … \*\*word400 .* word499\*\*/,
    );
  });

  test('words around a change are as many as it takes to read it', () => {
    const words = (name: string) => Array.from({ length: 40 }, (_, i) => `${name}${i}`).join(' ');
    const text = changeSection(diffOf(hunk(partsOf(words('a'), '-x', words('b'), '+y', words('c')), {})));
    expect(text).toMatch(/<br>… a28 .* a39 ~~x~~ b0 .* b11 … b28 .* b39 \*\*y\*\* c0 .* c11 …$/);
  });

  test('a paragraph that moved and was edited shows the edit, and from where to where', () => {
    const edited = hunk(shall, { kind: 'move', why: 'moved and edited: legal force: −shall +may', weight: 3, oldPage: 3, newPage: 9 });
    expect(changeSection(diffOf(edited))).toContain(
      '- moved from p. 3 to p. 9 and edited: legal force: −shall +may<br>Agencies ~~shall~~ **may** report',
    );
  });
});

test('paragraphs stand below each other', () => {
  expect(changeSection(diffOf(hunk(partsOf('Agencies', '-shall\nreport', '+may\ncount boats', 'yearly'))))).toMatch(
    /<br>Agencies ~~shall~~<br>~~report~~<br>\*\*may\*\*<br>\*\*count boats\*\* yearly$/,
  );
});

describe('marks', () => {
  /** What a part shows: GitHub's calls are broken by a sign that has no width. */
  const shown = (text: string): string => text.replaceAll('\u200b', '');
  const expected = (diff: TextDiff, kind: DiffPart['kind']) =>
    diff.hunks
      .flatMap(({ parts }) => parts)
      .filter((part) => part.kind === kind)
      .flatMap(({ text }) => text.split('\n').map(oneLine))
      .filter((text) => text !== '')
      .sort();

  test('stand around all inserted and deleted words, whatever they are, and around nothing else', () => {
    fc.assert(
      fc.property(nastyDiff, (diff) => {
        const $ = page({ ...diff, hunks: diff.hunks.map((h) => ({ ...h, place: null })) });
        const texts = (selector: string) =>
          $(selector)
            .toArray()
            .filter((element) => !$(element).parent().text().endsWith('(at length below)'))
            .map((element) => shown($(element).text()))
            .sort();
        expect(texts('li strong')).toEqual(expected(diff, 'insert'));
        expect(texts('li del')).toEqual(expected(diff, 'delete'));
        expect($('li').length - $('em').length).toBe(diff.hunks.length);
      }),
      { numRuns: 500 },
    );
  });

  test('leave no other element: no link, no call, no heading, no fold of theirs', () => {
    fc.assert(
      fc.property(nastyDiff, (diff) => {
        const $ = page(diff);
        const shortened = $('em').length;
        const folds = [shortened > 0 || diff.hunks.filter((h) => h.weight > 0).length > 5, diff.hunks.some((h) => h.weight === 0)].filter(
          Boolean,
        ).length;
        expect($('details').length).toBe(folds);
        expect($('h1,h2,h3').length).toBe(1);
        expect($('a,img,script,code,table,input,sup').length).toBe(0);
        for (const line of changeSection(diff).split('\n')) expect(line).not.toMatch(/(?<!\\)@\w|(?<![\\\w])#\d/);
      }),
    );
  });
});
