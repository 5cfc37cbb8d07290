import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import type { AppealFile } from '../appeal/appealFile.ts';
import { panelist } from '../appeal/formPanel.ts';

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
