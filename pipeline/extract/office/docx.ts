// A Word file (.docx) as a text. Headers, footers and comments are no part of it.

import { ExtractError } from '../../errors.ts';
import type { Block, Text } from '../../types.ts';
import { EXTRACTOR } from '../revision.ts';
import { tidy } from '../tidy.ts';
import { BodyWriter, type Document, notesOf } from './docx-body.ts';
import { listLabels } from './docx-lists.ts';
import { ParagraphReader } from './docx-runs.ts';
import { readStyles } from './docx-styles.ts';
import { readPart, relationsOf } from './package.ts';
import { noWords } from './rows.ts';
import { child, type XmlNode } from './xml.ts';
import { damaged, type OfficeSource, openParts, type Parts } from './zip.ts';

interface Package {
  readonly body: XmlNode;
  readonly links: ReadonlyMap<string, string>;
  /** A part that belongs to the body, by the type of its relationship. */
  readonly part: (type: string) => Promise<XmlNode | null>;
  /** As the file's properties say, often wrongly. */
  readonly title: string | null;
  readonly language: string | null;
}

const openPackage = async (parts: Parts): Promise<Package> => {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const relations = await relationsOf(parts, main);
  const body = child(await readPart(parts, main), 'body');
  if (body === undefined) throw new Error(`${main} is no document`);
  const properties = await readPart(parts, 'docProps/core.xml');
  const links = relations.filter(({ type, target }) => type === 'hyperlink' && /^https?:/.test(target));
  return {
    body,
    links: new Map(links.map(({ id, target }) => [id, target])),
    part: async (kind) => readPart(parts, relations.find(({ type }) => type === kind)?.target ?? ''),
    title: tidy(child(properties, 'title')?.text ?? '') || null,
    language: /^[a-z]{2}(?=-|$)/i.exec(child(properties, 'language')?.text.trim() ?? '')?.[0].toLowerCase() ?? null,
  };
};

/** A heading like "ANNEX" tells nobody what the text is, nor does a file's title of one word. */
const titleOf = (styled: string | null, blocks: readonly Block[], ofFile: string | null): string | null =>
  styled ??
  blocks.find(({ kind, text }) => kind === 'heading' && /\p{L}{3}.* .*\p{L}{3}/u.test(text))?.text ??
  (ofFile !== null && /\S\s\S/.test(ofFile) ? ofFile : null);

const readDocument = async (parts: Parts): Promise<Text> => {
  const { body, links, part, title, language } = await openPackage(parts);
  const styles = readStyles(await part('styles'));
  const reader = new ParagraphReader(styles, links);
  const document: Document = {
    styles,
    reader,
    label: listLabels(await part('numbering')),
    notes: { footnote: notesOf(await part('footnotes'), 'footnote'), endnote: notesOf(await part('endnotes'), 'endnote') },
  };
  const writer = new BodyWriter(document);
  writer.walk(body);
  const blocks = writer.finish();
  return {
    kind: 'docx',
    extractor: EXTRACTOR,
    title: titleOf(writer.title, blocks, title),
    // The language of spell checking, which files do carry, is often another than that of the words.
    language,
    pages: null,
    cover: null,
    facts: [...reader.facts].sort(),
    blocks,
  };
};

/**
 * A Word file as a text.
 * @throws ExtractError damaged, encrypted, no-text-layer, too-large
 */
export const docxText = async (source: OfficeSource): Promise<Text> => {
  const parts = await openParts(source);
  const text = await readDocument(parts).catch((cause) => {
    throw cause instanceof ExtractError ? cause : damaged(source.at, cause);
  });
  if (text.blocks.length === 0) throw noWords(source.at);
  return text;
};
