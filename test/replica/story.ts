// The story that the demo tells: two days on the Council's document host. All documents, numbers and sentences are made up.

import type { CouncilSpec } from './documents.ts';

export const DAYS = ['2026-03-02', '2026-03-03'] as const;

export interface StoryDocument {
  /** As in the corpus: `90001/26`. */
  readonly number: string;
  readonly id: string;
  /** What the host gives on each day: a document, nothing, or a challenge page. */
  readonly days: readonly [CouncilSpec | 'absent', CouncilSpec | 'absent' | 'challenge'];
  /** Title in the corpus; null for a document that nobody tracks. */
  readonly tracked: string | null;
}

const cover = { from: 'Presidency', to: 'Delegations', type: 'NOTE', order: 'word', limite: true } as const;

const harbour: CouncilSpec = {
  ...cover,
  number: '90001/26',
  date: '12 January 2026',
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
  date: '19 January 2026',
  codes: ['COSI 911', 'ENFOPOL 912'],
  subject: 'Lantern exercise: draft plan',
  paragraphs: [
    'The Lantern exercise tests how quickly a report of a smuggling boat reaches every authority that needs it.',
    'Agencies shall send their first results to the Presidency by 30 June 2026.',
    'The exercise costs 410 000 euro and involves nine Member States.',
  ],
};

const figures: CouncilSpec = {
  ...cover,
  number: '90003/26',
  date: '26 January 2026',
  codes: ['FRONT 921', 'ASIM 922'],
  subject: 'Situation at the northern piers: figures for the last quarter',
  paragraphs: [
    'In the last quarter 12 345 people were counted at the northern piers, most of them at night.',
    'Member States shall check every second boat and shall report each month.',
    'The figures come from the harbour offices and are not final.',
  ],
};

const quays: CouncilSpec = {
  ...cover,
  number: '90004/26',
  date: '2 February 2026',
  codes: ['SCH-EVAL 931'],
  subject: 'Evaluation of the southern quays',
  paragraphs: ['The evaluation found that two of five quays have no guard at night.', 'A second visit is planned for the autumn.'],
};

const newcomer: CouncilSpec = {
  ...cover,
  number: '90011/26',
  date: '2 March 2026',
  codes: ['MIGR 941', 'RELEX 942'],
  subject: 'Follow-up to the Harbour Watch discussion',
  previousDocuments: '90001/26',
  paragraphs: ['Following the discussion of 90001/26, eight ports have said that they want to take part from the start.'],
};

const bystander: CouncilSpec = {
  ...cover,
  number: '90012/26',
  date: '2 March 2026',
  codes: ['AGRI 951'],
  limite: false,
  subject: 'Orchard statistics',
  paragraphs: ['The yearly figures on orchards are attached.'],
};

const lanternsRevised: CouncilSpec = {
  ...lanterns,
  number: '90002/1/26 REV 1',
  date: '27 February 2026',
  previousDocuments: '90002/26',
  subject: 'Lantern exercise: revised draft plan',
  paragraphs: [
    lanterns.paragraphs[0] ?? '',
    'Agencies are encouraged to send their first results to the Presidency by 31 December 2026, where appropriate.',
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

export const STORY: readonly StoryDocument[] = [
  {
    number: '90001/26',
    id: 'ST-90001-2026-INIT',
    days: ['absent', harbour],
    tracked: 'Harbour Watch platform: Presidency discussion paper',
  },
  { number: '90002/26', id: 'ST-90002-2026-INIT', days: [lanterns, lanterns], tracked: 'Lantern exercise: draft plan' },
  { number: '90002/1/26 REV 1', id: 'ST-90002-2026-REV-1', days: ['absent', lanternsRevised], tracked: null },
  { number: '90003/26', id: 'ST-90003-2026-INIT', days: [figures, figuresReplaced], tracked: 'Situation at the northern piers' },
  { number: '90004/26', id: 'ST-90004-2026-INIT', days: [quays, 'challenge'], tracked: 'Evaluation of the southern quays' },
  { number: '90011/26', id: 'ST-90011-2026-INIT', days: ['absent', newcomer], tracked: null },
  { number: '90012/26', id: 'ST-90012-2026-INIT', days: ['absent', bystander], tracked: null },
];

/** Where the walk along new numbers starts in the story. */
export const WALK_FROM = 'ST 90010/26';
