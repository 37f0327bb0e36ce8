// `pactwatch history <entry>`: its versions in git, newest first, each with what it changed.

import { diffTexts } from '../diff/index.ts';
import { describeDiff, describeSame } from '../diff/stealth/stealth.ts';
import { textSha256 } from '../extract/text.ts';
import { fileAt, type History, historyOf, UNSHALLOW } from '../history.ts';
import { cut, oneLine } from '../markdown.ts';
import type { Store } from '../store.ts';
import { byWeight, count, WEIGHT_NAMES } from '../telling.ts';
import { parseTextFile } from '../textfile.ts';
import type { IsoDate, Text, TextDiff } from '../types.ts';
import { readFrontMatter } from '../yaml.ts';
import { open } from './context.ts';
import { findEntry } from './entries.ts';
import type { Environment, GlobalOptions } from './environment.ts';

/** More versions than these are only compared with `--all`. */
const COMPARED = 50;
const LONGEST_WHY = 90;

interface Told {
  /** Null for what is not committed. */
  readonly commit: string | null;
  readonly date: IsoDate | null;
  /** What changed against the version before, in one line; null where that was not looked at. */
  readonly summary: string | null;
  /** Of the weightiest change. */
  readonly why: string | null;
}

export const history = async (
  environment: Environment,
  options: GlobalOptions & { json?: boolean; all?: boolean },
  [words = '']: readonly string[],
): Promise<number> => {
  const { store } = await open(environment, options);
  const { entry, texts } = await findEntry(store, words);
  const most = options.all === true ? Number.POSITIVE_INFINITY : COMPARED;
  const all: { path: string; versions: Told[]; shallow: boolean }[] = [];
  for (const path of texts) {
    const known = await historyOf(store.root, path);
    all.push({ path, versions: await toldOf(store, path, { ...known, most }), shallow: known.shallow });
  }
  if (options.json) {
    environment.out(`${JSON.stringify({ entry: entry.id, texts: all }, null, 2)}\n`);
    return 0;
  }
  const lines = all.flatMap(({ path, versions, shallow }) => [
    path,
    ...versions.map(rowOf),
    ...(versions.length === 0 ? ['  neither there nor committed'] : []),
    ...(versions.some(({ summary }) => summary === null) ? [`  The newest ${COMPARED} versions are compared; all are with --all.`] : []),
    ...(shallow ? [`  ${UNSHALLOW}, where there are any.`] : []),
  ]);
  environment.out(`${entry.id}, first seen ${entry.firstSeen}\n${lines.join('\n')}\n`);
  if (texts.length === 0) environment.out('There is no text of it.\n');
  return 0;
};

const rowOf = ({ commit, date, summary }: Told): string =>
  `  ${(commit === null ? 'not committed' : `${date}  ${commit.slice(0, 12)}`).padEnd(24)}  ${summary ?? ''}`.trimEnd();

/** Two versions in memory at a time, however many there are. */
const toldOf = async (store: Store, path: string, { versions, shallow, most }: History & { most: number }): Promise<Told[]> => {
  const told: Told[] = [];
  const present = await store.read(path);
  const sources = async (i: number): Promise<string | null> => {
    const version = versions[i];
    return version === undefined ? null : fileAt(store.root, version.commit, path);
  };
  let now = await sources(0);
  if (present !== now && present !== null)
    told.push({ commit: null, date: null, ...changed({ now: present, before: now, shallow: false, first: versions.length === 0 }) });
  for (const [i, { commit, date }] of versions.entries()) {
    if (i >= most) {
      told.push({ commit, date, summary: null, why: null });
      continue;
    }
    const before = await sources(i + 1);
    told.push({ commit, date, ...changed({ now, before, shallow, first: i === versions.length - 1 }) });
    now = before;
  }
  return told;
};

interface Step {
  readonly now: string | null;
  readonly before: string | null;
  readonly shallow: boolean;
  /** Nothing older is in this clone. */
  readonly first: boolean;
}

type Summary = Pick<Told, 'summary' | 'why'>;

const changed = ({ now, before, shallow, first }: Step): Summary => {
  const [text, old] = [parseTextFile(now ?? ''), parseTextFile(before ?? '')];
  if (text === null) return say(now === null ? 'its text was taken away' : 'none of our stored texts');
  const size = count(wordsOf(text).length, 'word').replace(/\d{4,}/, (n) => Number(n).toLocaleString('en'));
  if (old === null) return say(`${first ? (shallow ? 'the oldest in this clone' : 'first recorded') : 'recorded again'}, ${size}`);
  const reading = old.extractor === text.extractor ? '' : ' (read by another revision of the extractor)';
  if (textSha256(old) === textSha256(text)) {
    const facts = factsOnly(now ?? '', before ?? '');
    return say(`${facts ?? describeSame(old, text).says}${reading}`);
  }
  return compared(old, text, reading);
};

const say = (summary: string): Summary => ({ summary, why: null });

const wordsOf = ({ blocks }: Text): string[] => blocks.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));

const compared = (old: Text, text: Text, reading: string): Summary => {
  const diff = diffTexts(old, text);
  if (diff.equal) return say(`${describeDiff(old, text, diff).says}${reading}`);
  const [heaviest] = byWeight(diff.hunks);
  const why = heaviest === undefined ? null : oneLine(heaviest.why);
  const kind = heaviest === undefined ? '' : `; ${whyOf(heaviest.weight, why ?? '')}`;
  return { summary: `${countOf(diff)}${kind}${reading}`, why };
};

/** `12 words in, 3 out`. */
const countOf = ({ summary: { insertedWords, deletedWords, movedParagraphs } }: TextDiff): string =>
  `${count(insertedWords, 'word')} in, ${deletedWords} out${movedParagraphs === 0 ? '' : `, ${count(movedParagraphs, 'paragraph')} moved`}`;

/** `substance: legal force: −shall +should`; a kind that says no more than its name is said once. */
const whyOf = (weight: keyof typeof WEIGHT_NAMES, why: string): string =>
  why === '' || why === WEIGHT_NAMES[weight] ? WEIGHT_NAMES[weight] : `${WEIGHT_NAMES[weight]}: ${cut(why, LONGEST_WHY)}`;

/** Which facts above an equal text are others; null where the text itself is written otherwise. */
const factsOnly = (now: string, before: string): string | null => {
  const [a, b] = [readFrontMatter(before), readFrontMatter(now)];
  if (a === null || b === null || a.body !== b.body) return null;
  const keys = [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])];
  const other = keys.filter((key) => JSON.stringify(a.facts[key]) !== JSON.stringify(b.facts[key]));
  return `facts only${other.length === 0 ? '' : `: ${other.map(oneLine).join(', ')}`}`;
};
