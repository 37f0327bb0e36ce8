// All stand-ins: one import and one line per institution, each file exporting its `Story` under its own name.

import type { Story } from '../site.ts';
import { cellar } from './cellar.ts';
import { commission } from './commission.ts';
import { council } from './council.ts';
import { euaa } from './euaa.ts';
import { eulisa } from './eulisa.ts';
import { eurojust } from './eurojust.ts';
import { europol } from './europol.ts';
import { frontex } from './frontex.ts';
import { others } from './others.ts';
import { parliament } from './parliament.ts';
import { smallAgencies } from './small-agencies.ts';

export const STORIES: Readonly<Record<string, Story>> = {
  cellar,
  commission,
  council,
  euaa,
  eulisa,
  eurojust,
  europol,
  frontex,
  others,
  parliament,
  smallAgencies,
};
