// Press releases and news of Europol: https://www.europol.europa.eu/media-press/newsroom, by plain requests. The page is a shell for a browser and
// holds its items as JSON in a script: seen in recorded output. The list of press releases is another page of the same kind (working code); the
// feed (working code, recorded output) has ten items without dates, so it comes last. robots.txt was never seen.

import type { ListingWatcher } from '../pipeline/types.ts';
import { EUROPOL, expandNode, feed, nodeDetail, serverData } from './shared/europol.ts';

const ITEM = /^\/(?:media-press\/)?newsroom\/news\/[^/?]+$/;

export const europolNews: ListingWatcher = {
  kind: 'listing',
  id: 'europol-news',
  title: 'News of Europol',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'newsroom',
      url: `${EUROPOL}/media-press/newsroom`,
      read: serverData(ITEM),
      expect: 3,
      dated: true,
      otherwise: {
        name: 'press-releases',
        url: `${EUROPOL}/newsroom/news-categories/press-releases`,
        read: serverData(ITEM),
        expect: 3,
        dated: true,
        otherwise: { name: 'feed', url: `${EUROPOL}/cms/api/rss/news`, read: feed(ITEM), expect: 3, dated: false },
      },
    },
  ],
  expand: expandNode,
  detail: nodeDetail,
};
