// The text at an address: fetched, judged, read and compared with what is stored. What becomes of it is told in pages.ts and details.ts.

import { createHash } from 'node:crypto';
import { diffTexts } from '../diff/index.ts';
import { sameWords } from '../diff/typography.ts';
import { ExtractError, LayoutError } from '../errors.ts';
import { readingText, textSha256 } from '../extract/text.ts';
import { judge, type Wanted } from '../fetch/page.ts';
import { blockedBy } from '../fetch/walls.ts';
import { isSuddenLoss, type Recorded, recordText } from '../snapshot.ts';
import type { Entry, Language, Page, Text, TextDiff } from '../types.ts';
import { type Known, type Reading, readKnown, readText } from './known.ts';
import type { Session } from './session.ts';

export interface Place {
  readonly entry: Entry;
  readonly language: Language;
  /** The real address that is asked; not always the one that people open. */
  readonly url: string;
  readonly reading: Reading;
  readonly via: 'http' | 'browser';
  /** A row of a list led here, and not a person's setting. */
  readonly fromList: boolean;
  /** Fewest characters, or words that must stand there. */
  readonly expect: number | string;
}

export type Behind =
  | {
      readonly kind: 'text';
      readonly known: Known;
      readonly text: Text | null;
      readonly recorded: Recorded;
      readonly diff: TextDiff | null;
    }
  | { readonly kind: 'absent'; readonly known: Known; readonly reason: string; readonly evidence: string; readonly status: number };

/** A text with less than this share of what was there before, and that had some, was emptied rather than edited. */
const EMPTIED = 0.1;
const HAD_SOME = 400;

interface Fetched {
  readonly page: Page;
  readonly sha256: string;
}

/** @throws WatchError for whatever keeps the text from being read */
export const lookBehind = async (session: Session, place: Place): Promise<Behind> => {
  const { id } = place.entry;
  const known = await readKnown(session, { id, language: place.language, reading: place.reading });
  const seen = await ask(session, place, { known, fresh: false });
  if (seen !== null && 'reason' in seen) return { kind: 'absent', known, ...seen };
  const text = seen === null || (known.current && seen.sha256 === known.sha256) ? known.text : await textOf(session, place, seen);
  checkText(place, text, known);
  if (session.context.twice && text !== null) await checkSecondLook(session, place, { known, text });
  const sha256 = seen?.sha256 ?? known.sha256 ?? '';
  if (known.text !== null && text !== null && isSuddenLoss(readingText(known.text), readingText(text))) {
    const again = await ask(session, place, { known, fresh: true });
    if (again === null || 'reason' in again || again.sha256 !== sha256) {
      return { kind: 'text', known, text, diff: null, recorded: { entry: place.entry, outcome: 'held', change: null } };
    }
  }
  const base = known.entry ?? place.entry;
  const recorded = recordText(base, { sha256, text, textSha256: text && textSha256(text), today: session.context.today });
  remember(session, place, { seen, recorded });
  return { kind: 'text', known, text, ...judged(known, text, recorded) };
};

/** Other bytes and other blocks, but the same words in the same order, is no change of theirs that anyone would read. */
const judged = (known: Known, text: Text | null, recorded: Recorded): { recorded: Recorded; diff: TextDiff | null } => {
  if (recorded.outcome !== 'changed' || known.text === null || text === null) return { recorded, diff: null };
  const { held, earlier, ...entry } = recorded.entry;
  const before = known.entry?.earlier;
  const silent = { entry: before === undefined ? entry : { ...entry, earlier: before }, outcome: 'layout' as const, change: null };
  if (sameWords(known.text.blocks, text.blocks)) return { recorded: silent, diff: null };
  const diff = diffTexts(known.text, text);
  return diff.equal ? { recorded: silent, diff: null } : { recorded, diff };
};

const KINDS: Readonly<Record<Text['kind'], Wanted>> = { html: 'html', pdf: 'pdf', docx: 'file', xlsx: 'file', csv: 'file' };

/** What was there before is what is wanted again; of an address that was never read, its name and its answer tell. */
const wantedOf = (known: Known, { reading, url }: Place, page: Page): Wanted => {
  if (reading.html !== undefined) return 'json';
  if (known.text !== null) return KINDS[known.text.kind];
  if (/[./]pdf$/i.test(new URL(url).pathname) || page.mediaType === 'application/pdf') return 'pdf';
  return /\.(?:xlsx|docx|csv)$/i.test(new URL(url).pathname) || /officedocument|csv/.test(page.mediaType) ? 'file' : 'html';
};

type Asked = Fetched | null | { readonly reason: string; readonly evidence: string; readonly status: number };

/** @returns null for "not modified" */
const ask = async (session: Session, place: Place, { known, fresh }: { known: Known; fresh: boolean }): Promise<Asked> => {
  const remembered = session.looks.validators[place.url];
  const validators = !fresh && known.current && remembered?.sha256 === known.sha256 ? remembered : null;
  const isPage = place.reading.html === undefined;
  const accept = isPage ? 'text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.1' : 'application/json, */*;q=0.1';
  const page = await session.fetcher.get(place.url, { validators, accept, via: isPage ? place.via : 'http' });
  const verdict = judge(page, wantedOf(known, place, page));
  if (verdict.kind === 'not-modified') return null;
  if (verdict.kind === 'wall') throw blockedBy(page, verdict);
  const fetched = { page, sha256: createHash('sha256').update(page.body).digest('hex') };
  if (verdict.kind === 'good') return fetched;
  const moved = verdict.reason === 'moved-away' && (await isSameElsewhere(session, place, { known, fetched }));
  return moved ? fetched : { reason: verdict.reason, evidence: verdict.evidence, status: page.status };
};

/** A redirect is followed to the same words; to others, only where nobody has read the address before and a list led to it. */
const isSameElsewhere = async (
  session: Session,
  place: Place,
  { known, fetched }: { known: Known; fetched: Fetched },
): Promise<boolean> => {
  const isFrontPage = new URL(fetched.page.finalUrl).pathname.length <= 1;
  if (known.text === null)
    return place.fromList && !isFrontPage && judge({ ...fetched.page, url: fetched.page.finalUrl }, 'html').kind === 'good';
  const text = await textOf(session, place, fetched).catch(() => null);
  return text !== null && sameWords(known.text.blocks, text.blocks);
};

const textOf = async (session: Session, { url, reading }: Place, { page, sha256 }: Fetched): Promise<Text | null> => {
  if (!session.context.dryRun) await session.context.store.fetched.put(sha256, page.body);
  if (reading.html === undefined) return readText(session, { body: page.body, mediaType: page.mediaType, at: url }, reading);
  const html = reading.html(jsonOf(page));
  if (html === null) {
    throw new LayoutError(`${url} answers without the text that it should hold`, {
      at: url,
      remedy: 'Open the address in a browser. Where its shape changed, the declaration of the watcher has to follow.',
    });
  }
  return readText(session, { body: new TextEncoder().encode(html), mediaType: 'text/html', at: url }, reading);
};

const jsonOf = (page: Page): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(page.body));
  } catch (cause) {
    throw new LayoutError(`${page.url} is not JSON`, { at: page.url, remedy: 'Open the address in a browser.', cause });
  }
};

const emptied = (place: Place, seen: string): ExtractError =>
  new ExtractError('emptied', `${place.url} ${seen}`, {
    at: place.url,
    remedy: 'Open it in a browser. When it is right so, lower "expect" or correct "select"; the last known text is kept.',
  });

/** @throws ExtractError `emptied` when the page is there and what it said is not */
const checkText = (place: Place, text: Text | null, known: Known): void => {
  if (text === null) {
    if (known.text !== null && known.text.kind === 'html') throw emptied(place, 'has no text any more');
    return;
  }
  const words = readingText(text);
  if (typeof place.expect === 'string' && !words.toLowerCase().includes(place.expect.toLowerCase())) {
    throw emptied(place, `does not hold the words that must stand in it ("${place.expect}")`);
  }
  if (typeof place.expect === 'number' && words.length < place.expect) {
    throw emptied(place, `has ${words.length} characters of text, fewer than the ${place.expect} that are expected`);
  }
  const before = known.text === null ? 0 : readingText(known.text).length;
  if (before >= HAD_SOME && words.length < before * EMPTIED)
    throw emptied(place, `had ${before} characters of text and has ${words.length}`);
};

/** @throws LayoutError `unstable` when a second look at once sees other words: noise that a selector has to take away */
const checkSecondLook = async (session: Session, place: Place, { known, text }: { known: Known; text: Text }): Promise<void> => {
  const again = await ask(session, place, { known, fresh: true });
  const second = again === null || 'reason' in again ? null : await textOf(session, place, again);
  if (second === null || sameWords(text.blocks, second.blocks)) return;
  const [hunk] = diffTexts(text, second).hunks;
  const difference = hunk === undefined ? 'its order' : `"${hunk.old.slice(0, 80)}" and then "${hunk.new.slice(0, 80)}"`;
  throw new LayoutError(
    `${place.url} says something else at every look: ${difference}`,
    { at: place.url, remedy: 'Take what changes away with "remove", or watch a smaller part with "select".' },
    'unstable',
  );
};

/** Validators are kept only for what is stored: what is held is asked for in full again. */
const remember = (session: Session, { url }: Place, { seen, recorded }: { seen: Fetched | null; recorded: Recorded }): void => {
  if (seen === null || recorded.outcome === 'held') return;
  const { validators } = seen.page;
  if ((validators.etag ?? validators.lastModified) === null) delete session.looks.validators[url];
  else session.looks.validators[url] = { ...validators, sha256: seen.sha256 };
};
