import type { Language } from '../../../criteria/scheme.ts';
import type { Seat } from '../../../policies/reviewer.ts';
import { systemActor } from '../../common/actor.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { StaffRole } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { admitFirst } from '../../review/reviewers/admission.ts';
import { enrolPerson } from './enrolPerson.ts';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly seat?: Seat;
}

/** People of the demonstration, so that one person can play every part. They exist in development only. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'owner@specimen.example', name: 'Spécimen Demandeur·euse', roles: [] },
  { email: 'officer@specimen.example', name: 'Spécimen Secrétariat', roles: ['officer'] },
  { email: 'reviewer-1@specimen.example', name: 'Spécimen Évaluation 1', roles: ['reviewer'], seat: 'peer' },
  {
    email: 'reviewer-2@specimen.example',
    name: 'Spécimen Évaluation 2',
    roles: ['reviewer'],
    seat: 'independent',
  },
  { email: 'reviewer-3@specimen.example', name: 'Spécimen Conciliation', roles: ['reviewer'], seat: 'peer' },
  { email: 'rapporteur@specimen.example', name: 'Spécimen Rapport', roles: ['officer'] },
  { email: 'chair@specimen.example', name: 'Spécimen Présidence', roles: ['committee', 'chair'] },
  { email: 'member-1@specimen.example', name: 'Spécimen Comité 1', roles: ['committee'] },
  { email: 'member-2@specimen.example', name: 'Spécimen Comité 2', roles: ['committee'] },
  { email: 'member-3@specimen.example', name: 'Spécimen Comité 3', roles: ['committee'] },
  { email: 'member-4@specimen.example', name: 'Spécimen Comité 4', roles: ['committee'] },
  { email: 'member-5@specimen.example', name: 'Spécimen Comité 5', roles: ['committee'] },
  { email: 'chair-2@specimen.example', name: 'Spécimen Présidence 2', roles: ['committee', 'chair'] },
  { email: 'member-6@specimen.example', name: 'Spécimen Comité 6', roles: ['committee'] },
  { email: 'member-7@specimen.example', name: 'Spécimen Comité 7', roles: ['committee'] },
  { email: 'administrator@specimen.example', name: 'Spécimen Administration', roles: ['administrator'] },
  { email: 'administrator-2@specimen.example', name: 'Spécimen Administration 2', roles: ['administrator'] },
];

const language: Language = 'fr';

/** Makes the accounts that are not there yet, their reviewers admitted; changes none that is, nor one that another program makes meanwhile. */
export async function ensureDemoAccounts(deps: Deps): Promise<void> {
  for (const account of demoAccounts) await retryOnConflict(() => ensureAccount(deps, account));
}

async function ensureAccount(deps: Deps, { seat, ...account }: DemoAccount): Promise<void> {
  const known = await deps.store.personByEmail(account.email);
  const person = known ?? (await enrolPerson(deps, { ...account, language }, systemActor));
  if (seat && !(await deps.store.reviewer(person.id))) await admitFirst(deps, person, seat);
}
