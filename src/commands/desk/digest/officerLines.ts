import { isModeration } from '../../../policies/reviewTask.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { announcement } from '../../committee/decision/announceDecision.ts';
import { conclusionOf } from '../../committee/session/sessionInProgress.ts';
import { isTaken } from '../../common/dryRun.ts';
import { reasonsToKeepAway } from '../../complaint/complaintFile.ts';
import { openComplaints } from '../../complaint/followComplaints.ts';
import { type FollowUpLine, listFollowUp } from '../../label/views/listFollowUp.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { awaitsJudgement } from '../../review/findings/openFindings.ts';
import { whoseOf } from '../casework/whoseOf.ts';
import { withoutWriter } from './committeeLines.ts';
import type { DigestLine, Found } from './digestLine.ts';
import { fileLines } from './fileLines.ts';
import { waitingFiles } from './waitingFiles.ts';

/** Most sessions that are not over at a time, and messages. */
const maxSessions = 200;
const maxMessages = 200;

/** The act of the office in each state that always waits for it, and where it is done. */
const acts = {
  screening: { what: 'digest.what.screen', at: '/screening' },
  assignment: { what: 'digest.what.assign', at: '#staff' },
  recommendation: { what: 'digest.what.recommend', at: '#recommend' },
} as const;

/** Files in which the office has the next step, the oldest first. */
export async function boardLines(deps: Deps, asker: Asker, limit: number): Promise<Found> {
  const { store } = deps;
  const always = ['screening', 'assignment', 'recommendation'] as const;
  const [{ files: waiting, ...more }, diverging, decided] = await Promise.all([
    waitingFiles(deps, asker, always, limit),
    store.submittedIn(['moderation'], limit),
    store.submittedIn(['decided'], limit),
  ]);
  const files = [
    ...(await withoutOthersAdvice(deps, asker, waiting)),
    ...(await withoutModerator(deps, diverging)),
    ...(await announceable(deps, asker, decided)),
  ];
  const lines = await fileLines(deps, asker, files, ({ state, information = [] }) => {
    if (state === 'moderation') return { what: 'digest.what.moderator', at: '#suggestions' };
    if (state === 'decided') return { what: 'digest.what.announce', at: '#announce' };
    const act = acts[state as keyof typeof acts];
    const answeredAt = information.at(-1)?.answeredAt ?? null;
    const isAnswered = state === 'screening' && answeredAt !== null;
    return isAnswered ? { what: 'digest.what.answered', at: act.at } : act;
  });
  return { lines, ...more };
}

/** Without the recommendations that would cost this officer their vote while somebody else can write them, unless the file is theirs. */
async function withoutOthersAdvice(deps: Deps, asker: Asker, files: readonly ListedFile[]) {
  const advised = isInCommittee(asker) ? files.filter(({ state }) => state === 'recommendation') : [];
  if (advised.length === 0) return files;
  const whose = await whoseOf(
    deps,
    asker,
    advised.map(({ id }) => `files/${id}` as const),
  );
  const falls = await withoutWriter(deps, advised);
  const isMine = (file: ListedFile) => falls.includes(file) || whose(`files/${file.id}`).whose === 'mine';
  return files.filter((file) => !advised.includes(file) || isMine(file));
}

/** Files whose reviews diverge and that nobody was invited to settle. */
async function withoutModerator({ store }: Deps, files: readonly ListedFile[]): Promise<ListedFile[]> {
  const reviews = await store.reviewsOf(files.map(({ id }) => id));
  const settled = new Set(
    reviews
      .filter((one) => isModeration(one) && (one.state === 'invited' || one.state === 'scoring'))
      .map(({ context }) => context.applicationId),
  );
  return files.filter(({ id }) => !settled.has(id));
}

/** Decided files that this officer can announce; most wait for their minutes, and are not tried. */
async function announceable(deps: Deps, asker: Asker, files: readonly ListedFile[]): Promise<ListedFile[]> {
  const approved = await withApprovedMinutes(deps, files);
  const tried = approved.map(async (file) => {
    const application = await deps.store.application(file.id);
    if (!application) return [];
    const at = { applicationId: file.id, revision: application.revision };
    return (await isTaken(deps, (dry) => announcement(dry, asker, at))) ? [file] : [];
  });
  return (await Promise.all(tried)).flat();
}

/** Files whose last session that decided them has approved minutes, in one read. */
async function withApprovedMinutes({ store }: Deps, files: readonly ListedFile[]): Promise<ListedFile[]> {
  const sessions = await store.sessionsOn(files.map(({ id }) => id));
  return files.filter(({ id }) => {
    const last = sessions.find((session) => conclusionOf(session, id)?.result === 'decided');
    return last?.state === 'minutesApproved';
  });
}

/** What waits on labels, without their complaints, which are lines of their own. */
export async function followUpLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const { lines } = await listFollowUp(deps, asker, limit);
  const others = lines.filter(({ complaintId }) => complaintId === undefined);
  return others.map((line) => {
    const { what, organisation, number, dueAt, late, open, path, sequence } = line;
    const about = { organisation, about: number ?? '' };
    const dueOn = open ? null : dayOf(dueAt);
    return { what: `followUp.what.${what}`, ...about, dueOn, since: late, path, sequence, ...itemOf(line) };
  });
}

function itemOf({ number }: FollowUpLine): Pick<DigestLine, 'item'> {
  return number === null ? {} : { item: `labels/${number}` };
}

/** Files that are ready for the committee and on no agenda; a withdrawal that is proposed is told of its label. */
export async function agendaLines(deps: Deps, asker: Asker, limit: number): Promise<Found> {
  const { store } = deps;
  const [sessions, ready] = await Promise.all([
    store.sessionsIn(['planned', 'convened', 'open'], maxSessions),
    store.submittedIn(['deliberation'], limit),
  ]);
  const taken = new Set(sessions.flatMap(({ context }) => context.agenda));
  const files = ready.filter(({ id }) => !taken.has(id));
  const all =
    ready.length < limit ? limit : ((await store.countIn(['deliberation'])).get('deliberation') ?? 0);
  return {
    lines: await fileLines(deps, asker, files, ({ id }) => ({
      what: 'digest.what.agenda',
      path: `sessions#file.${id}`,
    })),
    more: Math.max(0, all - limit - taken.size),
  };
}

/** Findings that a label carries on and that wait for the office, and those that are late. */
export async function findingLines(deps: Deps, _: Asker, limit: number): Promise<DigestLine[]> {
  const { store } = deps;
  const states = ['actionProposed', 'proofSubmitted', 'escalated'];
  const found = await store.dueBefore('findings', states, '9999', { limit });
  const waiting = found.filter((one) => one.state === 'escalated' || one.context.labelNumber !== null);
  const ids = [...new Set(waiting.map(({ context }) => context.applicationId))];
  const files = await store.applications(ids);
  const names = await store.frozenNames(files);
  return waiting.flatMap((finding) => {
    const { applicationId, labelNumber, dueAt } = finding.context;
    const name = names.get(applicationId)?.name;
    if (name === undefined) return [];
    return {
      what: awaitsJudgement(finding) ? 'digest.what.finding' : 'digest.what.findingLate',
      organisation: name,
      about: `${applicationId} · ${finding.place.criterion}`,
      dueOn: dayOf(dueAt),
      item: labelNumber === null ? `files/${applicationId}` : `labels/${labelNumber}`,
      sequence: finding.head.seq,
      path: `files/${applicationId}/findings#finding-${finding.id}`,
    } as const;
  });
}

/** What organisations wrote and the office did not answer, since longest first. */
export async function messageLines({ store }: Deps, _?: Asker, limit = maxMessages): Promise<DigestLine[]> {
  const waiting = await store.correspondenceAwaiting('office', limit);
  const names = await store.organisations([...new Set(waiting.map(({ organisationId }) => organisationId))]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return waiting.map(({ id, applicationId, organisationId, subject, awaitsSince }) => ({
    what: 'digest.what.message',
    organisation: nameOf.get(organisationId) ?? '',
    about: `${applicationId} · ${subject}`,
    dueOn: awaitsSince && dayOf(awaitsSince),
    since: true,
    item: `files/${applicationId}`,
    path: `files/${applicationId}/messages/${id}`,
  }));
}

/** What was reported and waits for its answer: for who took it, or for anyone who takes it. */
export async function complaintLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const { store } = deps;
  const mine = asker.id;
  const open = await store.complaintsIn(openComplaints, limit);
  const mayTake = open.map(
    async (one) => one.context.handler !== null || (await reasonsToKeepAway(deps, asker, one)).length === 0,
  );
  const takes = await Promise.all(mayTake);
  const complaints = open.filter((_, n) => takes[n]);
  const about = complaints.flatMap(({ context }) => context.organisationId ?? []);
  const names = await store.organisations([...new Set(about)]);
  const nameOf = new Map<string | null, string>(names.map(({ id, name }) => [id, name]));
  return complaints.map(({ id, head, context: { dueAt, handler, organisationId } }) => ({
    what: 'digest.what.complaint',
    organisation: nameOf.get(organisationId) ?? '',
    about: id,
    dueOn: dayOf(dueAt),
    item: `complaints/${id}`,
    ...(handler !== null && { handler }),
    sequence: head.seq,
    path: `complaints/${id}${handler === null ? '#take' : handler === mine ? '#answer' : ''}`,
  }));
}
