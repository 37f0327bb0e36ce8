// English words that decide what kind of change a hunk is. Bodies and countries stand in files of their own, figures in `figures/`.

import { groups, type Vocabulary } from './groups.ts';

export const ENGLISH: Vocabulary = {
  'legal force': groups(`
    shall; should; may; must; will; can; could; ought to; needs to | need to; has to | have to; is to | are to; is not to | are not to;
    encouraged to | is encouraged to | are encouraged to | be encouraged to;
    encourages | encourage;
    invited to | is invited to | are invited to | be invited to;
    invites | invite;
    requested to | is requested to | are requested to | be requested to;
    called upon to | is called upon to | are called upon to;
    required to | is required to | are required to | be required to;
    obliged to | is obliged to | are obliged to | be obliged to | obliged;
    obligation | obligations; obligatory | mandatory | compulsory; binding | legally binding;
    non-binding | not binding | legally non-binding;
    voluntary | voluntarily | on a voluntary basis;
    optional;
    endeavour to | endeavours to | endeavour | endeavours | endeavor to | endeavors to | endeavor | endeavors;
    strive to | strives to | strive | strives; best efforts | best endeavours;
    recommend | recommends | recommended | recommending;
    advised to | is advised to | are advised to;
    entitled to | is entitled to | are entitled to | be entitled to;
    allowed to | is allowed to | are allowed to | be allowed to;
    permitted to | is permitted to | are permitted to | be permitted to;
    commit to | commits to | undertake to | undertakes to;
    in particular;
    where appropriate | if appropriate | when appropriate;
    where necessary | if necessary | when necessary;
    as necessary; as appropriate; where applicable | if applicable; as applicable; where relevant | if relevant; as relevant;
    where possible | if possible | whenever possible;
    where feasible | if feasible; where needed | if needed; where required | if required; as far as possible; as much as possible;
    to the extent possible | to the best extent possible | to the greatest extent possible;
    in principle; without prejudice to; without delay; without undue delay; without unnecessary delay; without further delay;
    as soon as possible; immediately | forthwith; promptly; subject to; notwithstanding;
    by way of derogation | by derogation | derogating;
    by way of exception; as a matter of priority; where justified | if justified; duly justified
  `),
  negation: groups(`
    not; no; never; without;
    except | excepting | except for | with the exception of | with the exception;
    unless; neither; nor; none; nothing; nobody | no one;
    exclude | excludes | excluded | excluding | exclusion;
    prohibit | prohibits | prohibited | prohibiting | prohibition;
    forbid | forbids | forbidden;
    refrain from | refrains from | refraining from | refrained from;
    fail to | fails to | failed to | failing to; ban | bans | banned; preclude | precludes | precluded
  `),
  scope: groups(`
    all; any; every; each; both; only; solely; exclusively; at least; at most | at the most; up to; more than; less than; fewer than;
    no more than | not more than; no less than | not less than; not exceeding | not exceed;
    no later than | not later than | at the latest;
    including | include | includes; including but not limited to; such as; among others | amongst others | inter alia; and/or;
    entire | whole; certain; some; specific; limited to; restricted to; confined to; as well as; other than; not only;
    irrespective of | regardless of; a maximum of | maximum; a minimum of | minimum; in whole or in part; wholly or partly; wherever;
    whenever; whatever; whoever; anyone | anybody
  `),
  definition: groups(`
    means | shall mean | should mean;
    is defined as | are defined as | be defined as | defined as;
    understood as | is understood as | are understood as | be understood as;
    for the purposes of this | for the purpose of this | for the purposes of these
  `),
  date: groups(`
    Monday | Montag | lundi; Tuesday | Dienstag | mardi; Wednesday | Mittwoch | mercredi; Thursday | Donnerstag | jeudi;
    Friday | Freitag | vendredi; Saturday | Samstag | samedi; Sunday | Sonntag | dimanche;
    annually | yearly | every year | each year | once a year | on a yearly basis | on an annual basis;
    quarterly | every quarter | on a quarterly basis;
    monthly | every month | on a monthly basis; weekly | every week | on a weekly basis; daily | every day | on a daily basis;
    twice a year | biannually | every six months
  `),
  reference: groups(`
    GDPR | General Data Protection Regulation; Schengen Borders Code; Schengen Information System | SIS; TEU | Treaty on European Union;
    TFEU | Treaty on the Functioning of the European Union;
    Charter | Charter of Fundamental Rights | EU Charter;
    Geneva Convention | Refugee Convention; Facilitation Directive; Facilitators Package | Facilitation Package; Return Directive;
    Return Regulation; Eurodac Regulation; Europol Regulation;
    Smuggling Protocol | Protocol against the Smuggling of Migrants;
    Palermo Convention | UNTOC
  `),
  nothing: groups(`
    voluntary return | voluntary returns | assisted voluntary return | assisted voluntary returns | voluntary departure;
    whether or not; up to date; at all; each other; not least; no doubt; delegation of power | delegation of powers; political will;
    free will; at will; by means of; that is to say;
    of the European Parliament and of the Council | of the European Parliament and the Council
  `),
};

/** Count only in a short hunk whose other side has words of the same kind: `and` for `or`. */
export const WEAK: Vocabulary = {
  scope: groups('and; or; und; oder; et; ou'),
};
