import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { isOver } from '../../../policies/stages.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { filesOnLabel } from '../../file/labelFiles.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireExtendable } from '../scope/startExtension.ts';

export type ExtensionDesk = Awaited<ReturnType<typeof viewExtension>>;

/** What an extension of a label asks and takes, for the people of the organisation that holds it; for anyone else there is none. */
export async function viewExtension(
  deps: Deps,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
) {
  requireVisible(belongsTo(asker, organisationId));
  const found = requireVisible(await deps.store.label(number));
  const label = requireVisible(found.context.organisationId === organisationId ? found : null);
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const { context } = requireVisible(await deps.store.application(label.context.applicationId));
  const open = (await filesOnLabel(deps, label)).find(
    (file) => file.context.kind === 'extension' && !isOver(file),
  );
  const mayWrite = mayEdit(asker, organisationId);
  return {
    label,
    organisation,
    version: context.criteriaVersion,
    /** How many criteria an offer has. */
    criteria: criteriaOf(schemeOf(deps, context.criteriaVersion).scheme, 'offer').length,
    /** Number of the extension that is under way, or null. */
    open: open?.id ?? null,
    mayWrite,
    /** Why none can be started now. */
    blockers: await dryRun(deps, (dry) => requireExtendable(dry, label)),
  };
}
