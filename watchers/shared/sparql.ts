// Works of the Publications Office, as its query service answers: one work from the many rows in which it stands there.
// What is asked for is in cellar.ts.

import { pairsAt, rowsAt, textAt } from './json.ts';

/** One document, whatever the languages that it exists in. */
export interface Work {
  readonly celex: string | null;
  /** Of its own record; null where an answer names only the CELEX number. */
  readonly uuid: string | null;
  /** As given; not every one is a day that exists. */
  readonly date: string | null;
  /** By language, two letters. */
  readonly titles: Readonly<Record<string, string>>;
  /** Two letters, sorted. */
  readonly languages: readonly string[];
  /** `2023/0438(COD)` */
  readonly procedures: readonly string[];
  /** CELEX numbers of the documents on whose account it was found. */
  readonly related: readonly string[];
}

const LANGUAGES: Readonly<Record<string, string>> = { ENG: 'en', FRA: 'fr', DEU: 'de' };

const CELEX = /^(?:celex:|.*\/resource\/celex\/)?(\d{5}[A-Z]{1,2}\d{4}(?:R\(\d+\))?)$/;
const CELLAR = /\/cellar\/([0-9a-f]{8}-[0-9a-f-]{27})/;
const LANGUAGE = /(?:^|\/language\/)([A-Z]{3})$/;
const PROCEDURE = /^(\d{4})\/(\d{4})[/(]([A-Z]{3})\)?$/;

/** The first value of a binding that has a shape: how a variable is called depends on the query alone. */
const shaped = (binding: unknown, shape: RegExp): RegExpExecArray | null => {
  for (const [name, cell] of pairsAt(binding, '')) {
    const found = name === 'related' ? null : shape.exec(textAt(cell, 'value'));
    if (found !== null) return found;
  }
  return null;
};

const named = (binding: unknown, name: RegExp): unknown => pairsAt(binding, '').find(([key]) => name.test(key))?.[1];

const workOf = (bindings: readonly unknown[]): Work => {
  const titles: Record<string, string> = {};
  const languages = new Set<string>();
  for (const binding of bindings) {
    const title = named(binding, /title/i);
    const spoken = textAt(title, 'xml:lang').slice(0, 2).toLowerCase();
    const language = LANGUAGES[shaped(binding, LANGUAGE)?.[1] ?? ''] ?? (spoken || 'en');
    if (textAt(title, 'value') !== '') titles[language] ??= textAt(title, 'value');
    if (shaped(binding, LANGUAGE) !== null || title !== undefined) languages.add(language);
  }
  const each = (read: (binding: unknown) => string | undefined): string[] => [
    ...new Set(bindings.flatMap((binding) => read(binding) ?? [])),
  ];
  return {
    celex: each((binding) => shaped(binding, CELEX)?.[1])[0] ?? null,
    uuid: each((binding) => shaped(binding, CELLAR)?.[1])[0] ?? null,
    date: each((binding) => textAt(named(binding, /date/i), 'value') || undefined).sort()[0] ?? null,
    titles,
    languages: [...languages].sort(),
    procedures: each((binding) =>
      shaped(binding, PROCEDURE)
        ?.slice(1)
        .join('/')
        .replace(/\/(\w+)$/, '($1)'),
    ),
    related: each((binding) => CELEX.exec(textAt(binding, 'related.value'))?.[1]),
  };
};

/**
 * The works of an answer. Several rows of one work (languages, further numbers, types) are one, and so are several records of one CELEX number:
 * the Publications Office keeps copies.
 * @returns null when it is no answer to a query
 */
export const worksIn = (data: unknown): readonly Work[] | null => {
  const bindings = rowsAt(data, 'results.bindings');
  if (bindings === null) return null;
  const celexOf = new Map<string, string>();
  for (const binding of bindings) {
    const [uuid, celex] = [shaped(binding, CELLAR)?.[1], shaped(binding, CELEX)?.[1]];
    if (uuid !== undefined && celex !== undefined) celexOf.set(uuid, celex);
  }
  const groups = new Map<string, unknown[]>();
  for (const binding of bindings) {
    const uuid = shaped(binding, CELLAR)?.[1] ?? '';
    const key = celexOf.get(uuid) ?? shaped(binding, CELEX)?.[1] ?? uuid;
    groups.set(key, [...(groups.get(key) ?? []), binding]);
  }
  return [...groups].flatMap(([key, rows]) => (key === '' ? [] : [workOf(rows)]));
};
