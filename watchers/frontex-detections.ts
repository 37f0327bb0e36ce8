// Monthly detections of irregular border crossings: one workbook, linked from Frontex's page of the migratory map. The page and the file's name, which
// carries the day of its publication, are seen in working code of August and September 2026, as are its header row and the columns of
// months (JUL2026). The file refuses HEAD, so the link is read from the page and the file is asked for as a whole.

import type { PageWatcher } from '../pipeline/types.ts';

export const frontexDetections: PageWatcher = {
  kind: 'page',
  id: 'frontex-detections',
  title: 'Monthly detections at the external borders (Frontex)',
  via: 'http',
  url: 'https://www.frontex.europa.eu/what-we-do/monitoring-and-risk-analysis/migratory-map/',
  select: [],
  remove: [],
  expect: 100,
  file: /\/assets\/Migratory_routes\/(?:.+\/)?[^/]*detections[^/]*\.xlsx/i,
  columns: /^[A-Z]{3}\d{4}$/,
};
