// Pages of well-known servers with status 200: never good, and called by their names.

import { describe, expect, test } from 'vitest';
import { judge } from '../../../pipeline/fetch/judge/page.ts';
import { BAD, GOOD } from '../../replica/errorpages.ts';
import { answer } from '../../replica/walls.ts';

describe('error pages with status 200', () => {
  test.each(BAD)('%s: %s', (is, by, markup) => {
    const charset = by === 'in Latin-1' ? 'iso-8859-1' : 'utf-8';
    const body = Buffer.from(markup, charset === 'utf-8' ? 'utf8' : 'latin1');
    const verdict = judge(answer('', { body, headers: { 'content-type': `text/html; charset=${charset}` } }), 'html');
    expect(verdict).toMatchObject(is === 'wall' ? { kind: 'wall' } : { kind: 'absent', reason: is });
  });

  test.each(['json', 'feed', 'pdf', 'file'] as const)('none is taken for %s', (wanted) => {
    expect(BAD.filter(([, , markup]) => judge(answer(markup), wanted).kind === 'good')).toEqual([]);
  });
});

describe('good pages in the same frames', () => {
  test.each(GOOD)('%s', (_, markup) => expect(judge(answer(markup), 'html')).toEqual({ kind: 'good' }));
});
