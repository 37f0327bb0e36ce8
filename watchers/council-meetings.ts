// Meetings of the ministers of justice and home affairs: https://www.consilium.europa.eu/en/rss/meetings.ashx?cat=jha
// Certain for other bodies (cat=euco, cat=fac, September 2026): 50 items, a bare number as guid, no dates at all; the day stands in the path,
// `/2026/10/15-16/`, and moves with the meeting. Inferred: that `jha` is this body's name in the feed. Since the site ignores what it does
// not know, only items are kept whose path names the body. These meetings are few, so every one is told.

import type { ListingWatcher } from '../pipeline/types.ts';

const MEETING = /\/meetings\/(?:jha|justice[a-z-]*)\/(\d{4})\/(\d{2})\/(\d{2})/;

export const councilMeetings: ListingWatcher = {
  kind: 'listing',
  id: 'council-meetings',
  title: 'Meetings of the Justice and Home Affairs Council',
  via: 'http',
  offered: 'https://www.consilium.europa.eu/en/about-site/rss/ offers its feeds to programs',
  entry: 'page',
  lists: [
    {
      name: 'meetings',
      url: 'https://www.consilium.europa.eu/en/rss/meetings.ashx?cat=jha',
      read: {
        format: 'feed',
        keep: MEETING,
        more: ({ id, link }) => {
          const [, year, month, day] = MEETING.exec(link) ?? [];
          // The number stays when a meeting is moved, its path does not.
          return year === undefined ? null : { ...(id !== '' && { id }), date: `${year}-${month}-${day}` };
        },
      },
      expect: 1,
      dated: true,
      sameTitles: true,
      accept: 'application/rss+xml, application/xml, text/xml',
    },
  ],
  all: true,
  detail: null,
};
