// What the HTML standard says of elements by their name, as far as building a tree needs it. What we make of them is decided elsewhere.

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const VOID = names(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr',
);

/** May stand in the head; anything else begins the body. */
export const IN_HEAD = names('base basefont bgsound link meta title style script template noscript noframes');

/** What they hold is no markup. */
export const RAW = names('iframe noembed noframes noscript script style textarea title xmp');

/** Nothing inside is read: choices, drawings, and what a script may put on the page one day. */
export const OPAQUE = names('select svg template');

/** Not followed here, and rare. */
export const STRANGE = names('frameset math plaintext');

/** Reopened after a block that ended without them. */
export const FORMATTING = names('a b big code em font i nobr s small strike strong tt u');

export const HEADINGS = names('h1 h2 h3 h4 h5 h6');

/** A start tag of these ends an open paragraph. */
export const ENDS_PARAGRAPH = names(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr ' +
    'li dd dt listing main menu nav ol p pre search section summary table ul xmp',
);

/** Closed by their own end tag, whatever is open within them, unless a barrier stands between. */
export const BLOCKS = names(
  'address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer header hgroup li listing ' +
    'main marquee menu nav object ol pre search section summary ul',
);

export const TABLE_PARTS = names('caption col colgroup tbody td tfoot th thead tr');
export const CELLS = names('td th');
/** Where nothing but parts of a table may stand; a browser moves everything else in front of the table. */
export const ONLY_PARTS = names('table tbody thead tfoot tr');

/** No end tag reaches over these. */
export const BARRIERS = names('applet caption html marquee object table td th');
/** What was open before these is not reopened inside, and the other way round. */
export const MARKERS = names('applet caption marquee object td th');

export const SPECIAL = names(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main ' +
    'marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td ' +
    'template textarea tfoot th thead title tr track ul wbr xmp',
);

type Names = ReadonlySet<string>;

export const TABLE = names('table');
export const AROUND_PARAGRAPH: Names = new Set([...BARRIERS, 'button']);
export const AROUND_ITEM: Names = new Set([...BARRIERS, 'ol', 'ul']);
/** An item ends at the next one of its kind, unless it stands inside something that is not among the last three. */
export const ENDS_ITEM: ReadonlyMap<string, Names> = new Map([
  ['li', names('li')],
  ['dd', names('dd dt')],
  ['dt', names('dd dt')],
]);
export const BETWEEN_ITEMS: Names = new Set([...SPECIAL].filter((name) => !['address', 'div', 'p'].includes(name)));
/** In what a part of a table may stand directly. */
export const AROUND_PART: ReadonlyMap<string, Names> = new Map([
  ['td', names('tbody thead tfoot tr table')],
  ['th', names('tbody thead tfoot tr table')],
  ['tr', names('tbody thead tfoot table')],
  ['col', names('colgroup table')],
]);
export const HARMLESS_IN_TABLE: Names = new Set([...VOID, 'script', 'style', 'template', 'form']);
/** What stands in a line of text although the standard calls it special. */
export const REOPENS = names('applet button marquee object xmp');
/** Closed without a word by the end of what is around them. */
export const WEAK = names('dd dt li option optgroup p');
/** White space at their start and after them is nothing that is seen. */
export const WITHOUT_SPACE: Names = new Set([...ENDS_PARAGRAPH, ...TABLE_PARTS, 'body', 'br']);

const alone = new Map<string, Names>();

/** The set of that name only. */
export const only = (name: string): Names => {
  const known = alone.get(name) ?? new Set([name]);
  // Pages can make names up.
  if (alone.size < 200) alone.set(name, known);
  return known;
};
