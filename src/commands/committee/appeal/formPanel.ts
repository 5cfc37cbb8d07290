import { LabelError } from '../../../errors.ts';
import { hadPart } from '../../../policies/appeal.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import type { Panelist } from '../../../workflow/appealEvents.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { steppedOut } from '../../file/steppedOut.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';
import { type AppealFile, appealFile } from './appealFile.ts';

/** Names those who judge an appeal: members of the committee without an earlier part in the file and without a tie. */
export async function formPanel(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly panel: readonly string[] },
): Promise<void> {
  const file = await appealFile(deps, input.appealId);
  const { appeal, application } = file;
  const { organisationId } = appeal.context;
  if (!isOfficer(asker) && !isInCommittee(asker)) throw new LabelError('forbidden');
  requireVisible((!belongsTo(asker, organisationId) && (isOfficer(asker) || !hadPart(asker, file))) || null);
  unchanged(appeal, input.revision);
  const event = {
    type: 'formPanel',
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
    panel: await Promise.all(
      input.panel.map(async (id) => panelist(deps, requireVisible(await deps.store.person(id)), file)),
    ),
  } as const;
  await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() })] });
}

/** What the panel's guards need to know of a person. */
export async function panelist(deps: Deps, person: Person, file: AppealFile): Promise<Panelist> {
  return {
    personId: person.id,
    member: isInCommittee(person) && person.removedAt === null,
    tookPart: hadPart(person, file),
    conflict:
      (await hasConflict(deps, person, file.appeal.context.organisationId)) ||
      (await steppedOut(deps, file.application.id)).some(({ personId }) => personId === person.id),
  };
}
