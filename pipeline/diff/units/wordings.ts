// How acts of the Union word what tells a reader where he is, in the languages in which they are read here.

const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;

export const ARTICLE_WORD = any('Article', 'Artikel', 'Artículo', 'Articolo', 'Artigo', 'Artykuł', 'Art\\.');
export const ANNEX_WORD = any(
  ...['ANNEXE?', 'ANNEXES', 'ANHANG', 'ANHÄNGE', 'ANEXO', 'ALLEGATO', 'BIJLAGE', 'ZAŁĄCZNIK'],
  ...['Annexe?', 'Anhang', 'Anexo', 'Allegato'],
);
export const CHAPTER_WORD = any(
  ...['CHAPTER', 'TITLE', 'SECTION', 'PART', 'Chapter', 'Title', 'Section', 'KAPITEL', 'TITEL', 'ABSCHNITT', 'Kapitel', 'Abschnitt'],
  ...['CHAPITRE', 'TITRE', 'Chapitre', 'CAPÍTULO', 'TÍTULO', 'SECCIÓN', 'CAPO', 'TITOLO', 'CAPITOLO', 'SEZIONE'],
);
export const DELETED_WORD = any('deleted', 'gestrichen', 'entfällt', 'supprimée?', 'suprimid[oa]', 'soppress[oa]');

/** Tells the reader to change another act. */
export const INSTRUCTS = new RegExp(
  [
    '\\b(?:is|are) (?:hereby )?(?:amended|replaced|deleted|inserted|added|repealed|renumbered)',
    '\\bshall be (?:amended|replaced|deleted|inserted|added)',
    '\\b(?:est|sont) (?:modifié|remplacé|supprimé|inséré|ajouté)',
    '\\b(?:geändert|folgende Fassung|gestrichen|eingefügt|angefügt|ersetzt)',
    '\\bse (?:modifica|sustituye|suprime|inserta|añade)',
    '(?:è|\\bsono) (?:modificat|sostituit|soppress|inserit|aggiunt)',
  ].join('|'),
);
/** Opens a list of such. */
export const AMENDS = new RegExp(
  [
    '(?:is|are) amended as follows',
    '(?:est|sont) modifiée?s? comme suit',
    'wird wie folgt geändert',
    'se modifica como sigue',
    'è così modificat',
  ].join('|'),
);
/** `Amendments to Regulation (EU) …`; one to an annex is of the act itself. */
export const AMENDING_TITLE = new RegExp(
  `(?:amend|änder|modif|wijzig|zmian)[^.]{0,40}${any(
    ...['regulation', 'directive', 'decision', 'verordnung', 'richtlinie', 'beschluss', 'règlement', 'décision'],
    ...['reglamento', 'directiva', 'decisión', 'regolamento', 'direttiva', 'decisione', 'verordening', 'rozporządz', 'dyrektyw'],
  )}`,
  'i',
);
export const WHEREAS = new RegExp(
  `^${any(
    ...['Whereas', 'considérant ce qui suit', 'in Erwägung nachstehender Gründe', 'Considerando lo siguiente'],
    'considerando quanto segue',
  )}\\s*:?$`,
  'i',
);
export const ADOPTED = /^(?:HAVE|HAS) ADOPTED TH|^(?:ONT|A) ADOPTÉ|^HABEN FOLGENDE|^HAN ADOPTADO|^HANNO ADOTTATO/i;
export const DONE = new RegExp(
  `^${any(
    ...['Done (?:at|in) \\p{Lu}', 'For the (?:European Parliament|Council|Commission)', 'The President$', 'EXPLANATORY STATEMENT$'],
    ...['Fait à \\p{Lu}', 'Geschehen zu', 'Hecho en \\p{Lu}', 'Fatto a \\p{Lu}'],
  )}`,
  'u',
);
