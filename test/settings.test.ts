import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings, settingsJsonSchema } from '../pipeline/settings.ts';
import { readFrontMatter, withFrontMatter } from '../pipeline/yaml.ts';

describe('settings', () => {
  it('have a default for everything but the contact', () => {
    const read = parseSettings('pactwatch.yaml', '');
    expect(read.ok && read.value).toMatchObject({
      contact: null,
      languages: ['en'],
      manners: { pause: null, budget: 500, robots: 'honour' },
      issues: { max: 20 },
    });
  });

  it('as they come with pactwatch are right', () => {
    const read = parseSettings('pactwatch.yaml', readFileSync('pactwatch.yaml', 'utf8'));
    expect(read).toMatchObject({ ok: true });
  });

  it('have a schema for editors that is up to date (npm run schemas)', () =>
    expect(readFileSync('pipeline/settings.schema.json', 'utf8')).toBe(settingsJsonSchema()));

  it('tell all problems at once, each with line, key and remedy', () => {
    const source = [
      'contact: me@example.org',
      'languages: [english]',
      'interest:',
      '  words: [smuggling]',
      'manners:',
      '  pause: soon',
      '  budget: 0',
      'watchers:',
      '  council-documents:',
      '    frontier:',
      '      start: [thirteen]',
      'origins:',
      '  https://data.consilium.europa.eu/doc: http://127.0.0.1:4010',
    ].join('\n');
    const read = parseSettings('pactwatch.yaml', source);
    if (read.ok) throw new Error('these settings are wrong');
    const told = read.problems.map(({ line, key }) => `${line} ${key}`);
    expect(told).toEqual(
      expect.arrayContaining([
        '2 languages[0]',
        '3 interest',
        '6 manners.pause',
        '7 manners.budget',
        '11 watchers.council-documents.frontier.start[0]',
      ]),
    );
    expect(read.problems.some((p) => p.key.startsWith('origins') && p.line === 13)).toBe(true);
    for (const { message, remedy } of read.problems) expect(`${message} / ${remedy}`).toMatch(/^.{10,} \/ .{8,}$/);
    expect(read.problems.find((p) => p.key === 'manners.pause')?.remedy).toMatch(/number/i);
  });

  it('say so when the file is no YAML at all', () => {
    const read = parseSettings('pactwatch.yaml', 'contact: "me\nlanguages: [en');
    expect(read).toMatchObject({
      ok: false,
      problems: [
        expect.objectContaining({ file: 'pactwatch.yaml', message: expect.stringContaining('not YAML') }),
        ...(read.ok ? [] : read.problems.slice(1)),
      ],
    });
  });
});

describe('front matter', () => {
  it('comes back as it was written, whatever the values say', () => {
    const facts = { title: '---\nkey: forged', list: ['a: b', '# no comment', "it's"], none: null };
    expect(readFrontMatter(withFrontMatter(facts, '---\nbody\n'))).toEqual({ facts, body: '---\nbody\n' });
  });

  it('is null where there is none', () => expect(readFrontMatter('just text')).toBeNull());
});
