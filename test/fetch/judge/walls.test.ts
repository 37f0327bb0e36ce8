// Answers of every kind, each taken for what it is, and for the same however it is written.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type Verdict } from '../../../pipeline/fetch/judge/page.ts';
import type { Page } from '../../../pipeline/types.ts';
import { answer, SAMPLES } from '../../replica/walls.ts';

const nameOf = (verdict: Verdict): string => (verdict.kind === 'absent' ? verdict.reason : verdict.kind);
const found = SAMPLES.map((sample) => ({ ...sample, verdict: judge(sample.page, sample.wanted) }));

describe('made-up answers', () => {
  test('there are many of each kind', () => {
    expect(found.filter(({ is }) => is !== 'good').length).toBeGreaterThan(250);
    expect(found.filter(({ is }) => is === 'good').length).toBeGreaterThan(100);
  });

  test.each([...new Set(SAMPLES.map(({ is }) => is))])('%s: each is taken for it', (kind) => {
    const wrong = found.filter(({ is, verdict }) => is === kind && nameOf(verdict) !== kind);
    expect(wrong.map(({ name, verdict }) => `${name} -> ${JSON.stringify(verdict)}`)).toEqual([]);
  });

  test('each says in one short line by what it was known', () => {
    const lines = found.flatMap(({ verdict }) => ('evidence' in verdict ? [verdict.evidence] : []));
    expect(lines.filter((line) => line === '' || line.includes('\n') || line.length > 130)).toEqual([]);
  });
});

const textOf = ({ body }: Page): string => new TextDecoder().decode(body);
const rewritten = (page: Page, source: string): Page => ({ ...page, body: new TextEncoder().encode(source) });

/** Places between two elements of the body, where white space and comments mean nothing. */
const gaps = (source: string): number[] => {
  const from = source.indexOf('<body>');
  return [...source.matchAll(/<body>|<\/(?:p|h1|div|ul|li|nav|main|header|script|style)>/g)]
    .map((m) => m.index + m[0].length)
    .filter((at) => at > from);
};

describe('what changes nothing', () => {
  const written = SAMPLES.filter(({ page }) => gaps(textOf(page)).length > 0);
  const sample = fc.constantFrom(...written);

  test('white space and comments between elements', () => {
    const filler = fc.oneof(
      fc.stringMatching(/^[ \t\n\r]{1,40}$/),
      fc.constant(' '.repeat(100_000)),
      fc.stringMatching(/^[a-z "'<>/=]{0,60}$/).map((inside) => `<!-- ${inside} -->`),
    );
    fc.assert(
      fc.property(sample, filler, fc.nat(), ({ page, wanted }, extra, place) => {
        const source = textOf(page);
        const at = gaps(source)[place % gaps(source).length] ?? 0;
        expect(nameOf(judge(rewritten(page, source.slice(0, at) + extra + source.slice(at)), wanted))).toBe(nameOf(judge(page, wanted)));
      }),
      { numRuns: 300 },
    );
  });

  test('the order of headers', () => {
    const headers = fc.uniqueArray(fc.constantFrom('server', 'date', 'via', 'vary', 'etag', 'age'), { minLength: 1 });
    fc.assert(
      fc.property(sample, headers, ({ page, wanted }, more) => {
        const entries = [...Object.entries(page.headers), ...more.map((key) => [key, 'ours'] as const)];
        const [one, other] = [entries, entries.toReversed()].map((list) => judge({ ...page, headers: Object.fromEntries(list) }, wanted));
        expect(one).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });

  test('capitals of the markup', () => {
    fc.assert(
      fc.property(sample, ({ page, wanted }) => {
        const shouted = textOf(page).replace(/<\/?(?:div|ul|li|a|nav|header|footer|main|button|label|noscript)\b/g, (tag) =>
          tag.toUpperCase(),
        );
        expect(nameOf(judge(rewritten(page, shouted), wanted))).toBe(nameOf(judge(page, wanted)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('time', () => {
  const best = (page: Page): number => {
    const times = Array.from({ length: 15 }, () => {
      const started = performance.now();
      judge(page, 'html');
      return performance.now() - started;
    });
    return Math.min(...times);
  };

  test('a page of 200 kB is judged in a few milliseconds', () => {
    const links = '<li class="row"><a href="/news/90001" title="a &gt; b">Members met</a> <time>3 May</time></li>\n'.repeat(2_200);
    expect(links.length).toBeGreaterThan(200_000);
    expect(best(answer(`<title>List</title><ul>${links}</ul>`))).toBeLessThan(25);
  });

  test.each(['<', '<!--', '<script', '<title ', '<a "', '<a ">', '&#', '</script', '<h1>', '<div id="root">', '<?x', 'a<b '])(
    'hostile: %s',
    (piece) => {
      const started = performance.now();
      judge(answer(`<p>${piece.repeat(60_000)}`), 'html');
      judge(answer(`<?xml version="1.0"?>${piece.repeat(60_000)}`, { mediaType: 'text/xml' }), 'feed');
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
