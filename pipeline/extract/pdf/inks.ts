// Colours, as far as it matters which of them hide what is below: how dark they are, and whether one can be told from another.

/** `0xRRGGBB` or `UNKNOWN`: a small number, since every character has one. */
export type Ink = number;

export const BLACK: Ink = 0;
/** Hatched or shaded; and what is not painted at all, as the words of a scanned page are. */
export const UNKNOWN: Ink = -1;

/** @param hex `#rrggbb`, as pdf.js gives colours of all colour spaces; nothing where it gives none */
export const inkOf = (hex: unknown): Ink => {
  const ink = typeof hex === 'string' ? Number.parseInt(hex.slice(1), 16) : Number.NaN;
  return Number.isNaN(ink) ? UNKNOWN : ink;
};

const channels = (ink: Ink): readonly [number, number, number] => [ink >> 16, (ink >> 8) & 255, ink & 255];

/** From 0 (black) to 1 (white); an unknown one counts as light. */
export const lightness = (ink: Ink): number => {
  const [red, green, blue] = channels(ink);
  return ink < 0 ? 1 : (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
};

/** Printers' black is seldom quite grey. */
const TINT = 30;
export const isGrey = (ink: Ink): boolean => ink >= 0 && Math.max(...channels(ink)) - Math.min(...channels(ink)) <= TINT;

/** Steps of one channel by which a sign stands out from what it is painted on. */
const CONTRAST = 40;
/** Whether signs of one colour can be read on another. */
export const standsOut = (ink: Ink, ground: Ink): boolean => {
  if (ink < 0 || ground < 0) return true;
  const below = channels(ground);
  return channels(ink).some((value, at) => Math.abs(value - (below[at] ?? 0)) > CONTRAST);
};

const DARK = 0.35;
export const isDark = (ink: Ink): boolean => lightness(ink) < DARK;
