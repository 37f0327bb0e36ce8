// The words of the project as data. Everything here is readonly and closed; this file imports nothing but declaration.ts, its part for those who declare watchers.

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Two lower-case letters as in the addresses of the Council's document host; `x` is the multilingual file. */
export type Language = string;

/** One step after a document number: `REV 1`, `ADD 2`, `COR 1`, `EXT 1` (partial release), `DCL 1` (declassified). */
export interface Step {
  readonly kind: 'REV' | 'ADD' | 'COR' | 'EXT' | 'DCL';
  readonly n: number;
}

/** A Council document number, taken apart: `ST 13901/1/23 REV 1 ADD 1` is ST, 13901, 2023, [REV 1, ADD 1]. No steps is INIT. */
export interface Reference {
  readonly prefix: string;
  readonly number: number;
  readonly year: number;
  readonly steps: readonly Step[];
}

// ── watchers: declaration.ts; what discover makes of their rows ───────────────────────────────────────────────────────

export type * from './declaration.ts';

/** One row of a list, read: what `discover/` makes of a `RawRow`. */
export interface Row {
  /** Safe as a file name, the same at every look. */
  readonly id: string;
  readonly title: string;
  /** Absolute, a real address; '' where the row links nothing. */
  readonly url: string;
  readonly date: IsoDate | null;
  readonly summary: string;
  readonly language: Language | null;
  readonly languages: Readonly<Record<Language, string>>;
  readonly reference: Reference | null;
  readonly subjectCodes: readonly string[];
  readonly procedures: readonly string[];
  readonly access: Access;
}

/** One page of a list, read. */
export interface ListPage {
  readonly rows: readonly Row[];
  /** Hits over all pages, where the page says so. */
  readonly total: number | null;
  /** Addresses that the selectors of a watcher's `signal` find. */
  readonly signals: readonly string[];
}

// ── fetch ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a server offered so that an unchanged page need not be sent again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came back for one address, whatever it was. */
export interface Page {
  /** The real address that was asked for; never a stand-in's. */
  readonly url: string;
  /** Where redirects ended, as a real address. */
  readonly finalUrl: string;
  readonly status: number;
  /** Lower-case media type without parameters; '' when none was sent. */
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly validators: Validators;
}

/** Why an address that was asked for a document gave none, although it answered. */
export type AbsentReason = 'not-found' | 'forbidden' | 'html' | 'empty' | 'wrong-type' | 'moved-away';

/** What one look at a document's address established. A challenge or a dead line is an error, never a look. */
export type Look =
  | { readonly kind: 'document'; readonly page: Page; readonly sha256: string }
  | { readonly kind: 'not-modified'; readonly page: Page }
  | { readonly kind: 'absent'; readonly page: Page; readonly reason: AbsentReason };

// ── extract ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type BlockKind = 'cover' | 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'footnote';

export interface Block {
  readonly kind: BlockKind;
  /** 1-based; null where the source has no pages. */
  readonly page: number | null;
  /** The reading text of the block, on one line. */
  readonly text: string;
  /** The same with its drafting marks and links, where there are any; else equal to `text`. */
  readonly marked: string;
}

/** What the cover page of a Council document says. Fields that it does not carry are null or empty. */
export interface Cover {
  /** As printed: `8261/1/26 REV 1`, `CM 3630/26`, `WK 3735/2026 ADD 1`. */
  readonly number: string | null;
  readonly reference: Reference | null;
  readonly date: IsoDate | null;
  /** From `(OR. en)`. */
  readonly originalLanguage: string | null;
  readonly limite: boolean;
  /** `RESTREINT UE/EU RESTRICTED` and higher. */
  readonly classification: string | null;
  /** With their running number where the cover prints one: `SCH-EVAL 217`. */
  readonly subjectCodes: readonly string[];
  /** Normalised: `2023/0439(COD)`. */
  readonly interinstitutionalFiles: readonly string[];
  /** `NOTE`, `'I' ITEM NOTE`, `OUTCOME OF PROCEEDINGS` … */
  readonly type: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly on: string | null;
  readonly subject: string | null;
  /** `No. prev. doc.`, each as printed without its subject codes: `5760/17`. */
  readonly previousDocuments: readonly string[];
  /** `No. Cion doc.`, as printed: `COM(2023) 755 final`. */
  readonly commissionDocuments: readonly string[];
}

/** A text with its structure, as one extractor read it. */
export interface Text {
  readonly kind: 'pdf' | 'html' | 'docx' | 'xlsx' | 'csv';
  /** Revision of the extractor that made it: when only this moved, a change is ours and not theirs. */
  readonly extractor: number;
  readonly title: string | null;
  /** Two lower-case letters, or null where the text does not say. */
  readonly language: Language | null;
  /** Number of pages; null where the source has none. */
  readonly pages: number | null;
  readonly cover: Cover | null;
  /** What a reader must know about the text: "page 3 has no text (an image)". */
  readonly facts: readonly string[];
  readonly blocks: readonly Block[];
}

// ── snapshot ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Access = 'public' | 'partial' | 'not-public' | 'unknown';

/** A language version of an entry besides the one that the entry itself describes. */
export interface Translation {
  readonly language: Language;
  readonly url: string;
  readonly firstSeen: IsoDate;
  /** Null when only a list names it. */
  readonly sha256: string | null;
  /** Null when its file has no readable text, or was not fetched. */
  readonly textSha256: string | null;
}

/** One row of `entries.json`: one document version, report or page, as the last good look saw it. */
export interface Entry {
  readonly id: string;
  readonly kind: 'document' | 'report' | 'page';
  readonly title: string;
  /** The real address. */
  readonly url: string;
  /** The document's own date; null where it has none. */
  readonly date: IsoDate | null;
  readonly access: Access;
  readonly firstSeen: IsoDate;
  /** Of the bytes as fetched, in hexadecimal; null until it could be read. */
  readonly sha256: string | null;
  /** Of the reading text. */
  readonly textSha256: string | null;
  readonly reference: Reference | null;
  readonly language: Language | null;
  /** Revision of the extractor that made the stored text. */
  readonly extractor: number | null;
  /** Days on which the address answered "no such document" since the last good look: first, latest. At most three. */
  readonly missing: readonly IsoDate[];
  readonly translations: readonly Translation[];
  /** Of no interest: remembered, and nothing is told of it. Left out: followed. */
  readonly passedOver?: boolean;
  /** Texts of before, newest first, by sha256: going back to one of them is held for a second look on another day. */
  readonly earlier?: readonly string[];
  readonly held?: { readonly textSha256: string; readonly since: IsoDate };
}

/** What a watcher of lists or pages remembers beside its entries. */
export interface Lists {
  /** Lists seen for the first time on that day; what they held then is a baseline. */
  readonly baselines: Readonly<Record<string, IsoDate>>;
  /** How far back a list was walked, by name. */
  readonly walked: Readonly<Record<string, { readonly since: IsoDate; readonly at: IsoDate | number }>>;
}

/** What a `numbers` watcher remembers beside its entries. */
export interface Numbers {
  /** Sources seen for the first time on that day; all found in them before is a baseline. */
  readonly baselines: Readonly<Record<string, IsoDate>>;
  /** Numbers that answered "not available", with the day of the first answer. */
  readonly asked: Readonly<Record<string, IsoDate>>;
  /** How far the walk has come, by series (`ST-2026`): the last number known to exist, or the start. */
  readonly frontier: Readonly<Record<string, number>>;
  /** Public, but of no interest: remembered by number only. */
  readonly passedOver: readonly string[];
  /**
   * Numbers that could not be looked at when they were first asked for. Of a tracked document, their own first sight is still a baseline;
   * of the walk, they are news once they can be read.
   */
  readonly unseen: readonly string[];
}

export interface Snapshot {
  readonly entries: readonly Entry[];
  readonly numbers: Numbers;
  readonly lists: Lists;
}

export type ChangeKind = 'new-document' | 'new-version' | 'wording' | 'access' | 'metadata' | 'withdrawn' | 'replaced';

export interface Change {
  readonly kind: ChangeKind;
  readonly entry: Entry;
  readonly previous: Entry | null;
  /** The language whose text changed or arrived. */
  readonly language: Language | null;
  readonly oldText: Text | null;
  readonly newText: Text | null;
  /** What its list said of it. */
  readonly row?: Row;
  /** What a reader must know beside the change itself: `new column: AUG2026`. */
  readonly notes?: readonly string[];
  /** The document whose text `oldText` is, where it is not this entry's own: what a new version is compared with. */
  readonly predecessor?: Entry;
  /** Of a file that was replaced: what of it changed. */
  readonly stealth?: Stealth;
  /** Other entries with the same change, each with its watcher. */
  readonly members?: readonly { readonly watcher: string; readonly entry: Entry }[];
}

/** The outcome of one look, with its evidence. */
export type Outcome =
  | 'new'
  | 'changed'
  | 'unchanged'
  /** Found at another address. */
  | 'moved'
  | 'access'
  /** Other bytes, the same text. */
  | 'bytes'
  /** Other markup, line breaks or typography, the same words. */
  | 'layout'
  | 'gone'
  | 'emptied'
  | 'blocked'
  | 'layout-changed'
  | 'unreachable'
  | 'unreadable'
  | 'refused'
  | 'held'
  | 'skipped'
  /** A list that gives no more than so many rows gave them all. */
  | 'cut-off'
  | 'not-available'
  | 'passed-over';

export interface LookRecord {
  readonly entry: string;
  readonly url: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

// ── diff ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** 0 editorial, 1 wording, 2 figures, dates, actors and the like, 3 substance. It orders hunks and sets a label; nothing is hidden because of it. */
export type Weight = 0 | 1 | 2 | 3;

/** What kind of change a hunk is. */
export type Aspect =
  /** shall, should, may, must; in particular, where appropriate. */
  | 'legal force'
  | 'negation'
  | 'definition'
  /** Who does it: bodies and their abbreviations. */
  | 'actor'
  /** all, any, only, at least. */
  | 'scope'
  | 'date'
  /** Amounts, percentages and other figures. */
  | 'number'
  /** Another document, article or act. */
  | 'reference'
  | 'wording'
  /** Spelling, capitals, punctuation, order of the same words. */
  | 'editorial'
  /** Numbers of points, recitals or articles that others before them pushed on. */
  | 'numbering'
  | 'moved'
  /** What stands where there was a gap: blacked out, `[DELETED]`, empty brackets. */
  | 'uncovered'
  /** A gap where there were words. */
  | 'covered';

export interface Hunk {
  readonly kind: 'insert' | 'delete' | 'replace' | 'move';
  readonly weight: Weight;
  /** The weightiest first; never empty. */
  readonly aspects: readonly Aspect[];
  /** The aspects with the words that decided them: `legal force: −shall +should; date: +2099`. */
  readonly why: string;
  /** Where it stands: `Article 5(2)`, `recital (44)`, a heading. In the new text; of a deletion in the old one. Null where nothing tells. */
  readonly place: string | null;
  readonly old: string;
  readonly new: string;
  readonly oldPage: number | null;
  readonly newPage: number | null;
  /** The words of the hunk with enough around them to be read, in order. */
  readonly parts: readonly DiffPart[];
}

export interface DiffPart {
  readonly kind: 'same' | 'insert' | 'delete';
  readonly text: string;
}

export interface TextDiff {
  readonly equal: boolean;
  readonly hunks: readonly Hunk[];
  readonly summary: {
    readonly insertedWords: number;
    readonly deletedWords: number;
    readonly movedParagraphs: number;
  };
}

/** What another file under the same address changed: words, only figures, only drafting marks, only breaks and typography, nothing that is read. */
export interface Stealth {
  readonly kind: 'text' | 'figures' | 'formatting' | 'layout' | 'bytes';
  /** Plain words for the middle of a sentence: `only figures changed: table 3: 12 345 became 12 543; title, date and address unchanged`. */
  readonly says: string;
}

// ── corpus and match ────────────────────────────────────────────────────────────────────────────────────────────────

export interface Passage {
  readonly id: string;
  readonly section: string | null;
  readonly text: string;
  readonly why: string;
}

export interface PromiseAnswer {
  readonly reference: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly kind: 'full' | 'part' | 'proxy';
  readonly confidence: 'seen' | 'reported' | 'inferred' | 'remembered';
  readonly checkedOn: string;
}

export interface Promised {
  readonly id: string;
  readonly section: string;
  readonly actors: readonly string[];
  readonly what: string;
  readonly addressee: string | null;
  readonly cadence: 'once' | 'yearly' | 'regular' | 'continuous' | 'none';
  /** `2023-12` or `2024`; the texts never name a day. */
  readonly firstDue: string | null;
  readonly duePrecision: 'month' | 'quarter' | 'year' | null;
  readonly channel: 'public' | 'barometer' | 'not-stated';
  readonly sources: readonly string[];
  readonly watch: {
    readonly celex: readonly string[];
    readonly procedures: readonly string[];
    readonly titlePatterns: readonly string[];
    readonly subjectCodes: readonly string[];
  };
  readonly answers: readonly PromiseAnswer[];
  readonly status: 'answered' | 'partly' | 'proxy' | 'hidden' | 'none' | 'continuous';
  readonly note: string | null;
}

/** One text of the corpus: `watchers/corpus/<id>.yaml`. */
export interface Tracked {
  readonly id: string;
  readonly kind: 'council-document' | 'article';
  readonly title: string;
  readonly reference: Reference | null;
  readonly date: IsoDate | null;
  readonly url: string | null;
  readonly language: Language;
  readonly originator: string | null;
  readonly addressee: string | null;
  readonly marking: string | null;
  readonly subjectCodes: readonly string[];
  /** Document numbers, CELEX and procedures that the text cites. */
  readonly references: readonly { readonly id: string; readonly title: string | null; readonly url: string | null }[];
  readonly passages: readonly Passage[];
  readonly promises: readonly Promised[];
}

export type MatchKind = 'reference' | 'passage' | 'promise' | 'subject' | 'words';

/** Why something concerns the corpus, with its evidence. */
export interface Match {
  readonly kind: MatchKind;
  /** Id of the tracked text, or `interests` where the settings name it. */
  readonly tracked: string;
  /** One line that a reader can check: `No. prev. doc. 13901/23`, `subject code COSI`. */
  readonly evidence: string;
}

// ── report and issue ────────────────────────────────────────────────────────────────────────────────────────────────

export type Priority = 'high' | 'normal' | 'low';

export interface Finding {
  readonly key: string;
  readonly kind: ChangeKind;
  readonly watcher: string;
  readonly date: IsoDate;
  readonly priority: Priority;
  readonly change: Change;
  readonly diff: TextDiff | null;
  readonly matches: readonly Match[];
}

/** Something that could not be looked at. It keeps its last known state. */
export interface Failure {
  readonly key: string;
  readonly code: string;
  readonly watcher: string;
  /** The entry that failed, or null when the whole source did. */
  readonly entry: string | null;
  /** Some of the source could be read in the same run. */
  readonly partial: boolean;
  readonly url: string;
  readonly message: string;
  /** What a person can do about it. */
  readonly remedy: string;
}

export type ReportKind = ChangeKind | 'failure' | 'baseline' | 'silence' | 'notice';

/** A report file: the record of a finding and, until `issue` is set, the outbox for its issue. */
export interface Report {
  readonly key: string;
  readonly watcher: string;
  readonly kind: ReportKind;
  readonly title: string;
  readonly labels: readonly string[];
  /** Reports with one thread share an issue: the number of a document family, or the key itself. */
  readonly thread: string;
  readonly date: IsoDate;
  /** A failure's report closes when its source works again. */
  readonly state: 'open' | 'closed';
  /** Address of the issue that carries it; null while it waits. */
  readonly issue: string | null;
  readonly body: string;
}

/** An issue as GitHub lists it. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
}

export type IssueAction =
  | {
      readonly kind: 'create';
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      readonly reports: readonly Report[];
    }
  | { readonly kind: 'update'; readonly issue: Issue; readonly title: string; readonly body: string; readonly reports: readonly Report[] }
  | { readonly kind: 'comment'; readonly issue: Issue; readonly body: string; readonly reports: readonly Report[] }
  | { readonly kind: 'close'; readonly issue: Issue; readonly body: string; readonly reports: readonly Report[] }
  /** The issue is already there: only its address is written back. */
  | { readonly kind: 'link'; readonly issue: Issue; readonly reports: readonly Report[] };

// ── one run ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What `watch --json` prints. */
export interface RunSummary {
  readonly watchers: readonly {
    readonly id: string;
    readonly outcome: 'ok' | 'failed' | 'refused' | 'skipped';
    readonly error: { readonly code: string; readonly message: string } | null;
    readonly requests: number;
    readonly looks: readonly LookRecord[];
  }[];
  readonly findings: readonly {
    readonly key: string;
    readonly kind: ChangeKind;
    readonly watcher: string;
    readonly entry: string;
    readonly title: string;
    readonly priority: Priority;
    readonly report: string;
  }[];
  readonly failures: readonly {
    readonly key: string;
    readonly code: string;
    readonly watcher: string;
    readonly entry: string | null;
    readonly message: string;
  }[];
}
