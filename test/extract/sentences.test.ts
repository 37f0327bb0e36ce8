import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../pipeline/extract/sentences.ts';

/** Made-up texts; a bar stands where a sentence ends. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'ends and beginnings': [
    'One lamp. | Two lamps! | Three? | None…',
    'The lamp (all of it.) | “It burns.” | ‘So it does.’ | Lamps remain.',
    'He asked “Does it burn?” and left. | (It did.) | [It does.]',
    'The lamp burns. it does not begin with a small letter.',
    'Stop! in the name of lamps. | 99 lamps stood there.',
    'Lamps .  Two spaces are not cut. | One is.',
    'The lamps; the oil: the wicks – All of one sentence.',
    '– Lamps burn. | – Oil flows. | • Wicks glow.',
  ],
  'numbers and marks of points': [
    '1. The lamp. | 2. The oil. | 5.2.1. The wick.',
    '1. The lamp. | (a) The oil. | (iv) wicks as well.',
    '3. 5. Where the lamp burns. | – 2. Where it does not.',
    'IV. The lamp of Annex IV. | B. Lamps in Annex B. | The oil.',
    '-1a. The lamp. | 2aa. The oil.',
    'It is replaced by the following: ‘5. The lamp. | It burns.’ | It shall: 1. Burn; 2. Glow. | So it does.',
    'Point 5.2.1. applies to paragraph 9. | Member States shall light lamps.',
    'Lamps under (EU) 2099/679. | Regulation (EU) 2099/679 applies to 93901/99. | See ST 93901/99 REV 1. | The end.',
    'In 2099. | The rate was 5.5 % of 1.000.000 lamps. | It fell.',
    'Introduction ........... 5 and Lamps..... 27',
  ],
  footnotes: [
    '(“It burns.”) ¹ | He left.',
    'It was seen ². | Later it went.³ | Then again. ¹² | Finally.',
    'It was seen.(1) | Later it went (2). | The end.[3] | It was over.* | Then came **.',
    '¹ OJ L 919, 4.5.2099, p. 1. | See also OJ C 12, p. 3. | The end.',
  ],
  'abbreviations in English': [
    'See No. 5 and Art. 7, i.e. Annex II, e.g. Germany. | It applies.',
    'The SRA. | The EU. | Annex II. | Folke, C., Lamp, D., . . . Wick, H. J. (2099).',
    'The answer is no. | A lamp has it in mind. | Annex II, Fig. A, Art. I. | Vol. B burns.',
    'The answer is no. | Lamps (cf. Article 9; see esp. Annex I) burn.',
    'Mr J. Doe wrote to Dr. A. B. Smith on p. 12 of doc. 90001/99.',
    'No. Cion doc.: 98115/99',
    'No. prev. doc. 98115/99 and Cion doc. COM(2099) 206 were seen. | They burn.',
    'Lamps, oil, etc. | The wicks, oil etc. (see above) and wicks.',
    'The U.S. Government and Lamps Inc. Brussels met at 9 p.m. Friday. | They left.',
    'Done at Brussels, ... Member States and [...] Council (…) Lamps.',
    'The lamp burns. | [...] The oil.',
    'Under Reg. (EU) 2099/679 and Dir. 2099/9/EC. | Ibid. Article 9. | The end.',
    'Lamps v. Commission, paras. 5 and 6, vol. II, Vol. A, fig. 9. | It holds.',
  ],
  German: [
    'Der Rat tagt am 3. Dezember 2099. | Er prüft Art. 5 Abs. 1 Buchst. a und Nr. 7 bzw. Lampen.',
    'Lampen, d. h. Öl, z. B. Dochte oder z.B. Kerzen, gem. Artikel 3. | Das gilt.',
    'Nach der 5. Sitzung und dem 7. Bericht gilt Absatz 5. | Die Lampe brennt.',
    'Rund 5 Mrd. EUR, vgl. Dr. Lampe, S. 12 ff. und ABl. L 12. | Sie sagte: „Es brennt.“ | Sie ging.',
    '»Es brennt.« | ›So ist es.‹ | Ja.',
  ],
  'French, Italian, Romanian': [
    'Voir l’art. 5, p. ex. les lampes, c.-à-d. Öl, et M. Lampe. | MM. Mèche et Huile. | Mme Lampe est là. | « Elle brûle. » | « Oui ! » | Il part.',
    'La lampe brûle ! | Le n° 5, réf. 9, pp. 3 et 4. | Est-ce tout ? | Non.',
    'Cfr. art. 5, par. 2, lett. b), pag. 7. | Il sig. Lampada e il dott. Olio. | La lampada arde.',
    'A se vedea art. 5 alin. (2) lit. b), nr. 9. | Dl. Lampă arde. | „Arde.” | Atât.',
  ],
  'Spanish, Portuguese, Maltese': [
    'Véase el art. 5, p. ej. Madrid, núm. 7, pág. 9. | ¿Arde? | ¡Sí! | El Sr. Candil y EE. UU. arden. | Fin.',
    'Ver n.º 5, al. a), p. ex. Lisboa. | O Sr. Lampião chegou. | Fim.',
    'Ara Art. 5, eż. Malta, u Nru 7. | Il-lampa tixgħel. | Iva.',
  ],
  'Dutch, Danish, Swedish': [
    'Zie art. 5, blz. 7, bijv. Brussel en d.w.z. Lampen. | De lamp brandt.',
    'Jf. artikel 5, stk. 2, nr. 7, f.eks. Danmark, den 3. december 2099. | »Den brænder.« | Ja.',
    'Se art. 5, s. 7, t.ex. Sverige, bl.a. Lampor. | ”Den brinner.” | Ja.',
  ],
  'Finnish, Estonian, Hungarian': [
    'Neuvosto kokoontui 3. päivänä joulukuuta 2099. | Ks. 5 artikla, esim. Suomi. | ”Se palaa.” | Niin.',
    'Nõukogu kohtus 3. detsembril 2099. a. Vt lk. 5, nt. Eesti. | Lamp põleb.',
    'A Tanács 2099. május 3. napján ülésezett. | Lásd az 5. cikket, pl. Magyarország. | Dr. Lámpás az 1. o. alján.',
    'Kelt 2099. 5. 3. napján. | Kelt Brüsszelben. | „Ég.” | Vége.',
  ],
  'Latvian, Lithuanian': [
    'Padome tikās 2099. gada 3. maijā. | Sk. 5. pantu, piem. Latvija, 7. lpp. | Lampa deg.',
    '2099 m. gegužės 3 d. Taryba susitiko. | Šis reglamentas taikomas visoms lempoms nuo 2099 m. gegužės 3 d. | Jis galioja. | Žr. 5 str. 2 p., pvz. Lietuva.',
  ],
  'Polish, Czech, Slovak': [
    'W dniu 3 maja 2099 r. Rada zebrała się. | Zob. art. 5 ust. 2 pkt 7 lit. b, np. Polska, tj. Lampy, m.in. Olej, Dz. U. poz. 9. | Koniec.',
    'Niniejsze rozporządzenie stosuje się do wszystkich lamp od dnia 3 maja 2099 r. | Lampa płonie.',
    'Rada se sešla 3. 5. 2099 a 3. prosince 2099. | Viz čl. 5 odst. 2 písm. b), např. Česko, tj. Lampy. | Úř. věst. L 9. | „Hoří.“ | Ano.',
    'Rada sa stretla 3. mája 2099. | Pozri čl. 5 ods. 2 písm. b), napr. Slovensko, t. j. Lampy. | Ú. v. EÚ L 9. | Koniec.',
  ],
  'Slovene, Croatian': [
    'Svet se je sestal 3. maja 2099. | Glej čl. 5, str. 7, npr. Slovenija, t. i. Svetilke. | Konec.',
    'Vijeće se sastalo 3. svibnja 2099. | Vidi čl. 5. st. 2., npr. Hrvatska, tzv. Svjetiljka. | Kraj.',
  ],
  'Greek, Bulgarian, Irish': [
    'Βλ. άρθρο 5 παρ. 2, π.χ. Ελλάδα, δηλ. Λάμπες. | Η λάμπα καίει. | «Καίει.» | Τέλος.',
    'Καίει η λάμπα; Ναι, αριθ. 5, σ. 7, κ. Λάμπος, κ.λπ. Τέλος.',
    'Вж. чл. 5, ал. 2, т. 7, напр. България, т.е. Лампи, т. нар. Свещи. | Лампата гори. | „Гори.“ | Край.',
    'На 3 май 2099 г. Съветът заседава. | Настоящият регламент се прилага за всички лампи от 3 май 2099 г. | Лампата гори.',
    'Féach uimh. 5, lch. 7, m.sh. Éire, .i. Lampaí. | Tá an lampa ar lasadh.',
  ],
  'the marked text': [
    '**The lamp burns.** | It ~~does.~~ | **Not.** | __It is__ seen.',
    '~~The lamp. | The oil.~~ | The wick, Art. ~~5~~ **6**.',
    'See [the list.](https://a.eu/x.y) | [The list](https://a.eu/). | **No.** 5 burns.',
    '**1.** The lamp. | ~~(b)~~ **(c)** The oil.',
  ],
};

describe('sentences', () => {
  it.each(Object.entries(TABLE).flatMap(([group, texts]) => texts.map((text) => [group, text] as const)))('%s: %s', (_, text) => {
    expect(splitSentences(text.replaceAll(' | ', ' ')).join(' | ')).toBe(text);
  });

  it('lose nothing, whatever the text holds', () => {
    const pieces = fc.constantFrom(
      '.',
      '!',
      '…',
      ' ',
      ' ',
      'A',
      'a',
      '9',
      '99.',
      'Art.',
      '(a)',
      '”',
      '«',
      '**',
      '](',
      ')',
      '¹',
      '\\',
      '\n',
      'am',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(splitSentences(text).join(' ')).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(['The lamp burns, see Art. 5. ', '.', '” ', '.](', '9. ', '(', '¹ ', 'A.'])(
    'cut a million characters of %j in a moment',
    (text) => {
      const long = text.repeat(1_000_000 / text.length);
      const started = performance.now();
      splitSentences(long);
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );
});
