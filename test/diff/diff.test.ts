import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { block, items, text } from './support.ts';

describe('what changed', () => {
  it('shows the words that changed, with their page and what makes them weigh', () => {
    const { hunks, summary } = diffTexts(
      text('Nothing here.', 'Member States shall report on their work by June 2099 at the latest.'),
      text('Nothing here.', 'Member States should report on their work by June 2099 at the latest.'),
    );
    expect(hunks).toHaveLength(1);
    expect(hunks[0]).toMatchObject({
      kind: 'replace',
      old: 'shall',
      new: 'should',
      oldPage: 2,
      newPage: 2,
      weight: 3,
      aspects: ['legal force'],
      why: 'legal force: −shall +should',
    });
    expect(hunks[0]?.parts[0]).toEqual({ kind: 'same', text: 'Member States' });
    expect(summary).toEqual({ insertedWords: 1, deletedWords: 1, movedParagraphs: 0 });
  });

  it('keeps two changes apart that stand far from each other', () => {
    const middle = 'and here is a long stretch of words that did not change at all between them';
    expect(diffTexts(text(`old ${middle} past`), text(`new ${middle} present`)).hunks).toHaveLength(2);
  });

  it('tells a whole new sentence, and not the end of one and the beginning of the next', () => {
    const { hunks } = diffTexts(
      text('The keepers light the lamps. The keepers go home.'),
      text('The keepers light the lamps. The keepers count the boats. The keepers go home.'),
    );
    expect(hunks.map((hunk) => hunk.new)).toEqual(['The keepers count the boats.']);
  });

  it('shows paragraphs that came together on lines of their own', () => {
    const { hunks } = diffTexts(text('One stays.', 'Two stays.'), text('One stays.', 'A new one.', 'And another.', 'Two stays.'));
    expect(hunks).toMatchObject([{ kind: 'insert', new: 'A new one.\nAnd another.', old: '' }]);
  });

  it('takes no words of the paragraph before or after for context', () => {
    const { hunks } = diffTexts(
      text('The first.', 'Keepers rest at noon.', 'The third.'),
      text('The first.', 'Keepers rest at night.', 'The third.'),
    );
    expect(hunks[0]?.parts).toEqual([
      { kind: 'same', text: 'Keepers rest at' },
      { kind: 'delete', text: 'noon.' },
      { kind: 'insert', text: 'night.' },
    ]);
  });

  it('does not keep short words of a rewritten passage as islands', () => {
    const { hunks } = diffTexts(
      text('Ferries carry lamps across wide rivers of the northern coast every winter night.'),
      text('Ferries bring many small boats of their own island home again every winter night.'),
    );
    expect(hunks[0]?.parts.map((part) => part.kind)).toEqual(['same', 'delete', 'insert', 'same']);
  });

  it('tells a long passage that came or went as a whole as that, and apart from what belongs to no article', () => {
    const passage = Array.from({ length: 12 }, (_, at) => block(`${at + 1}. Keepers of the pier may light nine lamps.`, 'list-item'));
    const before = [block('Ports of the coast.')];
    const after = [...before, block('It is decided:'), block('Article 7', 'heading'), ...passage];
    expect(diffTexts({ blocks: before }, { blocks: after }).hunks).toMatchObject([
      { kind: 'insert', place: null, new: 'It is decided:' },
      { kind: 'insert', weight: 3, place: 'Article 7', why: 'new passage of 110 words, with legal force, number' },
    ]);
    const { hunks } = diffTexts({ blocks: after }, { blocks: before });
    expect(hunks.map(({ why }) => why)).toContain('passage of 110 words deleted, with legal force, number');
  });

  it('shows a rewritten passage as the old one and the new one, and not word by word', () => {
    const { hunks } = diffTexts(
      text('The keepers of the northern pier, who light the lamps, report to the master of the port about the boats that they see.'),
      text('Whoever lives near the coast, at the bay or the river, tells the guard what he knows about lost anchors that turn up.'),
    );
    expect(hunks).toHaveLength(1);
    expect(hunks[0]?.parts.map(({ kind }) => kind)).toEqual(['delete', 'insert']);
  });

  it('does not tell a change of one article together with that of the next', () => {
    const article = (n: number, words: string) => [block(`Article ${n}`, 'heading'), block(words)];
    const kept = article(1, 'Keepers light the lamps of the harbour at nightfall.');
    const end = block('Done at the northern pier.');
    const before = [...kept, ...article(2, 'Any ferry may pass the bar without a pilot.'), ...article(3, 'Nets dry on the wall.'), end];
    const after = [...kept, ...article(7, 'The master keeps a register of lost anchors.'), ...article(8, 'Fees are due in spring.'), end];
    const { hunks } = diffTexts({ blocks: before }, { blocks: after });
    expect(hunks.map(({ kind, place }) => `${kind} ${place}`).sort()).toEqual([
      'delete Article 2',
      'delete Article 3',
      'insert Article 7',
      'insert Article 8',
    ]);
    expect(hunks.find(({ place }) => place === 'Article 2')?.old).toBe('Article 2\nAny ferry may pass the bar without a pilot.');
  });

  it('prints what went as it was printed, numbers and quotes of its own', () => {
    const was = ['(8) “Any ferry” passes the bar, the pier, the bay and all the nets there without pilots or a fee.'];
    const is = ['(9) "Any ferry" registers lost anchors, fines due in spring, spare ropes and every lamp that burned.'];
    const { hunks } = diffTexts(items('(1) Lamps burn.', ...was), items('(1) Lamps burn.', ...is));
    const went = hunks.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'delete').map((part) => part.text)).join(' ');
    expect(went).not.toContain('(9)');
    expect(went).not.toContain('"');
  });

  it('says where it stands', () => {
    const before = [block('Article 5', 'heading'), block('1. Keepers shall report.', 'list-item'), block('2. Boats wait.', 'list-item')];
    const after = [...before.slice(0, 2), block('2. Boats may wait.', 'list-item')];
    expect(diffTexts({ blocks: before }, { blocks: after }).hunks[0]?.place).toBe('Article 5(2)');
  });
});

describe('what is no change', () => {
  const same = (before: Parameters<typeof diffTexts>[0], after: Parameters<typeof diffTexts>[0]) =>
    expect(diffTexts(before, after)).toMatchObject({ equal: true });

  it('other page breaks, paragraphs and spaces', () => {
    same(text('One sentence that goes on  and on.', 'Two.'), text('One sentence that goes', 'on and on. Two.'));
    same(text('The lamp keepers of the coast', 'meet.'), text('The lamp keepers of the coast meet.'));
  });

  it('quotes, dashes, hyphens and ligatures', () => {
    same(
      text('The “keepers’ co-operation” – all of it… – is efﬁcient.'),
      text('The "keepers\' cooperation" — all of it... — is efficient.'),
    );
    same(text('Their coopera- tion is a well- known fact.'), text('Their cooperation is a well-known fact.'));
  });

  it('words that were glued or cut', () => {
    same(text('All MemberStates of the coast agree.'), text('All Member States of the coast agree.'));
    same(text('In all 12 345 lamps were lit.'), text('In all 12345 lamps were lit.'));
  });

  it('numbers of footnotes, and where a page makes them stand', () => {
    const page = (first: string, note: string, last: string, at: number) => {
      const blocks = [block(`Keepers report ${first}.`), block('Boats come home late in the year.'), block(`Lamps burn ${last}.`)];
      blocks.splice(at, 0, block(note, 'footnote'));
      return { blocks };
    };
    same(page('yearly ¹', '¹ See the register of lamps.', 'oil', 1), page('yearly ³', '³ See the register of lamps.', 'oil', 3));
  });

  it('bars between the cells of a table', () =>
    same({ blocks: [block('Ferries | 12 | 14', 'table-row')] }, { blocks: [block('Ferries 12 14', 'table-row')] }));

  it('but figures and words are', () => {
    const differs = (before: string, after: string) => expect(diffTexts(text(before), text(after)).equal).toBe(false);
    differs('In all 12 345 lamps.', 'In all 12 346 lamps.');
    differs('Articles 1 2 and 4.', 'Articles 12 and 4.');
    differs('A pier of 100 m² of wood.', 'A pier of 100 m³ of wood.');
    differs('At −5 degrees.', 'At 5 degrees.');
  });
});

describe('numbers of points', () => {
  it('that an insertion pushed on are told once, as such, and weigh nothing', () => {
    const before = items(
      '(1) Keepers light the lamps.',
      '(2) Boats carry lanterns.',
      '(3) Harbours keep a register.',
      '(4) Ferries wait for fog.',
    );
    const after = items(
      '(1) Keepers light the lamps.',
      '(2) A master counts them.',
      '(3) Boats carry lanterns.',
      '(4) Harbours keep a register.',
      '(5) Ferries wait for fog.',
    );
    const { hunks, summary } = diffTexts(before, after);
    expect(hunks.map(({ kind, aspects, why }) => [kind, aspects[0], why])).toEqual([
      ['insert', 'wording', 'wording'],
      ['replace', 'numbering', 'renumbered: (2) to (4) became (3) to (5)'],
    ]);
    expect(hunks[0]?.new).toBe('(2) A master counts them.');
    expect(hunks[1]?.weight).toBe(0);
    expect(summary).toMatchObject({ insertedWords: 5, deletedWords: 0 });
  });

  it('go with their point where another stands in its place', () => {
    const { hunks } = diffTexts(
      items('(1) Keepers light the lamps.', '(2) Boats carry green lanterns at sea.'),
      items('(1) Keepers light the lamps.', '(3) Nobody enters that hall without permission.'),
    );
    expect(hunks.map(({ old, new: now }) => [old, now])).toEqual([
      ['(2) Boats carry green lanterns at sea.', '(3) Nobody enters that hall without permission.'],
    ]);
  });

  it('are told for articles as well', () => {
    const article = (n: number, words: string) => [block(`Article ${n}`, 'heading'), block(words)];
    const before = [...article(1, 'Keepers light the lamps.'), ...article(2, 'Boats carry lanterns at night.')];
    const after = [
      ...article(1, 'Keepers light the lamps.'),
      ...article(2, 'A register is kept for ten years.'),
      ...article(3, 'Boats carry lanterns at night.'),
    ];
    expect(diffTexts({ blocks: before }, { blocks: after }).hunks.map((hunk) => hunk.why)).toContain('renumbered: 2 became 3');
  });

  it('are told as such in references to the points as well, but a reference to something else is not', () => {
    const article = (n: number, words: string) => [block(`Article ${n}`, 'heading'), block(words)];
    const act = (boats: number, cited: number, fresh: readonly ReturnType<typeof block>[]) => ({
      blocks: [
        ...article(1, `Keepers light the lamps, as Article ${cited} has it, at nightfall.`),
        ...fresh,
        ...article(boats, 'Boats carry lanterns at night when they are out.'),
      ],
    });
    const added = article(2, 'A register is kept for ten years by the master.');
    const reference = (cited: number) =>
      diffTexts(act(2, 2, []), act(3, cited, added)).hunks.find(({ parts }) => parts.some(({ text }) => text.includes('lamps')));
    expect(reference(3)).toMatchObject({ weight: 0, aspects: ['numbering'], why: 'follows the new numbers: −Article 2 +Article 3' });
    expect(reference(9)).toMatchObject({ weight: 2, aspects: ['reference'] });
  });

  it('are told as such in references to a point that stands elsewhere now', () => {
    const lamps = (cited: number) => block(`1. Keepers light the lamps, as paragraph ${cited} has it, at nightfall.`);
    const boats = (n: number) =>
      block(`${n}. Boats carry lanterns at night when they are out, and the master hangs them in the bow himself.`);
    const rest = (from: number) => [
      block(`${from}. A register is kept for ten years by the master of the harbour, who shows it to whoever asks for it in writing.`),
      block(`${from + 1}. Nets are mended on the quay before noon and carried to the sheds before the evening bell is rung twice.`),
    ];
    const before = { blocks: [lamps(2), boats(2), ...rest(3)] };
    const reference = (cited: number) =>
      diffTexts(before, { blocks: [lamps(cited), ...rest(2), boats(4)] }).hunks.find(({ parts }) =>
        parts.some(({ text }) => text.includes('lamps')),
      );
    expect(reference(4)).toMatchObject({ weight: 0, why: 'follows the new numbers: −paragraph 2 +paragraph 4' });
    expect(reference(9)).toMatchObject({ weight: 2, aspects: ['reference'] });
  });

  it('tell nothing of the articles of another act', () => {
    const act = (boats: number, cited: number) => ({
      blocks: [
        block(`Keepers light the lamps, as laid down in Article ${cited} of Directive 2099/90001/EU, at nightfall.`),
        ...(boats === 3 ? [block('Article 2', 'heading'), block('A register is kept by the master.')] : []),
        block(`Article ${boats}`, 'heading'),
        block('Boats carry lanterns at night when they are out.'),
      ],
    });
    const { hunks } = diffTexts(act(2, 2), act(3, 3));
    expect(hunks.find(({ parts }) => parts.some(({ text }) => text.includes('lamps')))).toMatchObject({
      weight: 2,
      aspects: ['reference'],
    });
  });
});

describe('what moved', () => {
  const [a, b, c] = [
    'The first paragraph has several words.',
    'The second one says other things entirely.',
    'The third closes the short list of them.',
  ];

  it('is told as moved, and not as lost and new', () => {
    const { hunks, summary } = diffTexts(text(a, b, c), text(c, a, b));
    expect(hunks.map((h) => [h.kind, h.weight])).toEqual([['move', 0]]);
    expect(summary).toEqual({ insertedWords: 0, deletedWords: 0, movedParagraphs: 1 });
  });

  it('shows what was edited on the way', () => {
    const was = 'Every harbour shall keep a register of the lamps that were lit at night in the year before.';
    const is = 'Every harbour may keep a register of the lamps that were lit at night in the year before.';
    const { hunks, summary } = diffTexts(text(was, a, b, c), text(a, b, c, is));
    expect(hunks).toMatchObject([{ kind: 'move', weight: 3, why: 'moved and edited: legal force: −shall +may' }]);
    expect(hunks[0]?.parts.filter((part) => part.kind !== 'same')).toEqual([
      { kind: 'delete', text: 'shall' },
      { kind: 'insert', text: 'may' },
    ]);
    expect(summary).toEqual({ insertedWords: 1, deletedWords: 1, movedParagraphs: 1 });
  });

  it('goes together with its neighbours, short ones too', () => {
    const heading = 'On lamps';
    const { hunks, summary } = diffTexts(
      text(a, b, heading, c, 'The end of it all is near.'),
      text(heading, c, a, b, 'The end of it all is near.'),
    );
    expect(hunks.map((hunk) => hunk.kind)).toEqual(['move']);
    expect(summary.movedParagraphs).toBe(2);
  });

  it('takes a paragraph split in two, or two joined, for the same words', () => {
    const { equal } = diffTexts(text(`${a} ${b}`, c), text(a, `${b} ${c}`));
    expect(equal).toBe(true);
  });
});
