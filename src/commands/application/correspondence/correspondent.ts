import { refuseFor, refuseWith } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo, mayPrepare } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { actorOn, actorWithoutFile, dutyReasons, type FileActor } from '../../common/actor.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Side } from '../../items/correspondence.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Someone who reads what is written on a file, and on which of its sides. */
interface Correspondent {
  readonly application: Application;
  readonly side: Side;
  readonly actor: FileActor;
  /** Why they may not write there; empty where they may. */
  readonly blockers: readonly string[];
}

/**
 * A person of the organisation, or an officer whom no part keeps from the file. To anyone else there is nothing: who scores or decides
 * goes by the frozen file alone, also the committee's rapporteur (docs/design/product.md#messages). Of a draft the office knows once
 * its people have asked something.
 */
export async function correspondentOn(
  deps: Deps,
  asker: Asker,
  applicationId: string,
): Promise<Correspondent> {
  const file = await reviewedFile(deps, applicationId);
  const { application } = file;
  const { organisationId } = application.context;
  if (belongsTo(asker, organisationId)) {
    const blockers = mayPrepare(asker, organisationId) ? [] : ['byEditor'];
    return { application, side: 'applicant', actor: actorWithoutFile(asker, organisationId), blockers };
  }
  requireVisible(isOfficer(asker) && mayReadFile(asker, file));
  if (application.submittedAt === null)
    requireVisible((await deps.store.correspondenceOn(applicationId, 1)).length > 0);
  const actor = await actorOn(deps, asker, application);
  return { application, side: 'office', actor, blockers: dutyReasons(actor, applicationId, 'file.write') };
}

/** The same of who may write; `refused` where they may not, or where the content of the file is gone. */
export async function requireCorrespondent(deps: Deps, asker: Asker, applicationId: string) {
  const { blockers, ...correspondent } = await correspondentOn(deps, asker, applicationId);
  refuseWith(blockers);
  refuseFor({ correspondenceErased: Boolean(correspondent.application.contentErasedAt) });
  return correspondent;
}
