import type { Recipient } from '../../../src/commands/items/letters.ts';
import { loadLocale } from '../../../src/i18n/loadLocales.ts';
import { keysOf, type LetterWords } from '../../../src/letters/letter.ts';
import { type Letter, type LetterKind, type LetterParams, letters } from '../../../src/letters/letters.ts';

const instant = '2026-12-01T18:00:00.000Z';
const complaint = 'C-26-00007-X';

/** Default parameters of letters, unless overridden below. */
const usual = {
  organisation: 'Boulangerie Spécimen',
  label: 'MIE-26-00042-D',
  number: 'A-2026-000123',
  link: 'https://label.example/fr/somewhere',
  dueAt: '2026-12-24',
  criterion: 'FIN-01 · Un but écrit',
  sponsor: 'Spécimen Coopérative',
  person: 'Spécimen Secrétariat',
  by: 'Spécimen Administration',
  when: instant,
  place: 'Salle des spécimens',
  reason: 'Pas de quorum.',
  session: '01SPECIMEN',
  sequence: 3,
  toldAt: '2026-11-20T08:00:00.000Z',
};

type Unusual = {
  readonly [K in LetterKind as typeof usual extends LetterParams[K] ? never : K]: Omit<
    LetterParams[K],
    keyof typeof usual
  > &
    Partial<LetterParams[K]>;
};

const criteriaTold = {
  version: '1.2.0',
  opensOn: '2027-07-01',
  lost: ['', 'LUC-03 · Écart de salaires'],
  toAnswer: ['ENV-04 · Eau'],
};

const onLabel = { label: 'MIE-26-00042-D' };
const offers = ['Pain au levain spécimen'];

const told = [
  { criterion: 'FIN-01 · Un but écrit', text: 'Les statuts ne le disent pas.', dueOn: '2026-12-24' },
];

const written = {
  subject: 'Le chiffre des salaires',
  quote: ['Quel écart faut-il donner ?', 'Celui de 2025 ou celui de 2026 ?'],
  attachments: 'salaires.pdf',
};

/** What the other letters tell beside that, or otherwise. */
const unusual: Unusual & { readonly [K in LetterKind]?: Partial<LetterParams[K]> } = {
  signInCode: { code: '048213', minutes: 10, host: 'label.example' },
  testEmail: { host: 'label.example' },
  apiKeyEnds: { key: 'Logiciel spécimen', dueAt: '2026-12-01' },
  organisationInvitation: { inviter: 'Spécimen Responsable', role: 'editor' },
  reviewInvitation: { dueAt: '2026-12-01' },
  moderationInvitation: { dueAt: '2026-12-01' },
  reviewAccepted: { what: 'review', dueAt: '2026-12-01' },
  reviewEnded: { why: 'review', dueAt: '2026-12-01' },
  applicationSubmitted: { digest: 'e3b0c44298fc1c149afbf4c8996fb924' },
  decisionAnnounced: { outcome: 'granted', ...onLabel },
  reconsiderationOpened: { ...onLabel, criteria: ['TRV-01 · Salaires'] },
  extensionGranted: { ...onLabel, added: 'now', offers },
  labelConfirmed: { ...onLabel, outcome: 'granted', conditions: [], lost: [], appealBy: '2027-01-31' },
  fileEndedWithLabel: onLabel,
  offersAdded: { ...onLabel, offers },
  extensionDropped: { ...onLabel, offers },
  labelReissued: { name: 'Boulangerie Spécimen', why: 'name' },
  labelIssued: { number: 'MIE-26-00042-D', standing: 'provisional', until: '2028-11-30' },
  labelSanction: {
    number: 'MIE-26-00042-D',
    step: 'suspendedAtOnce',
    code: 'misuse',
    why: ['Le label figure sur des pains d’ailleurs.'],
    answerBy: '2026-12-15',
    removeBy: '2027-01-15',
    appealBy: '2027-01-20',
    calledOn: '2026-12-01',
  },
  sanctionDue: { number: 'MIE-26-00042-D', what: 'hearing', days: 7 },
  noticeRecorded: { number: 'MIE-26-00042-D', on: '2026-12-31' },
  labelWaits: { number: 'MIE-26-00042-D', what: 'hearingAnswered' },
  offerTakenDown: {
    ...{ number: 'MIE-26-00042-D', offer: 'Pain', part: 'photo', code: 'personRights' },
    reason: 'On reconnaît un enfant, et ses parents n’ont rien signé.',
  },
  labelStillShown: {
    number: 'MIE-26-00042-D',
    state: 'withdrawn',
    since: '2026-10-20',
    hosts: ['specimen.example', 'xn--spcimen-8ya.example'],
  },
  conditionsOpened: { from: 'granted', conditions: [{ text: 'Publier les salaires', dueOn: '2027-03-31' }] },
  conditionImposed: {
    condition: 'Publier les salaires',
    dueAt: '2027-03-31',
    reason: 'La déclaration manque.',
    appealBy: '2027-01-20',
  },
  conditionDue: { condition: 'Publier les salaires', days: 30 },
  conditionMoved: {
    move: 'met',
    condition: 'Publier les salaires',
    open: 1,
    next: '2027-03-31',
    on: '2027-03-01',
  },
  conditionWaits: { what: 'proof', condition: 'Publier les salaires' },
  rolesChange: {
    ...{ step: 'proposed', given: ['reviewer'], taken: ['officer'], dueAt: instant, administers: false },
  },
  accessChange: { step: 'removed' },
  webhookFailed: {
    subscription: 'Annuaire spécimen',
    host: 'annuaire-specimen.ch',
    pausedFor: 'failed',
    reader: 'contact',
  },
  informationRequested: { questions: ['Quel est ce document ?'] },
  answerDue: { what: 'answer', days: 5 },
  admissionEnds: { who: 'own', days: 30 },
  applicationLapsed: { waitedFor: 'answer' },
  appealAsked: { step: 'urgentStayGranted', due: '2027-01-31T22:59:59.999Z' },
  appealProgress: { step: 'urgentStayGranted', against: 'refusal', due: '2027-01-31T22:59:59.999Z' },
  labelAppealProgress: { step: 'urgentStayGranted', due: '2027-01-31T22:59:59.999Z' },
  correctionAsked: { round: 'first', count: 2, why: ['La signature manque.'], told },
  findingsRaised: { count: 1, told },
  findingDue: { step: 'action', days: 30, told },
  findingMoved: { step: 'returnAction', why: ['Mai est trop tard.'] },
  criteriaForLabel: criteriaTold,
  criteriaForDraft: criteriaTold,
  surveillanceOpened: { number: 'MIE-26-00042-D', task: 'declaration', questions: [] },
  surveillanceDue: { number: 'MIE-26-00042-D', task: 'declaration' },
  surveillanceOverdue: { number: 'MIE-26-00042-D', task: 'midterm', use: 'inUse' },
  surveillanceFindings: { number: 'MIE-26-00042-D', task: 'siteCheck', missing: ['Le registre manque.'] },
  surveillanceConfirmed: { number: 'MIE-26-00042-D', task: 'markRemoval' },
  surveillanceWaits: { number: 'MIE-26-00042-D', task: 'declaration', what: 'declared' },
  workDigest: {
    count: 2,
    free: 1,
    others: 3,
    lines: [
      {
        what: 'digest.what.review',
        about: 'Boulangerie Spécimen',
        dueOn: '2026-12-24',
        since: false,
        href: 'https://label.example/fr/review/R1',
      },
      {
        what: 'digest.what.agenda',
        about: 'A-2026-000123',
        dueOn: null,
        since: false,
        href: 'https://label.example/fr/sessions',
      },
    ],
  },
  handedOver: {
    ...{ whose: 'mine', kind: 'files', quote: ['Le téléphone est au dossier.'], count: 3 },
    items: [
      { text: 'Boulangerie Spécimen · A-2026-000123', href: 'https://label.example/fr/files/A-2026-000123' },
      { text: 'Spécimen Coopérative · A-2026-000007', href: 'https://label.example/fr/files/A-2026-000007' },
    ],
  },
  standInNamed: { from: '2026-12-21', until: '2026-12-31' },
  labelEnds: { step: 'due', until: '2026-12-24', opens: '2026-06-27', version: '1.1.0' },
  labelExtended: { step: 'examined', periodEnd: '2026-09-24' },
  extensionEnds: { waits: 'holder' },
  extensionWaits: { waits: 'holder' },
  labelExpired: { why: 'unrenewed', since: '2026-12-25' },
  labelReplaced: { replaced: 'MIE-23-00007-K' },
  changeWaits: { things: ['name', 'place'] },
  changeNoted: { things: ['board'] },
  changeAssessed: { things: ['board'], what: 'none', successor: 'Spécimen', dueAt: '2026-12-01' },
  successorAsked: { things: ['merger'], successor: 'Spécimen' },
  successorAccepted: { things: ['merger'], successor: 'Spécimen' },
  changeFailed: { things: ['merger'] },
  labelSucceeded: { successor: 'MIE-26-00043-B', name: 'Spécimen' },
  changeOverdue: { things: ['merger'] },
  changeDue: { things: ['merger'], days: 30 },
  changeLate: { things: ['merger'] },
  officeMessage: written,
  applicantMessage: written,
  messageReceived: { writer: 'Spécimen Coopérative', need: 'Livrer 200 paniers' },
  messagesDigest: {
    messages: [
      {
        text: 'Spécimen Coopérative · Livrer 200 paniers',
        href: 'https://label.example/fr/organisations/O1/exchanges/conversations/C1',
      },
      {
        text: 'Spécimen SA · Livrer 200 paniers',
        href: 'https://label.example/fr/organisations/O1/exchanges/conversations/C2',
      },
    ],
  },
  needsDigest: {
    needs: [{ text: 'Livrer 200 paniers · Carouge', href: 'https://label.example/fr/exchange/N1' }],
  },
  outcomeAsked: { writer: 'Spécimen Coopérative', need: 'Livrer 200 paniers' },
  newcomerThanks: { newcomer: 'Spécimen Coopérative' },
  needExpired: { need: 'Livrer 200 paniers' },
  needRemoved: { need: 'Livrer 200 paniers' },
  complaintAcknowledged: { complaint },
  complaintAnswered: {
    ...{ complaint, outcome: 'founded', text: 'L’autocollant ne nomme aucun label.', done: 'Il est retiré.' },
    contestBy: '2027-01-15',
  },
  complaintInvitation: { complaint },
  complaintReopened: { complaint },
  complaintStranded: { complaint },
  complaintSecret: { complaint, secret: '7K3M-Q2X9-0ABC-DEFG' },
  complaintWaits: { complaint, what: 'arrived', kind: 'misuse' },
  complaintMoved: { complaint, what: 'statement' },
  statementAsked: { label: 'MIE-26-00042-D' },
  complaintSettled: { label: 'MIE-26-00042-D', outcome: 'founded' },
};

/** Names of all letters. */
export const letterKinds = keysOf(letters);
/** Something to say for every letter. */
export const sampleParams = Object.fromEntries<object>(
  letterKinds.map((kind) => [kind, { ...usual, ...unusual[kind] }]),
) as LetterParams;

const reader: Recipient = {
  email: 'reader@specimen.example',
  language: 'fr',
  personId: 'P1',
  name: 'Spécimen',
};

/** A letter of a kind, with some of what it says or who reads it changed. */
export function sampleLetter<K extends LetterKind>(
  kind: K,
  to: Partial<Recipient> = {},
  params: Partial<LetterParams[K]> = {},
): Letter {
  return { kind, to: { ...reader, ...to }, params: { ...sampleParams[kind], ...params } } as Letter;
}

const subject = /^letters\.(.+)\.subject$/;
/** Groups of words that make a letter, as the French files have them: a kind, or one of its cases. */
export const letterGroups = Object.keys(
  loadLocale(new URL('../../../templates/locales/', import.meta.url), 'fr').messages,
).flatMap((key) => (subject.exec(key)?.[1] ?? []) as LetterWords | []);

/** Every letter, each case of those that have cases: the one thing it tells that names the case is changed to another; `also` of all. */
export function everyLetter(to: Partial<Recipient> = {}, also: object = {}): Letter[] {
  const isKind = (name: string): name is LetterKind => letterKinds.some((kind) => kind === name);
  return letterGroups.map((group) => {
    const [kind = '', name] = group.split('.');
    if (!isKind(kind)) throw new Error(`no letter is named ${kind}`);
    const cases = letterGroups.filter((one) => one.startsWith(`${kind}.`)).map((one) => one.split('.')[1]);
    const [told] = Object.entries(sampleParams[kind]).find(([, value]) => cases.includes(value)) ?? [];
    return sampleLetter(kind, to, { ...also, ...(told !== undefined && { [told]: name }) });
  });
}
