// What the demo plays: three days of the stand-ins' story, with documents of its own on the Council's document host, and one source that is
// blocked for a day. How it is told stands in pipeline/commands/demo.ts. All documents, numbers and sentences are made up.

import { type CouncilSpec, councilPdf } from './documents.ts';
import type { Day, Site, Story } from './site.ts';
import { STORIES } from './sites/index.ts';

export const DEMO_DAYS: readonly Day[] = [1, 2, 3];

/** A whole site behind a challenge page, on one day. */
export const BLOCKED = { day: 2, origin: 'https://www.emsa.europa.eu' } as const;

/** What people would have written: interests in pactwatch.yaml, where the walk along new numbers starts, and what the corpus tracks. */
export const DECLARED = {
  interests: {
    subjectCodes: ['SCH-EVAL', 'COSI', 'MIGR', 'FRONT', 'ASIM'],
    words: [
      'migrant smuggling',
      'smuggling of migrants',
      'facilitation of unauthorised entry',
      'Schengen Barometer',
      'state of the Schengen area',
      'anti-smuggling operational partnership',
      'Pact on Migration and Asylum',
    ],
    procedures: ['2023/0438(COD)', '2023/0439(COD)'],
    bodies: ['Frontex', 'Europol', 'Eurojust', 'EUAA', 'eu-LISA'],
  },
  walkFrom: 'ST 90010/26',
  tracked: [
    { number: '90001/26', title: 'Harbour Watch platform: Presidency discussion paper' },
    { number: '90002/26', title: 'Lantern exercise: draft plan' },
    { number: '90003/26', title: 'Situation at the northern piers' },
  ],
};

const cover = { from: 'Presidency', to: 'Delegations', type: 'NOTE', order: 'word', limite: true } as const;

const harbour: CouncilSpec = {
  ...cover,
  number: '90001/26',
  date: '6 July 2026',
  codes: ['MIGR 901', 'COSI 902', 'FRONT 903'],
  publicBox: true,
  subject: 'Harbour Watch platform\n- Presidency discussion paper',
  paragraphs: [
    'The Presidency proposes a Harbour Watch platform through which ports tell each other about boats that are bought for smuggling.',
    'Delegations are invited to say whether the platform should begin with six ports or with twelve.',
  ],
};

const lanterns: CouncilSpec = {
  ...cover,
  number: '90002/26',
  date: '13 July 2026',
  codes: ['COSI 911', 'ENFOPOL 912'],
  subject: 'Lantern exercise: draft plan',
  paragraphs: [
    'The Lantern exercise tests how quickly a report of a smuggling boat reaches every authority that needs it.',
    'Agencies shall send their first results to the Presidency by 30 November 2026.',
    'The exercise costs 410 000 euro and involves nine Member States.',
  ],
};

const figures: CouncilSpec = {
  ...cover,
  number: '90003/26',
  date: '20 July 2026',
  codes: ['FRONT 921', 'ASIM 922'],
  subject: 'Situation at the northern piers: figures for the last quarter',
  paragraphs: [
    'In the last quarter 12 345 people were counted at the northern piers, most of them at night.',
    'Member States shall check every second boat and shall report each month.',
    'The figures come from the harbour offices and are not final.',
  ],
};

const newcomer: CouncilSpec = {
  ...cover,
  number: '90011/26',
  date: '8 September 2026',
  codes: ['MIGR 941', 'RELEX 942'],
  subject: 'Follow-up to the Harbour Watch discussion',
  previousDocuments: '90001/26',
  paragraphs: ['Following the discussion of 90001/26, eight ports have said that they want to take part from the start.'],
};

const bystander: CouncilSpec = {
  ...cover,
  number: '90012/26',
  date: '8 September 2026',
  codes: ['AGRI 951'],
  limite: false,
  subject: 'Orchard statistics',
  paragraphs: ['The yearly figures on orchards are attached.'],
};

const lanternsRevised: CouncilSpec = {
  ...lanterns,
  number: '90002/1/26 REV 1',
  date: '7 September 2026',
  previousDocuments: '90002/26',
  subject: 'Lantern exercise: revised draft plan',
  paragraphs: [
    lanterns.paragraphs[0] ?? '',
    'Agencies are encouraged to send their first results to the Presidency by 30 June 2027, where appropriate.',
    'The exercise costs 560 000 euro and involves nine Member States.',
  ],
};

const figuresReplaced: CouncilSpec = {
  ...figures,
  paragraphs: [
    'In the last quarter 12 543 people were counted at the northern piers, most of them at night.',
    'Member States should check every second boat and shall report each month.',
    figures.paragraphs[2] ?? '',
  ],
};

/** By their part of the address; what the host gives from a day on. Before the first one there is no such document. */
const DOCUMENTS: Readonly<Record<string, Partial<Record<Day, CouncilSpec>>>> = {
  'ST-90001-2026-INIT': { 2: harbour },
  'ST-90002-2026-INIT': { 1: lanterns },
  'ST-90002-2026-REV-1': { 2: lanternsRevised },
  'ST-90003-2026-INIT': { 1: figures, 3: figuresReplaced },
  'ST-90011-2026-INIT': { 2: newcomer },
  'ST-90012-2026-INIT': { 2: bystander },
};

const documentOn = (path: string, day: Day): CouncilSpec | undefined => {
  const [, id = ''] = /^\/doc\/document\/([^/]+)\/en\/pdf$/.exec(path) ?? [];
  const states = Object.entries(DOCUMENTS[id] ?? {}).filter(([from]) => Number(from) <= day);
  return states.at(-1)?.[1];
};

const withDocuments = (site: Site): Site => ({
  ...site,
  answer: async (question) => {
    const document = documentOn(question.url.pathname, question.day);
    return document === undefined ? site.answer(question) : { type: 'application/pdf', body: await councilPdf(document) };
  },
});

/** All stand-ins; the document host has the documents above as well as its own. */
export const demoStories: readonly Story[] = Object.values(STORIES).map((story) => ({
  ...story,
  sites: story.sites.map((site) => (site.origin === 'https://data.consilium.europa.eu' ? withDocuments(site) : site)),
}));
