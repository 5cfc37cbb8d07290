import { roleIn, speaksFor } from '../../../policies/organisation.ts';
import { type Export, type ExportPart, jsonPart, safeName } from '../../common/exportPart.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { forHolder } from '../../complaint/giveStatement.ts';
import { announced, toldFacts } from '../../file/announced.ts';
import { applicantAppeal } from '../../file/applicantAppeal.ts';
import { correspondenceOf } from '../../file/correspondenceOf.ts';
import type { Condition } from '../../items/condition.ts';
import type { Conversation } from '../../items/conversation.ts';
import type { Finding, Visit } from '../../items/decidingItems.ts';
import type { Application, Invitation, Label, Person, Sponsorship } from '../../items/items.ts';
import type { Need } from '../../items/need.ts';
import type { Questionnaire } from '../../items/questionnaire.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import { exportedKey } from '../../people/keys/ownKeys.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { exportedEvidence } from './exportedEvidence.ts';

/** Most needs, and most conversations, that one export has, the newest first. */
const maxExchanges = 10_000;

/** All that an organisation gave or may know here, for an owner: nothing sealed, nor who evaluates. Noted in the journal before it is given. */
export async function exportOrganisation(
  deps: Deps,
  asker: Asker,
  { organisationId }: { readonly organisationId: string },
): Promise<Export> {
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  requireVisible(speaksFor(asker, organisationId));
  const { store } = deps;
  const trace = traceOf(deps, asker, organisationId);
  const line = { ...trace, facts: ['organisation.exported'] } as const;
  await store.commit([noteOn(deps, 'organisations', organisation, line)]);
  const [
    people,
    invitations,
    applications,
    labels,
    sponsorships,
    surveillances,
    complaints,
    needs,
    conversations,
    keys,
  ] = await Promise.all([
    store.peopleOf(organisationId),
    store.invitationsOf(organisationId),
    store.applicationsOf([organisationId]),
    store.labelsOf(organisationId),
    store.sponsorshipsBy(organisationId),
    store.surveillancesTowards(organisationId),
    store.complaintsAsked(organisationId),
    store.needsOf(organisationId, maxExchanges),
    store.conversationsOf(organisationId, maxExchanges),
    store.apiKeysOf(organisationId),
  ]);
  const { revision: _, head: __, ...own } = organisation;
  const files = await Promise.all(applications.map((application) => partsOf(deps, application)));
  return {
    guide: guide.map(([words, name]) => ({ words, name })),
    parts: [
      jsonPart('organisation.json', own),
      jsonPart('people.json', people.map(exportedMember(organisationId))),
      jsonPart('invitations.json', invitations.map(exportedInvitation)),
      jsonPart('labels.json', labels.map(exportedLabel)),
      ...labels.flatMap(photoParts),
      jsonPart('sponsorships.json', sponsorships.map(exportedSponsorship)),
      jsonPart('surveillances.json', surveillances.map(exportedSurveillance)),
      jsonPart('statements.json', complaints.map(forHolder)),
      jsonPart('needs.json', needs.map(exportedNeed)),
      jsonPart('conversations.json', conversations.map(exportedConversation)),
      jsonPart('keys.json', keys.map(exportedKey)),
      ...files.flat(),
    ],
  };
}

const guide = [
  ['organisation', 'organisation.json'],
  ['people', 'people.json'],
  ['invitations', 'invitations.json'],
  ['labels', 'labels.json'],
  ['photos', 'photos/'],
  ['sponsorships', 'sponsorships.json'],
  ['surveillances', 'surveillances.json'],
  ['statements', 'statements.json'],
  ['needs', 'needs.json'],
  ['conversations', 'conversations.json'],
  ['keys', 'keys.json'],
  ['application', 'A-…/application.json'],
  ['history', 'A-…/history.json'],
  ['workingCopy', 'A-…/working-copy.json'],
  ['offers', 'A-…/offers.json'],
  ['sponsorships', 'A-…/sponsorships.json'],
  ['questionnaires', 'A-…/questionnaires.json'],
  ['correspondence', 'A-…/messages.json'],
  ['appeals', 'A-…/appeals.json'],
  ['findings', 'A-…/findings.json'],
  ['conditions', 'A-…/conditions.json'],
  ['visits', 'A-…/visits.json'],
  ['snapshots', 'A-…/snapshot-1.json'],
  ['agreement', 'A-…/agreement.pdf'],
  ['evidenceList', 'A-…/evidence.json'],
  ['evidence', 'A-…/evidence/'],
] as const;

/** One application with its working copy, what was frozen of it, what its applicant may know of its progress, and its files. */
async function partsOf({ store }: Pick<Deps, 'store'>, application: Application): Promise<ExportPart[]> {
  const { id, context } = application;
  const numbers = Array.from({ length: context.snapshots }, (_, i) => i + 1);
  const [records, copy, evidence, sponsorships, questionnaires, written, appeals, findings, snapshots] =
    await Promise.all([
      store.records(`applications/${id}`),
      store.selfAssessment(id),
      store.evidenceOf(id),
      store.sponsorshipsFor(id),
      store.questionnairesOf(id),
      correspondenceOf({ store }, id, 'applicant'),
      store.appealsOf(id),
      store.findingsOf(id),
      Promise.all(numbers.map((n) => store.snapshot(id, n))),
    ]);
  const { offersNamed = [], ...workingCopy } = copy ?? {};
  const { revision: _, ...shown } = announced(application, records);
  return [
    jsonPart(`${id}/application.json`, shown),
    jsonPart(`${id}/history.json`, toldFacts(records)),
    jsonPart(`${id}/working-copy.json`, workingCopy),
    jsonPart(`${id}/offers.json`, offersNamed),
    jsonPart(`${id}/sponsorships.json`, sponsorships.map(exportedSponsorship)),
    jsonPart(`${id}/questionnaires.json`, questionnaires.map(exportedQuestionnaire)),
    jsonPart(`${id}/messages.json`, written),
    jsonPart(`${id}/appeals.json`, appeals.map(applicantAppeal)),
    jsonPart(`${id}/conditions.json`, (await store.conditionsOn(id)).flatMap(exportedCondition)),
    jsonPart(`${id}/findings.json`, findings.flatMap(exportedFinding)),
    jsonPart(`${id}/visits.json`, (application.visits ?? []).map(exportedVisit)),
    ...snapshots.flatMap((snapshot) =>
      snapshot ? [jsonPart(`${id}/snapshot-${snapshot.n}.json`, snapshot)] : [],
    ),
    ...(shown.agreement ? [{ name: `${id}/agreement.pdf`, digest: shown.agreement.paper }] : []),
    jsonPart(`${id}/evidence.json`, evidence.map(exportedEvidence)),
    ...fileParts(`${id}/evidence`, evidence),
    ...fileParts(
      `${id}/messages`,
      written.flatMap(({ messages }) => messages.flatMap(({ attachments }) => attachments)),
    ),
  ];
}

/** Files in a folder, numbered so that two of one name stand beside each other. */
function fileParts(
  folder: string,
  files: readonly { readonly name: string; readonly digest: string }[],
): ExportPart[] {
  return files.map(({ name, digest }, i) => ({
    name: `${folder}/${String(i + 1).padStart(3, '0')} ${safeName(name)}`,
    digest,
  }));
}

function exportedMember(organisationId: string) {
  return (person: Person) => ({
    name: person.name,
    email: person.email,
    role: roleIn(person, organisationId),
  });
}

function exportedInvitation({ email, role, at, expiresAt, state }: Invitation) {
  return { email, role, at, expiresAt, state };
}

function exportedLabel(label: Label) {
  const {
    id: number,
    state,
    context,
    language,
    offers,
    photos = {},
    takenDown = [],
    history,
    words = [],
  } = label;
  const { applicationId, standing, since, until } = context;
  const shown = { language, offers, photos, takenDown, history, words };
  return { number, state, applicationId, standing, since, until, ...shown };
}

/** The largest of the pictures that are kept of each photograph. */
function photoParts({ id: number, offers, photos = {} }: Label): ExportPart[] {
  return offers.flatMap(({ id, name }) => {
    const digest = photos[id]?.files.at(-1)?.digest;
    return digest === undefined ? [] : [{ name: `photos/${number} ${safeName(name)} ${id}.jpeg`, digest }];
  });
}

/** A finding as its organisation reads it; one that was dropped is left out. */
function exportedFinding({ state, context, place, text, raisedAt, words }: Finding) {
  const { grade, dueAt, labelNumber } = context;
  return state === 'dropped' ? [] : [{ place, grade, text, state, raisedAt, dueAt, labelNumber, words }];
}

/** A condition as its organisation reads it; one that was dropped is left out. */
function exportedCondition({ state, context, text, agreedFor, openedAt, words }: Condition) {
  const { dueAt, labelNumber } = context;
  return state === 'dropped' ? [] : [{ labelNumber, text, state, agreedFor, openedAt, dueAt, words }];
}

/** A visit without the names of those who met. */
function exportedVisit({ kind, on, notes }: Visit) {
  return { kind, on, notes };
}

/** What was asked of a label, declared and answered; a site check without the names of those who met. */
function exportedSurveillance(surveillance: Surveillance) {
  const { state, context, openedAt, declarations, draft, words, visit } = surveillance;
  const { labelNumber, task, dueAt } = context;
  const own = { declarations, ...(draft && { draft }), words };
  const seen = visit && { check: exportedVisit(visit) };
  return { labelNumber, task, state, openedAt, dueAt, ...own, ...seen };
}

/** A questionnaire in sums, as its organisation sees it; without the keys by which people answer. */
function exportedQuestionnaire({
  token: _,
  codes: ____,
  organisationId: __,
  applicationId: ___,
  ...shown
}: Questionnaire) {
  return shown;
}

/** What an organisation looks for, without what only keeps writers apart and chains together. */
function exportedNeed({ revision: _, head: __, machineVersion: ___, ...need }: Need) {
  return need;
}

/** A conversation as both sides read it: of which of them each message is, not of whom. */
function exportedConversation({ revision: _, head: __, messages, ...conversation }: Conversation) {
  return { ...conversation, messages: messages.map(({ by: ___, ...message }) => message) };
}

/** A sponsorship as both organisations know it: not who of the other one wrote it, nor the number of a file of others. */
function exportedSponsorship({ sponsor, labelNumber, shown, state, note, askedAt, answeredAt }: Sponsorship) {
  return { sponsor, labelNumber, shown, state, note, askedAt, answeredAt };
}
