// Words from outside made harmless for a terminal or a page: what would act, or turn the reading direction, is shown instead.

/** Breaks of lines and the like: one space in a running text. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Cannot be seen and does nothing: optional breaks, direction hints, tags. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;
/** Control characters, overrides of the reading direction, annotations, halves of characters. */
const ACTING = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/gu;

const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  // The pictures of control characters stand in their order: ␛ for ESC.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return /[\p{Cs}\p{Noncharacter_Code_Point}]/u.test(character) ? '\ufffd' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
};

export const visible = (text: string): string => text.replace(BREAKS, ' ').replace(UNSEEN, '').replace(ACTING, picture);
