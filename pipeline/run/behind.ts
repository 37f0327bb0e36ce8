// The text at an address: fetched, judged, read and compared with what is stored. What becomes of it is told in pages.ts and details.ts.

import { createHash } from 'node:crypto';
import { sameWords } from '../diff/compare/typography.ts';
import { diffTexts } from '../diff/index.ts';
import { LayoutError, StoreError, WatchError } from '../errors.ts';
import { textSha256 } from '../extract/text.ts';
import { judge, type Wanted } from '../fetch/judge/page.ts';
import { blockedBy } from '../fetch/judge/walls.ts';
import { type Recorded, recordText, type SeenText } from '../snapshot.ts';
import type { Entry, Language, Outcome, Page, Text, TextDiff } from '../types.ts';
import { type Known, type Reading, readKnown, readText } from './known.ts';
import type { Session } from './session.ts';
import { judged } from './verdict.ts';
import { checkEnd, checkText } from './whole.ts';

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

interface Fetched {
  readonly page: Page;
  readonly sha256: string;
  /** Redirects ended elsewhere, at the same words. */
  readonly moved: boolean;
}

/** @throws WatchError for whatever keeps the text from being read */
export const lookBehind = async (session: Session, place: Place): Promise<Behind> => {
  const { id } = place.entry;
  const known = await readKnown(session, { id, language: place.language, reading: place.reading });
  const seen = await ask(session, place, { known, fresh: false });
  if (seen !== null && 'reason' in seen) return { kind: 'absent', known, ...seen };
  const text = seen === null || (known.current && seen.sha256 === known.sha256) ? known.text : await textOf(session, place, seen);
  const isPage = seen !== null && wantedOf(known, place, seen.page) === 'html';
  const read = { at: place.url, expect: place.expect, text, before: known.text, isPage };
  checkText(read);
  if (seen !== null && text !== known.text) checkEnd(read, { now: seen.page.body, known: await keptOf(session, known) });
  if (session.context.twice && text !== null) await checkSecondLook(session, place, { known, text });
  const sha256 = seen?.sha256 ?? known.sha256 ?? '';
  const look = { sha256, text, textSha256: text && textSha256(text), today: session.context.today };
  const base = known.entry ?? place.entry;
  const recorded = await recordedOf(session, known, { base, look });
  const verdict = await judged({ known, base, text, recorded }, () => readAgain(session, place, known));
  remember(session, place, { seen, recorded: verdict.recorded });
  const isElsewhere = seen?.moved === true && SAME.includes(verdict.recorded.outcome);
  return { kind: 'text', known, ...verdict, recorded: isElsewhere ? { ...verdict.recorded, outcome: 'moved' } : verdict.recorded };
};

const SAME: readonly Outcome[] = ['unchanged', 'bytes', 'layout'];

/** @returns null where the second look fails, whatever it fails at */
const readAgain = async (session: Session, place: Place, known: Known): Promise<Text | null> => {
  try {
    const again = await ask(session, place, { known, fresh: true });
    return again === null || 'reason' in again ? null : await textOf(session, place, again);
  } catch (error) {
    if (!(error instanceof WatchError) || error instanceof StoreError) throw error;
    return null;
  }
};

/** Pages carry marks of the visit: were their bytes recorded, every look would change our files. The ones that were kept say the same. */
const recordedOf = async (session: Session, known: Known, { base, look }: { base: Entry; look: SeenText }): Promise<Recorded> => {
  const recorded = recordText(base, look);
  const isSame = recorded.outcome === 'bytes' && look.text?.kind === 'html' && (await keptOf(session, known)) !== null;
  return isSame ? { ...recorded, entry: { ...recorded.entry, sha256: known.sha256 } } : recorded;
};

const keptOf = ({ context }: Session, { sha256 }: Known): Promise<Uint8Array | null> =>
  sha256 === null ? Promise.resolve(null) : context.store.fetched.get(sha256);

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
  const fetched = { page, sha256: createHash('sha256').update(page.body).digest('hex'), moved: false };
  if (verdict.kind === 'good') return fetched;
  const moved = verdict.reason === 'moved-away' && (await isSameElsewhere(session, place, { known, fetched }));
  return moved ? { ...fetched, moved } : { reason: verdict.reason, evidence: verdict.evidence, status: page.status };
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
  const html = htmlIn(page, reading.html);
  if (html === null) {
    throw new LayoutError(`${url} answers without the text that it should hold`, {
      at: url,
      remedy: 'Open the address in a browser. Where its shape changed, the declaration of the watcher has to follow.',
    });
  }
  return readText(session, { body: new TextEncoder().encode(html), mediaType: 'text/html', at: url }, reading);
};

/** @throws LayoutError where it is no JSON, or of a shape that its declaration does not know */
const htmlIn = (page: Page, html: NonNullable<Reading['html']>): string | null => {
  try {
    return html(JSON.parse(new TextDecoder().decode(page.body)));
  } catch (cause) {
    throw new LayoutError(`${page.url} is not the JSON that was expected`, {
      at: page.url,
      remedy: 'Open the address in a browser.',
      cause,
    });
  }
};

/** @throws LayoutError `unstable` when a second look at once sees other words: noise that a selector has to take away */
const checkSecondLook = async (session: Session, place: Place, { known, text }: { known: Known; text: Text }): Promise<void> => {
  const second = await readAgain(session, place, known);
  if (second === null || sameWords(text.blocks, second.blocks)) return;
  const [hunk] = diffTexts(text, second).hunks;
  const difference = hunk === undefined ? 'its order' : `"${hunk.old.slice(0, 80)}" and then "${hunk.new.slice(0, 80)}"`;
  throw new LayoutError(
    `${place.url} says something else at every look: ${difference}`,
    { at: place.url, remedy: 'Take what changes away with "remove", or watch a smaller part with "select".' },
    'unstable',
  );
};

/** Validators are kept only for what is stored, or says the same: what is held is asked for in full again. */
const remember = (session: Session, { url }: Place, { seen, recorded }: { seen: Fetched | null; recorded: Recorded }): void => {
  if (seen === null || recorded.outcome === 'held') return;
  const { validators } = seen.page;
  if ((validators.etag ?? validators.lastModified) === null) delete session.looks.validators[url];
  else session.looks.validators[url] = { ...validators, sha256: recorded.entry.sha256 ?? seen.sha256 };
};
