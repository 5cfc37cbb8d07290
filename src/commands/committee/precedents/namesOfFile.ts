import type { Names } from '../../../policies/anonymise.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import type { Deps } from '../../ports/ports.ts';

/** Every name that tells whose file it is or who had a part in it: then and now, numbers included. */
export async function namesOfFile({ store }: Pick<Deps, 'store'>, file: FrozenFile): Promise<Names> {
  const { application, snapshot, reviews } = file;
  const { organisation: frozen, offers, declarations } = snapshot.content;
  const { context } = application;
  const ids = [
    ...reviews.map((review) => review.context.personId),
    ...context.earlierPeople,
    ...context.deciders,
    context.screenedBy,
    context.moderatedBy,
    context.rapporteur,
  ].filter((id) => id !== null);
  const [now, members, ...staff] = await Promise.all([
    store.organisation(context.organisationId),
    store.peopleOf(context.organisationId),
    ...[...new Set(ids)].map((id) => store.person(id)),
  ]);
  const registrations = [frozen, ...(now ? [now] : [])];
  return {
    organisation: [
      ...registrations.flatMap(({ name, identifier, formerNames }) => [
        name,
        identifier,
        ...formerNames.map((former) => former.name),
      ]),
      application.id,
      context.labelNumber ?? '',
      context.scope?.label ?? '',
    ],
    offer: offers.map(({ name }) => name),
    person: [...members, ...staff.flatMap((person) => person ?? [])]
      .map(({ name }) => name)
      .concat(declarations?.name ?? ''),
  };
}
