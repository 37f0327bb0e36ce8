import { describe, expect, it } from 'vitest';
import { findDate } from '../../../pipeline/extract/cover/dates.ts';
import { tidy } from '../../../pipeline/extract/tidy.ts';

describe('dates as printed', () => {
  it.each([
    ['Brussels, 3 December 2099', '2099-12-03'],
    ['Bruxelles, le 1er février 2099', '2099-02-01'],
    ['Brüssel, den 8. März 2099', '2099-03-08'],
    ['Bruksela, 3 października 2099 r.', '2099-10-03'],
    ['Bryssel den 11 augusti 2099', '2099-08-11'],
    ['Bryssel, 5. toukokuuta 2099', '2099-05-05'],
    ['Βρυξέλλες, 12 Φεβρουαρίου 2099', '2099-02-12'],
    ['Брюксел, 17 юли 2099 г.', '2099-07-17'],
    ['Brisele, 2099. gada 3. decembrī', '2099-12-03'],
    ['Briuselis, 2099 m. gruodžio 3 d.', '2099-12-03'],
    ['Brüsszel, 2099. május 4.', '2099-05-04'],
    ['An Bhruiséil, 24 Samhain 2099', '2099-11-24'],
    ['Bruksela, 3 listopada 2099 r.', '2099-11-03'],
    ['Bruxelles, 3. listopada 2099.', '2099-10-03'],
    ['03.12.2099', '2099-12-03'],
    ['Brussels, 12 July 2099 (17.07)', '2099-07-12'],
    ['Brussels, 12 July 2099 (17.07.2099)', '2099-07-12'],
    ['Brussels, 27 and 28 February 2099', '2099-02-28'],
    ['Luxembourg, 3 rd October 2099', '2099-10-03'],
    ['An Bhruiséil, 3 Deireadh Fómhair 2099', '2099-10-03'],
    ["Brussell, 3 ta' Diċembru 2099", '2099-12-03'],
    ['Brysel,2.kesäkuuta2099', '2099-06-02'],
    ['V Bruseli 17. marca 2099', '2099-03-17'],
    ['Bruselas, 3 de marzo de 2099', '2099-03-03'],
    ['12 Rue 3 mars 2099', '2099-03-03'],
  ])('%s', (text, date) => {
    expect(findDate(text)).toBe(date);
  });

  it.each([
    '30 February 2099',
    '90001/99',
    'in December 2099',
    '3 lamps 2099',
    '31.04.2099',
    '8 March /12',
    '8 March WK 3735/2099',
    '8 March 2099/0360(COD)',
    '1.2.2099.4',
    '',
  ])('%s is none', (text) => {
    expect(findDate(text)).toBeNull();
  });
});

describe('characters', () => {
  it('takes what stands in for a quotation mark, an apostrophe or a dash for one', () => {
    expect(tidy('the keeper´s ‛lamp’ and `oil´ ‒ all of it')).toBe('the keeper’s ‘lamp’ and ‘oil’ – all of it');
  });

  it('makes one of what looks the same, and takes out what cannot be seen', () => {
    expect(tidy(' e\u0301 \ufb01ve\u00a0\u00a0o\ufb03ces\u00ad\u200b non\u2011EU\u0007 \uf0b7 \ud800')).toBe(
      'é five offices non-EU • \ufffd',
    );
  });
});
