// How much one document may take, whatever its kind. The numbers come from the settings.

import { ExtractError } from '../errors.ts';

export interface Limits {
  readonly seconds: number;
  /** Of a PDF. */
  readonly pages: number;
  /** Size of the file; without one, any. */
  readonly megabytes?: number;
  /** Megabytes that reading may take, the file not counted; without them, 1,024. */
  readonly memory?: number;
}

const RAISE = 'Raise the limit in the settings (extract) if the file is worth it.';

export const timeout = (at: string, seconds: number): ExtractError =>
  new ExtractError('timeout', `reading the file took longer than ${seconds} s`, { at, remedy: RAISE });

export const tooManyPages = (at: string, pages: number, limit: number): ExtractError =>
  new ExtractError('too-many-pages', `the PDF file has ${pages} pages, more than ${limit}`, { at, remedy: RAISE });

export const tooMuchMemory = (at: string, megabytes: number): ExtractError =>
  new ExtractError('too-large', `reading the file took more than ${megabytes} MB of memory`, { at, remedy: RAISE });

/** @throws ExtractError too-large */
export const checkFileSize = ({ body, at }: { readonly body: Uint8Array; readonly at: string }, { megabytes }: Limits): void => {
  if (megabytes === undefined || body.length <= megabytes * 1_000_000) return;
  throw new ExtractError('too-large', `the file has ${Math.ceil(body.length / 1_000_000)} MB, more than ${megabytes}`, {
    at,
    remedy: RAISE,
  });
};
