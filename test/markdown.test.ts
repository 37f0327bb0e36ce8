import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressLink, cut, escapeMarkdown, link, oneLine, plainTitle } from '../pipeline/markdown.ts';

/** What GitHub shows of escaped words: backslashes and entities resolved, in that order of precedence, as its parser does. */
const shown = (markdown: string): string =>
  markdown
    .replace(
      /\\([!-/:-@[-`{-~])|&(amp|lt|gt|ZeroWidthSpace);/g,
      (_, sign, entity) => sign ?? { amp: '&', lt: '<', gt: '>', ZeroWidthSpace: '\u200b' }[entity as 'amp'],
    )
    .trim();

/** What GitHub looks for in the words that it shows. */
const CALLS = [
  /@[a-z0-9]/i,
  /#\d/,
  /(?<![0-9a-z])GH-\d/i,
  /(?<![0-9a-z])GHSA-\w/i,
  /:\/\//,
  /www\./i,
  /(?<![0-9a-z])[0-9a-f]{40}(?![0-9a-z])/i,
  /(?<![0-9a-z])(?=[a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/i,
];

const expectHarmless = (markdown: string): void => {
  for (const call of CALLS) expect(shown(markdown)).not.toMatch(call);
  // Nothing that Markdown or HTML would act on is left without its backslash.
  expect(markdown.replace(/\\[\\`*_[\]~|$#=:.)+-]/g, 'x')).not.toMatch(
    /[<>`*_[\]~|$\n\r]|^[-+=#:]|^\d+[.)]|<!--|&(?!(amp|lt|gt|ZeroWidthSpace);)/,
  );
  expect(markdown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
};

const NASTY: readonly string[] = [
  '@someone',
  'cc @some-org/some-team, please',
  'x.@someone',
  '@\u200bsomeone',
  'a\u00ad@\u2060someone',
  '\\@someone',
  '&#64;someone',
  '&commat;someone',
  '#12',
  '(#12)',
  'owner/repo#12',
  'closes #12, fixes: #13 and resolves owner/repo#14',
  'Fixes GH-12',
  'gh-12',
  '_GH-12_',
  'Duplicate of #3',
  '\\#12',
  '&num;12',
  'https://github.com/owner/repo/issues/12',
  'closes https://github.com/owner/repo/pull/12',
  'HTTP://GITHUB.COM/owner/repo/commit/0123456789abcdef0123456789abcdef01234567',
  'www.github.com/owner/repo/issues/12',
  '_www.github.com/owner/repo/issues/12',
  '0123456789abcdef0123456789abcdef01234567',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'fixed in 1a2b3c4',
  'owner@0123456789abcdef0123456789abcdef01234567',
  'GHSA-aaaa-bbbb-cccc',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">here</a>',
  '</details></blockquote>',
  '<!-- pactwatch keys="k1" thread="t" body="0123456789abcdef" -->',
  '--> <!-- pactwatch',
  '![](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  '[x]: https://evil.example',
  '[^1]',
  '[ ] a task',
  '```\nbroken fence\n```',
  '~~~~\nbroken fence',
  '` `` ``` ````',
  '# heading',
  '===',
  '---',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '2) item',
  '> quote',
  '> [!WARNING]',
  '| a | b |\n| --- | --- |',
  ':--',
  '    indented code',
  '**bold** __bold__ _it_ ~~struck~~',
  'ends in a backslash\\',
  '\u202eright to left\u202c',
  'a\u2066b\u2069c\u200e\u200f\ufeff',
  'tag\u{e0041}\u{e0042}s',
  'nul\u0000 bell\u0007 escape\u001b[31m',
  'line\u2028paragraph\u2029next\u0085end',
  'half a pair \ud83d',
  `z${'\u0301'.repeat(50)}algo`,
  '$x$ and $$y$$',
  ':tada: :+1:',
  '&lt;b&gt; &amp;amp; &ZeroWidthSpace;',
];

describe('escapeMarkdown', () => {
  test.each(NASTY)('makes %j harmless', (words) => expectHarmless(escapeMarkdown(words)));

  test('makes any words harmless, also such as are put together from nasty ones', () => {
    const words = fc
      .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.constantFrom('@', '#', '\\', '<', '\u200b', '1')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (text) => {
        expectHarmless(escapeMarkdown(text));
      }),
    );
  });

  test('shows the same words: nothing is lost but what cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(shown(escapeMarkdown(text)).replaceAll('\u200b', '')).toBe(oneLine(text));
      }),
    );
  });

  test('leaves ordinary words of a document as they are', () => {
    const words = 'ST 90001/1/99 REV 1, 2099/0901(COD), COM(2099) 755 final: “Article 4(2)”, Delegations’ remarks; 14.2 %, a-b.';
    expect(escapeMarkdown(words)).toBe(words);
  });

  test('cuts before it escapes, never through a character', () => {
    expect(escapeMarkdown('a😀😀', 3)).toBe('a…');
    expect(escapeMarkdown('****', 3)).toBe('\\*\\*…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
        expect(cut(text, max)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('plainTitle', () => {
  test('calls nobody and refers to nothing', () => {
    expect(plainTitle('@someone closes #12\nand GH-13 <!-- x -->')).toBe('＠someone closes ＃12 and GH 13 ‹!-- x --›');
  });
  test('keeps to its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 150, maxLength: 400 }), (text) => {
        expect(plainTitle(text).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('links', () => {
  test('go to http and https addresses only', () => {
    expect(link('a', 'https://documents.example/x')).toBe('[a](https://documents.example/x)');
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//evil.example',
      'no address',
      'https://me:pw@evil.example/',
    ]) {
      expect(link('a', url)).not.toContain('](');
      expect(addressLink(url)).not.toContain('](');
    }
  });
  test('leave no trace at issues, pull requests or commits', () => {
    for (const path of ['issues/1', 'pull/1', 'commit/abc', 'discussions/1']) {
      expect(link('a', `https://github.com/o/r/${path}`)).not.toContain('](');
    }
    expect(link('a', 'https://github.com/o/r')).toContain('](');
  });
  test('end where they should, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...NASTY), (path, nasty) => {
        const made = link(nasty, `https://documents.example/${path}${nasty}`);
        expect(made).toMatch(/^\[[^\n]*\]\(https:\/\/documents\.example\/[^()<>[\]|\s`]*\)$/);
        expectHarmless(made.slice(1, made.lastIndexOf('](')));
      }),
    );
  });
  test('show the address without its scheme', () => {
    expect(addressLink('https://documents.example/a_b')).toBe('[documents.example/a\\_b](https://documents.example/a_b)');
  });
});
