import type { Seat } from '../../../policies/reviewer.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import { systemActor } from '../../common/actor.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { StaffRole } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { admitFirst } from '../../review/reviewers/admission.ts';
import { enrolPerson } from './enrolPerson.ts';

export type DemoAccount = (typeof demoAccounts)[number];

const account = (user: string, name: string, roles: readonly StaffRole[], seat?: Seat) => ({
  email: `${user}@specimen.example`,
  name: `Spécimen ${name}`,
  roles,
  seat,
});

/** People of the demonstration, so that one person can play every part. They exist in development only. */
export const demoAccounts = [
  account('owner', 'Demandeur·euse', []),
  account('officer', 'Secrétariat', ['officer']),
  account('officer-2', 'Signalements', ['officer']),
  account('reviewer-1', 'Évaluation 1', ['reviewer'], 'peer'),
  account('reviewer-2', 'Évaluation 2', ['reviewer'], 'independent'),
  account('reviewer-3', 'Conciliation', ['reviewer'], 'peer'),
  account('rapporteur', 'Avis', ['officer']),
  account('chair', 'Présidence', ['committee', 'chair']),
  ...[1, 2, 3, 4, 5].map((n) => account(`member-${n}`, `Comité ${n}`, ['committee'])),
  account('chair-2', 'Présidence 2', ['committee', 'chair']),
  ...[6, 7].map((n) => account(`member-${n}`, `Comité ${n}`, ['committee'])),
  account('administrator', 'Administration', ['administrator']),
  account('administrator-2', 'Administration 2', ['administrator']),
];

/** Creates the accounts that do not exist yet and admits their reviewers; leaves existing ones unchanged. */
export async function ensureDemoAccounts(deps: Deps): Promise<void> {
  for (const account of demoAccounts) await retryOnConflict(() => ensureAccount(deps, account));
}

async function ensureAccount(deps: Deps, { seat, ...account }: DemoAccount): Promise<void> {
  const known = await deps.store.personByEmail(account.email);
  const person = known ?? (await enrolPerson(deps, { ...account, language: bindingLanguage }, systemActor));
  if (seat && !(await deps.store.reviewer(person.id))) await admitFirst(deps, person, seat);
}
