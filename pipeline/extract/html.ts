// The one home of cheerio: an HTML page becomes blocks. Only what is written counts: not attributes, their order, or white space.

import { type CheerioAPI, load } from 'cheerio/slim';
import { LayoutError } from '../errors.ts';
import type { Block } from '../types.ts';
import { BlockWriter, type Node } from './html-blocks.ts';
import { tidy } from './tidy.ts';

export interface HtmlSource {
  readonly body: Uint8Array;
  readonly at: string;
  readonly select?: string;
  readonly remove?: readonly string[];
}

export interface HtmlReading {
  readonly title: string | null;
  readonly language: string | null;
  readonly blocks: readonly Block[];
}

/** What is no part of a page's own text, wherever it stands. */
const NEVER = 'script, style, noscript, template, svg, iframe, object, select, button, dialog, nav, [hidden], [aria-hidden="true"]';
const ROLES =
  '[role="navigation"], [role="banner"], [role="contentinfo"], [role="search"], [role="dialog"], [role="alertdialog"], [role="menu"]';
/** What surrounds the text when the page does not say where its text is. */
const AROUND = 'body > header, body > footer, body > aside, header[id], footer[id], header[class*="site"], footer[class*="site"]';
/** Names of classes and ids, as whole words: `share` but not `shared`. */
const FURNITURE =
  /(?:^|[\s_-])(?:cookies?|cookie-?(?:banner|consent|notice)|consent-?banner|breadcrumbs?|sharethis|addtoany|share-?(?:bar|buttons?|links?|tools?|this)?|social-?(?:media|share|links?|icons?|buttons?)|skip-?(?:link|to-content|nav)|newsletter-?(?:signup|form|box)|site-?(?:header|footer)|page-?footer)(?:$|[\s_-])/i;

const decode = (body: Uint8Array): string => {
  const head = Buffer.from(body.subarray(0, 2048)).toString('latin1');
  const name = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(name).decode(body);
  } catch {
    // A charset that does not exist: UTF-8 is what browsers and we fall back on.
    return new TextDecoder().decode(body);
  }
};

const mainOf = ($: CheerioAPI, { select, at }: HtmlSource): Node[] => {
  if (select !== undefined) {
    const chosen = $(select).toArray();
    if (chosen.length === 0) {
      throw new LayoutError(`nothing on the page fits the selector "${select}"`, { at, remedy: 'Open the page and correct the selector.' });
    }
    // A part inside another chosen part would be read twice.
    return chosen.filter((node) => !$(node).parents(select).length);
  }
  for (const selector of ['main, [role="main"]', 'article', 'body']) {
    const [found, ...more] = $(selector).toArray();
    // Several articles are a list of teasers; all of the page is its text then.
    if (found !== undefined && (more.length === 0 || !selector.startsWith('article'))) return [found];
  }
  return $.root().contents().toArray();
};

/**
 * Reads the main text of a page, or the part that the source names.
 * @throws LayoutError when `select` fits nothing
 */
export const readHtml = (source: HtmlSource): HtmlReading => {
  const $ = load(decode(source.body));
  const language = /^[a-z]{2}(?=-|_|$)/i.exec($('html').attr('lang')?.trim() ?? '')?.[0].toLowerCase() ?? null;
  const heading = tidy($('h1').first().text());
  const title = heading || tidy($('head title, title').first().text()) || null;
  for (const selector of source.remove ?? []) $(selector).remove();
  $(NEVER).remove();
  $(ROLES).remove();
  if (source.select === undefined) $(AROUND).remove();
  $('[class], [id]').each((_, element) => {
    const names = `${$(element).attr('class') ?? ''} ${$(element).attr('id') ?? ''}`;
    // `cookies-enabled` on a wrapper of everything is no banner, and what a person selects is wanted whatever its name.
    if (
      FURNITURE.test(names) &&
      $(element).find('main, article, h1').length === 0 &&
      !$(element).is(`main, article, ${source.select ?? 'body'}`)
    ) {
      $(element).remove();
    }
  });
  const writer = new BlockWriter(source.at);
  for (const node of mainOf($, source)) writer.walk(node);
  return { title, language, blocks: writer.finish() };
};
