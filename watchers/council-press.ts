// Press releases of the Council: https://www.consilium.europa.eu/en/rss/pressreleases.ashx
// Certain: the feed answers plain requests while pages and robots.txt of the site answer 403; its items have a guid and `a10:updated` but no
// `pubDate`, and some lead to meetings (September 2026). The day of a release stands in its path and stays when the release is edited.
// The releases themselves stand behind the challenge, so the rows are all there is.

import type { ListingWatcher } from '../pipeline/types.ts';

const RELEASE = /\/press\/(?:press-releases|statements-remarks|speeches)\/(\d{4})\/(\d{2})\/(\d{2})\/[^/]/;

export const councilPress: ListingWatcher = {
  kind: 'listing',
  id: 'council-press',
  title: 'Press releases of the Council',
  via: 'http',
  offered: 'https://www.consilium.europa.eu/en/about-site/rss/ offers its feeds to programs',
  entry: 'page',
  lists: [
    {
      name: 'press releases',
      url: 'https://www.consilium.europa.eu/en/rss/pressreleases.ashx',
      read: {
        format: 'feed',
        keep: RELEASE,
        more: ({ id, link }) => {
          const [, year, month, day] = RELEASE.exec(link) ?? [];
          return year === undefined ? null : { ...(id !== '' && { id }), date: `${year}-${month}-${day}` };
        },
      },
      expect: 1,
      dated: true,
      accept: 'application/rss+xml, application/xml, text/xml',
    },
  ],
  detail: null,
};
