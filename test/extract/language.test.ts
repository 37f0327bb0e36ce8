import { expect, it } from 'vitest';
import { isWrittenIn } from '../../pipeline/extract/language.ts';

const ENGLISH = 'The keepers of the lamps shall tell the ports and the ships of it, and write it down for the people to read by night.';
const FRENCH =
  'Les gardiens des lampes disent aux ports et aux navires du nord que la lampe brûle dans une maison, et le notent dans le livre des feux.';

it.each([
  ['en', ENGLISH, true],
  ['fr', ENGLISH, false],
  ['fr', FRENCH, true],
  ['en', FRENCH, false],
  ['mt', ENGLISH, true],
  ['fr', '90001 90002', true],
])('a text that claims to be in %s', (language, text, is) => {
  expect(isWrittenIn(language, text)).toBe(is);
});
