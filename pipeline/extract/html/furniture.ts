// What stands on a page and is no part of its text: told by element, role, name and by how much of it is links. The rules are general;
// none was made for one site. What is in doubt stays: a sentence lost is worse than a menu kept.

import { type Element, NO_ATTRIBUTES, type ParentNode } from './nodes.ts';
import { NEVER } from './survey.ts';

const ROLES = /^(?:navigation|banner|contentinfo|search|searchbox|dialog|alertdialog|menu|menubar|toolbar|tablist)$/i;
/** Whole words of classes and ids: `share` but not `shared`. */
/** `has-sidebar` says that there is one elsewhere. */
const word = (names: string): RegExp =>
  new RegExp(`(?:^|[\\s_-])(?<!(?:^|[\\s_-])(?:has|with|without|no|show|hide)[_-])(?:${names})(?:$|[\\s_-])`, 'i');
const FURNITURE = word(
  'cookies?|cookie-?(?:banner|bar|consent|notice|policy-?banner|message)|consent-?(?:banner|manager)|gdpr|breadcrumbs?|' +
    'sharethis|addtoany|addthis|share-?(?:bar|buttons?|links?|tools?|this|icons?)?|social-?(?:media|share|sharing|links?|icons?|buttons?|bar)|' +
    'skip-?(?:link|links|to-content|to-main|nav)|skiplink|newsletter-?(?:signup|form|box)|site-?(?:header|footer)|page-?footer|' +
    'pagination|pager|back-?to-?top|toolbar|print-?(?:link|button|page)|language-?(?:switcher|selector)|lang-?switch(?:er)?|' +
    '(?:page-?|post-?|num-?|total-?)?(?:view|visit|hit|visitor)s?-?count(?:er)?|num-?views|post-?views|' +
    'last-?(?:updated?|modified)|page-?last-?updated|visually-?hidden|sr-only|element-invisible|screen-reader-text|' +
    'onetrust(?:-[\\w-]+)?|cookiebot|cybotcookiebotdialog|usercentrics(?:-[\\w-]+)?|didomi(?:-[\\w-]+)?|cc-(?:window|banner)|sliding-popup|' +
    'ads?(?![-_]hoc)|advert(?:s|isements?|ising)?|ad-?(?:slot|unit|banner|box|block|container|wrapper)|adsbygoogle|sponsored(?:-?content)?|' +
    '(?:hero-?|promo-?|top-?)?banners?|carousel|slider|slideshow|ticker|weather|newsletter|tweets?|twitter-?(?:timeline|feed)|social-?(?:feed|wall)|' +
    'related-?(?:articles?|news|posts?|stories)|recommend(?:ed|ations)|more-?(?:news|stories)|latest-?(?:news|posts)|' +
    'most-?(?:read|viewed|popular)|you-?may-?also-?like|teasers|promo(?:tions?)?|rotator|spotlight|trending|news-?flash|did-?you-?know|(?:quote|tip)-of-the-day|testimonials?|(?:header|today|current)-?(?:date|time|clock)',
);
/** A clock or a calendar of the visit: names like `eonCurDate` are in one word. */
const TODAY = /(?:cur(?:rent)?|todays?|now)[-_]?(?:date|time)(?![a-z])/i;
/** Only where they consist of links. */
const NAVIGATION = word(
  'nav|navs|navbar|navigation|menus?|sub-?menu|side-?nav|sidenav|left-?nav|right-?nav|nav-?menu|tabs?|site-?map|related|' +
    'related-?(?:content|links?|topics|pages|items)|read-?(?:also|next|more)|see-?also|teaser|footer|header',
);
/** Where they hold links, and little more than teasers. */
const ASIDE = word('side-?bar|widget-?area');
/** What a page folds away until somebody asks for it is text; a menu or a message that waits for its time is not. */
const FOLDED = /accordion|collaps|toggle|expand|panel|tab|faq|details|region/i;

/** Whether next to nothing is left of it without its links. */
export const isLinks = ({ letters, linked, links }: Element): boolean => links > 0 && linked >= letters * 0.7 && letters - linked < 300;

/** Characters that are no links. With more of them it is no banner, whatever it is called: it may be a page about cookies. */
const MUCH = 2_500;
const saysMuch = ({ letters, linked }: Element): boolean => letters - linked > MUCH;

const isNotes = ({ attribs: { class: names = '', id = '', role = '' } }: Element): boolean => /notes?\b/i.test(`${names} ${id} ${role}`);

/** A part that holds so much of its page is no banner either. */
const MOST = 0.65;

type Verdict = 'keep' | 'drop' | 'if-linked' | 'if-links';

const STRICTEST: readonly Verdict[] = ['drop', 'if-linked', 'if-links'];
const VERDICTS: readonly (readonly [Verdict, RegExp])[] = [
  ['drop', FURNITURE],
  ['drop', TODAY],
  ['if-linked', ASIDE],
  ['if-links', NAVIGATION],
];

/** Judges the elements of one page. A class, since it remembers which names it has seen. */
export class Furniture {
  readonly #removed: ReadonlySet<unknown>;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #letters: number;

  /**
   * @param removed elements that the source does not want
   * @param letters how many the page has
   */
  constructor(removed: ReadonlySet<unknown>, letters: number) {
    this.#removed = removed;
    this.#letters = letters;
  }

  /** Whether the element is no part of the page's text. */
  has(element: Element): boolean {
    const { name, attribs } = element;
    if (NEVER.has(name) || (this.#removed.size > 0 && this.#removed.has(element))) return true;
    if (name === 'footer' || name === 'header') return this.#isEdge(element);
    if (name === 'form') return this.#isToFill(element);
    if (attribs === NO_ATTRIBUTES && name !== 'aside') return false;
    if (attribs.role !== undefined && ROLES.test(attribs.role) && !element.main) return true;
    if ((attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') && this.#isHidden(element)) return true;
    const verdict = this.#verdictOn(element);
    if (verdict === 'keep' || element.main) return false;
    // `cookies-enabled` on a wrapper of everything is no banner.
    const isAway = verdict === 'drop' || (verdict === 'if-linked' && element.links > 0);
    return isLinks(element) || (isAway && !element.article && !saysMuch(element) && element.letters < this.#letters * MOST);
  }

  #verdictOn(element: Element): Verdict {
    const { class: classes, id, role } = element.attribs;
    const isAside = (element.name === 'aside' || role === 'complementary') && !isNotes(element);
    const verdicts = [this.#verdict(classes), this.#verdict(id), isAside ? 'drop' : 'keep'];
    return STRICTEST.find((verdict) => verdicts.includes(verdict)) ?? 'keep';
  }

  #verdict(names: string | undefined): Verdict {
    if (names === undefined) return 'keep';
    let verdict = this.#verdicts.get(names);
    if (verdict === undefined) {
      verdict = VERDICTS.find(([, rule]) => rule.test(names))?.[0] ?? 'keep';
      this.#verdicts.set(names, verdict);
    }
    return verdict;
  }

  #isHidden(element: Element): boolean {
    const { role = '', hidden, class: names = '', id = '' } = element.attribs;
    return hidden !== 'until-found' && !FOLDED.test(`${names} ${id} ${role}`) && !element.main;
  }

  /** Fields with their labels, and no text besides: some frameworks put the whole page into a form. */
  #isToFill(element: Element): boolean {
    const { letters, fields, main } = element;
    return fields > 0 && !main && letters < 100 + fields * 60;
  }

  /** The head or foot of the page, not of an article or a table of footnotes. */
  #isEdge(element: Element): boolean {
    if (element.main || saysMuch(element) || isNotes(element)) return false;
    for (let around: ParentNode | null = element.parent; around !== null && around.type === 'tag'; around = around.parent) {
      if (['article', 'main', 'section', 'blockquote'].includes(around.name))
        return this.#verdictOn(element) === 'drop' || isLinks(element);
    }
    return true;
  }
}
