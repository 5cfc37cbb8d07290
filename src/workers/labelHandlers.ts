import { randomInt } from 'node:crypto';
import { endWithLabel as end } from '../commands/application/scope/endWithLabel.ts';
import { systemActor } from '../commands/common/actor.ts';
import { requireVisible } from '../commands/common/requireVisible.ts';
import { retryOnConflict } from '../commands/common/retryOnConflict.ts';
import { frozenFile } from '../commands/file/frozenFile.ts';
import { dataOf } from '../commands/items/eventData.ts';
import type { Label } from '../commands/items/items.ts';
import { answersAsk, askRevision, revisedFields } from '../commands/label/askRevision.ts';
import { revisionPaper } from '../commands/label/certificatePaper.ts';
import { announceCriteria } from '../commands/label/changePack/announceCriteria.ts';
import { tryChangePack } from '../commands/label/changePack/changePack.ts';
import { dropChanges, followApplication as follow } from '../commands/label/changes/endChanges.ts';
import { completeIssue, type MadeFiles, takeRevision } from '../commands/label/completeIssue.ts';
import { dropConditions as dropOpenConditions } from '../commands/label/conditions/conditionTimes.ts';
import { conformityFile } from '../commands/label/conformityFile.ts';
import { extendLabel as extend, offersAsked } from '../commands/label/extendLabel.ts';
import { registerKeys } from '../commands/label/keys.ts';
import { enterRevision } from '../commands/label/logEntries.ts';
import { dropSettledProposal } from '../commands/label/sanctions/settledProposal.ts';
import { isSuspended, markStatus, publishStatusLists } from '../commands/label/statusLists.ts';
import { dropSurveillances as drop } from '../commands/label/surveillance/followSurveillances.ts';
import { isOutOfUse, openMarkRemoval } from '../commands/label/surveillance/openMarkRemoval.ts';
import { type MadeFile, statusListSize } from '../commands/ports/issuingPorts.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { dropCarriedFindings } from '../commands/review/findings/followFindings.ts';
import type { IssuedFile } from '../register/entry.ts';
import { idOf, lineOf } from './job.ts';

/** Makes and stores what a label is shown with, then lets it become active. */
export async function issueLabel(deps: Deps, job: Job): Promise<void> {
  const number = idOf(job);
  const label = requireVisible(await deps.store.label(number));
  if (label.state !== 'issuing') return;
  const at = label.history[0]?.at ?? label.context.since;
  const made = await makeRevision(deps, label, { at, asked: job.recordId });
  await completeIssue(deps, { number, ...made });
}

/** Makes the new certificate that a line of a label's journal asks for, and gives it to the label; done already, it does nothing. */
export async function reviseLabel(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(idOf(job)));
  const records = await deps.store.records(job.stream);
  if (records.some((line) => answersAsk(line, job.recordId))) return;
  const line = requireVisible(records.find(({ id }) => id === job.recordId));
  const { at, actor } = line;
  const { ask } = requireVisible(dataOf(line, 'label.revisionAsked'));
  const anew = revisedFields(label, ask, await offersAsked(deps, ask));
  const made = await makeRevision(deps, { ...label, ...anew }, { at, asked: job.recordId });
  await takeRevision(deps, { label, asked: job.recordId, actor, ask, ...made });
}

/** A condition or a declaration was settled: a suspension that is proposed for it is given up. */
export async function dropProposal(deps: Deps, job: Job): Promise<void> {
  const id = idOf(job);
  const about = await (job.stream.startsWith('conditions/')
    ? deps.store.condition(id)
    : deps.store.surveillance(id));
  await dropSettledProposal(deps, requireVisible(about).context.labelNumber, await lineOf(deps, job));
}

/** A label ended: its notices of change ask for nothing any more. */
export async function endChanges(deps: Deps, job: Job): Promise<void> {
  await dropChanges(deps, idOf(job));
}

/** An application was sent or came to its end: the notice of change that asks for it follows. */
export async function followApplication(deps: Deps, job: Job): Promise<void> {
  await follow(deps, idOf(job));
}

/** Tries a version of the criteria on all living labels and drafts. */
export async function tryCriteria(deps: Deps, job: Job): Promise<void> {
  await tryChangePack(deps, idOf(job));
}

/** Tells all holders and authors of drafts of a version of the criteria that was released. */
export async function tellOfCriteria(deps: Deps, job: Job): Promise<void> {
  await announceCriteria(deps, idOf(job));
}

/** After a label holds again: the extensions that were granted meanwhile come to it. */
export async function extendLabel(deps: Deps, job: Job): Promise<void> {
  await extend(deps, requireVisible(await deps.store.label(idOf(job))));
}

/** After a label ended: what was under way on it ends with it. */
export async function endWithLabel(deps: Deps, job: Job): Promise<void> {
  await end(deps, requireVisible(await deps.store.label(idOf(job))));
}

/** After the standing of a label that holds changed: asks for the certificate that prints it; asked already, it does nothing. */
export async function printStanding(deps: Deps, job: Job): Promise<void> {
  const { at } = await lineOf(deps, job);
  const label = requireVisible(await deps.store.label(idOf(job)));
  if (label.state !== 'active' && label.state !== 'extended') return;
  const asked = await deps.store.lastRecord(job.stream, 'label.revisionAsked');
  if (dataOf(asked, 'label.revisionAsked')?.ask.cause === 'standing' && asked && asked.at >= at) return;
  const { id: number, revision } = label;
  await askRevision(deps, systemActor, { number, revision, cause: 'standing' });
}

/** After a label ended: nothing that it depended on, or carried on of findings, is due any more. */
export async function dropConditions(deps: Deps, job: Job): Promise<void> {
  await dropOpenConditions(deps, idOf(job));
  await dropCarriedFindings(deps, requireVisible(await deps.store.label(idOf(job))));
}

/** Publishes what a label's change means for the credentials that were issued for it. */
export async function publishStatus(deps: Deps, job: Job): Promise<void> {
  const { history } = requireVisible(await deps.store.label(idOf(job)));
  // One that ran out says so by its dates: only where it was suspended until then, a list has to say that it is no more.
  if (job.fact === 'label.expired' && !isSuspended(history.at(-2)?.state)) return;
  for (const list of await markStatus(deps, idOf(job))) await publishStatusLists(deps, list);
}

/** After a label went out of use, by whatever command: its mark leaves the holder's media by a day, which the holder is asked to say. */
export async function askMarkRemoval(deps: Deps, job: Job): Promise<void> {
  await retryOnConflict(async () => {
    const label = requireVisible(await deps.store.label(idOf(job)));
    const changes = isOutOfUse(label) ? await openMarkRemoval(deps, label) : [];
    if (changes.length > 0) await deps.store.commit(changes);
  });
}

/** After a label ended or holds again: what was open of it and has no purpose any more is dropped. */
export async function dropSurveillances(deps: Deps, job: Job): Promise<void> {
  await drop(deps, idOf(job));
}

/**
 * Makes and stores all files of a label's next revision, `at` being when it was requested, by the line `asked`. What they say was entered in
 * the public log before, and the status lists that the credential names are published before anyone can have it.
 */
async function makeRevision(
  deps: Deps,
  label: Label,
  { at, asked }: { readonly at: string; readonly asked: string },
): Promise<MadeFiles> {
  const file = await frozenFile(deps, label.context.applicationId);
  const revision = label.context.revision + 1;
  const status = await deps.store.statusEntry(label.id, revision, () => randomInt(statusListSize));
  const { publicUrl } = deps;
  await registerKeys(deps);
  const paper = revisionPaper(file, label, { publicUrl, at, status });
  const log = await enterRevision(deps, paper, { state: label.state, asked });
  const made = await deps.issuing.revision({ ...paper, log });
  if (!(await deps.store.statusList('revocation', status.list))) await publishStatusLists(deps, status.list);
  const stored = async ({ kind, width, bytes, contentType, stampUntil }: MadeFile): Promise<IssuedFile> => ({
    kind,
    ...(width !== undefined && { width }),
    revision,
    digest: await deps.files.save(bytes, contentType),
    size: bytes.length,
    ...(stampUntil !== undefined && { stampUntil }),
  });
  const files = await Promise.all(made.map(stored));
  const { token } = await deps.issuing.keys();
  if (!token) return { files, logged: log.index, conformityLogged: null };
  const certificate = requireVisible(files.find(({ kind }) => kind === 'certificate'));
  const { file: conformity, conformityLogged } = await conformityFile(deps, paper, certificate.digest);
  return { files: [...files, await stored(conformity)], logged: log.index, conformityLogged };
}
