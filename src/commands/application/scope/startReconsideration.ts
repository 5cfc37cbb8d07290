import { fault, LabelError, refuseFor, requireNoFaults } from '../../../errors.ts';
import { isConfirmable } from '../../../policies/labelScope.ts';
import { isOver } from '../../../policies/stages.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { eventMetaOn, requireDuty } from '../../common/actor.ts';
import { requireReason } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { filesOnLabel } from '../../file/labelFiles.ts';
import { requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { openDraft } from '../selfAssessment/openDraft.ts';
import { labelBeginning } from './labelBeginning.ts';

interface Input {
  readonly labelNumber: string;
  /** Ids of the criteria that are looked at anew. */
  readonly criteria: readonly string[];
  /** What put them in doubt; the holder and whoever evaluates reads it. */
  readonly reason: string;
}

/**
 * An officer has some criteria of a label evaluated anew, because something changed or a check found it. The holder answers them
 * within the days of the procedure; everything else keeps the levels that the label rests on. Gives the number of the file.
 * `also` becomes true with it.
 */
export async function startReconsideration(
  deps: Deps,
  asker: Asker,
  input: Input,
  also?: (number: string) => readonly Change[],
): Promise<string> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const label = requireVisible(await deps.store.label(input.labelNumber));
  const { organisationId, applicationId } = label.context;
  const opened = requireVisible(await deps.store.application(applicationId));
  const { at, actor } = await eventMetaOn(deps, asker, opened);
  requireDuty(actor, applicationId, 'label.startReconsideration');
  requireReason(input.reason);
  const { scheme } = schemeOf(deps, opened.context.criteriaVersion);
  const criteria = scheme.criteria.map(({ id }) => id).filter((id) => input.criteria.includes(id));
  const known = criteria.length === new Set(input.criteria).size;
  requireNoFaults(
    criteria.length > 0 && known ? [] : [fault('criteria', known ? 'required' : 'notAnOption')],
  );
  const files = await filesOnLabel(deps, label);
  refuseFor({
    labelEnded: !isConfirmable(label),
    reconsiderationOpen: files.some(
      (file) => file.context.kind === 'reconsideration' && !isOver(file) && file.state !== 'refused',
    ),
  });
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  requireNotMerged(organisation);
  const from = await labelBeginning(deps, label, { label: label.id, criteria }, label.offers);
  const dueAt = dueAfter(at, deps.procedure.reconsiderationDays, organisation.region);
  const reconsideration = { reason: input.reason, by: asker.id, at };
  return openDraft(
    deps,
    organisation,
    { ...from, dueAt, reconsideration },
    { at, actor, facts: ['application.reconsiderationOpened'] },
    also,
  );
}
