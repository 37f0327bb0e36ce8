// Text, blocks and cover of a PDF of some length against the bare getTextContent of pdfjs-dist over all pages.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { extract as extractText } from '../../pipeline/extract/index.ts';
import { councilPdf } from '../replica/documents.ts';
import { compare } from './measure.ts';

const PARAGRAPHS = 600;

export const extract = async (): Promise<void> => {
  const sentence = 'Member States shall tell each other what they have seen at their piers, and when, and who was there.';
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => `${i}. ${sentence} ${sentence}`);
  const body = await councilPdf({ number: '90001/26', date: '3 February 2026', subject: 'A long note', paragraphs });
  await compare('text of a long PDF', {
    ours: () => extractText({ body, mediaType: 'application/pdf', at: 'a long note' }, { seconds: 600, pages: 10_000 }),
    theirs: async () => {
      const document = await getDocument({ data: Uint8Array.from(body), verbosity: 0 }).promise;
      for (let page = 1; page <= document.numPages; page += 1) await (await document.getPage(page)).getTextContent();
      await document.loadingTask.destroy();
    },
    theirName: 'pdfjs-dist getTextContent',
  });
};
