// Dates, numbers and references in changes: the same however they are printed, and each of one kind only.

import { describe, expect, it } from 'vitest';
import { weighed, why } from './weigh-support.ts';

describe('dates', () => {
  it.each([
    ['on [-9-] [+10+] October 2099 at the latest', 'date: −9 October 2099 +10 October 2099'],
    ['in May [-2099-] [+2098+] they met', 'date: −May 2099 +May 2098'],
    ['In [-May-] [+June+] they met again', 'date: −May +June'],
    ['[-by-] [+after+] June 2099 they met', 'date: −by June 2099 +after June 2099'],
    ['by the end of [-2099-] [+2098+] they', 'date: −by the end of 2099 +by the end of 2098'],
    ['within [-72-] [+96+] hours of it', 'date: −within 72 hours +within 96 hours'],
    ['within 72 [-hours-] [+days+] of it', 'date: −within 72 hours +within 72 days'],
    ['every [-two-] [+three+] years from then', 'date: −every two years +every three years'],
    ['in [-Q3 2099-] [+the fourth quarter of 2099+] it', 'date: −Q3 2099 +fourth quarter of 2099'],
    ['on [-Monday-] [+Tuesday+] at noon', 'date: −Monday +Tuesday'],
    ['at [-15:12-] [+16:12+] they left', 'date: −15:12 +16:12'],
    ['the plan for [-2091-2097-] [+2092-2098+] was', 'date: −2091-2097 +2092-2098'],
    ['am [-9. Oktober-] [+10. Oktober+] 2099', 'date: −9. Oktober 2099 +10. Oktober 2099'],
    ['le [-9-] [+10+] octobre 2099', 'date: −9 octobre 2099 +10 octobre 2099'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(expected);
    expect(weighed(change)).toMatchObject({ weight: 2, aspects: ['date'] });
  });

  it.each([
    '[-9 October 2099-] [+09/10/2099+]',
    '[-9.10.2099-] [+2099-10-09+]',
    '[-9 October 2099-] [+October 9, 2099+]',
    '[-9. Oktober-] [+9 October+] 2099',
  ])('are the same day: %s', (change) => expect(weighed(`on ${change} they met`).weight).toBe(0));
});

describe('numbers', () => {
  it.each([
    ['in all [-90 345-] [+90 543+] persons', 'number: −90 345 +90 543'],
    ['some [-1.5-] [+15+] of them', 'number: −1.5 +15'],
    ['[-95 %-] [+96 %+] of them', 'number: −95 % +96 %'],
    ['EUR [-1.2-] [+1.3+] million for', 'number: −EUR 1.2 million +EUR 1.3 million'],
    ['of these [-two-] [+three+] were', 'number: −two +three'],
    ['[-half-] [+two thirds+] of them', 'number: −half +two thirds'],
    ['more than [-2050-] [+2055+] persons', 'number: −2050 +2055'],
    ['[-one-] [+two+] of the', 'number: −one +two'],
    ['[-95 men and 96 women-] [+96 men and 95 women+]', 'number: other place of 96, 95'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(expected);
    expect(weighed(change)).toMatchObject({ weight: 2, aspects: ['number'] });
  });

  it.each([
    '[-90 345-] [+90,345+]',
    '[-90 345-] [+90345+]',
    '[-1,5 %-] [+1.5%+]',
    '[-95 per cent-] [+95 %+]',
    '[-two-] [+2+]',
    '[-EUR 1.2 million-] [+EUR 1 200 000+]',
    '[-€95-] [+EUR 95+]',
  ])('are the same: %s', (change) => expect(weighed(`of ${change} in all`).weight).toBe(0));

  it('are not in names, and a lone “one” is a pronoun', () => {
    expect(weighed('after [-COVID-19-] [+COVID-20+] came').aspects).toEqual(['wording']);
    expect(weighed('the [-one-] [+ship+] that came').aspects).toEqual(['wording']);
  });
});

describe('references', () => {
  it.each([
    ['Regulation (EU) [-2099/9001-] [+2099/9002+] applies', '−Regulation (EU) 2099/9001 +Regulation (EU) 2099/9002'],
    ['[-Directive-] [+Regulation+] 2099/90/EC is', '−Directive 2099/90/EC +Regulation 2099/90/EC'],
    ['under Article [-95(2)(a)-] [+95(3)(a)+] of it', '−Article 95(2)(a) +Article 95(3)(a)'],
    ['under Article 95(2) [+and (3)+] of it', '−Article 95(2) +Article 95(2) and (3)'],
    ['in recital [-(92)-] [+(93)+] of it', '−recital (92) +recital (93)'],
    ['in point [-(b)-] [+(c)+] of it', '−point (b) +point (c)'],
    ['listed in Annex [-II-] [+III+] to it', '−Annex II +Annex III'],
    ['in its [-first-] [+second+] subparagraph, it', '−first subparagraph +second subparagraph'],
    ['see COM(2099) [-755-] [+756+] final for', '−COM(2099) 755 final +COM(2099) 756 final'],
    ['see [-90901/99-] [+ST 90901/99 REV 1+] for', '−90901/99 +ST 90901/99 REV 1'],
    ['in the file [+2099/0439(COD)+] of it', '+2099/0439(COD)'],
    ['OJ L [-952, 3.6.2099, p. 91-] [+952, 4.6.2099, p. 91+] and', '−OJ L 952, 3.6.2099, p. 91 +OJ L 952, 4.6.2099, p. 91'],
    ['in [-INT/9108-] [+CON/2099/9+] they', '−INT/9108 +CON/2099/9'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(`reference: ${expected}`);
    expect(weighed(change)).toMatchObject({ weight: 2, aspects: ['reference'] });
  });

  it('show where two addresses differ', () => {
    const [a, b] = ['one', 'other'].map((page) => `https://www.example.org/a/long/way/down/to/the/${page}.pdf`);
    expect(why(`see [-${a}-] [+${b}+] for`)).toMatch(/^reference: −….*\/one\.pdf \+….*\/other\.pdf$/);
  });
});
