import { LabelError } from '../../../errors.ts';
import { refusingParts } from '../../../policies/duties.ts';
import { isFreeFor } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import type { Panelist } from '../../../workflow/appealEvents.ts';
import { eventMetaOn, partsOn, systemActor } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { fileRecusals } from '../../file/fileRecusals.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';
import { committeeOf } from '../session/committeeOf.ts';
import { type AppealFile, type AppealInput, appealFile } from './appealFile.ts';

/**
 * Names those who judge an appeal, the one who chairs first: members of the committee without an earlier part in the file and without
 * a tie. Whoever names them does not sit.
 */
export async function formPanel(deps: Deps, asker: Asker, input: AppealInput & { panel: readonly string[] }) {
  const file = await appealFile(deps, input.appealId);
  const { appeal, application } = file;
  if (!isOfficer(asker) && !isInCommittee(asker)) throw new LabelError('forbidden');
  requireVisible(
    !belongsTo(asker, appeal.context.organisationId) &&
      (isOfficer(asker) || isFreeFor('appeal.formPanel', asker, file)),
  );
  requireRevision(appeal, input.revision);
  const people = await Promise.all(input.panel.map((id) => deps.store.person(id)));
  const event = {
    type: 'formPanel',
    ...(await eventMetaOn(deps, asker, application)),
    panel: await Promise.all(people.map(requireVisible).map((person) => panelist(deps, person, file))),
  } as const;
  await deps.store.commit([applyToAppeal(deps, appeal, event)]);
}

/** Everyone of the committee, by name, and what keeps them from judging an appeal whose panel `asker` forms; null when nothing does. */
export async function listPanelists(deps: Deps, file: AppealFile, asker: Pick<Asker, 'id'> | null = null) {
  const asked = await Promise.all(
    (await committeeOf(deps)).map(async (person) => {
      const { tookPart, conflict } = await panelist(deps, person, file);
      const blocker =
        person.id === asker?.id ? 'forms' : tookPart ? 'tookPart' : conflict ? 'conflict' : null;
      return { person, blocker } as const;
    }),
  );
  return asked.toSorted((a, b) => a.person.name.localeCompare(b.person.name, bindingLanguage));
}

/** What the panel's guards need to know of a person: whoever would be refused at the vote is named by nobody. */
async function panelist(deps: Deps, person: Person, file: AppealFile): Promise<Panelist> {
  const refusing = refusingParts('appeal.vote', await partsOn(deps, person, file.application));
  return {
    personId: person.id,
    member: isInCommittee(person) && person.removedAt === null,
    tookPart: refusing.some((part) => part !== 'tie' && part !== 'organisation'),
    conflict:
      (await hasConflict(deps, person, file.appeal.context.organisationId)) ||
      (await fileRecusals(deps, file.application.id)).some(({ personId }) => personId === person.id),
  };
}

/** Dissolves the panels that a person may no longer judge in, without the role or access or tied to the organisation; a stay goes on. */
export async function leavePanels(deps: Deps, personId: string): Promise<void> {
  const person = requireVisible(await deps.store.person(personId));
  const gone = person.removedAt !== null || !isInCommittee(person);
  for (const appeal of await deps.store.appealsJudgedBy(person.id)) {
    if (!gone && !(await hasConflict(deps, person, appeal.context.organisationId))) continue;
    const at = deps.clock.now().toISOString();
    const event = { type: 'conflictFound', at, actor: systemActor, personId } as const;
    // Settled meanwhile: that decision stands.
    await isDoneUnless(['refused'], () => deps.store.commit([applyToAppeal(deps, appeal, event)]));
  }
}
