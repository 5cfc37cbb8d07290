import { LabelError } from '../../errors.ts';
import { settledAppeals } from '../../policies/appeal.ts';
import { isOfficer } from '../../policies/who.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { listEvidence } from '../application/views/readEvidence.ts';
import { type ExportedLine, withheld } from '../common/exportedChain.ts';
import { type ExportPart, jsonPart, safeName } from '../common/exportPart.ts';
import { traceOf } from '../common/traceOf.ts';
import { correspondenceOf } from '../file/correspondenceOf.ts';
import { takenData } from '../items/eventData.ts';
import type { Application } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type OfficeFile, viewFile } from './viewFile.ts';

/** Newest letters about a file that its export names: many times what any has. */
const maxLetters = 2000;

export type ExportedCase = Awaited<ReturnType<typeof exportCase>>;

/**
 * A whole file for an officer who may read it, as they see it today: its data, its documents, what was issued, and the journal of the
 * file and of what followed from it. A decision before its announcement, and reviews before both are delivered, are not in it.
 */
export async function exportCase(deps: Deps, asker: Asker, applicationId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await viewFile(deps, asker, applicationId);
  const { labelNumber } = file.application.context;
  const label = labelNumber === null ? null : await deps.store.label(labelNumber);
  const evidence = (await listEvidence(deps, asker, applicationId)).map((one, i) => ({
    ...one,
    path: pathIn('evidence', i, one.name),
  }));
  const messages = withPaths(await correspondenceOf(deps, applicationId, 'office'));
  const letters = await deps.store.loggedLetters({ file: applicationId }, maxLetters);
  const chains = await chainsOf(deps, file, [
    ...(label ? [`labels/${label.id}`] : []),
    ...messages.map(({ id }) => `correspondence/${id}`),
  ]);
  const snapshots = await Promise.all(
    Array.from({ length: file.application.context.snapshots }, (_, i) =>
      deps.store.snapshot(applicationId, i + 1),
    ),
  );
  const data: ExportPart[] = [
    jsonPart('data/application.json', toldOf(file.application)),
    ...snapshots.flatMap((one) => (one ? [jsonPart(`data/snapshot-${one.n}.json`, one)] : [])),
    jsonPart(
      'data/reviewers.json',
      file.reviewers.map((one) => reviewerIn(one, file.levels !== null)),
    ),
    jsonPart('data/levels.json', file.levels),
    jsonPart('data/findings.json', file.levels ? await deps.store.findingsOf(applicationId) : []),
    jsonPart('data/conditions.json', await deps.store.conditionsOn(applicationId)),
    jsonPart('data/decisions.json', file.decisions),
    jsonPart('data/messages.json', messages),
    jsonPart(
      'data/letters.json',
      letters.map(({ kind, to, personId, queuedAt, state, changedAt }) => ({
        ...{ kind, to, personId, queuedAt, state, changedAt },
      })),
    ),
    jsonPart('data/label.json', label && { ...label, head: undefined }),
    jsonPart('data/people.json', await peopleIn(deps, chains.flat())),
    jsonPart(
      'data/documents.json',
      evidence.map(({ id, document, revision, name, digest, path }) => ({
        ...{ id, document, revision, name, digest, path },
      })),
    ),
  ];
  return {
    application: file.application,
    file,
    messages,
    data,
    chains: chains.filter((lines) => lines.length > 0).map(chainPart),
    documents: [
      ...evidence.map(({ path, digest }) => ({ name: path, digest })),
      ...messages
        .flatMap((subject) => subject.messages)
        .flatMap(({ attachments }) => attachments)
        .map(({ path, digest }) => ({ name: path, digest })),
      ...(file.application.agreement
        ? [{ name: 'papers/agreement.pdf', digest: file.application.agreement.paper }]
        : []),
      ...(label ? issuedIn(await deps.store.records(`labels/${label.id}`)) : []),
    ],
    decisions: file.decisions.length,
    snapshots: file.application.context.snapshots,
    /** What the journal says of it, once it is made. */
    note: {
      ...traceOf(deps, asker, file.application.context.organisationId),
      stream: `evidence/${applicationId}`,
      // Who exports the documents has read them, as their organisation is told.
      facts: ['case.exported', ...(evidence.length > 0 ? (['evidence.read'] as const) : [])],
      data: { documents: evidence.map(({ id }) => id) },
    } as const,
  };
}

/** Where a document is in the export. */
function pathIn(folder: string, i: number, name: string): string {
  return `${folder}/${String(i + 1).padStart(3, '0')} ${safeName(name)}`;
}

/** Messages whose files say where they are in the export. */
function withPaths(subjects: Awaited<ReturnType<typeof correspondenceOf>>) {
  let count = 0;
  return subjects.map((subject) => ({
    ...subject,
    messages: subject.messages.map((message) => ({
      ...message,
      attachments: message.attachments.map((one) => {
        count += 1;
        return { ...one, path: pathIn('messages', count - 1, one.name) };
      }),
    })),
  }));
}

/** What the office knows of a file: not who sat on it. */
function toldOf({ id, state, startedAt, submittedAt, context, ...rest }: Application) {
  const { kind, scope, succeeds, criteriaVersion, organisationId, labelNumber, dueAt, snapshots } = context;
  const { outcome, conditions } = context;
  const { information, visits, agreement, reconsideration, recommendation, decisionReason } = rest;
  return {
    ...{ id, organisationId, kind, scope, succeeds, state, startedAt, submittedAt, dueAt, criteriaVersion },
    ...{ snapshots, outcome, conditions, decisionReason, labelNumber },
    ...{ information, visits, agreement, reconsideration, recommendation },
  };
}

/** Who is asked to review; which of the two delivered is not told before both have. */
function reviewerIn({ review, person, declined }: OfficeFile['reviewers'][number], isKnown: boolean) {
  const { state, context, invitedAt } = review;
  const { task, dueAt } = context;
  const told = state === 'delivered' && !isKnown ? 'scoring' : state;
  return { name: person.name, personId: person.id, state: told, task, invitedAt, dueAt, declined };
}

/** The chains of a file and of what followed from it, then those `beside`. */
async function chainsOf(
  { store }: Deps,
  file: OfficeFile,
  beside: readonly string[],
): Promise<ExportedLine[][]> {
  const { id } = file.application;
  const [findings, conditions, appeals] = await Promise.all([
    store.findingsOf(id),
    store.conditionsOn(id),
    store.appealsOf(id),
  ]);
  const streams = [
    `applications/${id}`,
    ...(file.levels ? file.reviews.map((review) => `reviews/${review.id}`) : []),
    ...findings.map((one) => `findings/${one.id}`),
    ...conditions.map((one) => `conditions/${one.id}`),
    ...appeals.filter(({ state }) => settledAppeals.includes(state)).map((one) => `appeals/${one.id}`),
    ...beside,
  ];
  const chains = await Promise.all(streams.map((stream) => store.records(stream)));
  return chains.map((lines) => {
    // Even the number of lines would tell that one of the two delivered: the chain is told as far as that.
    const told = file.levels ? lines : lines.slice(0, endBefore(lines, tellsDelivery));
    return told.map((line) => (isSealed(line, lines, file) ? withheld(line) : line));
  });
}

/** How many lines come before the first of some, or all. */
function endBefore(lines: readonly JournalRecord[], is: (line: JournalRecord) => boolean): number {
  const at = lines.findIndex(is);
  return at === -1 ? lines.length : at;
}

function tellsDelivery({ facts }: JournalRecord): boolean {
  return facts.includes('application.reviewDelivered');
}

/** How single people voted or what they asked for, and what the committee said among itself. */
const inside: readonly string[] = [
  'appeal.voted',
  'appeal.inadmissibilityProposed',
  'appeal.stayAsked',
  'appeal.stayLiftAsked',
  'application.deferred',
];

/** Whether a line tells what officers may not know yet. */
function isSealed(line: JournalRecord, lines: readonly JournalRecord[], { application }: OfficeFile) {
  if (line.facts.some((fact) => inside.includes(fact))) return true;
  const decided = lines.findLast(({ event }) => event?.type === 'decide');
  return application.state === 'decided' && decided !== undefined && line.seq >= decided.seq;
}

function chainPart(lines: readonly ExportedLine[]): ExportPart {
  const name = lines[0]?.stream.replace('/', '-') ?? '';
  return {
    name: `journal/${safeName(name)}.jsonl`,
    text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  };
}

/** The names of those who did what the journal tells. */
async function peopleIn({ store }: Deps, lines: readonly ExportedLine[]) {
  const ids = new Set(lines.flatMap((line) => ('withheld' in line ? [] : [line.actor.id])));
  const people = await Promise.all([...ids].map((id) => store.person(id)));
  return people.flatMap((person) => (person ? [{ id: person.id, name: person.name }] : []));
}

const issuedNames: Readonly<Record<string, string>> = {
  certificate: 'certificate.pdf',
  credential: 'credential.json',
};

/** Every certificate and credential that was issued, by its revision. */
function issuedIn(records: readonly JournalRecord[]) {
  return records.flatMap((record) =>
    (takenData('label', record).files ?? []).flatMap(({ kind, revision, digest }) => {
      const name = issuedNames[kind];
      return name === undefined ? [] : [{ name: `papers/${revision}-${name}`, digest }];
    }),
  );
}
