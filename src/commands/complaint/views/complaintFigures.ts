import { complaintOutcomes } from '../../../workflow/complaintEvents.ts';
import { complaintKinds } from '../../items/complaint.ts';
import type { Deps } from '../../ports/ports.ts';

export type ComplaintFigures = Awaited<ReturnType<typeof complaintFigures>>;

/** How many complaints came each year, by kind and by outcome, the newest year first: counts tell of no person and no organisation. */
export async function complaintFigures({ store }: Pick<Deps, 'store'>) {
  const counts = await store.countComplaints();
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => ({
    year,
    kinds: complaintKinds.map((kind) => {
      const own = counts.filter((one) => one.year === year && one.kind === kind);
      const sum = (some: typeof own) => some.reduce((total, { count }) => total + count, 0);
      const outcomes = complaintOutcomes.map((name) => ({
        name,
        count: sum(own.filter(({ outcome }) => outcome === name)),
      }));
      return {
        kind,
        received: sum(own),
        outcomes,
        waiting: sum(own.filter(({ outcome }) => outcome === null)),
      };
    }),
  }));
}
