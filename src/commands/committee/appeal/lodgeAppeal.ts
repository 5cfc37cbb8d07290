import { refuseFor } from '../../../errors.ts';
import { type StoredAppeal, untouchedAppeal } from '../../../workflow/storedAppeal.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { type EventMeta, eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { type FileInput, ownApplication } from '../../common/fileInput.ts';
import { addItem } from '../../common/noteOn.ts';
import { requireReason } from '../../common/requireReason.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { newestFilesOf } from '../../file/documentsOf.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, ChangeOf, Deps } from '../../ports/ports.ts';

/** An owner appeals against a refusal, conditions or ineligibility, once a decision and in time (ISO/IEC 17065, 7.13); gives the appeal's id. */
export async function lodgeAppeal(
  deps: Deps,
  asker: Asker,
  input: FileInput & Pick<Appeal, 'ground' | 'grounds' | 'documents'>,
): Promise<string> {
  const application = requireRevision(await ownApplication(deps, asker, input.applicationId), input.revision);
  const grounds = requireReason(input.grounds, 'grounds');
  const eventMeta = await eventMetaOn(deps, asker, application);
  const lodged = applyToApplication(deps, application, { type: 'lodgeAppeal', ...eventMeta, grounds });
  refuseFor({ appealedOnce: isAppealedBefore(await deps.store.appealsOf(application.id)) });
  const { ground } = input;
  const documents = await newestFilesOf(deps, application.id, input.documents);
  const { organisationId } = application.context;
  const against = requireVisible(appealSubject(application));
  const of = { applicationId: application.id, organisationId, against, labelNumber: null };
  const appeal = newAppeal(deps, of, { ground, grounds, documents }, eventMeta);
  await deps.store.commit([appeal, lodged]);
  return appeal.after.id;
}

/** An appeal as it is stored first, with the first line of its chain. */
export function newAppeal(
  deps: Pick<Deps, 'ids' | 'procedure'>,
  of: Pick<Appeal['context'], 'applicationId' | 'organisationId' | 'against' | 'labelNumber'>,
  said: Pick<Appeal, 'ground' | 'grounds' | 'documents'>,
  eventMeta: EventMeta,
): ChangeOf<'appeals'> {
  const id = deps.ids.next();
  const { panel: panelSize } = deps.procedure.appeal;
  const stored: StoredAppeal = {
    machineVersion: currentVersion.appeal,
    state: 'lodged',
    context: { appealId: id, ...of, panelSize, ...untouchedAppeal },
  };
  const after = { id, ...stored, lodgedAt: eventMeta.at, ...said, words: [] };
  const line = { ...eventMeta, facts: ['appeal.lodged'], data: { stored } } as const;
  return addItem(deps, 'appeals', after, line);
}

type Subject = Appeal['context']['against'];

/** What an appeal against a file's decision is against now; null where there is no decision to appeal against. */
function appealSubject({ state, context }: Pick<Application, 'state' | 'context'>): Subject | null {
  if (state === 'agreement') return context.outcome === 'grantedWithConditions' ? 'conditions' : null;
  if (state !== 'refused') return null;
  // Refused at screening: no committee decided.
  return context.deciders.length === 0 ? 'ineligibility' : 'refusal';
}

/** Whether today's decision was appealed already, given the file's appeals, newest first: only after an upheld one there is a new decision. */
export function isAppealedBefore([newest]: readonly Pick<Appeal, 'state'>[]): boolean {
  return newest !== undefined && newest.state !== 'upheld' && newest.state !== 'partlyUpheld';
}
