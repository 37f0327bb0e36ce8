/** Raised with every change that gives another text for the same bytes, so that the change is known to be ours. */
export const EXTRACTOR = 4;
