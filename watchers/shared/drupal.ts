// What Drupal's sites have in common: lists made by its Views, and the article behind a row. What one site adds stands in its watcher.

import type { Detail, HtmlReader } from '../../pipeline/types.ts';
import { type Known, rowsWith } from './rows.ts';

export { linksTo } from './rows.ts';

/** Rows of a view; parameters as for `rowsWith`. */
export const viewsRows = (paths: readonly string[], keep: RegExp, known: Known = {}): HtmlReader =>
  rowsWith(paths, keep, {
    ...known,
    rows: [...(known.rows ?? []), '.views-row', 'article[class*="node"]'],
    title: [...(known.title ?? []), '[class*="field--name"][class*="title"]'],
    summary: [...(known.summary ?? []), '[class*="field--name-body"]', '[class*="field--type-text"]'],
  });

/** The article behind a row, without what moves around it. */
export const node: Detail = {
  select: [
    'article[class*="view-mode-full"]',
    'article[class*="node"]',
    '.node__content',
    'main article',
    'main',
    '[role="main"]',
    '#main-content',
  ],
  remove: [
    '.antibot-message',
    '.breadcrumb',
    '.contextual',
    '[class*="cookie"]',
    '[class*="language-switcher"]',
    '[class*="pager"]',
    '[class*="related"]',
    '[class*="share"]',
    '[class*="social"]',
    '[class*="view-mode-teaser"]',
  ],
};
