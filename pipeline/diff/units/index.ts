// Texts compared by article and recital where their numbers drift.

export { type Amended, amendedBy } from './amendments.ts';
export { compareUnits, type DiffTexts, type UnitChange } from './compare.ts';
export { pairUnits, type UnitPair } from './pair.ts';
export { correspondence } from './table.ts';
export { type Unit, type UnitName, unitsOf } from './units.ts';
