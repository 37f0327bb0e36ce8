import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiff } from '../../pipeline/diff/format/index.ts';
import type { Hunk, TextDiff } from '../../pipeline/types.ts';
import { diffOf, hunk, NASTY, nastyDiff, partsOf, sides } from './samples.ts';

const print = (diff: TextDiff, language: string | null = null) =>
  formatDiff(diff, 'html', { sides: { ...sides, language }, colour: false });
const page = (...hunks: readonly Hunk[]) => load(print(diffOf(...hunks)));

const legal = hunk(partsOf('Europol', '-shall', '+should', 'report.'), {
  place: 'article 5(2)',
  oldPage: 3,
  newPage: 4,
  weight: 3,
  why: 'legal force: −shall +should',
});
const spelling = hunk(partsOf('-co-operation', '+cooperation'), { weight: 0, why: 'spelling' });
const wording = hunk(partsOf('+and boats'));

describe('the page', () => {
  it('tells the changes in the order of the text, with place, page, reason and weight in words', () => {
    const $ = page(spelling, legal, wording);
    expect($('article').length).toBe(3);
    expect(
      $('article h3')
        .toArray()
        .map((h) => $(h).text()),
    ).toEqual(['Change 1', '2. Article 5(2)', 'Change 3']);
    expect(
      $('article .facts')
        .toArray()
        .map((p) => $(p).text()),
    ).toEqual(['Editorialspelling', 'Substancep. 3 → 4 · legal force: −shall +should', 'Wording']);
    expect($('.counts').text()).toBe('3 changes: 1 of substance, 1 of wording, 1 editorial; 4 words inserted, 2 deleted.');
  });

  it('lists the weightiest first, each with a link to its change', () => {
    const $ = page(spelling, wording, legal);
    const rows = $('nav li').toArray();
    expect(rows.map((row) => $(row).find('a').attr('href'))).toEqual(['#change-3', '#change-2']);
    expect($(rows[0]).text()).toBe('Substance3. Article 5(2) · p. 3 → 4 · legal force: −shall +should');
    expect($(rows[1]).text()).toContain('and boats');
    expect(page(...Array.from({ length: 30 }, () => wording))('nav li').length).toBe(10);
  });

  it('names deleted and inserted words to those who do not see them', () => {
    const $ = page(legal);
    expect($('.words').text().trim()).toBe(
      'Europol deleted: shall (end of what was deleted) inserted: should (end of what was inserted) report.',
    );
    $('.heard').remove();
    expect($('.words del').text()).toBe('shall');
    expect($('.words ins').text()).toBe('should');
  });

  it('keeps paragraphs apart, and marks those that came or went as a whole', () => {
    const $ = page(hunk(partsOf('Keepers', '-meet', '+count boats.\nThey write\nthem down', 'today.')));
    $('.heard').remove();
    expect(
      $('.words p')
        .toArray()
        .map((p) => [$(p).attr('class') ?? '', $(p).text()]),
    ).toEqual([
      ['', 'Keepers meet'],
      ['came', 'count boats.'],
      ['came', 'They write'],
      ['', 'them down today.'],
    ]);
  });

  it('can leave out what is editorial, but only on request', () => {
    expect(page(spelling, legal)('label').text()).toBe('Leave out editorial changes (1)');
    expect(page(spelling, legal)('input').attr('checked')).toBeUndefined();
    expect(page(spelling)('input').length).toBe(0);
    expect(page(legal)('input').length).toBe(0);
  });

  it('says in which language the texts are, where that is known', () => {
    expect(load(print(diffOf(legal), 'fr'))('.words').attr('lang')).toBe('fr');
    for (const unknown of [null, 'x', '"><script>']) expect(load(print(diffOf(legal), unknown))('.words').attr('lang')).toBe('');
  });
});

describe('for everyone', () => {
  /** Colours of one scheme by name. */
  const scheme = (css: string): Map<string, string> =>
    new Map([...css.matchAll(/--([\w-]+):(#[0-9a-f]+)/g)].map(([, name = '', value = '']) => [name, value]));
  const luminance = (hex: string): number => {
    const whole = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c).join('') : hex.slice(1);
    const [r = 0, g = 0, b = 0] = [0, 2, 4]
      .map((at) => Number.parseInt(whole.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one = '', other = ''): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  it.each([
    ['light', 0],
    ['dark', 1],
    ['print', 2],
  ])('inks stand out from their grounds: %s', (_, at) => {
    const css = [...print(diffOf(legal)).matchAll(/:root\{([^}]*)\}/g)][at]?.[1] ?? '';
    const colours = scheme(css);
    const pairs = ['ins', 'del', 'w0', 'w1', 'w2', 'w3'].map((name) => [name, `${name}-ground`]);
    for (const [ink = '', ground = ''] of [...pairs, ['ink', 'paper'], ['soft', 'paper'], ['link', 'paper']])
      expect({ ink, ratio: contrast(colours.get(ink), colours.get(ground)) >= 4.5 }).toEqual({ ink, ratio: true });
  });

  it('has landmarks, one first heading, and headings that leave no level out', () => {
    const $ = page(spelling, legal, wording);
    for (const landmark of ['header', 'nav[aria-labelledby]', 'main']) expect($(landmark).length).toBe(1);
    expect($('html').attr('lang')).toBe('en');
    expect($('title').text()).toBe('What changed: old.pdf → new.pdf');
    const levels = $('h1,h2,h3,h4')
      .toArray()
      .map((h) => Number(h.tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      if (at > 0) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
  });

  it('asks nobody for anything: no script, no address', () => {
    const html = print(diffOf(spelling, legal));
    const $ = load(html);
    expect($('script,link,img,iframe,object,embed,[src],[style]').length).toBe(0);
    expect(html).not.toMatch(/url\(|@import|https?:/);
  });

  it('is one page whatever the texts say', () => {
    fc.assert(
      fc.property(nastyDiff, fc.constantFrom(...NASTY), (diff, name) => {
        const html = formatDiff(diff, 'html', { sides: { ...sides, oldName: name }, colour: false });
        expect(html).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
        const $ = load(html);
        expect($('article').length).toBe(diff.hunks.length);
        expect($('script,main del main,main ins p').length).toBe(0);
        const ids = $('[id]')
          .toArray()
          .map((element) => $(element).attr('id'));
        expect(new Set(ids).size).toBe(ids.length);
        for (const element of $('a').toArray()) expect(ids).toContain($(element).attr('href')?.slice(1));
        for (const element of $('[aria-labelledby]').toArray()) expect(ids).toContain($(element).attr('aria-labelledby'));
        for (const element of $('h3').toArray()) expect($(element).text()).not.toBe('');
        expect((html.match(/<(ins|del|p|article|div|li)\b/g) ?? []).length).toBe(
          (html.match(/<\/(ins|del|p|article|div|li)>/g) ?? []).length,
        );
      }),
    );
  });
});
