// How our labels look on GitHub. Which report gets which label is decided where the report is made.

interface LabelLook {
  readonly color: string;
  readonly description: string;
}

/** By how the label's name begins; the last row is for labels that people named in the settings. */
const LOOKS: readonly (readonly [start: string, look: LabelLook])[] = [
  ['pactwatch', { color: '1d4ed8', description: 'Made by pactwatch' }],
  ['watcher: ', { color: '0e7490', description: 'The source it comes from' }],
  ['kind: ', { color: '6b7280', description: 'What happened' }],
  ['change: substance', { color: '991b1b', description: 'Who must do what: legal force, negation, definitions and the like' }],
  ['change: figures', { color: '1e40af', description: 'Numbers, dates, actors, references' }],
  ['change: wording', { color: '57534e', description: 'Other words' }],
  ['change: editorial', { color: 'd6d3d1', description: 'Spelling, numbering, paragraphs that moved' }],
  ['priority: ', { color: 'b91c1c', description: 'To be looked at first' }],
];
const OTHER: LabelLook = { color: 'd4d4d8', description: '' };

export const labelLook = (name: string): LabelLook => LOOKS.find(([start]) => name.startsWith(start))?.[1] ?? OTHER;
