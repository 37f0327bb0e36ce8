// The file that `corpus add` writes: a tracked text with what follows from its number, ready to be filled in.

import { initOf, printReference, referenceId } from '../reference.ts';
import type { Reference } from '../types.ts';

/** What may be known of a document besides its number, from its cover or a register row. */
export interface Known {
  readonly title?: string | null;
  readonly date?: string | null;
  readonly originator?: string | null;
  readonly addressee?: string | null;
  readonly subjectCodes?: readonly string[];
  readonly url?: string | null;
}

/** A JSON string is a YAML string, with nothing in it that could end the line. */
const value = (text: string | null | undefined): string =>
  text === null || text === undefined || text.trim() === '' ? 'null' : JSON.stringify(text);

/**
 * A valid tracked text from a document number. The id names the document, not the version: `8261/1/26 REV 1` gives
 * `council-8261-26`, because all versions of a number are followed whichever of them is written down.
 */
export const newTracked = (reference: Reference, known: Known = {}): { id: string; yaml: string } => {
  const number = printReference(reference);
  const id = `council-${printReference(initOf(reference))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`;
  const address = known.url ?? `https://data.consilium.europa.eu/doc/document/${referenceId(reference)}/en/pdf`;
  const codes = (known.subjectCodes ?? []).map((code) => `\n  - ${JSON.stringify(code)}`).join('');
  const yaml = `# yaml-language-server: $schema=../../pipeline/match/tracked.schema.json
# A tracked text. Documents that cite it, carry its wording or keep its promises are reported.
id: ${id}
kind: council-document
# The subject line of the cover.
title: ${value(known.title) === 'null' ? JSON.stringify(`Council document ${number}`) : value(known.title)}
# All versions of this number are followed: REV, ADD, COR, EXT.
document: ${JSON.stringify(number)}
date: ${value(known.date)}
url: ${value(address)}
language: en
# From and To on the cover.
originator: ${value(known.originator)}
addressee: ${value(known.addressee)}
# LIMITE or a classification, when the cover carries one.
marking: null
# As on the cover: SCH-EVAL 217
subjectCodes:${codes === '' ? ' []' : codes}

# What the text cites:
#   - id: 15086/22
#     title: null
#     url: null
references: []

# Short quotations to look for in other texts:
#   - id: joint-picture
#     section: I.2
#     text: a few words exactly as they stand in the text
#     why: what it would mean to meet them elsewhere
passages: []

# What it announces, and who owes it; watchers/README.md lists the keys:
#   - id: I.1
#     section: I.1
#     actors: [COM]
#     what: in your own words
#     cadence: once
#     firstDue: 2024-06
#     channel: not-stated
#     status: none
promises: []
`;
  return { id, yaml };
};
