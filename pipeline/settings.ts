// pactwatch.yaml: what people may set, with its defaults. Everything has a default but `contact`.

import { z } from 'zod';
import { parseReference } from './reference.ts';
import { type Read, readYaml } from './yaml.ts';

const words = z.array(z.string().min(1)).default([]);
const documentNumber = z
  .string()
  .refine((s) => parseReference(s) !== null, 'this is not a document number | Write it like "ST 13901/23" or "WK 3735/2026".');
const origin = z
  .string()
  .refine(isOrigin, 'this is not an origin | Write scheme, host and port only, like "https://data.consilium.europa.eu".');

function isPattern(value: string): boolean {
  try {
    return new RegExp(value).source !== '';
  } catch {
    return false;
  }
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

const interests = z
  .strictObject({
    subjectCodes: words.describe('Subject codes without their running number: SCH-EVAL, MIGR.'),
    words: words.describe('Words or phrases that must stand in a title or subject line.'),
    procedures: words.describe('Interinstitutional files: 2023/0439(COD).'),
    bodies: words.describe('Names of bodies: Frontex, Europol.'),
    documents: z.array(documentNumber).default([]).describe('Document numbers: what cites one as its previous document is kept.'),
  })
  .prefault({});

const manners = z
  .strictObject({
    pause: z
      .number()
      .min(0)
      .max(600)
      .nullable()
      .default(null)
      .describe('Seconds between two requests to one host. Left out: 10, and none for stand-ins on this machine.'),
    budget: z.int().min(1).max(100_000).default(500).describe('Requests per run and watcher.'),
    timeout: z.number().min(1).max(600).default(90).describe('Seconds for one whole answer.'),
    maxMegabytes: z.number().min(1).max(500).default(50).describe('Largest answer that is read.'),
    retries: z.int().min(0).max(10).default(3).describe('Further tries after a line that broke, 429 or 5xx.'),
    robots: z.enum(['honour', 'permitted']).default('honour').describe('"permitted" only when the operator of the site allowed it.'),
  })
  .prefault({});

const frontier = z
  .strictObject({
    start: z.array(documentNumber).default([]).describe('Numbers to start from, one per series: ST 15000/26. None: no walk.'),
    numbers: z.int().min(0).max(5_000).default(60).describe('Numbers asked per run at most.'),
    lookAhead: z.int().min(1).max(500).default(20).describe('How far past the last public number to look.'),
  })
  .prefault({});

const address = z
  .string()
  .refine((s) => /^https?:\/\//.test(s) && URL.canParse(s), 'this is not a web address | Write it with https:// in front.');
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'this cannot be a name | Use lower-case letters, digits and hyphens, like "frontex-migratory-map".');
/** One selector or several, of which the first that finds something counts. */
const selectors = z
  .union([z.string().min(1), z.array(z.string().min(1))])
  .default([])
  .transform((given) => (typeof given === 'string' ? [given] : given));

const added = {
  id,
  url: address,
  title: z.string().min(1).optional().describe('What it is, in the words of a report. Left out: its id.'),
};

const page = z.strictObject({
  ...added,
  select: selectors.describe('CSS selectors of the part that is watched. Left out: the main part is found.'),
  remove: selectors.describe('CSS selectors of what is not watched inside it: counters, dates, related links.'),
  expect: z
    .union([z.int().min(0), z.string().min(1)])
    .default(1)
    .describe('Fewest characters of its text, or words that must stand in it.'),
  via: z.enum(['http', 'browser']).default('http').describe('"browser" where a script writes the text.'),
});

const list = z.strictObject({
  ...added,
  select: selectors.describe('CSS selectors of one row. Left out: links are taken, of which "keep" must say which.'),
  remove: selectors.describe('CSS selectors of what is not watched in the pages that the rows lead to.'),
  rowTitle: selectors.describe('CSS selectors of the title inside a row. Left out: headings, then links.'),
  rowLink: selectors.describe('CSS selectors of the link inside a row. Left out: that of the title, then the first.'),
  rowDate: selectors.describe('CSS selectors of the date inside a row. Left out: time elements.'),
  keep: z
    .string()
    .min(1)
    .refine(isPattern, 'this is not a regular expression | Write one like "^/news/2026/".')
    .optional()
    .describe('A regular expression that the path of a row must fit: ^/news/2026/'),
  expect: z.int().min(0).default(1).describe('Fewest rows of the list.'),
  via: z.enum(['http', 'browser']).default('http'),
  texts: z.boolean().default(true).describe('Whether the pages behind the rows are kept and compared.'),
  all: z.boolean().default(false).describe('Tell every new row, whatever the interests are.'),
});

const feed = z.strictObject({
  ...added,
  expect: z.int().min(0).default(1).describe('Fewest items of the feed.'),
  texts: z.boolean().default(true).describe('Whether the pages behind the items are kept and compared.'),
  all: z.boolean().default(false).describe('Tell every new item, whatever the interests are.'),
});

const watcher = z.strictObject({
  enabled: z.boolean().default(true),
  robots: z.enum(['honour', 'permitted']).optional().describe('"permitted" only when the operator of the site allowed it.'),
  permittedBy: z.string().min(1).optional().describe('Who gave the permission, and when: "J. Doe, web team, e-mail of 2026-09-01".'),
  pause: z.number().min(0).max(600).optional().describe('Seconds between two requests of this watcher.'),
  frontier,
});

const browser = z
  .strictObject({
    path: z.string().min(1).nullable().default(null).describe('The browser program. Left out: one that is found, else the packaged one.'),
  })
  .prefault({});

const extraction = z
  .strictObject({
    seconds: z.number().min(1).max(3_600).default(120).describe('Longest time for one document.'),
    pages: z.int().min(1).max(100_000).default(3_000).describe('Most pages of one document.'),
    megabytes: z.number().min(1).max(2_000).default(200).describe('Largest file.'),
    memory: z.int().min(128).max(16_384).default(1_024).describe('Megabytes of memory that reading one document may take.'),
  })
  .prefault({});

const issues = z
  .strictObject({
    max: z.int().min(1).max(1_000).default(20).describe('New issues per filing; the rest wait for the next.'),
    labels: words.describe('Labels that every issue gets besides our own.'),
  })
  .prefault({});

const settingsSchema = z.strictObject({
  contact: z
    .string()
    .min(3)
    .nullable()
    .default(null)
    .describe('An address at which the operators of the sites can reach you: e-mail or web page.'),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, 'this is not a language code | Write two lower-case letters, like "en".'))
    .min(1)
    .default(['en'])
    .describe('Wanted language versions, the first one first. The multilingual file is always tried.'),
  interests,
  manners,
  watchers: z.record(z.string(), watcher).default({}),
  pages: z.array(page).default([]).describe('Pages and files of your own choice whose text is watched.'),
  lists: z.array(list).default([]).describe('Pages whose rows are watched for new ones.'),
  feeds: z.array(feed).default([]).describe('RSS and Atom feeds that are watched for new items.'),
  browser,
  origins: z.record(origin, origin).default({}).describe('Real origin to the origin that stands for it: a mirror or a test server.'),
  extract: extraction,
  issues,
});

export type Settings = z.output<typeof settingsSchema>;

export const parseSettings = (file: string, source: string): Read<Settings> => readYaml(file, source, settingsSchema);

/** Ids of the pages, lists and feeds that the settings add. */
export const addedIds = ({ pages, lists, feeds }: Settings): readonly string[] => [...pages, ...lists, ...feeds].map(({ id }) => id);

/** What holds for a watcher that the settings do not mention. */
export const watcherSettings = (settings: Settings, id: string): Settings['watchers'][string] =>
  settings.watchers[id] ?? { enabled: true, frontier: { start: [], numbers: 60, lookAhead: 20 } };

/** For editors: JSON Schema of pactwatch.yaml. */
export const settingsJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(settingsSchema, { io: 'input' }), null, 2)}\n`;
