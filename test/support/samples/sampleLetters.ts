import type { Letter, LetterKind, LetterParams, Recipient } from '../../../src/commands/items/letters.ts';

const organisation = 'Boulangerie Spécimen';
const number = 'A-2026-000123';
const link = 'https://label.example/fr/somewhere';

/** Something to say for every kind of letter. */
export const sampleParams: LetterParams = {
  signInCode: { code: '048213', link, minutes: 10, host: 'label.example' },
  organisationInvitation: { organisation, inviter: 'Spécimen Responsable', role: 'editor', link },
  ownershipReceived: { organisation, link },
  reviewInvitation: { organisation, dueAt: '2026-12-01', link },
  moderationInvitation: { organisation, dueAt: '2026-12-01', link },
  applicationSubmitted: { organisation, number, digest: 'e3b0c44298fc1c149afbf4c8996fb924', link },
  decisionAnnounced: { organisation, number, outcome: 'granted', dueAt: '2026-12-24', link },
  labelIssued: { organisation, number: 'MIE-26-00042-D', link },
  labelStillShown: {
    organisation,
    number: 'MIE-26-00042-D',
    state: 'withdrawn',
    since: '2026-10-20',
    hosts: ['specimen.example', 'xn--spcimen-8ya.example'],
    link,
  },
  reviewsDelivered: { organisation, number, link },
  rolesChange: {
    step: 'proposed',
    person: 'Spécimen Secrétariat',
    by: 'Spécimen Administration',
    given: ['reviewer'],
    taken: ['officer'],
    dueAt: '2026-12-01T18:00:00.000Z',
    link,
  },
  accessChange: { step: 'removed', person: 'Spécimen Secrétariat', by: 'Spécimen Administration', link },
  sponsorshipAsked: { organisation, sponsor: 'Spécimen Coopérative', link },
  sponsorshipGiven: { organisation, sponsor: 'Spécimen Coopérative', link },
  sponsorshipDeclined: { organisation, sponsor: 'Spécimen Coopérative', link },
  draftExpires: { organisation, number, dueAt: '2026-12-24', link },
  informationRequested: {
    organisation,
    number,
    dueAt: '2026-12-24',
    questions: ['Quel est ce document ?'],
    link,
  },
  answerDue: { organisation, number, dueAt: '2026-12-24', days: 5, link },
  informationAnswered: { organisation, number, link },
  applicationLapsed: { organisation, number, waitedFor: 'answer', link },
  sessionConvened: {
    when: '2026-12-01T18:00:00.000Z',
    place: 'Salle des spécimens',
    link: 'https://label.example/fr/sessions/S',
  },
  sessionCancelled: {
    when: '2026-12-01T18:00:00.000Z',
    reason: 'Pas de quorum.',
    link: 'https://label.example/fr/sessions/S',
  },
  applicationWithdrawn: { organisation, number, link },
  appealLodged: { organisation, number, link },
  appealWaits: { organisation, number, link },
  appealPanel: { organisation, number, link },
  appealProgress: { organisation, number, step: 'admitted', against: 'refusal', link },
  correctionAsked: { organisation, number, round: 'first', count: 2, dueAt: '2026-12-24', link },
  findingMoved: {
    organisation,
    number,
    step: 'returnAction',
    criterion: 'FIN-01 · Un but écrit',
    dueAt: '2026-12-24',
    link,
  },
  findingWaits: { organisation, number, what: 'action', criterion: 'FIN-01 · Un but écrit', link },
};
export const letterKinds = Object.keys(sampleParams) as LetterKind[];

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
