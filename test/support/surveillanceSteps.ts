import { expireDeadlines } from '../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../src/commands/file/frozenFile.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Surveillance } from '../../src/commands/items/surveillance.ts';
import { askedOf } from '../../src/commands/label/surveillance/askedOf.ts';
import { declareSurveillance } from '../../src/commands/label/surveillance/declareSurveillance.ts';
import { followSurveillances } from '../../src/commands/label/surveillance/followSurveillances.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import type { Facts } from '../../src/criteria/assessment.ts';
import { remembered } from './run/remember.ts';
import type { TestService } from './run/service.ts';

/** One task of a label, the newest of its kind. */
export async function taskOf(
  { store }: Pick<Deps, 'store'>,
  number: string,
  task: Surveillance['context']['task'],
): Promise<Surveillance> {
  const all = await store.surveillancesOf([number]);
  const own = all.filter(({ context }) => context.task === task);
  return requireVisible(own.toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1));
}

/** The morning of a day: the clock opens and reminds, deadlines that are over are declared, letters go. */
async function morningOf_(service: TestService, day: string): Promise<void> {
  const now = new Date(`${day}T07:00:00.000Z`);
  service.setClock(now.toISOString());
  await expireDeadlines(service.deps, now);
  await followSurveillances(service.deps, now);
  await service.work();
}

/** A person declares all that a task asks for, with the figures of the file unless others are given. */
export async function declare(
  deps: Deps,
  by: Person,
  id: string,
  given: { readonly facts?: Facts; readonly stillMet?: Readonly<Record<string, 'yes' | 'no'>> } = {},
): Promise<void> {
  const known = requireVisible(await deps.store.surveillance(id));
  const file = await frozenFile(deps, known.context.applicationId);
  const asked = askedOf(known, file.published.scheme);
  const before = file.snapshot.content.assessment.facts;
  const facts = Object.fromEntries(
    asked.figures.flatMap(({ id: fact }) => {
      const value = given.facts?.[fact] ?? before[fact];
      return value === undefined ? [] : [[fact, value]];
    }),
  );
  await declareSurveillance(deps, by, {
    surveillanceId: id,
    revision: known.revision,
    facts,
    sure: Object.fromEntries(
      Object.entries(facts).flatMap(([fact, value]) => (typeof value === 'number' ? [[fact, value]] : [])),
    ),
    stillMet: Object.fromEntries(asked.mandatory.map((one) => [one.id, given.stillMet?.[one.id] ?? 'yes'])),
    text: 'Rien n’a changé. Spécimen.',
    accounts: asked.accounts ? 'https://specimen.example/comptes' : '',
    name: 'Spécimen Présidence',
    role: 'présidente',
  });
}

export const morningOf = remembered('morningOf', morningOf_, ({ deps }) => deps);
