import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DeclarationError } from '../../pipeline/errors.ts';
import { createOrigins, isLoopback, parseOrigins } from '../../pipeline/fetch/origins.ts';

const origins = createOrigins({ 'https://a.example': 'http://127.0.0.1:4010', 'https://b.example': 'http://127.0.0.1:4010' });

test('an address goes to its stand-in and back unchanged, whatever its path', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const real = new URL(`https://a.example${path}?q=${query}`);
      const standIn = origins.standIn(real);
      expect(standIn.origin).toBe('http://127.0.0.1:4010');
      expect(origins.real(standIn, real).href).toBe(real.href);
    }),
  );
});

test('a path that looks like a host stays on the stand-in', () => {
  expect(origins.standIn(new URL('https://a.example//evil.example/x')).host).toBe('127.0.0.1:4010');
});

test('one stand-in for two origins: the way back follows where one came from', () => {
  const back = (from: string) => origins.real(new URL('http://127.0.0.1:4010/x'), new URL(from)).href;
  expect(back('https://b.example/')).toBe('https://b.example/x');
  expect(back('https://a.example/')).toBe('https://a.example/x');
});

test('origins that nobody named are left alone', () => {
  const other = new URL('https://c.example/x');
  expect(origins.standIn(other)).toBe(other);
  expect(origins.names('https://c.example')).toBe(false);
});

test('this machine is told from others', () => {
  expect(['http://127.0.0.1:1', 'http://localhost:80', 'http://[::1]:2', 'http://127.9.9.9'].every(isLoopback)).toBe(true);
  const others = ['https://127.example.org', 'http://127.0.0.1.example.org', 'http://localhost.example.org', 'http://10.0.0.1', 'nonsense'];
  expect(others.filter(isLoopback)).toEqual([]);
});

test('the table is read from JSON, a slash at the end forgiven', () => {
  expect(parseOrigins('{"https://a.example/": "http://127.0.0.1:4010"}', 'PACTWATCH_ORIGINS')).toEqual({
    'https://a.example': 'http://127.0.0.1:4010',
  });
});

test.each([
  ['{', /PACTWATCH_ORIGINS.*not JSON/],
  ['["https://a.example"]', /not a JSON object/],
  ['{"https://a.example/path": "http://127.0.0.1:1"}', /"https:\/\/a.example\/path" is not an origin/],
  ['{"https://a.example": 4010}', /4010 is not an origin/],
  ['{"a.example": "http://127.0.0.1:1"}', /a.example: "a.example" is not an origin. Write only scheme, host and port/],
  ['{"https://a.example": "localhost:4010"}', /https:\/\/a.example: "localhost:4010" is not an origin/],
  ['{"https://a.example": "file:///x"}', /"file:\/\/\/x" is not an origin/],
  ['{"https://a.example": "http://me:secret@127.0.0.1"}', /is not an origin/],
])('%s is refused with a reason', (json, reason) => {
  expect(() => parseOrigins(json, 'PACTWATCH_ORIGINS')).toThrow(reason);
});

test('all problems are told at once', () => {
  try {
    parseOrigins('{"a": "b", "https://c.example": 1}', 'PACTWATCH_ORIGINS');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(DeclarationError);
    const problems = error instanceof DeclarationError ? error.problems : [];
    expect(problems.map(({ file, key }) => [file, key])).toEqual([
      ['PACTWATCH_ORIGINS', 'a'],
      ['PACTWATCH_ORIGINS', 'a'],
      ['PACTWATCH_ORIGINS', 'https://c.example'],
    ]);
    expect(problems.every(({ message, remedy }) => message.length > 0 && remedy.includes('https://'))).toBe(true);
  }
});

test('stands for http and https of one host, unless the table says otherwise', () => {
  const one = createOrigins({ 'https://a.example': 'http://127.0.0.1:4010' });
  expect(one.standIn(new URL('http://a.example/x')).href).toBe('http://127.0.0.1:4010/x');
  expect(one.real(new URL('http://127.0.0.1:4010/y'), new URL('http://a.example/x')).href).toBe('http://a.example/y');
  const two = createOrigins({ 'https://a.example': 'http://127.0.0.1:4010', 'http://a.example': 'http://127.0.0.1:4011' });
  expect(two.standIn(new URL('http://a.example/x')).port).toBe('4011');
});
