import { isModeration } from '../../../policies/reviewTask.ts';
import { dayOf } from '../../../register/day.ts';
import { announcement } from '../../committee/decision/announceDecision.ts';
import { hasApprovedMinutes } from '../../committee/session/minutesOf.ts';
import { listSessions } from '../../committee/views/listSessions.ts';
import { isTaken } from '../../common/dryRun.ts';
import { listComplaints } from '../../complaint/views/listComplaints.ts';
import { listFollowUp } from '../../label/views/listFollowUp.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { awaitsJudgement } from '../../review/findings/openFindings.ts';
import { type Board, type BoardLine, type BoardPlace, listBoard } from '../listBoard.ts';
import type { DigestLine } from './digestLine.ts';

/** Most pages of the board that are looked through, findings, and messages. */
const maxPages = 10;
const maxFindings = 200;
const maxMessages = 200;

/** Files in which the office has the next step. */
export async function boardLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const lines: DigestLine[] = [];
  let after: BoardPlace | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const board: Board = await listBoard(deps, asker, after);
    for (const line of board.lines) {
      const what = await officeStep(deps, asker, line);
      const about = `${line.organisation} · ${line.applicationId}`;
      if (what) lines.push({ what, about, dueOn: null, path: `files/${line.applicationId}` });
    }
    if (board.next === null) break;
    after = board.next;
  }
  return lines;
}

/** What the office does next on a file; null while it waits for others. */
async function officeStep(deps: Deps, asker: Asker, line: BoardLine): Promise<DigestLine['what'] | null> {
  const { applicationId, state, isAnswered } = line;
  if (state === 'screening') return isAnswered ? 'digest.what.answered' : 'digest.what.screen';
  if (state === 'assignment') return 'digest.what.assign';
  if (state === 'recommendation') return 'digest.what.recommend';
  if (state === 'moderation') {
    const reviews = (await deps.store.reviewsOf(applicationId)).filter(isModeration);
    return reviews.some((one) => one.state === 'invited' || one.state === 'scoring')
      ? null
      : 'digest.what.moderator';
  }
  // Most wait for their minutes: those need not be announced on trial.
  if (state !== 'decided' || !(await hasApprovedMinutes(deps, applicationId))) return null;
  const application = await deps.store.application(applicationId);
  if (!application) return null;
  const at = { applicationId, revision: application.revision };
  return (await isTaken(deps, (dry) => announcement(dry, asker, at))) ? 'digest.what.announce' : null;
}

/** What waits on labels. */
export async function followUpLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const { lines } = await listFollowUp(deps, asker);
  return lines.map(({ what, organisation, number, dueAt, late, open, path }) => {
    const about = [organisation, number].filter(Boolean).join(' · ');
    return { what: `followUp.what.${what}`, about, dueOn: open ? null : dayOf(dueAt), since: late, path };
  });
}

/** Files that are ready for the committee and on no agenda. */
export async function agendaLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const { waiting, mayPlan } = await listSessions(deps, asker);
  return waiting
    .filter(() => mayPlan)
    .map(({ file, name }) => {
      const about = `${name.name} · ${file.id}`;
      return { what: 'digest.what.agenda', about, dueOn: null, path: 'sessions' };
    });
}

/** Findings that a label carries on and that wait for the office, and those that are late. */
export async function findingLines(deps: Deps): Promise<DigestLine[]> {
  const { store } = deps;
  const states = ['actionProposed', 'proofSubmitted', 'escalated'];
  const found = await store.dueBefore('findings', states, '9999', { limit: maxFindings });
  const waiting = found.filter((one) => one.state === 'escalated' || one.context.labelNumber !== null);
  const ids = [...new Set(waiting.map(({ context }) => context.applicationId))];
  const files = await store.applications(ids);
  const names = await store.frozenNames(files);
  return waiting.flatMap((finding) => {
    const { applicationId, dueAt } = finding.context;
    const name = names.get(applicationId)?.name;
    if (name === undefined) return [];
    return {
      what: awaitsJudgement(finding) ? 'digest.what.finding' : 'digest.what.findingLate',
      about: `${name} · ${applicationId} · ${finding.place.criterion}`,
      dueOn: dayOf(dueAt),
      path: `files/${applicationId}/findings`,
    } as const;
  });
}

/** What organisations wrote and the office did not answer, since longest first. */
export async function messageLines({ store }: Deps): Promise<DigestLine[]> {
  const waiting = await store.correspondenceAwaiting('office', maxMessages);
  const names = await store.organisations([...new Set(waiting.map(({ organisationId }) => organisationId))]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return waiting.map(({ id, applicationId, organisationId, subject, awaitsSince }) => ({
    what: 'digest.what.message',
    about: `${nameOf.get(organisationId) ?? ''} · ${applicationId} · ${subject}`,
    dueOn: awaitsSince && dayOf(awaitsSince),
    since: true,
    path: `files/${applicationId}/messages/${id}`,
  }));
}

/** What was reported and waits for this officer's answer, or for anyone who takes it. */
export async function complaintLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const { complaints } = await listComplaints(deps, asker, { filter: 'open' });
  return complaints
    .filter(({ isTaken, isMine }) => isMine || !isTaken)
    .map(({ id, dueAt }) => ({
      what: 'digest.what.complaint',
      about: id,
      dueOn: dueAt && dayOf(dueAt),
      path: `complaints/${id}`,
    }));
}
