// The words in which people declare what is watched, and how it is read. Everything here is readonly; this file imports only the words of the project.

import type { Access, Entry, IsoDate, Language, Tracked } from './types.ts';

/** Documents found by their number on a document host. */
export interface NumbersWatcher {
  readonly kind: 'numbers';
  readonly id: string;
  /** What the source is, as a reader of a report would say it. */
  readonly title: string;
  /** The real address of one document in one language. */
  readonly address: (id: string, language: Language) => string;
  /** The language segment that stands for a file in several languages at once. */
  readonly multilingual: Language;
  /** The first number that each series gives out in January, for the walk along the newest numbers. */
  readonly firstOfYear: Readonly<Record<string, number>>;
}

/** What a list is asked for in one request: a page of it, and the days that it is to cover. */
export interface Asked {
  readonly page: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One row as its source gives it: dates and addresses as printed, spaces not yet tidied. */
export interface RawRow {
  /** The source's own id; left out, it is made from the link. */
  readonly id?: string;
  readonly title: string;
  /** Relative or absolute; '' where the row links nothing. */
  readonly link: string;
  /** As printed, or unix seconds. */
  readonly date?: string | number | null;
  /** Words beside the title that say what it is: type, abstract, tags. */
  readonly summary?: string;
  /** Two letters in any case; left out: that of the settings. */
  readonly language?: string;
  /** Addresses of all language versions that the row offers. */
  readonly languages?: Readonly<Record<Language, string>>;
  /** A Council document number as printed: `ST 14336 2022 INIT`, `13901/23`. */
  readonly number?: string;
  readonly subjectCodes?: readonly string[];
  readonly procedures?: readonly string[];
  readonly access?: Access;
}

/** One element of a page, for what selectors alone cannot say. Texts have single spaces. */
export interface RowView {
  readonly text: string;
  texts(selector: string): readonly string[];
  /** Values of an attribute of the elements that fit; '' as selector means the row itself. */
  attributes(selector: string, name: string): readonly string[];
}

/** Rows as elements of a page. Of several selectors the first that finds something counts: facts first, fall-backs after. */
export interface HtmlReader {
  readonly format: 'html';
  readonly rows: readonly string[];
  readonly title: readonly string[];
  readonly link: readonly string[];
  readonly date?: readonly string[];
  readonly summary?: readonly string[];
  /** Rows whose address (path and query) does not fit are navigation. */
  readonly keep?: RegExp;
  /** The number of hits over all pages, as text with a number in it. */
  readonly total?: readonly string[];
  /** Elements that a page without rows must still have: then it has none indeed. */
  readonly landmarks?: readonly string[];
  /** What else a row says; null: it is none. */
  readonly more?: (row: RowView) => Partial<RawRow> | null;
}

/** Rows as links whose address fits, for pages whose markup nobody recorded; the date is the nearest one before the link, else after it. */
export interface LinksReader {
  readonly format: 'links';
  /** Of path and query. */
  readonly keep: RegExp;
}

/** RSS 2.0, RSS 1.0 or Atom. */
export interface FeedReader {
  readonly format: 'feed';
  readonly keep?: RegExp;
  readonly more?: (item: { readonly id: string; readonly link: string; readonly categories: readonly string[] }) => Partial<RawRow> | null;
}

/** JSON, as a whole or assigned to a variable in a script of a page. */
export interface JsonReader {
  readonly format: 'json';
  /** `window.SERVER_DATA` */
  readonly variable?: string;
  /** Null when the answer is not shaped as expected. */
  readonly rows: (data: unknown) => readonly unknown[] | null;
  /** Null: not a row. */
  readonly row: (item: unknown) => RawRow | null;
  readonly total?: (data: unknown) => number | null;
}

export type Reader = HtmlReader | LinksReader | FeedReader | JsonReader;

export interface List {
  /** Unique within its watcher. */
  readonly name: string;
  readonly url: string | ((asked: Asked) => string);
  readonly read: Reader;
  /** Fewest rows of an ordinary first page; 0 where no rows is an ordinary answer (a search, a window of days). */
  readonly expect: number;
  /** Rows carry dates: when none can be read, the layout changed. */
  readonly dated: boolean;
  readonly accept?: string;
  /** One run asks for the last so many days; `from` and `to` are then theirs, and a first look or `--since` goes back in such windows. */
  readonly window?: { readonly days: number };
  /** `most` pages of `size` rows; a list that fills them is cut off. */
  readonly paging?: { readonly first: number; readonly size: number; readonly most: number };
  /** Answers that mean "nothing there", besides a page without rows: 204, 404. */
  readonly none?: readonly number[];
  /** Another way to the same rows, asked when this one cannot be read. */
  readonly otherwise?: List;
  /** All rows may have the same title, such as meetings of one body: each is known by its number. */
  readonly sameTitles?: boolean;
}

/** The text behind a row, kept and compared. */
export interface Detail {
  /** Where it is fetched; left out: the row's own address. */
  readonly address?: (url: string) => string;
  /** The HTML inside a JSON answer; null when there is none. */
  readonly html?: (data: unknown) => string | null;
  /** The main part, first selector that finds something; none: found by itself. */
  readonly select: readonly string[];
  readonly remove: readonly string[];
}

/** What people set that lists may depend on. */
export interface ListContext {
  readonly today: IsoDate;
  readonly corpus: readonly Tracked[];
  readonly words: readonly string[];
  readonly procedures: readonly string[];
  readonly subjectCodes: readonly string[];
}

interface Source {
  readonly id: string;
  /** What the source is, as a reader of a report would say it. */
  readonly title: string;
  readonly via: 'http' | 'browser';
  /** What its robots.txt is known to say no to, and since when; it is asked all the same, and a no is then no failure. */
  readonly refuses?: string;
  /** Where the operator offers this very address to programs: then a robots.txt that cannot be read is not taken for a no. */
  readonly offered?: string;
  /** Seconds between two requests, when more than usual. */
  readonly pause?: number;
}

/** A page, feed or query service whose rows become entries. */
export interface ListingWatcher extends Source {
  readonly kind: 'listing' | 'query';
  readonly entry: Entry['kind'];
  readonly lists: readonly List[] | ((context: ListContext) => readonly List[]);
  /** For rows that are hardly more than an id: where the rest stands, asked for ids never seen, so many at a time. */
  readonly expand?: {
    readonly size: number;
    readonly url: (ids: readonly string[]) => string;
    readonly read: Reader;
    /** A row with a title of its own is enough where the address of the rest leads nowhere. */
    readonly optional?: boolean;
  };
  /** Null: the rows are all that there is. */
  readonly detail: Detail | null;
  /** Links on the list's page to a feed of what was changed last: known entries named there are looked at again at once. */
  readonly signal?: readonly string[];
  /** Told whatever the interests are. */
  readonly all?: boolean;
}

/** A page whose own text is watched, or one file that it links. */
export interface PageWatcher extends Source {
  readonly kind: 'page';
  readonly url: string;
  readonly select: readonly string[];
  readonly remove: readonly string[];
  /** Fewest characters of text, or words that must stand in it. */
  readonly expect: number | string;
  /** The first link on the page whose address fits leads to what is watched. */
  readonly file?: RegExp;
  /** Columns of a table whose arrival is told by name. */
  readonly columns?: RegExp;
}

export type Watcher = NumbersWatcher | ListingWatcher | PageWatcher;
