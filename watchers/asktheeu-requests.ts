// Requests for documents of EU bodies: https://www.asktheeu.org, which runs Alaveteli. Markup and JSON fields are those of Alaveteli's
// source (seen); that this site keeps its default robots.txt is inferred: feeds and search are disallowed there, lists and requests are not.
// The list tells of requests that were answered with documents; requests followed one by one tell every event. No text is kept behind a
// row, since a request's page is a conversation between people.

import type { ListingWatcher } from '../pipeline/types.ts';
import { requestEvents, requestListing } from './shared/alaveteli.ts';

const SITE = 'https://www.asktheeu.org';

/** What each request is about is said here, in words of interest: all that happens in it is to be told, whatever its title. */
const FOLLOWED = { access_to_documents_eu_funded_mi: 'EU-funded action against migrant smuggling' } as const;

export const asktheeuRequests: ListingWatcher = {
  kind: 'listing',
  id: 'asktheeu-requests',
  title: 'Requests for documents on AsktheEU',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'successful',
      url: ({ page }) => `${SITE}/list/successful${page === 1 ? '' : `?page=${page}`}`,
      read: requestListing,
      expect: 3,
      dated: false,
      paging: { first: 1, size: 10, most: 5 },
    },
    ...Object.entries(FOLLOWED).map(([request, about]) => ({
      name: request,
      url: `${SITE}/request/${request}.json`,
      read: requestEvents(SITE, about),
      expect: 1,
      dated: true,
      accept: 'application/json',
    })),
  ],
  detail: null,
};
