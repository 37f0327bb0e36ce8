// Covers of Council documents in the 24 languages and in the layouts of several decades: as lines for the cover's reader, and as real
// PDF files in scripts that a PDF's built-in fonts do not have. The labels are the pipeline's own knowledge, written out as printed.

import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import type { Line } from '../../pipeline/extract/pdf/lines.ts';

/** One cell, its baseline's left end in points from the upper left corner of the page. */
export interface Spot {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** A stamp or watermark across the page. */
  readonly turned?: boolean;
}

export interface Labels {
  readonly language: string;
  readonly place: string;
  readonly file: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly previous: string;
  readonly commission: string;
  readonly subject: string;
}

/** Language, place and date, file, type, from, to, previous, Commission, subject. */
const ROWS = `
bg|Брюксел, 3 декември 2099 г.|Междуинституционално досие:|БЕЛЕЖКА|От:|До:|№ предх. док.:|№ док. Ком.:|Относно:
cs|Brusel 3. prosince 2099|Interinstitucionální spis:|POZNÁMKA|Odesílatel:|Příjemce:|Č. předchozího dokumentu:|Č. dok. Komise:|Předmět:
da|Bruxelles, den 3. december 2099|Interinstitutionel sag:|NOTE|fra:|til:|Tidl. dok. nr.:|Komm. dok. nr.:|Vedr.:
de|Brüssel, den 3. Dezember 2099|Interinstitutionelles Dossier:|VERMERK|Absender:|Empfänger:|Nr. Vordok.:|Nr. Komm.dok.:|Betr.:
el|Βρυξέλλες, 3 Δεκεμβρίου 2099|Διοργανικός φάκελος:|ΣΗΜΕΙΩΜΑ|Αποστολέας:|Αποδέκτης:|αριθ. προηγ. εγγρ.:|Αριθ. εγγρ. Επιτρ.:|Θέμα:
en|Brussels, 3 December 2099|Interinstitutional File:|NOTE|From:|To:|No. prev. doc.:|No. Cion doc.:|Subject:
es|Bruselas, 3 de diciembre de 2099|Expediente interinstitucional:|NOTA|De:|A:|N.º doc. prec.:|N.º doc. Ción.:|Asunto:
et|Brüssel, 3. detsember 2099|Institutsioonidevaheline dokument:|MÄRKUS|Saatja:|Saaja:|Eelm dok nr:|Komisjoni dok nr:|Teema:
fi|Bryssel, 3. joulukuuta 2099|Toimielinten välinen asia:|ILMOITUS|Lähettäjä:|Vastaanottaja:|Ed. asiak. nro:|Kom:n asiak. nro:|Asia:
fr|Bruxelles, le 3 décembre 2099|Dossier interinstitutionnel:|NOTE|Origine:|Destinataire:|N° doc. préc.:|N° doc. Cion:|Objet:
ga|An Bhruiséil, 3 Nollaig 2099|Comhad Idirinstitiúideach:|NÓTA|Ó:|Chuig:|Uimh. doic. roimhe seo:|Uimh. doic. Coim.:|Ábhar:
hr|Bruxelles, 3. prosinca 2099.|Međuinstitucijski predmet:|NAPOMENA|Od:|Za:|Br. preth. dok.:|Br. dok. Kom.:|Predmet:
hu|Brüsszel, 2099. december 3.|Intézményközi referenciaszám:|FELJEGYZÉS|Küldi:|Címzett:|Előző dok. sz.:|Biz. dok. sz.:|Tárgy:
it|Bruxelles, 3 dicembre 2099|Fascicolo interistituzionale:|NOTA|Origine:|Destinatario:|n. doc. prec.:|n. doc. Comm.:|Oggetto:
lt|Briuselis, 2099 m. gruodžio 3 d.|Tarpinstitucinė byla:|PRANEŠIMAS|nuo:|kam:|Ankstesnio dokumento Nr.:|Komisijos dok. Nr.:|Dalykas:
lv|Briselē, 2099. gada 3. decembrī|Starpiestāžu lieta:|PIEZĪME|Sūtītājs:|Saņēmējs:|Iepr. dok. Nr.:|K-jas dok. Nr.:|Temats:
mt|Brussell, 3 ta' Diċembru 2099|Fajl Interistituzzjonali:|NOTA|minn:|lil:|Nru dok. preċ.:|Nru dok. Cion:|Suġġett:
nl|Brussel, 3 december 2099|Interinstitutioneel dossier:|NOTA|van:|aan:|nr. vorig doc.:|nr. Comdoc.:|Betreft:
pl|Bruksela, 3 grudnia 2099 r.|Międzyinstytucjonalny numer referencyjny:|NOTA|Od:|Do:|Nr poprz. dok.:|Nr dok. Kom.:|Dotyczy:
pt|Bruxelas, 3 de dezembro de 2099|Dossiê interinstitucional:|NOTA|de:|para:|n.º doc. ant.:|n.° doc. Com.:|Assunto:
ro|Bruxelles, 3 decembrie 2099|Dosar interinstituțional:|NOTĂ|Sursă:|Destinatar:|Nr. doc. ant.:|Nr. doc. Csie:|Subiect:
sk|V Bruseli 3. decembra 2099|Medziinštitucionálny spis:|POZNÁMKA|Od:|Komu:|Č. predch. dok.:|Č. dok. Kom.:|Predmet:
sl|Bruselj, 3. december 2099|Medinstitucionalna zadeva:|DOPIS|Pošiljatelj:|Prejemnik:|Št. predh. dok.:|Št. dok. Kom.:|Zadeva:
sv|Bryssel den 3 december 2099|Interinstitutionellt ärende:|NOT|från:|till:|Föreg. dok. nr:|Komm. dok. nr:|Ärende:
`;

export const LANGUAGES: readonly Labels[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [language = '', place = '', file = '', type = '', from = '', to = '', previous = '', commission = '', subject = ''] =
      row.split('|');
    return { language, place, file, type, from, to, previous, commission, subject };
  });

/** Cells below one another from a place on. */
export const below = (x: number, y: number, texts: readonly string[], pitch = 13.5): Spot[] =>
  texts.map((text, at) => ({ text, x, y: y + at * pitch }));

/** Labels with their values beside them; a line break begins a new line of the value. */
export const fields = (x: number, y: number, pairs: readonly (readonly [label: string, value: string])[]): Spot[] => {
  const spots: Spot[] = [];
  let top = y;
  for (const [label, value] of pairs) {
    const lines = value.split('\n');
    spots.push({ text: label, x: 57, y: top }, ...below(x, top, lines));
    top += 7 + lines.length * 13.5;
  }
  return spots;
};

const SHEET = { page: 1, width: 595, height: 842 };

/** One line to a cell, as files hold them whose columns come out apart. */
export const coverLines = (spots: readonly Spot[]): Line[] =>
  spots.map(({ text, x, y, size = 11.5, turned = false }) => {
    const right = x + text.length * size * 0.5;
    const run = { text, bold: false, underlined: false, struck: false, link: null };
    const cells = [{ text, runs: [run], x, right }];
    return { sheet: SHEET, text, cells, x, right, y, size, font: 'f1', artifact: false, turned, box: null, raised: false };
  });

const FONT = path.join(
  path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
);

/** A one-page PDF in a font that has the letters of all 24 languages. */
export const coverPdf = (spots: readonly Spot[]): Promise<Uint8Array> => {
  const document = new PDFDocument({ size: 'A4', margin: 0, info: { CreationDate: new Date(0), Producer: 'replica' } });
  const done = new Promise<Uint8Array>((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  document.font(FONT);
  for (const { text, x, y, size = 11.5 } of spots) document.fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  document.end();
  return done;
};
