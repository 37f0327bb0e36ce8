// What kind of change a hunk is: the words that decide it, and how they are told. Figures and editorial changes have files of their own.

import { describe, expect, it } from 'vitest';
import { weighed, why } from './weigh-support.ts';

describe('legal force', () => {
  it.each([
    ['Member States [-shall-] [+should+] report', 'legal force: −shall +should'],
    ['Frontex [-is encouraged to-] [+must+] join', 'legal force: −is encouraged to +must'],
    ['is [-encouraged-] [+invited+] to join in', 'legal force: −is encouraged to +is invited to'],
    ['in [-particular-] [+this+] the case of', 'legal force: −in particular'],
    ['report, [+where appropriate,+] to the Council', 'legal force: +where appropriate'],
    ['on a [-mandatory-] [+voluntary+] basis from then', 'legal force: −mandatory +on a voluntary basis'],
    ['without [+undue+] delay to the authority', 'legal force: −without delay +without undue delay'],
    ['the information [-is to-] [+may+] be shared with', 'legal force: −is to +may'],
    ['[-May-] [+Shall+] the agency ask for it', 'legal force: −May +Shall'],
    ['Die Mitgliedstaaten [-sollen-] [+müssen+] melden', 'legal force: −sollen +müssen'],
    ['Les autorités [-doivent-] [+peuvent+] informer', 'legal force: −doivent +peuvent'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(expected);
    expect(weighed(change)).toMatchObject({ weight: 3, aspects: ['legal force'] });
  });

  it.each([
    'the report of [-May-] [+June+] 2099 says',
    'a list that [-is-] [+gives access+] to the public',
    '[+voluntary+] return of those persons',
    'The [-aim-] [+goal+] is to help them',
    'the data subject [-to have-] [+with+] a relationship',
  ])('is not seen in: %s', (change) => expect(weighed(change).aspects).not.toContain('legal force'));
});

describe('negation', () => {
  it.each([
    ['This does [+not+] apply to them', 'negation: +not'],
    ['they [-can-] [+cannot+] be reached', 'negation: +cannot'],
    ['they can [-do-] [+don’t+] that at once', 'negation: +don’t'],
    ['all of them [+with the exception of islands+] report', 'negation: +with the exception of'],
    ['the [-lawful-] [+unlawful+] stay of persons', 'negation: −lawful +unlawful'],
    ['[-not all-] [+all not+] may go', 'negation: other place of not'],
    ['[-keine-] [+eine+] Maßnahme', 'negation: −keine'],
    ['ne sont [-pas-] [+plus+] informés', 'negation: −pas'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(expected);
    expect(weighed(change).weight).toBe(3);
  });

  it.each(['Protocol No [-95-] [+96+] of it', 'the [-migration-] [+immigration+] of many', 'they [-do not-] [+don’t+] go'])(
    'is not seen in: %s',
    (change) => expect(weighed(change).aspects).not.toContain('negation'),
  );
});

describe('definition', () => {
  it.each([
    ['‘boat’ means [-any-] [+every small+] vessel', 'definition: after ‘boat’ means; scope: −any +every'],
    ['‘large boat’ means a vessel of [-great-] [+some+] size', 'definition: after … means; scope: +some'],
    ['‘boat’ (B) means a [-vessel-] [+craft+] used at sea', 'definition: after ‘boat’ (B) means'],
    ['[+‘boat’ means a vessel+]', 'definition: +‘boat’ means'],
    ['this shall be [-read-] [+understood+] as covering them', 'definition: +be understood as'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(expected);
    expect(weighed(change).aspects[0]).toBe('definition');
  });

  it.each([
    'by means of [-a-] [+the+] boat',
    'if they have the means [-to pay-] [+for it+]',
    '‘boat’ means a [-Vessel-] [+vessel+] at sea',
  ])('is not seen in: %s', (change) => expect(weighed(change).aspects).not.toContain('definition'));
});

describe('actor and scope', () => {
  it.each([
    ['the [-Commission-] [+Council+] decides', 'actor: −Commission +Council'],
    ['with third [-countries-] [+parties+] of all kinds', 'actor: −third countries'],
    ['[-Frontex’s-] [+Europol’s+] mandate', 'actor: −Frontex’s +Europol’s'],
    ['together with [+Türkiye and+] others', 'actor: +Türkiye'],
    ['[-the Commission assists Frontex-] [+Frontex assists the Commission+]', 'actor: other place of Frontex, Commission'],
    ['les [+États membres+] et eux', 'actor: +États membres'],
    ['der [-Rat-] [+Vorsitz+] hat', 'actor: −Rat +Vorsitz'],
    ['[-all-] [+certain+] carriers', 'scope: −all +certain'],
    ['report [-A or B-] [+A and B+] to them', 'scope: −or +and'],
    ['[-at least-] [+up to+] half of it', 'scope: −at least +up to'],
  ])('%s', (change, expected) => {
    expect(why(change)).toBe(expected);
    expect(weighed(change).weight).toBe(2);
  });

  it.each([
    'the [-European Border and Coast Guard Agency-] [+Frontex+] helps',
    'every Member [-State-] [+States+] of it',
    'the [-commission-] [+execution+] of an offence',
    'acts [+of the European Parliament and of the Council+] on it',
    'there was a rat [+and turkey+] there',
  ])('is not seen in: %s', (change) => expect(weighed(change).aspects).not.toContain('actor'));
});

describe('several aspects', () => {
  it('are all named, the weightiest first', () => {
    const change = 'They [-shall inform Frontex by June 2099-] [+should inform all carriers by July 2099+] of it';
    expect(weighed(change)).toEqual({
      weight: 3,
      aspects: ['legal force', 'actor', 'scope', 'date'],
      why: 'legal force: −shall +should; actor: −Frontex +carriers; scope: +all; date: −by June 2099 +by July 2099',
    });
  });

  it('leave out what stands on both sides', () => {
    expect(why('They [-shall quickly-] [+shall soon+] report')).toBe('wording');
    expect(why('They [-shall report and may ask-] [+may ask and shall tell+] them')).toBe('wording');
  });

  it('are told in 160 characters, with six words each at most', () => {
    const bodies = ['Frontex', 'Europol', 'Eurojust', 'the Commission', 'the Council', 'UNHCR', 'Interpol', 'NATO'].join(', ');
    const { aspects, why: line } = weighed(
      `[+${bodies} shall not, where appropriate, inform at least 95 persons within 99 days under Article 98(7)+]`,
    );
    expect(aspects).toEqual(['legal force', 'negation', 'actor', 'scope', 'date', 'number', 'reference']);
    expect(line.length).toBeLessThanOrEqual(160);
    expect(line).toContain(
      'legal force: +shall +where appropriate; negation: +not; actor: +Frontex …; scope: +at least; date: +within 99 days',
    );
    expect(why(`[+${bodies}+]`)).toBe('actor: +Frontex +Europol +Eurojust +Commission +Council +UNHCR …');
  });

  it('is wording where nothing stronger applies', () =>
    expect(weighed('with [-many-] [+numerous+] boats')).toEqual({ weight: 1, aspects: ['wording'], why: 'wording' }));
});
