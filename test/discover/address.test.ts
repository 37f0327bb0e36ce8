// Addresses of rows and the ids that are made of them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, linkId, resolveLink, safeId } from '../../pipeline/discover/address.ts';

const LIST = 'https://www.body.example/news/list';

describe('a link', () => {
  it.each([
    ['/news/a', 'https://www.body.example/news/a'],
    ['a', 'https://www.body.example/news/a'],
    ['//other.example/x', 'https://other.example/x'],
    [' https://body.example/a b ', 'https://body.example/a%20b'],
    ['/a#part', 'https://www.body.example/a'],
    ['/a?utm_source=x&page=2&prefLang=fr&fbclid=1', 'https://www.body.example/a?page=2'],
    ['/a_en?prefLang=fr', 'https://www.body.example/a_en'],
    ['/a?', 'https://www.body.example/a'],
    ['https://name:word@body.example/a', 'https://body.example/a'],
    ['/News-tO044z', 'https://www.body.example/News-tO044z'],
  ])('%s is whole', (link, whole) => expect(resolveLink(link, LIST)).toBe(whole));

  it.each([
    '',
    '#top',
    'javascript:void(0)',
    'mailto:press@body.example',
    'tel:+32',
    'data:text/html,x',
    'ftp://body.example/a',
    'http://[',
  ])('%j is none', (link) => expect(resolveLink(link, LIST)).toBe(''));
});

describe('an id', () => {
  const id = (link: string): string => linkId(resolveLink(link, LIST), LIST);

  it('is the path, in its own case', () => {
    expect(id('/media-centre/news/news-release/a-made-up-title-tO044z')).toBe('media-centre.news.news-release.a-made-up-title-tO044z');
    expect(id('/news/a-tO044z')).not.toBe(id('/news/a-to044z'));
  });

  it('is the same with and without www, https, a trailing slash, a fragment and tracking', () => {
    const same = ['/news/a', '/news/a/', 'http://body.example/news/a', 'https://www.body.example/news/a?utm_medium=rss', '/news/a#x'];
    expect(new Set(same.map(id)).size).toBe(1);
  });

  it('tells another host and keeps a query that identifies', () => {
    expect(id('https://other.example/news/a')).toMatch(/^other\.example\.news\.a-[0-9a-f]{8}$/);
    expect(id('/doc?uri=CELEX:1')).not.toBe(id('/doc?uri=CELEX:2'));
    expect(id('/doc?b=2&a=1')).toBe(id('/doc?a=1&b=2'));
  });

  it('is short and can name a file, whatever the address', () => {
    const long = `/news/${'word-'.repeat(60)}`;
    expect(id(`${long}a`)).not.toBe(id(`${long}b`));
    expect(id('/')).toMatch(/^[0-9a-f]{8}$/);
    expect(id('/../../etc/passwd')).toBe('etc.passwd');
    expect(safeId('../../etc/passwd')).toMatch(/^etc\.passwd-[0-9a-f]{8}$/);
    expect(safeId('E-10-2026-900001')).toBe('E-10-2026-900001');
    expect(safeId('tag:body.example,2005:Event/90001')).toMatch(/^[\w.-]+$/);
  });

  const segment = fc.stringMatching(/^[A-Za-z0-9_.~%é -]{0,8}[A-Za-z0-9_.~%é-]$/);
  const address = fc
    .record({
      host: fc.constantFrom('body.example', 'other.example'),
      path: fc.array(segment, { maxLength: 4 }),
      query: fc.option(fc.stringMatching(/^[a-z]=[a-z0-9./]{1,4}$/)),
    })
    .map(({ host, path, query }) => `${host}/${path.join('/')}${query === null ? '' : `?${query}`}`)
    .filter((rest) => URL.canParse(`https://${rest}`));

  it('law: addresses have one id exactly when they are one', () => {
    fc.assert(
      fc.property(address, address, (a, b) => {
        const [first, second] = [resolveLink(`https://${a}`, LIST), resolveLink(`https://${b}`, LIST)];
        return (linkId(first, LIST) === linkId(second, LIST)) === (addressKey(first, LIST) === addressKey(second, LIST));
      }),
      { numRuns: 500 },
    );
  });

  it('law: www, scheme and trailing slash make no difference, and the id can name a file', () => {
    fc.assert(
      fc.property(address, (rest) => {
        const [path = '', query] = rest.split('?');
        const tail = query === undefined ? '' : `?${query}`;
        const ids = [`https://${rest}`, `http://www.${rest}`, `https://${path.replace(/\/*$/, '/')}${tail}`].map((link) => id(link));
        return new Set(ids).size === 1 && ids.every((name) => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/.test(name));
      }),
    );
  });
});
