// The Council's document host: https://data.consilium.europa.eu/doc/document/{ID}/{lang}/pdf
// Facts and their sources: watchers/README.md. The register's search stands behind a browser challenge; this host answers plain requests.

import type { NumbersWatcher } from '../pipeline/types.ts';

export const councilDocuments: NumbersWatcher = {
  kind: 'numbers',
  id: 'council-documents',
  title: 'Council documents by their number',
  address: (id, language) => `https://data.consilium.europa.eu/doc/document/${id}/${language}/pdf`,
  multilingual: 'x',
  firstOfYear: { ST: 5001 },
};
