import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { publishNeed } from '../../src/commands/exchange/publishNeed.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Need } from '../../src/commands/items/need.ts';
import { registerOrganisation } from '../../src/commands/people/organisations/registerOrganisation.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import type { TestService } from './run/service.ts';
import { specimen } from './samples/specimen.ts';
import { updatePerson } from './updatePerson.ts';

/** An organisation of its own, with one person of each role in it. */
export interface Body {
  readonly organisationId: string;
  readonly owner: Person;
  readonly editor: Person;
  readonly reader: Person;
}

/** Registers an organisation under a name, with its people. */
export async function bodyOf(service: Pick<TestService, 'deps' | 'person'>, name: string): Promise<Body> {
  const { deps } = service;
  const founder = await service.person(`${name}-owner`);
  const organisation = { ...specimen.organisation, name: `Spécimen ${name}`, identifier: '' };
  const organisationId = await registerOrganisation(deps, founder, organisation);
  const colleague = async (role: 'editor' | 'reader') =>
    updatePerson(deps, await service.person(`${name}-${role}`), { memberships: [{ organisationId, role }] });
  return {
    organisationId,
    owner: requireVisible(await deps.store.person(founder.id)),
    editor: await colleague('editor'),
    reader: await colleague('reader'),
  };
}

export const wanted = {
  kind: 'need',
  title: 'Livrer 200 paniers par semaine',
  text: 'À vélo, chaque jeudi.',
  quantity: '200 paniers par semaine',
  place: 'Carouge',
  until: '2026-12-31',
} as const;

/** Publishes what a body looks for, and gives it. */
export async function publishedNeed(
  deps: Deps,
  body: Body,
  also: Partial<typeof wanted> | object = {},
): Promise<Need> {
  const { organisationId, owner } = body;
  return needNow(deps, await publishNeed(deps, owner, { organisationId, ...wanted, ...also }));
}

/** A need as it is now. */
export async function needNow({ store }: Deps, id: string): Promise<Need> {
  return requireVisible(await store.need(id));
}

/** How a form names a need of its own organisation. */
export function ownAt({ id, revision, context: { organisationId } }: Need) {
  return { needId: id, revision, organisationId };
}
