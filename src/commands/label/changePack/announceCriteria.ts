import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { systemActor } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { everyItem } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { ChangePack, DryRunLine } from '../../items/changePack.ts';
import { dataOf } from '../../items/eventData.ts';
import type { Deps } from '../../ports/ports.ts';
import { draftLine, labelLine, living } from './dryRunCriteria.ts';

/**
 * Notes on every living label and every draft what a version that was released means for it, from which the letters follow. Begun
 * again after a stop, it tells nobody twice.
 */
export async function announceCriteria(deps: Deps, version: string): Promise<void> {
  const { store } = deps;
  const pack = requireVisible(await store.changePack(version));
  const after = schemeOf(deps, version);
  for await (const { id } of everyItem((page) => store.labelsIn(living, page)))
    await retryOnConflict(() => tellHolder(deps, id, pack, after));
  for await (const { id } of everyItem((page) => store.applicationsIn(['draft'], page)))
    await retryOnConflict(() => tellAuthor(deps, id, pack, after));
}

async function tellHolder(deps: Deps, id: string, pack: ChangePack, after: PublishedScheme): Promise<void> {
  const facts = ['label.criteriaAnnounced'] as const;
  const label = requireVisible(await deps.store.label(id));
  const records = await deps.store.records(`labels/${id}`);
  if (records.some((record) => dataOf(record, facts[0])?.version === pack.id)) return;
  const found = await labelLine(deps, label, after);
  if (found)
    await deps.store.commit([noteOn(deps, 'labels', label, { ...lineFor(deps, pack, found), facts })]);
}

async function tellAuthor(deps: Deps, id: string, pack: ChangePack, after: PublishedScheme): Promise<void> {
  const facts = ['application.criteriaAnnounced'] as const;
  const draft = requireVisible(await deps.store.application(id));
  const records = await deps.store.records(`applications/${id}`);
  if (draft.state !== 'draft') return;
  if (records.some((record) => dataOf(record, facts[0])?.version === pack.id)) return;
  const found = await draftLine(deps, draft, after);
  if (found)
    await deps.store.commit([noteOn(deps, 'applications', draft, { ...lineFor(deps, pack, found), facts })]);
}

function lineFor({ clock }: Deps, { id: version, opensOn }: ChangePack, { lost, toAnswer }: DryRunLine) {
  const data = { version, opensOn, lost, toAnswer };
  return { at: clock.now().toISOString(), actor: systemActor, data };
}
