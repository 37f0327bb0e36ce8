// How a document says that its changes are marked: "additions in bold, deletions in strikethrough". Kept as printed, since readers and
// the marks of the text must be understood by it, and it differs from document to document.

import { plainOf } from '../marks.ts';
import type { Block } from '../types.ts';
import { splitSentences } from './sentences.ts';

/** What a sentence on marking speaks of, in one language. Such a sentence has a change, a mark, and says that one stands for the other. */
interface Speech {
  readonly change: RegExp;
  /** Words for formatting and nothing else: "bold steps" and "the Council underlined that" are none. */
  readonly mark: RegExp;
  readonly says: RegExp;
  /** Asks the reader to mark something, which tells nothing of this text. */
  readonly asks: RegExp;
}

/** Square or round brackets, empty or with dots, named as a sign: `by […]`, `with an empty bracket ( )`. */
const EMPTY = String.raw`[“"'(]?(?:\[\s*(?:…|\.\s?\.\s?\.)?\s*\]|\(\s*(?:…|\.\s?\.\s?\.)?\s*\))`;

const ENGLISH: Speech = {
  change:
    /\b(?:chang(?:es?|ed)|modif(?:ied|ications?)|amend(?:ed|ments?)|additions?|added|replacements?|replaced|inser(?:ted|tions?)|delet(?:ed|ions?)|remov(?:ed|als)|suggestions?|differences|new (?:text|wording|parts?|provisions?|elements?|language|passages?))\b/i,
  mark: new RegExp(
    String.raw`\bin (?:[\w-]+ ){0,2}bold\b|\bbold(?:ed|face)?(?:\s*[-/+&,]\s*|\s+(?:and|or)\s+|\s+)(?:double |single )?(?:underlin|italic|strike)|` +
      String.raw`\bbold (?:text|type|letters?|fonts?|characters|print)\b|(?:\b(?:by|with|as|using)\s+|[:=]\s*)[“"'‘]?bold\b(?=[”"'’]?\s*(?:[.,;:)]|$))|` +
      String.raw`(?:\b(?:in|and|or|by|with|as|is|are|been|double|single)\s+|[/(&+-]\s?)underlin(?:ed|ing|e)\b(?! (?:that|the|its|their|how|once|in particular))|` +
      String.raw`\bstrike-?\s?through\b|\bstrike-?out\b|\b(?:struck|crossed|scored)[- ](?:through|out)\b|\bitalic(?:s|i[sz]ed)?\b|\bsquare brackets\b|` +
      String.raw`\b(?:in|highlighted in|shaded|shaded in) (?:light |dark )?(?:gr[ea]y|yellow|green|blue|red)\b|\b(?:gr[ea]y|yellow) (?:shading|highlight\w*)\b|` +
      String.raw`\b(?:by|with|as|in|brackets?|symbol|sign)\s*:?\s*(?:an? )?(?:empty )?(?:square )?(?:brackets? )?${EMPTY}`,
    'i',
  ),
  says: /\b(?:mark(?:ed|s)?|indicat\w+|shown?|appears?|signal\w*|signif\w+|identified|denot\w+|highlighted|displayed|printed|presented|set (?:out )?in|represent\w*|visible|reflected)\b|\b(?:is|are|been) (?:also |now )?(?:in|underlined|struck|crossed|shaded|italic\w*)\b|(?:changes|additions?|deletions?|insertions?|new text)\b[^.;:]{0,120}?\s*(?:\bin\b|\bby\b|\bwith\b|[:=–])/i,
  asks: /\b(?:please|kindly|you (?:may|can|should)|(?:should|must|may|can|could) (?:be )?(?:use|mark|indicat|highlight|show|suggest|formatt)\w*|(?:is|are) (?:invited|asked|requested|encouraged))\b/i,
};

const GERMAN: Speech = {
  change:
    /änderung|geändert|ergänz|hinzugefügt|hinzufüg|streichung|gestrichen|einfüg|eingefügt|neue[rnms]? (?:text|wortlaut|passag|formulierung|bestandteil)/iu,
  mark: new RegExp(
    String.raw`\bfett(?:druck|schrift|gedruckt|\b)|unterstr(?:ichen|eichung)|durchgestrichen|durchstreichung|\bkursiv|eckigen? klammer|grau (?:hinterlegt|unterlegt|schattiert)|(?:durch|mit|als|klammern?)\s*(?:eine? )?${EMPTY}`,
    'iu',
  ),
  says: /kenntlich|gekennzeichnet|markiert|hervorgehoben|dargestellt|angezeigt|angegeben|wiedergegeben|erschein|(?:ist|sind)\b[^.;]{0,40}(?:fett|unterstrichen|durchgestrichen|kursiv)/iu,
  asks: /\bbitte\b|werden (?:gebeten|ersucht)|(?:sollte|können)n?\b[^.;]{0,60}(?:kenntlich|kennzeichnen|gekennzeichnet|markier)/iu,
};

const FRENCH: Speech = {
  change: /modifi|ajout|suppression|supprim|changement|insertion|insér|nouveau(?:x)? (?:texte|passage|élément|libellé)/iu,
  mark: new RegExp(
    String.raw`(?:en|caractères|texte) gras\b|soulign(?:és?|ées?|ement)(?= ?(?:[.,;:)]|et |ou |$))|barr[ée]e?s?(?![\p{L}])|biff[ée]e?s?(?![\p{L}])|\bitalique|entre crochets|(?:grisée?s?|surligné)|(?:par|avec|symbole|signe|crochets)\s*(?:le |les |des )?${EMPTY}`,
    'iu',
  ),
  says: /indiqu|signal|marqu|figur|apparai|évidence|présent|imprim|(?:est|sont)\b[^.;]{0,40}(?:souligné|barré|biffé|gras)/iu,
  asks: /veuillez|prière de|(?:est|sont) (?:invité|prié)|(?:devraient|peuvent|peut) (?:être )?(?:indiqu|marqu|signal|utilis)/iu,
};

const LANGUAGES = [ENGLISH, GERMAN, FRENCH];

/** Where such a statement stands: on the cover, or in the opening paragraphs. */
const LAST_PAGE = 5;
const BLOCKS = 60;
/** A statement may come in two parts: Parliament's template tells of columns and of consolidated texts, with a paragraph between. */
const SENTENCES = 6;
const WITHIN = 12;
const LIST_ITEMS = 4;

interface Sentence {
  readonly text: string;
  readonly item: boolean;
}

const states = (text: string, { change, mark, says, asks }: Speech): boolean =>
  change.test(text) && mark.test(text) && says.test(text) && !asks.test(text);

/** `Changes are marked as follows:` needs the items below it. */
const announces = (text: string, { change, says, asks }: Speech): boolean =>
  text.endsWith(':') && change.test(text) && says.test(text) && !asks.test(text);

const withItems = (sentences: readonly Sentence[], at: number, { mark, change }: Speech): string[] => {
  const items: string[] = [];
  for (const { text, item } of sentences.slice(at + 1, at + 1 + LIST_ITEMS)) {
    if (!item || !mark.test(text) || !change.test(text)) break;
    items.push(text);
  }
  return items;
};

const withMore = (sentences: readonly Sentence[], at: number, speech: Speech): string[] =>
  sentences
    .slice(at, at + WITHIN)
    .map(({ text }) => text)
    .filter((text) => states(text, speech))
    .slice(0, SENTENCES);

/**
 * The sentence or the few sentences in which a document says how its changes are marked, as printed; in English, German or French.
 * @returns null where it does not say so in its opening
 */
export const findConvention = (blocks: readonly Block[]): string | null => {
  const opening = blocks.filter(({ kind, page }) => kind !== 'table-row' && (page ?? 1) <= LAST_PAGE).slice(0, BLOCKS);
  // Struck words too: a statement may strike out its own word for it.
  const sentences = opening.flatMap((block) =>
    splitSentences(plainOf(block.marked)).map((text): Sentence => ({ text, item: block.kind === 'list-item' })),
  );
  for (const [at, { text }] of sentences.entries()) {
    for (const speech of LANGUAGES) {
      const items = announces(text, speech) ? withItems(sentences, at, speech) : [];
      if (items.length > 0) return [text, ...items].join(' ');
      if (states(text, speech)) return withMore(sentences, at, speech).join(' ');
    }
  }
  return null;
};
