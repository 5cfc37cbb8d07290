import { refuseFor } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { actorTowards } from '../../common/actor.ts';
import { changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isHandedOver, successionBlockers, successionOf } from '../../file/succession.ts';
import type { Label } from '../../items/items.ts';
import type { NoticeOfChange } from '../../items/noticeOfChange.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { requireNoDraft } from '../selfAssessment/openFiles.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';
import { type Beginning, emptyBeginning } from './beginning.ts';
import { labelCopy } from './labelCopy.ts';

interface Input {
  /** That of the asker. */
  readonly organisationId: string;
  readonly changeId: string;
}

/**
 * Begins the application that a change asks for, by the holder or by the organisation that the office named in its place, which
 * accepts with it. Once granted it takes the place of the label (docs/design/workflow.md#change). Gives its number.
 */
export async function startSuccession(deps: Deps, asker: Asker, input: Input): Promise<string> {
  const { change, label } = await successionOf(deps, asker, input);
  const { organisationId } = input;
  requireVisible(mayEdit(asker, organisationId));
  refuseFor(await successionBlockers(deps, change));
  await requireNoDraft(deps, organisationId);
  const at = deps.clock.now().toISOString();
  const line = { at, actor: actorTowards(asker, organisationId), facts: ['change.begun'] } as const;
  // The notice and the file of the label are the holder's.
  const whole = { ...deps, store: deps.store.seenBy(everything) };
  return startApplication(whole, asker, {
    organisationId,
    from: await successionBeginning(whole, change, label),
    also: (followedBy) => [changeItem(deps, 'changes', change, { followedBy }, line)],
  });
}

async function successionBeginning(deps: Deps, change: NoticeOfChange, label: Label): Promise<Beginning> {
  const succeeds = { label: label.id, change: change.id };
  const { copy, evidence, cycle } = await labelCopy(deps, label);
  const { offers, offersNamed, earlier } = copy;
  if (isHandedOver(change))
    return {
      kind: 'initial',
      succeeds,
      copy: { ...copy, ...(earlier && { earlier: { ...earlier, cycle } }) },
      evidence,
    };
  // What the label covers is public; all else stays with the holder.
  return { ...emptyBeginning, succeeds, copy: { ...emptyBeginning.copy, offers, offersNamed } };
}
