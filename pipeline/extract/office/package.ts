// How the parts of an office file belong together: each names the others that it needs in a list beside it.

import { childrenOf, readXml, type XmlNode } from './xml.ts';
import type { Parts } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its address: `styles`, `hyperlink`. */
  readonly type: string;
  /** Path of another part from the top of the file, or a web address as it is. */
  readonly target: string;
}

/** @returns null when there is no such part */
export const readPart = async (parts: Parts, path: string): Promise<XmlNode | null> => readXml((await parts.read(path)) ?? '');

/** What a part needs, or with '' what the file begins with. */
export const relationsOf = async (parts: Parts, path: string): Promise<readonly Relation[]> => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const list = await readPart(parts, `${folder}_rels/${path.slice(folder.length)}.rels`);
  return childrenOf(list, 'Relationship').map(({ attributes: { Id: id = '', Type = '', Target = '' } }) => ({
    id,
    type: Type.split('/').at(-1) ?? '',
    target: /^(?:\/|\w+:)/.test(Target) ? Target : folder + Target,
  }));
};
