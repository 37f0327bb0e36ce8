// Texts compared by article and recital where their numbers drift.

export { amendedBy } from './amendments.ts';
export { compareUnits } from './compare.ts';
export { pairUnits, type UnitPair } from './pair.ts';
export { correspondence } from './table.ts';
export { unitsOf } from './units.ts';
