import { expect } from 'chai';
import { type Language, languages } from '../../src/criteria/scheme.ts';
import { locales } from '../support/locales.ts';

interface Replaced {
  readonly was: RegExp;
  readonly now: string;
  /** Phrases in which the word means something else. */
  readonly unless?: RegExp;
}

/** Words that readers misunderstood or found odd, with what replaced them. */
const replaced: Readonly<Record<Language, readonly Replaced[]>> = {
  fr: [
    {
      was: /\blettres?\b/iu,
      now: 'e-mail',
      unless:
        /lettres? de décision|seule lettre|à la lettre près|Lettres des noms|avec nos lettres|Une lettre en imite|porte la lettre|vos pages, de vos lettres, de vos affiches|Pour une page, une lettre|Pour une boîte aux lettres/giu,
    },
    { was: /\bcourrier/iu, now: 'e-mail, messagerie' },
    { was: /but de profit/iu, now: 'but lucratif' },
    { was: /valable à une date/iu, now: 'valable à telle date' },
    { was: /dessin\p{L}+ à nouveau/iu, now: 'recréer' },
    { was: /dans les mots d(?:es|e l)/iu, now: 'au format' },
    { was: /agenda à jour tout seul/iu, now: 'abonner mon agenda' },
    { was: /changer la place/iu, now: 'changer le rôle' },
    { was: /\bUID\b(?!")/u, now: 'IDE' },
    { was: /\}\} être |laissez la liste vide|Il reste un dossier/u, now: 'a plural that agrees' },
    { was: /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/u, now: '’ between thousands', unless: /732 829 320/gu },
  ],
  de: [
    { was: /offene Rechnung/iu, now: 'Offene Bücher' },
    { was: /Ihre Rechnung liest/iu, now: 'Jahresrechnung' },
    { was: /\bhinein(?!gehör|kopier)/iu, now: 'anmelden' },
    { was: /in mehreren Malen|Wie viele Male/iu, now: 'Etappen, wie viel Mal' },
    { was: /Nehmen Sie die nächste/iu, now: 'die passendste' },
    { was: /einfaches Blatt|Blatt von/iu, now: 'Kurzbeschreibung' },
    { was: /\bfreiwillig\b/iu, now: 'optional' },
    { was: /\bohne Recht\b/iu, now: 'unberechtigt' },
    { was: /\b1 kommen|=0 \{nichts Kommendes\} other/iu, now: 'kommt' },
    { was: /, die das Label hat(?: oder hatte)?, darum/iu, now: 'um das Label' },
    { was: /Aufbewahren und später/iu, now: 'Speichern und später fertigstellen' },
    { was: /nach der Hälfte|zur Halbzeit/iu, now: 'Zwischenkontrolle' },
    {
      was: /\b(?:die|diese|[Aa]lle|keine|mehrere|den|angekreuzten) Label\b(?!-)|other \{# Label\b|labels \{Label\} other \{Dossiers/u,
      now: 'Labels',
    },
    { was: /Begutachtung abge(?:ben|geben)|eine Person entlassen/iu, now: 'Gutachten abgeben, entlasten' },
    { was: /\d,\d/u, now: 'a decimal point', unless: /box="[\d.,]+"/gu },
    { was: /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/u, now: '’ between thousands', unless: /732 829 320/gu },
    {
      was: /brief(?!tasche)/iu,
      now: 'E-Mail',
      unless: /Entscheidbrief|Seiten, Briefen, Plakaten|Für eine Seite, einen Brief|Für einen Briefkasten/gu,
    },
    { was: /verspätet/iu, now: 'überfällig', unless: /E-Mail kommt verspätet/gu },
    { was: /frist(?: \p{L}+){0,3} (?:ist )?vorbei/iu, now: 'Frist abgelaufen' },
  ],
  it: [
    { was: /cambiare il posto/iu, now: 'cambiare il ruolo' },
    { was: /nelle parole d/iu, now: 'nel formato' },
    { was: /\d,\d/u, now: 'a decimal point', unless: /box="[\d.,]+"/gu },
    { was: /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/u, now: '’ between thousands', unless: /732 829 320/gu },
    {
      was: /\bletter[ae]\b/iu,
      now: 'e-mail',
      unless:
        /lettera di decisione|sola lettera|Lettere dei nomi|con le nostre lettere|Una lettera ne imita|porta la lettera|pagine, lettere, affissi|Per una pagina, una lettera|cassetta delle lettere/giu,
    },
    { was: /appuntament/iu, now: 'attività pianificate' },
    {
      was: /dossier che lo tocc|\b(?:uno|che) vi tocca\b|cambiamento (?:non )?tocca|può toccare il label/iu,
      now: 'riguarda',
    },
    { was: /\bla attend|seguiti da lei|suoi colleghi/iu, now: 'vi attende' },
    {
      was: /\bl[ao] (?:confronti|conservi|sblocchi|rifiuti|proponga)\b|glielo dia|vi si affidi|l’ha aperto:/iu,
      now: 'voi',
    },
    { was: /più da vicino/iu, now: 'affinare la ricerca' },
    {
      was: /essere dette|cinque non (?:si dice|è detto)|valore (?:è stato )?detto/iu,
      now: 'pubblicare, indicare',
    },
    { was: /\bcredut|\b(?:niente|nessun certificato) è più/iu, now: 'riconosciuto, non si emette più' },
    { was: /\bUID\b/u, now: 'IDI' },
    { was: /\btermin[ei][^.:]{0,40} passat/iu, now: 'scaduto' },
    { was: /pren\p{L}+ il seguito|preso il seguito/iu, now: 'subentrare' },
    { was: /attorno al (?:vostro )?label|label senza diritto/iu, now: 'che riguarda il label, uso abusivo' },
    { was: /presidenza [^.]*è vuota|quando è vuota/iu, now: 'vacante' },
    { was: /iscrizion\p{L}+ [^.]*riunit|riunire/iu, now: 'unire' },
  ],
  en: [
    { was: /label holds?\b/iu, now: 'is valid', unless: /label holder/giu },
    { was: /Say what we/iu, now: 'Post what we’re looking for' },
    { was: /Have it read/iu, now: 'Get it reviewed' },
    { was: /for the living/iu, now: 'for nature' },
    { was: /half[ -]way/iu, now: 'halfway' },
    { was: /place of \{name|in the words of/iu, now: 'role, format' },
    {
      was: /\bletters?\b/iu,
      now: 'e-mail',
      unless:
        /letter of (?:the )?decision|(?:single|one) letter|Letters of the names|with our letters|A letter looks like|carries the letter|pages, letters, posters|For a page, a letter|letter box|data\/letters\.json/giu,
    },
    { was: /\bwritings?\b/iu, now: 'written notice', unless: /in writing/giu },
    { was: /what becomes? of|broken off/iu, now: 'outcome, interrupted' },
    {
      was: /turns? of the clock|authority of time|root of checks/iu,
      now: 'scheduled task, time-stamping authority',
    },
    { was: /too few to be told|of one mind/iu, now: 'too few to show, perfect agreement' },
    { was: /deadline over|tell of (?:a|this) tie/iu, now: 'deadline passed, declare a tie' },
    { was: /\b[Ee]mails?\b/u, now: 'e-mail', unless: /test-email/gu },
    { was: /you get this e-mail/iu, now: 'you receive this e-mail' },
    { was: /\b(?:things?|nothing) waits?\b/iu, now: 'a task is waiting' },
    { was: /\bany more\b/iu, now: 'no longer' },
    { was: /\bwhoever\b/iu, now: 'anyone who, the person who' },
    { was: /\banew\b/iu, now: 'again' },
    { was: /\bfor ever\b/iu, now: 'permanently' },
    {
      was: /\byou (?:do|did) not (?:agree|ask for it|write this|know this|expect)[^.,?]*\?|you cannot [^.?]*\?/iu,
      now: 'if you do not',
    },
    { was: /falls free|file looks for|in hand\b/iu, now: 'becomes free' },
    { was: /comes to its end|day comes closer/iu, now: 'ends soon' },
    { was: /hangs? on the one|chain holds|lines? walked/iu, now: 'linked, intact, checked' },
    { was: /tak\p{L}+ (?:\p{L}+ )?along\b/iu, now: 'download' },
    { was: /\bis to be (?:completed|reworked)|below five is not told/iu, now: 'needs completing, not shown' },
    { was: /(?:had|with|and|tie or) (?:no|a) part in|a part or a tie\b/iu, now: 'role' },
    { was: /somebody (?:tells|told) us|directory of the staff/iu, now: 'reported to us, staff directory' },
  ],
};

/** A message without the names of its parameters. */
const textOf = (message: string) => message.replaceAll(/\{\w+(?=[,}])/gu, '');

describe('the words that were replaced', () => {
  for (const language of languages)
    for (const { was, now, unless } of replaced[language])
      it(`are gone in ${language}: ${was.source} is "${now}"`, () => {
        const messages = Object.entries(locales[language].messages);
        const left = messages.filter(([, message]) =>
          was.test(textOf(message).replaceAll(unless ?? /$^/gu, '')),
        );
        expect(left).to.deep.equal([]);
      });
});
