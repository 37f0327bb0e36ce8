// The registry: one import and one line per watcher, sorted by id.

import type { Watcher } from '../pipeline/types.ts';
import { councilDocuments } from './council-documents.ts';

export const watchers: readonly Watcher[] = [councilDocuments];
