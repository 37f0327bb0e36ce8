// PDFs that are broken or mean harm: good ones with seeded damage, and small ones made by hand for one trick each. Same seed, same bytes.

import { deflateSync } from 'node:zlib';

export interface Hostile {
  readonly name: string;
  readonly body: Uint8Array;
}

/** The same numbers at every run. */
const chance = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
};

type Damage = (body: Buffer, random: (below: number) => number) => Buffer;

const part = (body: Buffer, random: (below: number) => number): readonly [number, number] => {
  const from = random(body.length);
  return [from, Math.min(body.length, from + 1 + random(400))];
};

/** Exchanges what an expression finds, in the file's bytes. */
const rewrite = (body: Buffer, pattern: RegExp, to: (found: string) => string): Buffer =>
  Buffer.from(body.toString('latin1').replace(pattern, to), 'latin1');

/** Each is one way for a file to come to harm. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  flip: (body, random) => {
    const other = Buffer.from(body);
    for (let times = 1 + random(60); times > 0; times -= 1) {
      const at = random(body.length);
      other[at] = (other[at] ?? 0) ^ (1 << random(8));
    }
    return other;
  },
  cut: (body, random) => body.subarray(0, random(body.length)),
  behead: (body, random) => body.subarray(random(body.length)),
  lose: (body, random) => {
    const [from, to] = part(body, random);
    return Buffer.concat([body.subarray(0, from), body.subarray(to)]);
  },
  insert: (body, random) => {
    const [from, to] = part(body, random);
    return Buffer.concat([body.subarray(0, from), Buffer.from(Array.from({ length: to - from }, () => random(256))), body.subarray(from)]);
  },
  repeat: (body, random) => {
    const [from, to] = part(body, random);
    return Buffer.concat([body.subarray(0, to), body.subarray(from)]);
  },
  blank: (body, random) => {
    const [from, to] = part(body, random);
    return Buffer.from(body).fill(0, from, to);
  },
  swap: (body, random) => {
    const objects = body.toString('latin1').split(/(?<=\nendobj\n)/);
    const [a, b] = [random(objects.length), random(objects.length)];
    [objects[a], objects[b]] = [objects[b] ?? '', objects[a] ?? ''];
    return Buffer.from(objects.join(''), 'latin1');
  },
  lengths: (body, random) => rewrite(body, /\/Length \d+/g, () => `/Length ${random(3) === 0 ? 10 ** random(12) : random(500)}`),
  numbers: (body, random) => rewrite(body, /\b\d+\b/g, (found) => (random(40) === 0 ? String(10 ** random(14) - random(3)) : found)),
  references: (body, random) => rewrite(body, /\b\d+ 0 R\b/g, (found) => (random(6) === 0 ? `${random(20)} 0 R` : found)),
  names: (body, random) => rewrite(body, /\/[A-Z][A-Za-z]+/g, (found) => (random(25) === 0 ? '/Type' : found)),
};

/** @param times of each kind of damage */
export const damagedCopies = (name: string, body: Uint8Array, times: number): Hostile[] =>
  Object.entries(DAMAGES).flatMap(([kind, damage], at) =>
    Array.from({ length: times }, (_, n) => ({
      name: `${name}, ${kind} ${n}`,
      body: damage(Buffer.from(body), chance(n * 1_000 + at * 7 + body.length)),
    })),
  );

type Objects = Readonly<Record<number, string>>;

export const stream = (data: string | Buffer, entries = ''): string => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  return `<< ${entries} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
};
export const packed = (data: string | Buffer): string => stream(deflateSync(data), '/Filter /FlateDecode');

/** One page whose words are the content stream's; `objects` are put in place of its own, or added. */
const PAGE: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>',
  4: stream('BT /F1 12 Tf 50 700 Td (A lamp burns at Nowhere.) Tj ET'),
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  6: '<< /Font << /F1 5 0 R >> /XObject << /X 7 0 R >> >>',
};

export const handMade = (objects: Objects, { trailer = '', head = '%PDF-1.7\n', tail = '' } = {}): Uint8Array => {
  let text = head;
  const all = { ...PAGE, ...objects };
  const rows: string[] = [];
  for (const [number, content] of Object.entries(all)) {
    rows.push(`${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const start = text.length;
  const size = Math.max(...Object.keys(all).map(Number)) + 1;
  text += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n${tail}`;
  return Buffer.from(text, 'latin1');
};
