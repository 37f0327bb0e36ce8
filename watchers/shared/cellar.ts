// What is asked of the query service of the Publications Office. How its answers are read: sparql.ts.
// Properties and the traps beside them were seen in queries in use: a number matches only as a typed literal, a copy is marked do_not_index.

import type { Asked } from '../../pipeline/types.ts';

/** A matter of manners: the service itself gives more. The newest come first, so that a full answer lacks what is old. */
export const MOST_ROWS = 500;

export const RESULTS = 'application/sparql-results+json';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
/** The working languages of the Commission: what appears in one of the others says nothing new. */
const LANGUAGES = ['ENG', 'FRA', 'DEU'].map((code) => `<${AUTHORITY}/language/${code}>`).join();
const TITLE_WORDS = 'smuggl|schengen|frontex|europol|eurojust|migration|migrant|asylum|unauthorised entry|access to data';
/** Proposals, communications, working documents and joint ones; regulations, directives, decisions and recommendations. */
const CELEX = '^(5[0-9]{4}(PC|DC|SC|JC)|3[0-9]{4}[RLDH])';

const select = (works: string): string => {
  const query = `PREFIX cdm: <http://publications.europa.eu/ontology/cdm#>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    SELECT DISTINCT ?work ?celex ?date ?language ?title ?related ?procedure WHERE {
      ${works}
      OPTIONAL { ?work cdm:work_date_document ?date }
      OPTIONAL {
        ?expression cdm:expression_belongs_to_work ?work ; cdm:expression_uses_language ?language .
        FILTER(?language IN (${LANGUAGES}))
        OPTIONAL { ?expression cdm:expression_title ?title }
      }
      FILTER NOT EXISTS { ?work cdm:do_not_index ?hidden . FILTER(STR(?hidden) IN ("true", "1")) }
    } ORDER BY DESC(STR(?date)) LIMIT ${MOST_ROWS}`;
  const parameters = new URLSearchParams({ query: query.replace(/\s+/g, ' '), format: RESULTS });
  return `https://publications.europa.eu/webapi/rdf/sparql?${parameters}`;
};

/** Works of some days whose English title has a word of the field. Those whose date is no day are not among them. */
export const byTitle = ({ from, to }: Pick<Asked, 'from' | 'to'>): string =>
  select(`?work cdm:work_date_document ?day . FILTER(?day >= "${from}"^^xsd:date && ?day <= "${to}"^^xsd:date)
      ?work cdm:resource_legal_id_celex ?celex . FILTER(REGEX(STR(?celex), "${CELEX}"))
      ?english cdm:expression_belongs_to_work ?work ; cdm:expression_uses_language <${AUTHORITY}/language/ENG> ;
        cdm:expression_title ?words . FILTER(REGEX(STR(?words), "${TITLE_WORDS}", "i"))`);

const literals = (words: readonly string[]): string => words.map((one) => `"${one}"^^xsd:string`).join(' ');

/** Documents by number, with their corrigenda, the acts that adopt them, and all that belongs to some procedures, whatever their dates. */
export const byNumber = (celex: readonly string[], procedures: readonly string[]): string => {
  const corrigenda = celex.flatMap((one) => [`${one}R(01)`, `${one}R(02)`]);
  const files = procedures.map((one) => one.replace('(', '/').replace(')', ''));
  return select(`{ VALUES ?celex { ${literals([...celex, ...corrigenda])} } ?work cdm:resource_legal_id_celex ?celex }
      UNION { VALUES ?related { ${literals(celex)} } ?source cdm:resource_legal_id_celex ?related .
        { ?work cdm:resource_legal_adopts_resource_legal ?source } UNION { ?work cdm:resource_legal_corrects_resource_legal ?source }
        ?work cdm:resource_legal_id_celex ?celex }
      UNION { VALUES ?procedure { ${literals(files)} } ?file cdm:procedure_code_interinstitutional_reference_procedure ?procedure .
        ?work cdm:work_part_of_dossier ?file . ?work cdm:resource_legal_id_celex ?celex }`);
};
