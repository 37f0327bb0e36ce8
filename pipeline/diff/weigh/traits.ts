// What a word can take part in, as bits: most words can in nothing, and most hunks have only such words.

export const TRAIT = {
  /** Stands in a phrase of the vocabulary. */
  phrase: 1,
  /** Stands in one, but only to link its other words: `of`, `the`. */
  link: 2,
  /** Is or belongs to a date, number or reference by itself: a digit, a month, `%`. */
  figure: 4,
  /** Belongs to one where a `mark` is near: `Article`, `by`, `days`. */
  near: 8,
  /** What words of the kind `near` can belong to. */
  mark: 16,
  /** A date, number or reference can begin with it. */
  start: 32,
  /** Opens a definition: `means`. */
  defining: 64,
  digit: 128,
  and: 256,
  or: 512,
} as const;
