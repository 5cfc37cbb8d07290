import { LabelError } from '../../../errors.ts';
import { refusedBy } from '../../../policies/duties.ts';
import { isOfficer } from '../../../policies/who.ts';
import { partsOn } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { reasonsToKeepAway } from '../../complaint/complaintFile.ts';
import type { CaseId, Casework } from '../../items/casework.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewOf } from '../viewOf.ts';

/** What casework is about, and whose. */
export type CaseSubject = Pick<Casework, 'id' | 'kind' | 'organisationId' | 'applicationId'>;

/** What an officer meets of an item: they read and add to it, or they carry it as its owner. */
type Use = 'read' | 'own';

/** Which part of a file each kind of owner must not hold; that of a complaint follows from its own rules. */
const owning = { files: 'casework.ownFile', labels: 'casework.ownLabel' } as const;

/**
 * The item that an officer may add to, or own: not one of an organisation that they are tied to, nor of a file whose evaluation they
 * have a part in. `notFound` for what they may not know of, `refused` where they know of it and may not own it.
 */
export async function caseSubject(deps: Deps, asker: Asker, id: CaseId, use: Use = 'read') {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const [kind, key] = id.split('/') as [Casework['kind'], string];
  if (kind === 'complaints') return complaintSubject(deps, asker, { id, kind, key });
  const file = kind === 'files' ? await sentFile(deps, key) : await fileOfLabel(deps, key);
  const held = await partsOn(deps, asker, file);
  requireVisible(refusedBy('read', held).length === 0);
  if (use === 'own' && refusedBy(owning[kind], held).length > 0) throw mayNotOwn();
  const { organisationId } = file.context;
  return { id, kind, organisationId, applicationId: file.id } satisfies CaseSubject;
}

/** Whether another person could own an item, by what they themselves are shown of it. */
export async function mayOwn(deps: Deps, person: Asker, id: CaseId): Promise<boolean> {
  const store = deps.store.seenBy(await viewOf(deps, theirView, person));
  return isDoneUnless(['forbidden', 'notFound', 'refused'], () =>
    caseSubject({ ...deps, store }, person, id, 'own'),
  );
}

/** What officers are shown of files where they work on them (policies/sections.ts, `files`). */
export const theirView = { shows: 'scheme', blind: true, apart: true } as const;

/** Why a hand-over is refused: it never says what keeps the other person away. */
export function mayNotOwn(): LabelError {
  return new LabelError('refused', { reasons: ['mayOwnItem'] });
}

/** A draft is its applicant's alone: no officer meets it. */
async function sentFile({ store }: Pick<Deps, 'store'>, id: string): Promise<Application> {
  const file = requireVisible(await store.application(id));
  return requireVisible(file.context.snapshots > 0 && file);
}

async function fileOfLabel(deps: Pick<Deps, 'store'>, number: string): Promise<Application> {
  const label = requireVisible(await deps.store.label(number));
  return sentFile(deps, label.context.applicationId);
}

async function complaintSubject(
  deps: Deps,
  asker: Asker,
  { id, kind, key }: { readonly id: CaseId; readonly kind: 'complaints'; readonly key: string },
): Promise<CaseSubject> {
  const complaint = requireVisible(await deps.store.complaint(key));
  requireVisible((await reasonsToKeepAway(deps, asker, complaint)).length === 0);
  const { organisationId, applicationId } = complaint.context;
  return { id, kind, organisationId, applicationId };
}
