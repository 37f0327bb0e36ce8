// The main words of english.ts in German and French. Words that English has in another sense are left out (`in`, `or`, `will`, `plus`).

import { groups, type Vocabulary } from './groups.ts';

export const GERMAN: Vocabulary = {
  'legal force': groups(`
    soll | sollen; sollte | sollten; muss | müssen | muß; müsste | müssten; darf | dürfen; dürfte | dürften; kann | können;
    könnte | könnten; verpflichtet; Verpflichtung | Verpflichtungen; verbindlich | rechtsverbindlich; unverbindlich;
    freiwillig | auf freiwilliger Basis; obligatorisch | zwingend; bemühen sich | bemüht sich; empfiehlt | empfehlen | empfohlen;
    aufgefordert; ersucht; ermutigt; berechtigt; insbesondere; gegebenenfalls;
    soweit möglich | nach Möglichkeit | wenn möglich;
    sofern erforderlich | soweit erforderlich | falls erforderlich;
    grundsätzlich; unverzüglich; umgehend | sofort; so bald wie möglich; unbeschadet; vorbehaltlich; abweichend von; ungeachtet
  `),
  negation: groups(`
    nicht;
    kein | keine | keinen | keiner | keinem | keines;
    nie | niemals; ohne; außer; ausgenommen | mit Ausnahme; weder; es sei denn; ausgeschlossen | ausschließen; verboten | untersagt;
    niemand
  `),
  scope: groups(`
    alle | aller | allen | alles; jede | jeder | jedes | jeden | jedem; nur; ausschließlich; mindestens; höchstens; einschließlich;
    unter anderem; bestimmte | bestimmten | bestimmter; mehr als; weniger als; spätestens
  `),
  definition: groups('bezeichnet der Ausdruck | bezeichnet; im Sinne dieser | im Sinne des'),
};

export const FRENCH: Vocabulary = {
  'legal force': groups(`
    doit | doivent; devrait | devraient; devra | devront; peut | peuvent; pourrait | pourraient; pourra | pourront;
    est tenu de | est tenue de | sont tenus de | sont tenues de | tenu de | tenus de;
    obligation | obligations; obligatoire | obligatoires;
    contraignant | contraignante | contraignants | contraignantes;
    volontaire | volontaires | à titre volontaire | sur une base volontaire;
    efforcent de | efforce de; recommande | recommandent | recommandé;
    invité à | invitée à | invités à | invitées à;
    encouragés à | encouragées à; notamment; en particulier; le cas échéant; si nécessaire; dans la mesure du possible;
    sans préjudice de | sans préjudice du | sans préjudice des;
    sans délai | sans tarder; sans retard injustifié; immédiatement; dès que possible; en principe; sous réserve de | sous réserve du;
    par dérogation à | par dérogation au; nonobstant
  `),
  negation: groups(`
    pas; jamais; sans; sauf; aucun | aucune;
    hormis | à l'exception de | à l'exception du | à l'exception des;
    interdit | interdite | interdits; exclu | exclus | exclue | exclues; non
  `),
  scope: groups(`
    tous | toutes; chaque; uniquement | seulement | exclusivement; au moins; au plus; y compris;
    tels que | telles que | tel que | telle que; certains | certaines; plus de; moins de; au plus tard
  `),
  definition: groups('on entend par; aux fins du présent | aux fins de la présente; désigne'),
};
