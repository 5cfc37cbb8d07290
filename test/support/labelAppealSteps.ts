import { formPanel } from '../../src/commands/committee/appeal/formPanel.ts';
import { admitAppeal, settleAppeal, voteOnAppeal } from '../../src/commands/committee/appeal/judgeAppeal.ts';
import { lodgeLabelAppeal } from '../../src/commands/committee/appeal/lodgeLabelAppeal.ts';
import { askForStay } from '../../src/commands/committee/appeal/stay.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { LabelDecision } from '../../src/register/sanction.ts';
import type { AppealOutcome } from '../../src/workflow/appealEvents.ts';
import { appealReason as reason } from './appealSteps.ts';
import { labelNow } from './labelSteps.ts';
import type { TestService } from './run/service.ts';

/** An owner contests a decision on their label. Gives the appeal's number. */
export async function lodgeOnLabel(
  service: TestService,
  by: Person,
  number: string,
  against: LabelDecision = 'suspension',
): Promise<string> {
  const { at } = await labelNow(service, number);
  const said = { ground: 'evidence', grounds: reason, documents: [] } as const;
  return lodgeLabelAppeal(service.deps, by, { ...at, against, ...said });
}

/** An appeal as a form about it carries it. */
export async function appealAt({ deps }: TestService, appealId: string) {
  return { appealId, revision: requireVisible(await deps.store.appeal(appealId)).revision };
}

/** Who serves an appeal on a label, and who judges it. */
export interface AppealPeople {
  readonly officer: Person;
  readonly panel: readonly [Person, Person, Person];
}

/** Lets it in and hands it to its panel. */
export async function toPanel(service: TestService, { officer, panel }: AppealPeople, appealId: string) {
  await admitAppeal(service.deps, panel[0], { ...(await appealAt(service, appealId)), reason });
  const ids = panel.map(({ id }) => id);
  await formPanel(service.deps, officer, { ...(await appealAt(service, appealId)), panel: ids });
}

/** Two of the three on the panel grant or lift a stay; the label follows. */
export async function stayOn(
  service: TestService,
  { panel }: AppealPeople,
  appealId: string,
  step: 'askStay' | 'askToLiftStay',
) {
  for (const member of panel.slice(1))
    await askForStay(service.deps, member, { ...(await appealAt(service, appealId)), reason, step });
  await service.work();
}

/** The whole panel votes alike, and the appeal is settled. */
export async function settleOn(
  service: TestService,
  { panel }: AppealPeople,
  appealId: string,
  outcome: AppealOutcome,
) {
  for (const member of panel) await voteOnAppeal(service.deps, member, { appealId, outcome });
  await settleAppeal(service.deps, panel[0], { ...(await appealAt(service, appealId)), reason });
  await service.work();
}
