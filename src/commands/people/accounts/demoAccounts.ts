import type { Seat } from '../../../policies/reviewer.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import { specimenPeople } from '../../../profile/specimenPeople.ts';
import { systemActor } from '../../common/actor.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { StaffRole } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { admitFirst } from '../../review/reviewers/admission.ts';
import { enrolPerson } from './enrolPerson.ts';

export type DemoAccount = (typeof demoAccounts)[number];

const { names } = specimenPeople;
const account = (user: string, name: string, roles: readonly StaffRole[], seat?: Seat) => ({
  email: `${user}@specimen.example`,
  name: `${specimenPeople.specimen} ${name}`,
  roles,
  seat,
});

/** People of the demonstration, so that one person can play every part. They exist in development only. */
export const demoAccounts = [
  account('owner', names.owner, []),
  account('officer', names.officer, ['officer']),
  account('officer-2', names.complaints, ['officer']),
  account('reviewer-1', `${names.reviewer} 1`, ['reviewer'], 'peer'),
  account('reviewer-2', `${names.reviewer} 2`, ['reviewer'], 'independent'),
  account('reviewer-3', names.settles, ['reviewer'], 'peer'),
  account('rapporteur', names.rapporteur, ['officer']),
  account('chair', names.chair, ['committee', 'chair']),
  ...[1, 2, 3, 4, 5].map((n) => account(`member-${n}`, `${names.member} ${n}`, ['committee'])),
  account('chair-2', `${names.chair} 2`, ['committee', 'chair']),
  ...[6, 7].map((n) => account(`member-${n}`, `${names.member} ${n}`, ['committee'])),
  account('administrator', names.administrator, ['administrator']),
  account('administrator-2', `${names.administrator} 2`, ['administrator']),
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
