// Which browsers there may be on this machine, and how the first that works is started. Opens no page.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { FetchError } from '../../errors.ts';
import { packagedBrowser } from './packaged.ts';

/** A program with what it needs around it. */
export interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Candidate {
  /** For the message when none works. */
  readonly name: string;
  /** Null when it is not on this machine. */
  readonly find: () => Promise<Program | null>;
}

/** A browser that was started. */
export interface Running {
  readonly context: BrowserContext;
  readonly isAlive: () => boolean;
  readonly kill: () => Promise<void>;
}

const START_MS = 30_000;

/** Whatever gets past the interception of requests finds no host and no way out; nothing is drawn. */
const ARGUMENTS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--blink-settings=imagesEnabled=false',
  '--disable-webgl',
];

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const MAC = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];

const systemPaths = (): readonly string[] => {
  const { env, platform } = process;
  if (platform === 'darwin') return MAC;
  if (platform !== 'win32') {
    const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/opt/google/chrome', '/snap/bin'];
    return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  }
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
  return WINDOWS.flatMap((name) =>
    folders.map((folder) => join(folder, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')),
  );
};

const program = (path: string): Program => ({ path, env: {} });

/** @param path the browser that the settings name: then it is that one or none */
export const findBrowsers = (path: string | null): readonly Candidate[] =>
  path !== null
    ? [{ name: path, find: async () => program(path) }]
    : [
        { name: 'the browser of Playwright', find: async () => program((await import('playwright')).chromium.executablePath()) },
        {
          name: 'Chrome or Chromium of this machine',
          find: async () => {
            const found = systemPaths().find((file) => existsSync(file));
            return found === undefined ? null : program(found);
          },
        },
        { name: 'the packaged Chromium', find: packagedBrowser },
      ];

const start = async ({ path, env }: Program, userAgent: string, sandbox: boolean): Promise<Running> => {
  const { chromium } = await import('playwright');
  // As a server, since only a server can be killed when it hangs. The signals are for the command line to answer.
  const server = await chromium.launchServer({
    executablePath: path,
    env: { ...process.env, ...env },
    args: ARGUMENTS,
    chromiumSandbox: sandbox,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: START_MS,
  });
  const browser = await chromium.connect(server.wsEndpoint(), { timeout: START_MS });
  const context = await browser.newContext({ userAgent, locale: 'en', acceptDownloads: false, serviceWorkers: 'block' });
  return { context, isAlive: () => browser.isConnected(), kill: () => server.kill() };
};

/** Not every machine lets a program build a sandbox, and root never may. */
const startSafely = (program: Program, userAgent: string): Promise<Running> =>
  process.getuid?.() === 0
    ? start(program, userAgent, false)
    : start(program, userAgent, true).catch(() => start(program, userAgent, false));

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/**
 * Starts the first that works.
 * @throws FetchError `no-browser` with what was tried
 */
export const startBrowser = async (candidates: readonly Candidate[], userAgent: string): Promise<Running> => {
  const tried: string[] = [];
  for (const { name, find } of candidates) {
    try {
      const found = await find();
      if (found !== null && existsSync(found.path)) return await startSafely(found, userAgent);
      tried.push(`${name}: not there`);
    } catch (error) {
      // Whatever one of them fails of, the next may work.
      tried.push(`${name}: ${firstLine(error)}`);
    }
  }
  throw new FetchError('no-browser', `no browser could be started (${tried.join('; ')})`, {
    at: 'browser.path',
    remedy: 'Install Chrome or Chromium, or run "npx playwright install chromium", or name one in "browser.path".',
  });
};
