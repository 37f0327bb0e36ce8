// The text of HTML pages against the same walk over the tree that cheerio builds when nothing is said. On made-up pages of several shapes, and
// on real ones where they lie beside the repository.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio';
import { decodeHtml } from '../../pipeline/extract/html/decode.ts';
import { readHtml, readTree } from '../../pipeline/extract/html/html.ts';
import { readCarefully } from '../../pipeline/extract/html/parse.ts';
import { compare } from './measure.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data/html');
/** A page takes milliseconds: what is measured is code that has run before, on both sides. */
const ROUNDS = 30;
const SENTENCE = 'Member States shall tell each other what they have seen at their piers, and when, and who was there.';

const times = (count: number, write: (n: number) => string): string => Array.from({ length: count }, (_, n) => write(n)).join('\n');
const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Piers</title>${head}</head><body>${body}</body></html>`;

/** A page of a news room, about 150 KB: mostly menus, icons and scripts. */
const news = (): string =>
  page(
    `<script>${times(200, (n) => `window.settings.push({"id":${n},"path":"/piers/${n}","open":true});`)}</script>`,
    `<header><nav><ul>${times(300, (n) => `<li class="menu__item" data-n="${n}"><a class="menu__link" href="/p/${n}?ref=menu&amp;x=1" target="_self"><svg class="icon" viewBox="0 0 9 9"><use href="#i"/></svg>Pier ${n}</a></li>`)}</ul></nav></header>
<main><h1>Piers</h1>${times(60, (n) => `<div class="body__row"><p>${SENTENCE} <a href="/p/${n}.pdf">Pier ${n}</a> – ${SENTENCE}</p></div>`)}</main><footer>${times(40, (n) => `<a href="/f/${n}">Foot ${n}</a>`)}</footer>`,
  );

/** A legal text as an office system exports it, about 600 KB: every few words in an element of their own. */
const law = (): string =>
  page(
    '',
    times(
      1_500,
      (n) =>
        `<p class="li ManualNumPar">\n   <span class="num">(${n})</span>\n   <span>${SENTENCE.slice(0, 40)}</span><span class="bold">${SENTENCE.slice(40)}</span><span> </span><span>“${SENTENCE}”</span>\n</p>`,
    ),
  );

/** A table of amendments in two columns, about 1 MB. */
const amendments = (): string =>
  page(
    '',
    `<table>${times(1_600, (n) => `<tr><td colspan="2"><p>Amendment ${n}</p></td></tr><tr><td><p>${SENTENCE} ${SENTENCE}</p></td><td><p>${SENTENCE} <b><i>${SENTENCE}</i></b></p></td></tr>`)}</table>`,
  );

export const html = async (): Promise<void> => {
  const made = { news, law, amendments };
  const pages = Object.entries(made).map(([name, write]): readonly [string, Uint8Array] => [name, new TextEncoder().encode(write())]);
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.html')) : [];
  for (const name of files) pages.push([name.slice(0, 30), readFileSync(path.join(FOLDER, name))]);
  const at = 'https://example.eu/piers.html';
  for (const [name, body] of pages) {
    const tree = await readCarefully(decodeHtml(body));
    const sides = {
      ours: () => readHtml({ body, at }),
      theirs: () => {
        load(decodeHtml(body));
        return readTree(tree, { at });
      },
      theirName: 'default cheerio with the same walk',
    };
    await compare(`HTML page "${name}", ${Math.round(body.length / 1024)} KB`, sides, ROUNDS);
  }
};
