import { holding } from '../../holding.ts';
import { hasOwner } from '../../policies/organisation.ts';
import { partsOf } from '../../policies/parts.ts';
import { stagesBeforeCommittee } from '../../policies/stages.ts';
import { everything } from '../../policies/view.ts';
import { everyItem } from '../common/pages.ts';
import type { Application, Person } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** Files that go on without their people being free to leave: sent, and not at an end. */
const underWay: readonly Application['state'][] = [
  ...stagesBeforeCommittee,
  'deliberation',
  'decided',
  'appealed',
];

/** Why a person cannot go yet, as reasons: what they hold alone, and what they have begun for others. Empty when they can. */
export async function partsUnderWay(deps: Pick<Deps, 'store'>, person: Person): Promise<readonly string[]> {
  // Looked for everywhere: what someone holds does not depend on the page they ask from.
  const store = deps.store.seenBy(everything);
  const reviews = await store.reviewsBy(person.id);
  const administrators = person.roles.includes('administrator')
    ? await store.peopleWith('administrator')
    : [];
  return holding({
    soleOwner: await ownsAlone({ store }, person),
    openReview: reviews.some(({ state }) => state === 'invited' || state === 'scoring'),
    partInOpenFile: await takesPart({ store }, person),
    lastAdministrator: administrators.length === 1,
  });
}

/** Organisations of which a person is the only owner, with whether anything of them depends on that. */
async function organisationsOwnedAlone({ store }: Pick<Deps, 'store'>, person: Person) {
  const owned = person.memberships.filter(({ role }) => role === 'owner');
  const all = await Promise.all(
    owned.map(async ({ organisationId }) => {
      const [people, applications] = await Promise.all([
        store.peopleOf(organisationId),
        store.applicationsOf([organisationId]),
      ]);
      const others = people.filter(({ id }) => id !== person.id);
      if (hasOwner(others, organisationId)) return [];
      return [{ organisationId, inUse: others.length > 0 || applications.length > 0 }];
    }),
  );
  return all.flat();
}

/** The organisations that are erased with a person: theirs alone, with nothing that depends on them. */
export async function erasedWith({ store }: Pick<Deps, 'store'>, person: Person) {
  const whole = store.seenBy(everything);
  const alone = await organisationsOwnedAlone({ store: whole }, person);
  return whole.organisations(alone.map(({ organisationId }) => organisationId));
}

async function ownsAlone(deps: Pick<Deps, 'store'>, person: Person): Promise<boolean> {
  return (await organisationsOwnedAlone(deps, person)).some(({ inUse }) => inUse);
}

async function takesPart({ store }: Pick<Deps, 'store'>, person: Person): Promise<boolean> {
  if ((await store.appealsJudgedBy(person.id)).length > 0) return true;
  const as = { ...person, memberships: [] };
  const files = everyItem((page) => store.applicationsIn(underWay, page));
  for await (const application of files) if (partsOf(as, { application, reviews: [] }).size > 0) return true;
  return false;
}
