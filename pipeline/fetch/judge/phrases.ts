// How error pages call themselves, in the languages of the Union where that is one phrase. Words only; where they count is decided in hollow.ts.

import { fold } from './spelling.ts';

export interface Phrases {
  /** A whole heading, or a whole part of a title. */
  readonly heads: RegExp;
  /** Part of a sentence. */
  readonly says: RegExp;
}

/** `Error 404 - … !`: what stands around a phrase in a heading. */
const BEFORE = '(?:(?:http )?(?:error|erreur|fehler|errore|oops|sorry|status)?[\\s:,!.-]*(?:code )?(?:[45]\\d\\d(?:\\.\\d+)?)?[\\s:,!.-]*)';
const AFTER = '[\\s!.:…\'"()-]*(?:\\(?(?:error )?[45]\\d\\d\\)?)?\\.?';

const phrases = (heads: readonly string[], says: readonly string[]): Phrases => ({
  heads: new RegExp(`^${BEFORE}(?:${heads.map(fold).join('|')})${AFTER}$`),
  says: new RegExp(says.map(fold).join('|')),
});

const THING = '(?:page|document|file|file or directory|resource|content|item|url|site)';

export const NOT_FOUND = phrases(
  [
    '404|410|not found|gone',
    `(?:the |this |that )?(?:requested )?${THING}(?: you (?:requested|were looking for|are looking for)| requested)? (?:(?:was|is|could|can) ?)?(?:not|cannot|couldn't be|can't be|wasn't)(?: be)? found`,
    `(?:the |this |that )?(?:requested )?${THING} (?:does not|doesn't|no longer) exists?`,
    'page (?:non trouvée|introuvable)',
    '(?:die )?(?:angeforderte )?seite (?:wurde )?(?:leider )?nicht gefunden',
    'pagina non trovata|página no encontrada|página não encontrada|pagina niet gevonden',
    'siden (?:blev |kunne )?ikke (?:findes|fundet)',
    'sidan (?:hittades inte|kunde inte hittas|finns inte)|sivua ei (?:löydy|löytynyt)',
    'lehekülge ei leitud|lapa nav atrasta|puslapis nerastas',
    'nie znaleziono strony|strona nie (?:została )?znaleziona',
    'stránka (?:nebyla )?nenalezena|stránka nebyla nalezena',
    'stránka (?:sa nenašla|nebola nájdená)',
    'strani? ni (?:bila najdena|bilo mogoče najti|mogoče najti)|stranica nije pronađena',
    'az? (?:oldal|lap) nem található|pagina nu (?:a fost găsită|există)',
    'страницата не (?:е|беше) намерена|(?:η )?σελίδα δεν βρέθηκε|il-paġna ma nstabitx',
    'níor aimsíodh an leathanach',
  ],
  [
    `${THING} (?:you (?:requested|were looking for|are looking for) |requested )?(?:could not|cannot|can't|was not|is not|couldn't) (?:be )?found`,
    'page not found|404 not found|error 404',
    `${THING} (?:you (?:requested|were looking for|are looking for) )?(?:no longer exists|does not exist|doesn't exist)`,
    'might have been removed, had its name changed',
    "page (?:demandée|recherchée) (?:n'existe|est introuvable|n'a pas)",
    'seite (?:existiert nicht|konnte nicht gefunden|wurde nicht gefunden)',
  ],
);

export const NO_ENTRY = phrases(
  [
    '403|401|(?:access )?(?:is )?forbidden|access (?:is )?denied|unauthori[sz]ed',
    'not authori[sz]ed|permission denied|accès (?:refusé|interdit|non autorisé)',
    'zugriff (?:verweigert|verboten)|kein zugriff|accesso negato|acceso denegado',
    'acesso negado|toegang geweigerd|odmowa dostępu|brak dostępu',
    'přístup odepřen|prístup (?:zamietnutý|odmietnutý)|acces (?:interzis|refuzat)',
    'pääsy (?:evätty|estetty)|åtkomst nekad|adgang nægtet',
  ],
  [
    'you (?:are|do) not (?:authori[sz]ed|have (?:permission|access|sufficient)) ?(?:to (?:access|view)|rights|privileges)?',
    "you don't have permission to (?:access|view)",
    "vous n'êtes pas autorisé",
    'sie sind nicht berechtigt',
  ],
);

export const TOO_MANY = phrases(
  [
    '429|too many requests|(?:request )?rate limit(?:ed| exceeded| reached)?|trop de requêtes',
    'zu viele anfragen|demasiadas solicitudes|troppe richieste',
  ],
  [
    'too many requests|rate limit (?:exceeded|reached)|you have been rate limited',
    'you have exceeded (?:the|your) (?:request|rate|quota)',
    'server is currently experiencing high traffic',
  ],
);

const OURS = "(?:the |this |our |we are |we're )?(?:web ?site|site|page|service|system|server|application|portal)?";

export const MAINTENANCE = phrases(
  [
    `${OURS} ?(?:is )?(?:currently |temporarily )?(?:under|in|down for|undergoing|closed for|offline for) (?:scheduled |planned |routine )?maintenance`,
    '(?:scheduled |planned |site |website |system )?maintenance(?: mode| in progress| work| page)?',
    `${OURS} ?(?:is )?(?:temporarily|currently) (?:unavailable|down|offline|closed|out of service)`,
    `${OURS} ?(?:is )?offline`,
    "we(?:'ll| will) be (?:right )?back(?: soon| shortly)?",
    '(?:le )?(?:site|service)? ?(?:est )?(?:actuellement )?en (?:cours de )?maintenance|maintenance (?:en cours|du site|programmée)',
    '(?:le )?(?:site|service)? ?(?:est )?(?:temporairement|momentanément) indisponible',
    'wartung(?:sarbeiten|smodus)?|wegen wartungsarbeiten (?:nicht erreichbar|geschlossen)|vorübergehend nicht (?:verfügbar|erreichbar)',
    '(?:sitio |web )?en mantenimiento|temporalmente no disponible',
    '(?:sito )?in manutenzione|temporaneamente non disponibile',
    '(?:site |website )?in onderhoud|onderhoud(?:swerkzaamheden)?|tijdelijk niet beschikbaar',
    '(?:site )?em manutenção|temporariamente indisponível',
    'prace konserwacyjne|przerwa techniczna|(?:strona )?(?:chwilowo|tymczasowo) niedostępna',
    '(?:probíhá |prebieha )?údržba|dočasn[eě] nedostupn[éáý]|karbantartás(?: alatt)?',
    'huoltokatko|huoltotauko|underhåll(?: pågår)?|(?:under )?vedligeholdelse',
    '(?:site )?în (?:întreținere|mentenanță)',
    '(?:в процес на |профилактика|сайтът е в )?поддръжка|профилактика',
    '(?:υπό |εργασίες )?συντήρησης?',
    'hooldustööd|tehniskā apkope|techninė priežiūra|održavanje(?: u tijeku)?|vzdrževanje',
  ],
  [
    '(?:site|page|service|system|portal|server|application)s? (?:is|are) (?:currently |temporarily |now )?(?:under|in|down for|undergoing|closed for|offline for) (?:\\w+ )?maintenance',
    '(?:site|page|service|system|portal|server|application)s? (?:is|are) (?:temporarily|currently) (?:unavailable|down|offline|closed)',
    'we are (?:currently )?(?:performing|carrying out|undergoing) (?:\\w+ )?maintenance',
    '(?:site|service|page) est (?:temporairement|momentanément|actuellement) (?:indisponible|en maintenance|en cours de maintenance)',
    'maintenance (?:est )?en cours',
    '(?:wegen|aufgrund von) wartungsarbeiten|wartungsarbeiten (?:werden|sind)|finden wartungsarbeiten',
  ],
);

export const LOGIN = phrases(
  [
    '(?:user |member )?(?:log|sign)[ -]?(?:in|on)(?: (?:to continue|required|page|to your account))?',
    'eu login|ecas|central authentication service',
    'authentication(?: required)?|authentification(?: requise)?|identification',
    '(?:se )?connecter|connexion|anmeldung|anmelden|einloggen',
    'accedi|iniciar sesión|iniciar sessão|inloggen|aanmelden',
    'logowanie|zaloguj się|přihlášení|prihlásenie|bejelentkezés',
    'kirjaudu(?: sisään)?|logga in|log ind|autentificare|conectare|вход|σύνδεση|prijava|sisselogimine|prisijungti|pieslēgties',
  ],
  [
    '(?:sign|log) in to (?:continue|your account|access|view|proceed)',
    'you (?:must|need to|have to) (?:be (?:logged|signed)|log|sign) in',
    'please (?:log|sign) ?in|(?:login|authentication) (?:is )?required',
    'session (?:has )?expired|redirect\\w* to (?:eu )?login',
    'connectez-vous pour|veuillez vous (?:connecter|identifier)|(?:bitte )?melden sie sich an',
  ],
);

export const TROUBLE = phrases(
  [
    '5\\d\\d|error|erreur|fehler|errore|(?:internal )?server error(?: in .*)?',
    'runtime error|application error|database error|proxy error|system error|technical (?:error|problem|difficulties)',
    'service (?:temporarily )?unavailable|bad gateway|gateway time-?out|bad request',
    '(?:an |unexpected )+error(?: (?:has )?occurred)?',
    'oops|(?:oops|sorry)?[,.! ]*something went wrong|error establishing a database connection',
    '(?:http )?(?:error|status) 5\\d\\d.{0,60}|whitelabel error page|not acceptable',
    'backend fetch failed|guru meditation',
    "erreur (?:interne|technique)(?: du serveur)?|une erreur (?:est survenue|s'est produite)",
    'interner serverfehler|(?:es ist )?ein fehler (?:ist )?aufgetreten|technischer fehler',
    'se ha producido un error|si è verificato un errore|er is een fout opgetreden|ocorreu um erro|wystąpił błąd',
  ],
  [
    'encountered an (?:unexpected|internal) error|error code:? 5\\d\\d|internal server error',
    'error establishing a database connection|(?:an |unexpected )error (?:has )?occurred',
    'something went wrong|experiencing technical (?:difficulties|problems)',
    'fatal error: |uncaught \\w*exception|stack trace:',
    'service (?:is )?(?:temporarily )?unavailable',
    "une erreur (?:est survenue|s'est produite|inattendue)",
    'ein (?:unerwarteter )?fehler (?:ist )?aufgetreten',
  ],
);

export const PARKED = phrases(
  [
    'welcome to nginx|it works|iis windows(?: server)?|iis\\d*|apache2 .*default page.*|test page for .*|default web ?site page',
    'account (?:has been )?suspended|this account has been suspended',
    'coming soon|(?:website |site |page )?under construction',
    '(?:this )?domain (?:is |has |may be )?(?:for sale|parked|expired)',
  ],
  [
    'buy this domain',
    'domain (?:name )?(?:is |has |may be |has been )(?:for sale|parked|expired|registered)',
    'future home of|website is under construction|site has been suspended',
  ],
);
