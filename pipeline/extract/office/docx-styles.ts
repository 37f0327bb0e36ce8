// Styles of a Word file: what a paragraph or a run is by the style that it names. Only what bears on the text.

import { child, childrenOf, setting, type XmlNode } from './xml.ts';

/** What a run's properties say; what they do not mention is left to the style. */
export interface Marks {
  readonly bold?: boolean;
  readonly underlined?: boolean;
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
}

export interface Numbering {
  readonly list: string;
  readonly level: number;
}

export interface Style {
  readonly heading: boolean;
  readonly title: boolean;
  readonly numbering: Partial<Numbering>;
  readonly marks: Marks;
}

/** Names that people give to headings beside Word's own: those of LegisWrite, in which the Commission writes, are French. */
const HEADING = /\b(?:heading|title|subtitle|titre)\b/i;
const TITLE = /^(?:title|titre objet)$/i;
const OFF = /^(?:0|false|off|none)$/;

/** A property is on when it is there, unless it says otherwise. @returns an object with the property, or an empty one */
const flag = <K extends keyof Marks>(key: K, properties: XmlNode | undefined, ...names: readonly string[]): { [P in K]?: boolean } => {
  const found = names.map((name) => child(properties, name)).filter((node) => node !== undefined);
  if (found.length === 0) return {};
  return { [key]: found.some(({ attributes }) => !OFF.test(attributes.val ?? '')) } as { [P in K]: boolean };
};

/** @param properties `rPr` */
export const readMarks = (properties: XmlNode | undefined): Marks => {
  const raised = setting(properties, 'vertAlign');
  return {
    ...flag('bold', properties, 'b'),
    ...flag('underlined', properties, 'u'),
    ...flag('struck', properties, 'strike', 'dstrike'),
    ...flag('hidden', properties, 'vanish'),
    ...(raised === undefined ? {} : { raised: raised === 'superscript' }),
  };
};

/** @param properties `pPr` */
export const readNumbering = (properties: XmlNode | undefined): Partial<Numbering> => {
  const node = child(properties, 'numPr');
  const [list, level] = [setting(node, 'numId'), setting(node, 'ilvl')];
  return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level: Number(level) }) };
};

/** Whether an outline level is that of a heading; undefined where there is none. @param properties `pPr` */
export const readOutline = (properties: XmlNode | undefined): boolean | undefined => {
  const level = setting(properties, 'outlineLvl');
  return level === undefined ? undefined : Number(level) < 9;
};

const NONE: Style = { heading: false, title: false, numbering: {}, marks: {} };

export type Styles = (id: string | undefined) => Style;

/** @param root of `styles.xml`, null when there is none */
export const readStyles = (root: XmlNode | null): Styles => {
  const nodes = new Map(childrenOf(root, 'style').map((node) => [node.attributes.styleId, node] as const));
  const known = new Map<string | undefined, Style>();
  const styleOf = (id: string | undefined): Style => {
    const node = nodes.get(id);
    if (node === undefined) return NONE;
    const before = known.get(id);
    if (before !== undefined) return before;
    // Set first, so that styles based on each other in a ring end.
    known.set(id, NONE);
    const base = styleOf(setting(node, 'basedOn'));
    const properties = child(node, 'pPr');
    const name = setting(node, 'name') ?? '';
    const style = {
      heading: readOutline(properties) ?? (base.heading || (node.attributes.type === 'paragraph' && HEADING.test(name))),
      title: TITLE.test(name),
      numbering: { ...base.numbering, ...readNumbering(properties) },
      marks: { ...base.marks, ...readMarks(child(node, 'rPr')) },
    };
    known.set(id, style);
    return style;
  };
  return styleOf;
};
