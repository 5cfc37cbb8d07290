import { dayAfter } from '../../policies/period.ts';
import { type Day, dayOf, instantsOf } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { noteOn } from '../common/noteOn.ts';
import { everyItem } from '../common/pages.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { erasedCorrespondence } from './correspondence/eraseCorrespondence.ts';

/**
 * Warns the people of drafts that nobody edits; once the time named by the warning is over, what was typed is erased and the
 * draft stays empty. Any edit restarts the period.
 */
export async function lapseDrafts(deps: Deps, now: Date) {
  const today = dayOf(now.toISOString());
  const { drafts, draftWarning } = deps.dataMap.periods;
  const warnBefore = dayAfter(dayAfter(today, drafts, -1), draftWarning);
  const counts = { warned: 0, draftsErased: 0 };
  const [limit] = instantsOf(warnBefore);
  for await (const draft of everyItem((page) => deps.store.filesWithContent(['draft'], limit, page))) {
    const done = await warnOrErase(deps, draft, now, warnBefore);
    if (done) counts[done] += 1;
  }
  return counts;
}

async function warnOrErase(deps: Deps, draft: Application, now: Date, warnBefore: Day) {
  const { store, dataMap } = deps;
  const [edit, file, warning, erased] = await Promise.all([
    store.lastRecord(`selfAssessments/${draft.id}`),
    store.lastRecord(`evidence/${draft.id}`, 'evidence.added'),
    store.lastRecord(`applications/${draft.id}`, 'application.draftExpiring'),
    store.lastRecord(`applications/${draft.id}`, 'application.contentErased'),
  ]);
  const edited = [draft.startedAt, edit?.at, file?.at].reduce<string>((a, b) => (b && b > a ? b : a), '');
  if (dayOf(edited) >= warnBefore || (erased && erased.at > edited)) return null;
  const at = now.toISOString();
  // Stale where someone edits it at this very moment.
  if (!warning || warning.at < edited) {
    return (await isDoneUnless(['stale'], () => warn(deps, draft, at))) ? 'warned' : null;
  }
  if (dayOf(at) < dayAfter(dayOf(warning.at), dataMap.periods.draftWarning)) return null;
  const erase = () => eraseContent(deps, draft, { at, ended: false });
  return (await isDoneUnless(['stale'], erase)) ? 'draftsErased' : null;
}

/** The line on which the letter goes out (letters/application.ts). */
async function warn(deps: Pick<Deps, 'store' | 'ids' | 'dataMap'>, draft: Application, at: string) {
  const erasesOn = dayAfter(dayOf(at), deps.dataMap.periods.draftWarning);
  const line = { at, actor: systemActor, facts: ['application.draftExpiring'], data: { erasesOn } } as const;
  await deps.store.commit([noteOn(deps, 'applications', draft, line)]);
}

/**
 * Erases the working copy of an application, its evidence and what was written on it; the line in the journal names the files, whose bytes are removed
 * unless something else refers to them (workers/fileHandlers.ts). Files that `ended` are marked, drafts go on.
 */
export async function eraseContent(
  deps: Pick<Deps, 'store' | 'ids'>,
  application: Application,
  { at, ended }: { readonly at: string; readonly ended: boolean },
): Promise<void> {
  const evidence = await deps.store.evidenceOf(application.id);
  const written = await erasedCorrespondence(deps, application.id, at);
  const data = { files: [...new Set([...evidence.map(({ digest }) => digest), ...written.files])] };
  const line = { at, actor: systemActor, facts: ['application.contentErased'], data } as const;
  const after = { ...application, ...(ended && { contentErasedAt: at }) };
  await deps.store.commit(
    [{ ...noteOn(deps, 'applications', application, line), after }, ...written.changes],
    [{ kind: 'forget', what: { contentOf: [application.id] } }],
  );
}
