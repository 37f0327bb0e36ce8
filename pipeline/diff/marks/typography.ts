// Bold and underlining that only say "this is a heading", "this is a label", "here is a link" are no drafting marks. What is left after
// them is what a change may be read from.

import { type Run, readRuns } from '../../marks.ts';
import type { Block } from '../../types.ts';

export type Marked = readonly Run[];

interface Sight {
  readonly block: Block;
  readonly runs: Marked;
  /** Stands before the first recital and the first article: title and cover. */
  readonly front: boolean;
  readonly before: Sighted | null;
  readonly heads: Heads;
}

/** The block before, as far as titles depend on it: whether it is the heading `Article 5` and no more, and whether its bold is typography. */
interface Sighted {
  readonly bareArticle: boolean;
  readonly plain: boolean;
  readonly kind: Block['kind'];
}

type HeadClass = 'article' | 'chapter' | 'other';

/** Classes of headings whose bold, or underlining, is how all of them are printed. */
interface Heads {
  readonly bold: ReadonlySet<HeadClass>;
  readonly underlined: ReadonlySet<HeadClass>;
}

const ARTICLE = /^[‘’'"“„«]?\s*(?:Article|Artikel|Art\.|Artículo|Articolo|Artigo|Artykuł)\s+\d+\s?[a-z]{0,2}\b/;
const CHAPTER =
  /^[‘’'"“„«]?\s*(?:CHAPTER|TITLE|SECTION|PART|ANNEX|Chapter|Title|Section|Subsection|Part|Annex|KAPITEL|Kapitel|CHAPITRE|Chapitre)\s+[IVXL\d]/;
const BODY = /^[‘']?\(1\)\s|^Whereas\s*:?$|^(?:HAVE|HAS) ADOPTED|^[‘']?1\.\s/;
/** `(27a)`: a text may begin in the middle. */
const NUMBERED = /^\(?\d{1,3}[a-z]{0,2}[.)]\s/;
/** A heading of a draft amendment, of a comment, or a part of a form. */
const FORM =
  /^(?:Amendment \d|(?:Proposal for|Draft) an? |Recital \d+[^.;]*$|Article \d+\w* [–—-] [^.;]*$|Justification|General comments|Compromise amendment|Explanatory)/i;
const ENDS_SENTENCE = /[.;:,]['’”"]?\s*$/;
const RAISED = /^[\s⁰¹²³⁴-⁹]+$/;
/** Underlined since it leads somewhere. */
const ADDRESS = /:\/\/|\bwww\.|@|\bOJ\s+[LC]\b|^[\w./-]+\.(?:eu|int|org|com)\b/;
const LABEL_WORDS = 5;
const CELL_WORDS = 12;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const live = (runs: Marked): Marked => runs.filter(({ struck, text }) => !struck && hasWords(text));

const wholly = (runs: Marked, mark: 'bold' | 'underlined'): boolean => {
  const words = live(runs);
  return words.length > 0 && words.every((run) => run[mark]);
};

/** Bold that is how the whole block is printed goes; what is underlined within it is a change in it. */
const withoutBold = (runs: Marked): Marked => {
  const lined = wholly(runs, 'underlined');
  return runs.map((run) => ({ ...run, bold: run.bold && run.underlined && !lined, underlined: run.underlined && !lined }));
};

const withoutFirst = (runs: Marked): Marked => runs.map((run, at) => (at === 0 ? { ...run, bold: false, underlined: false } : run));

const classOf = ({ text }: Block): HeadClass => (ARTICLE.test(text) ? 'article' : CHAPTER.test(text) ? 'chapter' : 'other');

const isTitle = ({ block: { kind, text }, before }: Sight): boolean =>
  (kind === 'heading' || kind === 'paragraph') && before?.bareArticle === true && !ENDS_SENTENCE.test(text);

/** Each says of one block whether its bold is typography, and what is left then; null where it does not apply. */
type Rule = (sight: Sight) => Marked | null;

const cover: Rule = ({ block, runs }) => (block.kind === 'cover' ? runs.map((run) => ({ ...run, bold: false, underlined: false })) : null);

/** `Article 1 **Amendments to …**`: the title of an article, printed bold beside its number. */
const titleBesideNumber: Rule = ({ block, runs }) => {
  const [head, ...rest] = live(runs);
  const apart = head !== undefined && !head.bold && ARTICLE.exec(head.text.trim())?.[0].length === head.text.trim().length;
  const clean = apart && rest.length > 0 && rest.every(({ bold }) => bold) && !runs.some(({ struck }) => struck);
  return block.kind === 'heading' && clean ? withoutBold(runs) : null;
};

/** The same, with the title in a block of its own. */
const titleBelowNumber: Rule = (sight) =>
  isTitle(sight) && sight.before?.plain === true && wholly(sight.runs, 'bold') && !sight.runs.some(({ struck }) => struck)
    ? withoutBold(sight.runs)
    : null;

const heading: Rule = (sight) => {
  const { block, runs, heads } = sight;
  if (block.kind !== 'heading' || isTitle(sight)) return null;
  const of = classOf(block);
  if (of === 'other' && ENDS_SENTENCE.test(block.text)) return null;
  const [bold, lined] = [heads.bold.has(of) && wholly(runs, 'bold'), heads.underlined.has(of) && wholly(runs, 'underlined')];
  return bold ? withoutBold(runs) : lined ? runs.map((run) => ({ ...run, underlined: false })) : null;
};

/** The title of the act, and whatever else stands bold before its text. */
const front: Rule = ({ front: isFront, block, runs }) =>
  isFront && wholly(runs, 'bold') && !NUMBERED.test(block.text) ? withoutBold(runs) : null;

/** Where struck words are bold as well, the block is: those words were there before. */
const boldThroughout: Rule = ({ runs }) => {
  const struck = runs.filter((run) => run.struck && hasWords(run.text));
  return struck.length > 0 && struck.every(({ bold }) => bold) && wholly(runs, 'bold') ? withoutBold(runs) : null;
};

const tableHead: Rule = ({ block, runs, before }) => {
  const cells = block.text.split('|').filter((cell) => cell.trim() !== '');
  const short = cells.length > 1 && cells.every((cell) => cell.trim().split(/\s+/).length <= CELL_WORDS);
  return block.kind === 'table-row' && before?.kind !== 'table-row' && short && wholly(runs, 'bold') ? withoutBold(runs) : null;
};

/** `**Comments:** …` before plain words. */
const label: Rule = ({ runs }) => {
  const [first, ...rest] = runs;
  if (first === undefined || first.struck || !(first.bold || first.underlined)) return null;
  const runsIn = /:\s*$/.test(first.text) || /^\s*:/.test(rest[0]?.text ?? '');
  const short = first.text.trim().split(/\s+/).length <= LABEL_WORDS && !NUMBERED.test(first.text) && !/^\W*\(/.test(first.text);
  return runsIn && short && rest.some(({ text }) => hasWords(text)) && !rest.some(({ bold, struck }) => bold || struck)
    ? withoutFirst(runs)
    : null;
};

/** `‘**data keeper**’ means`: the term of a definition, where nothing else of it changed. */
const term: Rule = ({ runs }) => {
  const at = runs.findIndex(({ bold }) => bold);
  const [before, after] = [runs[at - 1]?.text ?? '', runs[at + 1]?.text ?? ''];
  const bold = runs.filter((run) => run.bold && hasWords(run.text));
  const quoted = /[‘'"“„«]\s*$/.test(before) || /^[‘'"“„«]/.test(bold[0]?.text ?? '');
  const defines = /^\s*[’'"”“»]?\s*(?:means?|shall mean|bezeichnet|désigne)\b/.test(after);
  return bold.length === 1 && quoted && defines && !runs.some(({ struck }) => struck) ? withoutBold(runs) : null;
};

const form: Rule = ({ block, runs }) =>
  (block.kind === 'heading' || block.kind === 'paragraph') && FORM.test(block.text) && wholly(runs, 'bold') ? withoutBold(runs) : null;

const RULES: readonly Rule[] = [cover, titleBesideNumber, titleBelowNumber, heading, front, boldThroughout, tableHead, label, term, form];

/** Marks of footnotes are bold in many texts, links underlined: in any block, whatever the rest of it. */
const withoutSmall = (runs: Marked): Marked =>
  runs.map((run) =>
    RAISED.test(run.text)
      ? { ...run, bold: false, underlined: false }
      : run.underlined && (run.link !== null || ADDRESS.test(run.text))
        ? { ...run, underlined: false }
        : run,
  );

const headsOf = (blocks: readonly Block[], runsOf: (at: number) => Marked): Heads => {
  const counts = new Map<string, { all: number; bold: number; underlined: number }>();
  blocks.forEach((block, at) => {
    const follows = ARTICLE.test(blocks[at - 1]?.text ?? '') && !ARTICLE.test(block.text);
    if (block.kind !== 'heading' || block.text === '' || follows || ENDS_SENTENCE.test(block.text)) return;
    const count = counts.get(classOf(block)) ?? { all: 0, bold: 0, underlined: 0 };
    const [first] = live(runsOf(at));
    counts.set(classOf(block), {
      all: count.all + 1,
      bold: count.bold + (first?.bold ? 1 : 0),
      underlined: count.underlined + (wholly(runsOf(at), 'underlined') ? 1 : 0),
    });
  });
  const most = (mark: 'bold' | 'underlined') =>
    new Set((['article', 'chapter', 'other'] as const).filter((of) => (counts.get(of)?.[mark] ?? 0) * 2 >= (counts.get(of)?.all ?? 1)));
  return { bold: most('bold'), underlined: most('underlined') };
};

/** Where none of these stands, a block has no marks. */
const SIGNS = /\*\*|__|~~/;

/** For each block its runs, with bold and underlining only where they are no typography. */
export const draftingRuns = (blocks: readonly Block[]): readonly Marked[] => {
  const all = blocks.map(({ marked }) => (SIGNS.test(marked) ? withoutSmall(readRuns(marked)) : null));
  const runsOf = (at: number): Marked =>
    all[at] ?? [{ text: blocks[at]?.text ?? '', bold: false, underlined: false, struck: false, link: null }];
  const heads = headsOf(blocks, runsOf);
  const body = blocks.findIndex(({ kind, text }) => (kind !== 'cover' && BODY.test(text)) || (kind === 'heading' && ARTICLE.test(text)));
  let before: Sighted | null = null;
  return blocks.map((block, at) => {
    const runs = runsOf(at);
    const sight: Sight = { block, runs, front: at < body, before, heads };
    const left = all[at] === null ? runs : (RULES.map((rule) => rule(sight)).find((found) => found !== null) ?? runs);
    const bareArticle = block.kind === 'heading' && ARTICLE.exec(block.text)?.[0].length === block.text.length;
    before = { bareArticle, plain: !live(left).some(({ bold }) => bold), kind: block.kind };
    return left;
  });
};
