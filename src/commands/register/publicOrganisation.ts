import type { Deps } from '../ports/ports.ts';
import { labelsOfOrganisation } from './readLabels.ts';

/** What it looks for that is shown. */
const maxNeeds = 20;
const open: readonly string[] = ['open', 'answered'];

/** A holder as everybody may read of it: its labels, its story, and what it looks for where it agreed; `notFound` without a label. */
export async function publicOrganisation({ store }: Pick<Deps, 'store'>, organisationId: string) {
  const labels = await labelsOfOrganisation({ store }, organisationId);
  const { story, showsNeeds } = await store.toldToAll(organisationId);
  const needs = showsNeeds ? await store.needsOf(organisationId, maxNeeds) : [];
  return {
    labels,
    story,
    needs: needs
      .filter(({ state }) => open.includes(state))
      .map(({ title, place, kind }) => ({ title, place, kind })),
  };
}
