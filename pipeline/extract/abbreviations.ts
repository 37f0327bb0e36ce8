// Words that are written with a full stop in the texts of the EU, in its 24 languages, and what the stop then says.
// All in lower case, without the last stop. Words of several short parts ("e.g.", "z.B.", "π.χ.") are known by their form and not listed.

const words = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

/** Never the last word of a sentence: titles, and words that point at what follows. */
export const NEVER_LAST = words(
  // bg
  'напр вж срв проф инж акад доц ген гр ул бул св вкл изкл прибл млн млрд хил г-н г-жа д-р нар',
  // cs, sk
  'např napr tj tzn tzv popř příp príp resp srov porov zejm cca ing mgr judr mudr phdr doc vč vrát úř ul nám hl pozn',
  // da, sv
  'jf jfr dvs ca kl hr mfl inkl ekskl exkl evt vedr ang iht ift pga enl mio mia mdr milj bl pr tlf tfn',
  // de
  'abl bzw ggf ggfs vgl evtl insb insbes sog mrd tsd allg betr bezgl gem hrsg ehem urspr entspr einschl ausschl dipl abg zzgl abzgl',
  // el
  'δηλ βλ πρβλ κος κα κκ δρ καθ εκατ δισ συμπ ενδ φακ',
  // en
  'mr mrs ms messrs dr prof st hon capt lt col sgt vs cf viz eg ie approx incl excl esp prev prop cion ref reg dir dept univ inc ltd corp al',
  // es, pt
  'sr sra sres sras srs dra excmo excma exmo exma ilmo ilma aprox ej vid eng',
  // et, fi
  'nt vt vrd sh nn ingl mln mld esim ks vrt mm ns nk ko ts puh alk klo',
  // fr, it, ro
  'mme mmes mlle mgr env ex cfr sig sigg sig.ra dott dott.ssa avv dl dna dnul',
  // ga, mt
  'eż onor sur',
  // hr, sl
  'npr odn oz mag gosp gđa vklj usp sc',
  // hu
  'pl kb ún ill vö ld ifj özv sz',
  // lt, lv
  'pvz žr plg vad mlrd tūkst mljrd piem sk skat plkst t.sk',
  // nl
  'dhr mevr mw drs bijv bv nl zgn jl',
  // pl
  'np tzw ww hab inż ks św godz wg zob por ok dz tys maks zw',
);

/** No end before a number, a numeral or a letter; anywhere else an end like any other ("The answer is no. The lamp …"). */
export const BEFORE_NUMBERS = words(
  // bg, el
  'чл ал бр стр гл разд прил док рег рис табл αριθ αρ άρ αρθ άρθρ παρ εδ σελ κεφ τομ στοιχ σημ υποσημ',
  // cs, sk, sl, hr
  'čl odst ods písm str sv kap příl príl ust věst vest tč št toč br st',
  // da, sv, de
  'nr stk pkt litra afsn mom bil avd abs unterabs art ziff buchst lit halbs uabs anh anl bd rn rdnr rz tz anm aufl',
  // en
  'no nos arts para paras subpara p pp vol vols ch chap sec sect doc docs ed eds op cit ibid fig figs tab tel rev add cor par ann app min max',
  // es, pt, fr, it, ro
  'n° nº n.º n.os núm núms num pág págs pag pagg apdo apdos párr tít inc als réf éd artt lett nn cpv sez all cap alin pct',
  // et, fi, ga, mt
  'lk lg ptk nro n:o uimh lch paġ',
  // hu, lt, lv, pl, nl
  'old bek psl dal lpp poz rozdz zał tab rys nrs blz hfst',
  // months
  'jan feb mar apr jun jul aug sep sept oct nov dec okt dez janv févr avr juil déc ene abr ago dic genn febbr sett ott',
);

/** German words before an ordinal ("am 3. Dezember", "der 5. Bericht"); the other languages go on in lower case. */
export const BEFORE_ORDINALS = words('am vom zum zur der die das den dem des im ab seit beim dieser jeder ein eine einer einem einen');

export const GERMAN_MONTHS = words('januar jänner februar feber märz april mai juni juli august september oktober november dezember');

/** What a lone capital names when it is not the initial of a person: "Annex A. The …". */
export const BEFORE_LETTERS = words(
  'annex annexes part parts title section point points category categories table group option article appendix figure class type level phase list',
  'schedule chapter column row footnote annexe partie tableau groupe anexo parte cuadro allegato tabella anhang anlage teil gruppe tabelle bijlage deel',
  'bilag del bilaga liite osa lisa załącznik część příloha část príloha časť prilog priloga melléklet anexa anexă priedas pielikums приложение част παράρτημα μέρος',
);
