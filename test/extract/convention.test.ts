import { describe, expect, it } from 'vitest';
import { findConvention } from '../../pipeline/extract/convention.ts';
import { readingOf } from '../../pipeline/marks.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (marked: string, kind: BlockKind = 'paragraph', page: number | null = 1): Block => ({
  kind,
  page,
  text: readingOf(marked),
  marked,
});
const OPENING = block('Delegations will find attached the lamps of Nowhere.');

describe('how changes are marked', () => {
  it.each([
    'Changes compared to document 90001/99 are marked in bold and deletions are marked by strikethrough.',
    'Changes to the Commission proposal are indicated in bold underline; deletions by […].',
    'New text as compared with the lamps proposal appears in underlined bold, deleted text is replaced by [...].',
    'Modifications with wide support are highlighted in bold, newer ones in bold and underlined, deletions with an empty bracket ( ).',
    'The amendments are shown in bold/underlined and suppressed text in struck-through.',
    'Additions are in bold italics and removed wording is struck out.',
    'Text in bold indicates additions.',
    'Additions: bold.',
    'A revised text of the lamps is attached, with changes in bold compared to the previous text.',
    'The latest changes are shaded in grey.',
    'New wording is placed between square brackets and printed in italics.',
    'Die Änderungen gegenüber Dokument 90001/99 sind durch Fettdruck und Unterstreichung gekennzeichnet.',
    'Neuer Text ist durch Fettdruck, Streichungen sind durch […] kenntlich gemacht.',
    'Hinzugefügte Wörter sind unterstrichen wiedergegeben.',
    'Les modifications par rapport au document 90001/99 sont indiquées en caractères gras et les suppressions par […].',
    'Les ajouts sont signalés en gras et soulignés.',
    'Le texte supprimé est barré et les nouveaux passages figurent en italique.',
  ])('%s', (sentence) => {
    expect(findConvention([OPENING, block(`${sentence} The keepers thank the keepers.`)])).toBe(sentence);
  });

  it('keeps the words that show what they say, and what follows on the same matter', () => {
    const marked =
      'The text has been revised. Added lamps are indicated in **bold**, deleted ones are marked by ~~strikethrough~~. Changes to the first draft are marked in __**bold underlined**__. Lamps burn.';
    expect(findConvention([OPENING, block(marked)])).toBe(
      'Added lamps are indicated in bold, deleted ones are marked by strikethrough. Changes to the first draft are marked in bold underlined.',
    );
  });

  it('reads a list that a sentence announces', () => {
    const blocks = [
      OPENING,
      block('Changes are marked as follows:'),
      block('– additions to the lamps in bold;', 'list-item'),
      block('– deletions by strikethrough.', 'list-item'),
      block('– a lamp.', 'list-item'),
    ];
    expect(findConvention(blocks)).toBe('Changes are marked as follows: – additions to the lamps in bold; – deletions by strikethrough.');
  });

  it('reads both parts of a statement that covers two layouts', () => {
    const parts = [
      'Deletions are indicated in **bold italics** on the left. Replaced lamps are indicated in **bold italics** on both sides.',
      'The first line of each lamp tells where it stands.',
      'Replacements are highlighted in **bold italics**. Deletions are indicated using either a lamp or strikeout.',
    ];
    expect(
      findConvention([
        OPENING,
        ...parts.map((part) => block(part)),
        ...Array.from({ length: 12 }, () => OPENING),
        block('Changes are marked in bold.'),
      ]),
    ).toBe(
      'Deletions are indicated in bold italics on the left. Replaced lamps are indicated in bold italics on both sides. Replacements are highlighted in bold italics. Deletions are indicated using either a lamp or strikeout.',
    );
  });

  it('reads footnotes and covers, and texts without pages', () => {
    const sentence = 'Changes are marked in bold.';
    expect(findConvention([block(sentence, 'footnote', 2)])).toBe(sentence);
    expect(findConvention([block(sentence, 'cover')])).toBe(sentence);
    expect(findConvention([block(sentence, 'paragraph', null)])).toBe(sentence);
  });
});

describe('no statement on marks', () => {
  it.each([
    'The Union needs bold initiatives to change how marked products are shown in shops.',
    'Delegations underlined that the amendments indicated by the Presidency are shown in the annex.',
    'The Council underlined the importance of the changes presented, and underlined its support.',
    'With bold action, the changes shown in the report can be made.',
    'Products with added sugar are marked with a label.',
    'Article 5 is amended as indicated in point (a), and the words in brackets are deleted.',
    'Please mark additions in bold and deletions in strikethrough.',
    'You may use formatting (for example bold-underline for additions and strikethrough for deletions).',
    'Delegations are invited to indicate their changes in bold.',
    'Fettige Speisen sind nach der Änderung gekennzeichnet.',
    'Bitte kennzeichnen Sie Änderungen durch Fettdruck.',
    'Le Conseil a souligné que les modifications indiquées sont présentées en annexe.',
    'Prière de signaler les ajouts en gras.',
    'The heading is in bold.',
  ])('%s', (sentence) => {
    expect(findConvention([OPENING, block(sentence)])).toBeNull();
  });

  it('is looked for far inside a document or in a table', () => {
    const sentence = 'Changes are marked in bold.';
    expect(findConvention([block(sentence, 'paragraph', 6)])).toBeNull();
    expect(findConvention([block(sentence, 'table-row')])).toBeNull();
    expect(findConvention([...Array.from({ length: 60 }, () => OPENING), block(sentence)])).toBeNull();
  });
});
