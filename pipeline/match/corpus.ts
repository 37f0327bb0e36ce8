// The tracked texts that people write in watchers/corpus/: their YAML form and its rules.
// What is done with them is not decided here.

import { z } from 'zod';
import { parseReference } from '../reference.ts';
import type { Tracked } from '../types.ts';
import { type Read, readYaml } from '../yaml.ts';
import { citationKey } from './citations.ts';
import { fold } from './words.ts';

export { newTracked } from './draft.ts';

// Messages carry their remedy after " | ".
const words = z.string().trim().min(1, 'this is empty | Write something here, or null.');
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const list = <T extends z.ZodType>(schema: T) => z.array(schema).default([]);
const day = z.iso.date('this is not a day | Write it as 2023-10-11.');
const address = z.url({ protocol: /^https?$/, error: 'this is not an address | Write it whole, with https://.' });
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'this is not an id | Use lower-case letters, digits and single hyphens.',
  abort: true,
});
const subjectCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9/ -]*$/, 'this is not a subject code | Write it as on the cover: SCH-EVAL 217, or SCH-EVAL alone.');
/** The sources name days, months or years. */
const roughDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'this is not a date | Write 2024, 2024-07 or 2024-07-18, in quotes when it is a year.');
const dueMessage = 'this is not a month, quarter or year | Write 2023-12, 2024-Q2 or 2024; the texts name no days.';
const due = z
  .union(
    [z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/, dueMessage), z.int(dueMessage).min(1952, dueMessage).max(2199, dueMessage)],
    {
      error: dueMessage,
    },
  )
  .transform(String);

const document = z
  .string()
  .transform((written, ctx) => {
    const reference = parseReference(written);
    if (reference !== null) return reference;
    ctx.addIssue({
      code: 'custom',
      message: `"${written}" is not a document number | Write it as 13901/23, 8261/1/26 REV 1 or WK 3735/2026.`,
    });
    return z.NEVER;
  })
  .describe('Council document number: 13901/23, 8261/1/26 REV 1, WK 3735/2026. All its versions are followed.');

const citedId = z
  .string()
  .superRefine((id, ctx) => {
    if (citationKey(id) !== null || /^[a-z][a-z0-9-]*$/.test(id)) return;
    const remedy = 'Write 13901/23, COM(2023) 755, 2023/0439(COD) or a CELEX number; a text without number gets a name like this-one.';
    ctx.addIssue({ code: 'custom', message: `"${id}" is not a document number | ${remedy}` });
  })
  .describe('Document number, COM number, procedure or CELEX number; a name of your own for a text that has none.');

/** Runs also when other keys are wrong, so that all problems are told at once. */
const unique = (what: string) =>
  [
    (rows: readonly { readonly id?: unknown }[], ctx: z.core.$RefinementCtx) => {
      if (!Array.isArray(rows)) return;
      for (const [i, row] of rows.entries()) {
        const first = rows.findIndex((other) => other?.id !== undefined && other.id === row?.id);
        if (first === -1 || first === i) continue;
        ctx.addIssue({
          code: 'custom',
          path: [i, 'id'],
          message: `the id "${row.id}" is used twice | Give each ${what} of a file its own.`,
        });
      }
    },
    { when: () => true },
  ] as const;

const reference = z.strictObject({ id: citedId, title: maybe(words), url: maybe(address) });

const passage = z.strictObject({
  id: name,
  section: maybe(words),
  text: words
    .refine(
      (text) => fold(text).split(' ').length >= 4,
      'this has fewer than four words | Quote more of it: so little stands in many texts.',
    )
    .describe('A short quotation, word for word. Space, quotes, case and hyphens make no difference.'),
  why: words.describe('What it would mean to meet these words elsewhere.'),
});

const answer = z.strictObject({
  reference: words,
  title: words,
  date: maybe(roughDate),
  url: maybe(address),
  kind: z.enum(['full', 'part', 'proxy']).describe('A proxy shows the same subject and never closes a promise by itself.'),
  confidence: z.enum(['seen', 'reported', 'inferred', 'remembered']),
  checkedOn: roughDate,
});

const ACTORS = [
  ...['COM', 'EEAS', 'EUROPOL', 'FRONTEX', 'EUROJUST', 'EUAA', 'EMSA', 'EULISA'],
  ...['MS', 'COUNCIL', 'EP', 'BLUEPRINT', 'PARTNERS'],
] as const;

const promise = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/, 'this is not a promise id | Use letters, digits and points: III.1a.'),
  section: words,
  actors: z.array(z.enum(ACTORS)).min(1, 'nobody is named | Name at least one actor.'),
  what: words.describe('The promise in your own words.'),
  addressee: maybe(words),
  cadence: z.enum(['once', 'yearly', 'regular', 'continuous', 'none']).describe('Only once and yearly can be overdue.'),
  firstDue: maybe(due),
  channel: z.enum(['public', 'barometer', 'not-stated']),
  sources: list(name).describe('Where an answer would appear.'),
  watch: z
    .strictObject({
      celex: list(z.string().regex(/^\d{5}[A-Z]{1,2}\d{4}$/, 'this is not a CELEX number | Write it as 52023PC0755.')),
      procedures: list(z.string().regex(/^\d{4}\/\d{4}\([A-Z]{3}\)$/, 'this is not a procedure | Write it as 2023/0439(COD).')),
      titlePatterns: list(words).describe('Phrases in titles. "smuggl*" for words that begin so; "a + b" when both must be there.'),
      subjectCodes: list(subjectCode),
    })
    .prefault({}),
  answers: list(answer),
  status: z.enum(['answered', 'partly', 'proxy', 'hidden', 'none', 'continuous']),
  note: maybe(words),
});

const shape = {
  kind: z.enum(['council-document', 'article']),
  title: words,
  document: maybe(document),
  date: maybe(day),
  url: maybe(address),
  language: z
    .string()
    .regex(/^([a-z]{2}|x)$/, 'this is not a language | Write two lower-case letters, or x for a multilingual file.')
    .default('en'),
  originator: maybe(words),
  addressee: maybe(words),
  marking: maybe(words).describe('LIMITE, or a classification.'),
  subjectCodes: list(subjectCode),
  references: z
    .array(reference)
    .superRefine(...unique('reference'))
    .default([])
    .describe('What the text cites.'),
  passages: z
    .array(passage)
    .superRefine(...unique('passage'))
    .default([])
    .describe('Wording to look for in other texts.'),
  promises: z
    .array(promise)
    .superRefine(...unique('promise'))
    .default([])
    .describe('What the text announces, and who owes it.'),
};

const schemaWith = (id: z.ZodType<string>) =>
  z.strictObject({ id, ...shape }).superRefine(
    (text, ctx) => {
      if (text?.kind !== 'council-document' || text.document !== null) return;
      ctx.addIssue({
        code: 'custom',
        path: ['document'],
        message: 'this is missing | Write the document number, or make the kind article.',
      });
    },
    { when: () => true },
  );

/** The YAML form of a tracked text. */
const trackedSchema = schemaWith(name.describe('The name of this file without .yaml.'));

/** What `tracked.schema.json` must hold, so that editors help while a tracked text is written. */
export const trackedJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(trackedSchema, { io: 'input' }), null, 2)}\n`;

const precision = (firstDue: string): 'month' | 'quarter' | 'year' =>
  firstDue.includes('Q') ? 'quarter' : firstDue.includes('-') ? 'month' : 'year';

/**
 * Reads one file of the corpus.
 * @param file its name, which must be the id: `watchers/corpus/council-13901-23.yaml`
 * @returns the tracked text, or all problems at once.
 */
export const parseTracked = (file: string, source: string): Read<Tracked> => {
  const expected = /([^/\\]+?)(?:\.ya?ml)?$/.exec(file)?.[1] ?? '';
  const id = name.refine((given) => given === expected, `the id is not the name of the file | Write ${expected}, or rename the file.`);
  const read = readYaml(file, source, schemaWith(id));
  if (!read.ok) return read;
  const { document: reference, promises, ...rest } = read.value;
  const dated = promises.map((p) => ({ ...p, duePrecision: p.firstDue === null ? null : precision(p.firstDue) }));
  return { ok: true, value: { ...rest, reference, promises: dated } };
};
