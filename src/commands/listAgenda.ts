import { LabelError } from '../errors.ts';
import { frozenFile } from './frozenFile.ts';
import type { Application } from './items.ts';
import { partOf } from './partOf.ts';
import type { Asker, Deps } from './ports.ts';

/** A file on the committee's agenda. `recommendation`: waits for a rapporteur; `decided`: sealed, for those who decided it. */
export interface AgendaLine {
  readonly applicationId: string;
  readonly organisation: string;
  readonly commune: string;
  readonly state: 'recommendation' | 'deliberation' | 'decided';
  readonly submittedAt: string | null;
}

const many = 200;

/** The files that a member of the committee may know of: not one of their own organisation or with an earlier part of theirs. */
export async function listAgenda(deps: Deps, asker: Asker): Promise<readonly AgendaLine[]> {
  if (!isInCommittee(asker)) throw new LabelError('forbidden');
  const own = await deps.store.reviewsBy(asker.id);
  const all = await deps.store.applicationsIn(['recommendation', 'deliberation', 'decided'], many);
  const free = all.filter((application) => {
    const decided = application.state === 'decided';
    return partOf(asker, application, own) === null && (!decided || hasDecided(asker, application));
  });
  return Promise.all(
    free.map(async ({ id, state, submittedAt }) => {
      const { name, commune } = (await frozenFile(deps, id)).snapshot.content.organisation;
      return {
        applicationId: id,
        organisation: name,
        commune,
        state: state as AgendaLine['state'],
        submittedAt,
      };
    }),
  );
}

/** Whether a person sits in the committee. */
export function isInCommittee({ roles }: Asker): boolean {
  return roles.includes('committee') || roles.includes('chair');
}

/** Whether a person was among those who decided a file; who was recused was not. */
export function hasDecided({ id }: Asker, { context }: Application): boolean {
  return context.deciders.includes(id);
}
