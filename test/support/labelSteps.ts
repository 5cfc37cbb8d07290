import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { askRevision } from '../../src/commands/label/askRevision.ts';
import { labelActor } from '../../src/commands/label/changeLabel.ts';
import { suspendLabel } from '../../src/commands/label/sanctions/suspension.ts';
import { remembered } from './run/remember.ts';
import type { TestService } from './run/service.ts';
import { suspension } from './samples/suspension.ts';

/** A label as it is stored now, and what a command about it begins with. */
export async function labelNow({ deps }: Pick<TestService, 'deps'>, number: string) {
  const label = requireVisible(await deps.store.label(number));
  return { label, at: { number, revision: label.revision } };
}

/** Suspends a label at once, until a day; everything that follows is done. */
async function suspendNow_(service: TestService, officer: Person, number: string, until: string) {
  const { at } = await labelNow(service, number);
  await suspendLabel(service.deps, officer, { ...at, ...suspension, until });
  await service.work();
}

/** Restores a label; its new certificate is there. */
async function restoreNow_(service: TestService, officer: Person, number: string, reason: string) {
  const { label, at } = await labelNow(service, number);
  const actor = await labelActor(service.deps, officer, label);
  await askRevision(service.deps, actor, { ...at, cause: 'restored', reason });
  await service.work();
}

export const suspendNow = remembered('suspendNow', suspendNow_, ({ deps }) => deps);

export const restoreNow = remembered('restoreNow', restoreNow_, ({ deps }) => deps);
