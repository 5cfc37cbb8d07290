import { LabelError } from '../../../errors.ts';
import { hadPart } from '../../../policies/appeal.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import type { Panelist } from '../../../workflow/appealEvents.ts';
import { actorOn, systemActor } from '../../common/actor.ts';
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
async function panelist(deps: Deps, person: Person, file: AppealFile): Promise<Panelist> {
  return {
    personId: person.id,
    member: isInCommittee(person) && person.removedAt === null,
    tookPart: hadPart(person, file),
    conflict:
      (await hasConflict(deps, person, file.appeal.context.organisationId)) ||
      (await steppedOut(deps, file.application.id)).some(({ personId }) => personId === person.id),
  };
}

/**
 * Dissolves the panels that a person must not judge in any more: who lost the role or the access, and who is tied to the
 * organisation. Another panel is formed in its place; a stay goes on. Done twice, it does nothing the second time.
 */
export async function leavePanels(deps: Deps, personId: string): Promise<void> {
  const person = requireVisible(await deps.store.person(personId));
  const gone = person.removedAt !== null || !isInCommittee(person);
  for (const appeal of await deps.store.appealsJudgedBy(person.id)) {
    if (!gone && !(await hasConflict(deps, person, appeal.context.organisationId))) continue;
    const at = deps.clock.now().toISOString();
    const event = { type: 'conflictFound', at, actor: systemActor, personId: person.id } as const;
    try {
      await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() })] });
    } catch (error) {
      // Settled meanwhile: what was decided stands.
      if (!(error instanceof LabelError && error.code === 'refused')) throw error;
    }
  }
}

/** A member of the committee, and what keeps them from judging an appeal; null when nothing does. */
export interface PossiblePanelist {
  readonly person: Person;
  readonly against: 'tookPart' | 'conflict' | null;
}

/** Everyone of the committee, by name. */
export async function listPanelists(deps: Deps, file: AppealFile): Promise<readonly PossiblePanelist[]> {
  const all = [...(await deps.store.peopleWith('committee')), ...(await deps.store.peopleWith('chair'))];
  const each = [...new Map(all.map((person) => [person.id, person])).values()];
  const asked = await Promise.all(
    each.map(async (person): Promise<PossiblePanelist> => {
      const { tookPart, conflict } = await panelist(deps, person, file);
      return { person, against: tookPart ? 'tookPart' : conflict ? 'conflict' : null };
    }),
  );
  return asked.toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'fr'));
}
