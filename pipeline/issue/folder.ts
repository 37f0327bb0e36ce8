// Issues as Markdown files in a folder, just as GitHub would get them: to look at before GitHub is used, and for the demo.
// `<number>-<slug>.md` is an issue, `<number>-<slug>.comment-<n>.md` its nth comment.

import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { IssueError } from '../errors.ts';
import { isMissing, readOrNull, writeWhole } from '../files.ts';
import type { Issue } from '../types.ts';
import { readFrontMatter, withFrontMatter } from '../yaml.ts';
import type { IssueTarget, NewIssue } from './target.ts';

const ISSUE = /^(\d+)-[a-z0-9-]+\.md$/;
const COMMENT = /\.comment-(\d+)\.md$/;
const SLUG_LENGTH = 60;

/** @param folder where the files stand; made when missing. An issue's address is its file's path. */
export const openFolder = (folder: string): IssueTarget => {
  const nameOf = ({ url }: Issue): string => basename(url);
  const read = async (name: string): Promise<string> => (await readOrNull(join(folder, name))) ?? '';
  const commentsOf = async (issue: Issue): Promise<string[]> => {
    const stem = nameOf(issue).replace(/\.md$/, '');
    const names = (await namesIn(folder)).filter((name) => name.startsWith(`${stem}.comment-`) && COMMENT.test(name));
    return names.sort((a, b) => Number(COMMENT.exec(a)?.[1]) - Number(COMMENT.exec(b)?.[1]));
  };
  const issueNames = async (): Promise<string[]> => (await namesIn(folder)).filter((name) => ISSUE.test(name));
  const write = (issue: Issue): Promise<void> => writeWhole(issue.url, render(issue));
  return {
    list: async () => {
      const issues: Issue[] = [];
      for (const name of await issueNames()) issues.push(parse(join(folder, name), await read(name)));
      return issues.sort((a, b) => a.number - b.number);
    },
    comments: async (issue) => {
      const bodies: string[] = [];
      for (const name of await commentsOf(issue)) bodies.push(await read(name));
      return bodies;
    },
    create: async (issue: NewIssue) => {
      const number = Math.max(0, ...(await issueNames()).map((name) => Number(ISSUE.exec(name)?.[1]))) + 1;
      const url = join(folder, `${String(number).padStart(4, '0')}-${slug(issue.title)}.md`);
      await write({ ...issue, number, url, state: 'open' });
      return { number, url };
    },
    update: (issue, { title, body }) => write({ ...issue, title, body }),
    comment: async (issue, body) => {
      const stem = nameOf(issue).replace(/\.md$/, '');
      await writeWhole(join(folder, `${stem}.comment-${(await commentsOf(issue)).length + 1}.md`), body);
    },
    close: (issue) => write({ ...issue, state: 'closed' }),
  };
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    const facts = { at: folder, remedy: 'Check that it is a folder and readable.', cause: error };
    throw new IssueError('incomplete-list', `${folder} cannot be read`, facts);
  }
};

const slug = (title: string): string => {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'issue' : words;
};

const render = ({ number, title, labels, state, body }: Issue): string => withFrontMatter({ number, title, labels, state }, `\n${body}`);

const parse = (path: string, source: string): Issue => {
  const file = readFrontMatter(source);
  const { number, title, labels, state } = file?.facts ?? {};
  const isRight =
    typeof number === 'number' && typeof title === 'string' && Array.isArray(labels) && (state === 'open' || state === 'closed');
  if (file === null || !isRight) {
    const remedy = 'Correct its front matter (number, title, labels, state), or move the file elsewhere.';
    throw new IssueError('incomplete-list', `${path} cannot be read as an issue`, { at: path, remedy });
  }
  return { number, url: path, title, body: file.body.replace(/^\n/, ''), state, labels: labels.map(String) };
};
