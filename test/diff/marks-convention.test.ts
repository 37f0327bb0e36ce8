import { describe, expect, it } from 'vitest';
import { scriptOfMarks } from '../../pipeline/diff/marks/script.ts';
import { readingOf } from '../../pipeline/marks.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (marked: string, kind: BlockKind = 'paragraph'): Block => ({ kind, page: 1, text: readingOf(marked), marked });
const said = (sentence: string): string[] => [`changes are marked: ${sentence}`];

const diffOf = (blocks: readonly Block[], facts: readonly string[] = [], level: 'all' | 'latest' = 'all') =>
  scriptOfMarks({ blocks, facts }, { level });

/** Inserted and deleted words of a text. */
const changes = (blocks: readonly Block[], facts: readonly string[] = [], level: 'all' | 'latest' = 'all') => {
  const diff = diffOf(blocks, facts, level);
  if (diff.kind === 'none') return diff.reason;
  const { old, now, runs } = diff.script;
  const of = (kind: 'insert' | 'delete') =>
    runs
      .filter((run) => run.kind === kind)
      .flatMap(({ a0, a1, b0, b1 }) => (kind === 'insert' ? now.words.slice(b0, b1) : old.words.slice(a0, a1)))
      .join(' ');
  return { insert: of('insert'), delete: of('delete') };
};

const LAMP = block('A __lined__ **heavy** __**loud**__ plain ~~gone~~ lamp.');

describe('what a document says of its marks', () => {
  it.each([
    ['Changes compared to document 90001/99 are marked in bold and deletions are marked by strikethrough.', 'heavy loud'],
    ['Changes to the Commission proposal are indicated in bold underline; deletions by […].', 'loud'],
    ['New text as compared with the lamps proposal appears in underlined bold, deleted text is replaced by [...].', 'loud'],
    ['The amendments are shown in bold/underlined and suppressed text in struck-through.', 'lined heavy loud'],
    ['Additions are in bold italics and removed wording is struck out.', 'heavy loud'],
    ['Additions are underlined, deletions are in bold strikethrough.', 'lined loud'],
    ['Deletions are marked in bold strikethrough, additions are underlined.', 'lined loud'],
    ['Die Änderungen sind durch Fettdruck und Unterstreichung gekennzeichnet.', 'loud'],
    ['Hinzugefügte Wörter sind unterstrichen wiedergegeben.', 'lined loud'],
    ['Les ajouts sont signalés en gras et soulignés.', 'loud'],
    ['Les modifications sont indiquées en caractères gras et les suppressions par […].', 'heavy loud'],
  ])('%s', (sentence, insert) => expect(changes([LAMP], said(sentence))).toEqual({ insert, delete: 'gone' }));

  it('is printed first', () => {
    const diff = diffOf([LAMP], said('Changes are marked in bold.'));
    expect(diff.kind === 'script' && diff.notes).toEqual([
      "How changes are marked, in the document's words: Changes are marked in bold.",
      '1 insertion and 1 deletion are marked.',
    ]);
  });

  it('counts for nothing where no such mark is in the text', () =>
    expect(changes([LAMP], said('The latest changes are shaded in grey.'))).toEqual({ insert: 'lined loud', delete: 'gone' }));

  it('is a fact of a Word file with tracked changes', () =>
    expect(
      changes(
        [block('A **heavy** __new__ lamp.')],
        ['the document has tracked changes: inserted words are underlined, deleted words struck'],
      ),
    ).toEqual({ insert: 'new', delete: '' }));
});

describe('older and newer changes', () => {
  const both = [
    'Changes to the Commission proposal are in bold, those to the previous version in bold underlined.',
    'Changes compared to the previous version (doc. 90001/99) are marked in bold underlined; other changes to the Commission proposal are marked in bold.',
    'Modifications with wide support are highlighted in bold, newer ones in bold and underlined, deletions by strikethrough.',
    'Changes are marked in bold (compared to the Commission proposal) and in bold underline (compared to the previous version).',
  ];
  it.each(both)('%s', (sentence) => {
    const words = [block('A **heavy** __**loud**__ plain ~~gone~~ lamp.')];
    expect(changes(words, said(sentence))).toEqual({ insert: 'heavy loud', delete: 'gone' });
    expect(changes(words, said(sentence), 'latest')).toEqual({ insert: 'loud', delete: 'gone' });
    const diff = diffOf(words, said(sentence), 'latest');
    expect(diff.kind === 'script' && diff.notes.join(' ')).toMatch(/only the latest are shown, bold and underlined \(against the previous/);
  });

  it('leave what was struck before out of both versions, where newer deletions look newer', () => {
    const words = [block('A **heavy** __**loud**__ ~~older~~ lamp ~~__**newer**__~~.')];
    expect(changes(words, said(both[0] ?? ''), 'latest')).toEqual({ insert: 'loud lamp.', delete: 'lamp newer.' });
  });
});

describe('deletions that are not printed', () => {
  it('are shown where they stand, and counted', () => {
    const facts = said('New text is in bold, deletions are marked by […].');
    const blocks = [block('A **new** lamp […] burns [...].'), block('¹ OJ L […], p. […].', 'footnote')];
    expect(changes(blocks, facts)).toEqual({ insert: 'new […] burns [...].', delete: 'burns.' });
    const diff = diffOf(blocks, facts);
    expect(diff.kind === 'script' && diff.notes).toContain('2 deletions are not printed: […] stands where there were words.');
  });
});

describe('where the document says nothing', () => {
  const note = (blocks: readonly Block[]): string => {
    const diff = diffOf(blocks);
    return diff.kind === 'script' ? (diff.notes[0] ?? '') : diff.reason;
  };
  it('underlining beside struck words is an insertion, bold emphasis', () => {
    const blocks = [block('A **heavy** __new and old__ ~~gone~~ lamp.')];
    expect(changes(blocks)).toEqual({ insert: 'new and old', delete: 'gone' });
    expect(note(blocks)).toBe(
      'This document says nothing on how changes are marked; underlined was taken for inserted, struck for deleted.',
    );
  });

  it('bold is, where hardly anything is underlined', () => {
    const blocks = [block(`A **${'new '.repeat(30)}** __old__ ~~gone~~ lamp.`)];
    expect(changes(blocks)).toEqual({ insert: 'new '.repeat(30).trim(), delete: 'gone' });
    expect(note(blocks)).toBe('This document says nothing on how changes are marked; bold was taken for inserted, struck for deleted.');
  });

  it('both are, where both are many: a delegation wrote into a text with marks of its own', () => {
    const blocks = [block('A **heavy and new** __**loud**__ ~~gone~~ lamp.')];
    expect(changes(blocks)).toEqual({ insert: 'heavy and new loud', delete: 'gone' });
    expect(changes(blocks, [], 'latest')).toEqual({ insert: 'loud', delete: 'gone' });
  });

  it('struck words alone are deletions', () =>
    expect(note([block('A ~~gone~~ lamp.')])).toBe(
      'This document says nothing on how changes are marked; struck words were taken for deleted.',
    ));
});

describe('bold that is typography', () => {
  const inserted = (...blocks: Block[]): string => {
    const found = changes([...blocks, block('(1) A ~~gone~~ lamp.'), block('Lamps **too** burn.')]);
    return typeof found === 'string' ? found : found.insert.replace(/ ?too$/, '');
  };
  it.each<[string, Block[]]>([
    ['headings', [block('**GENERAL**', 'heading')]],
    ['the number and title of an article', [block('Article 1 **Lamps of Nowhere**', 'heading')]],
    ['a title below its number', [block('Article 1', 'heading'), block('**Lamps of Nowhere**')]],
    ['the title of the act', [block('**REGULATION ON LAMPS**', 'heading'), block('**amending Regulation (EU) 2099/90001**')]],
    ['the cover', [block('**LIMITE**', 'cover')]],
    ['marks of footnotes', [block('A lamp **⁴** burns.'), block('**⁴** A footnote.', 'footnote')]],
    ['heads of tables', [block('**Lamp** | **Oil**', 'table-row'), block('big | much', 'table-row')]],
    ['labels', [block('(2) Wicks.', 'list-item'), block('**Comments:** lamps burn well.')]],
    ['terms that are defined', [block('‘**lamp**’ means a jar with oil;', 'list-item')]],
    ['links', [block('See __https://lamps.example/eli/99__ for more.')]],
    ['heads of amendments', [block('(2) Wicks.', 'list-item'), block('**Amendment 97 Recital 3**')]],
  ])('%s', (_, blocks) => expect(inserted(...blocks)).toBe(''));

  it('what is underlined in a bold title is a change in it', () =>
    expect(inserted(block('**REGULATION amending Regulations (EU) 2099/90001,** __**(EU) 2099/90002**__ **and (EU) 2099/90003**'))).toBe(
      '(EU) 2099/90002',
    ));

  it('an article that is new stands bold among others that are not', () =>
    expect(
      inserted(
        block('Article 1', 'heading'),
        block('Lamps'),
        block('Article 2', 'heading'),
        block('Wicks'),
        block('**Article 2a**', 'heading'),
        block('**Oil**', 'heading'),
        block('**Oil is kept in jars.**'),
        block('Article 3 Fees **for oil**', 'heading'),
      ),
    ).toBe('Article 2a Oil Oil is kept in jars. for oil'));

  it('a whole paragraph in bold is new', () => expect(inserted(block('(1) Lamps.'), block('**Wicks are cut.**'))).toBe('Wicks are cut.'));

  it('where struck words are bold too, bold says nothing', () =>
    expect(changes([block('(1) Lamps.'), block('**A big** ~~**bad**~~ **lamp**'), block('A **new** lamp.')])).toEqual({
      insert: 'new',
      delete: 'bad',
    }));
});
