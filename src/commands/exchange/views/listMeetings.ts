import { LabelError } from '../../../errors.ts';
import { groupBy } from '../../../groupBy.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer } from '../../../policies/who.ts';
import type { Sector } from '../../../register/sector.ts';
import type { Need } from '../../items/need.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { fittingOffers } from './fittingOffers.ts';

/** Needs that are looked at, the newest: more than one evening brings together. */
const maxNeeds = 100;

/** A need with the offers that fit it, of organisations of one sector. */
interface Meet {
  readonly need: Pick<Need, 'id' | 'title' | 'place'> & { readonly organisation: string };
  readonly seeks: Sector | null;
  readonly has: Sector | null;
  readonly offers: Awaited<ReturnType<typeof fittingOffers>>;
}

/** Who could meet whom, for officers who prepare a meeting: open needs and the offers that fit them, by the sectors of both, most needs first. */
export async function listMeetings({ store, clock }: Pick<Deps, 'store' | 'clock'>, asker: Asker) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const needs = await store.openNeeds({ limit: maxNeeds });
  // Who looks for something says so to everyone who is signed in.
  const ids = [...new Set(needs.map(({ context }) => context.organisationId))];
  const found = await store.seenBy(everything).organisations(ids);
  const bodies = new Map(found.map((one) => [one.id, one]));
  const meets: Meet[] = [];
  for (const { context, ...need } of needs) {
    const body = bodies.get(context.organisationId);
    const offers = await fittingOffers({ store, clock }, { ...need, context });
    for (const [has, some] of groupBy(offers, ({ sector }) => sector)) {
      const { id, title, place } = need;
      const named = { id, title, place, organisation: body?.name ?? '' };
      meets.push({ need: named, seeks: body?.sector ?? null, has, offers: some });
    }
  }
  return [...groupBy(meets, ({ seeks, has }) => `${seeks} ${has}`).values()]
    .flatMap((group) => (group[0] ? [{ seeks: group[0].seeks, has: group[0].has, meets: group }] : []))
    .toSorted((a, b) => b.meets.length - a.meets.length);
}
