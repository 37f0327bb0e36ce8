// AsktheEU, which runs Alaveteli: lists of requests, a request's page and its JSON, which gains an event. Feeds are there, and robots.txt says no.

import { type Article, archive, listed, printed, type Shown } from '../articles.ts';
import { type Answer, DAYS, type Day, escaped, json, page, type Question, type Site, until } from '../site.ts';

/** As Alaveteli ships it. */
const ROBOTS = `User-agent: *
Disallow: */feed/*
Disallow: */search/*
Disallow: */track/*
Disallow: */similar/*
Disallow: */request/*/response/*
Allow: */request/*/response/*/attach/*
Disallow: */request/*/download*
`;

const ON_A_PAGE = 10;

const requests: readonly Article[] = [
  {
    slug: 'minutes_on_boats_90971',
    title: 'Minutes of talks on boats and migrant smugling',
    titles: { 4: 'Minutes of talks on boats and migrant smuggling' },
    date: '2026-09-08',
    from: 2,
    lead: 'Dear Sir or Madam, I ask for the minutes of the talks on migrant smuggling held in June.',
    body: [],
  },
  {
    slug: 'menus_of_the_canteen_90972',
    title: 'Menus of the canteen since 2020',
    date: '2026-09-09',
    from: 3,
    lead: 'Dear Sir or Madam, I ask for all menus.',
    body: [],
  },
  ...archive(13, 'Travel costs'),
];

interface Event {
  readonly from?: Day;
  readonly id: number;
  readonly event_type: string;
  readonly created_at: string;
}

const FOLLOWED = 'access_to_documents_eu_funded_mi';

const events: readonly Event[] = [
  { id: 9_000_101, event_type: 'sent', created_at: '2026-06-01T10:12:13.123+02:00' },
  { id: 9_000_102, event_type: 'status_update', created_at: '2026-06-20T09:00:00.000+02:00' },
  { id: 9_000_103, event_type: 'followup_sent', created_at: '2026-07-20T09:00:00.000+02:00' },
  { from: 4, id: 9_000_104, event_type: 'response', created_at: `${DAYS[4]}T00:30:00.000+02:00` },
];

const requestJson = (day: Day): Answer =>
  json({
    id: 9_001,
    url_title: FOLLOWED,
    title: 'Access to documents: EU-funded projects',
    created_at: '2026-06-01T10:12:13.000+02:00',
    updated_at: `${DAYS[day]}T05:00:00.000+02:00`,
    described_state: day < 4 ? 'waiting_response' : 'successful',
    display_status: day < 4 ? 'Awaiting response.' : 'Successful.',
    awaiting_description: day >= 4,
    prominence: 'normal',
    tags: [],
    public_body: { url_name: 'made_up_directorate', name: 'Made-up Directorate' },
    // What the site derives changes by itself, long after an event.
    info_request_events: until(events, day).map(({ from, ...event }) => ({
      ...event,
      described_state: null,
      calculated_state: day < 4 ? 'waiting_response' : 'successful',
      last_described_at: null,
      incoming_message_id: event.event_type === 'response' ? event.id + 50 : null,
      outgoing_message_id: null,
      comment_id: null,
    })),
  });

/** A row leads to the newest answer; variants say when that was, and in a page of another language. */
const row = ({ slug, title, date, lead }: Shown, variant: number): string => {
  const when =
    variant % 2 === 0 ? '' : ` on <time datetime="${date}T08:00:00+02:00" title="${date} 08:00:00 +0200">${printed.long(date)}</time>`;
  return `<div class="request_listing"><div class="request_left"><span class="head"><a href="${variant % 3 === 2 ? '/en' : ''}/request/${slug}#incoming-9${date.slice(-2)}">${escaped(title)}</a></span>
<div class="requester">Response by <a href="/body/made_up_directorate">Made-up Directorate</a> to <a href="/user/made_up_person">Made-up Person</a>${when}.</div>
<span class="bottomline icon_successful"><i class="icon_successful"></i><strong>Successful.</strong></span></div>
<div class="request_right"><span class="desc">${escaped(lead)}</span></div></div>`;
};

const listPage = ({ url, day, variant }: Question): Answer => {
  const from = (Number(url.searchParams.get('page') ?? 1) - 1) * ON_A_PAGE;
  const rows = listed(requests, day).slice(from, from + ON_A_PAGE);
  return page(
    'Browse requests',
    `<h1>Successful requests</h1><p><a href="/request/new">Make a request</a></p><div id="requests" class="results_block">${rows.map((item) => row(item, variant)).join('\n')}</div>
<div class="pagination"><a href="/list/successful?page=2">2</a></div><a href="/feed/list/successful">Feed</a>`,
  );
};

export const asktheeu: Site = {
  origin: 'https://www.asktheeu.org',
  robots: ROBOTS,
  answer: (question) => {
    const { pathname } = question.url;
    if (pathname === '/list/successful') return listPage(question);
    return pathname === `/request/${FOLLOWED}.json` ? requestJson(question.day) : null;
  },
};
