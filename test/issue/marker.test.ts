import { expect, test } from 'vitest';
import { bodyHash, readMarker, writeMarker } from '../../pipeline/issue/marker.ts';

const marker = { keys: ['council-documents/k1', 'agency-pages/k2:closed'], thread: 'ST-90003-2099', body: bodyHash('x') };

test('is read back from the end of a text, with either line end', () => {
  expect(readMarker(`Words.\n\n${writeMarker(marker)}\n`)).toEqual(marker);
  expect(readMarker(`Words.\r\n\r\n${writeMarker(marker)}\r\n`)).toEqual(marker);
  expect(readMarker(writeMarker({ ...marker, thread: '' }))).toEqual({ ...marker, thread: '' });
});

test('only the last one counts', () => {
  const other = { ...marker, keys: ['w/other'] };
  expect(readMarker(`${writeMarker(marker)}\n\n${writeMarker(other)}\n`)).toEqual(other);
});

test.each([
  ['words after it', `${writeMarker(marker)}\nmore`],
  ['words before it on its line', `quoted ${writeMarker(marker)}`],
  ['a quote mark before it', `> ${writeMarker(marker)}`],
  ['another form', '<!-- pactwatch keys="k" -->'],
  ['no keys', writeMarker({ ...marker, keys: [] })],
  ['odd keys', writeMarker({ ...marker, keys: ['a"b'] })],
  ['no marker', 'Words.'],
])('a text with %s has none', (_, text) => {
  expect(readMarker(text)).toBeNull();
});
