import { requireVisible } from '../../commands/common/requireVisible.ts';
import { isDoneUnless } from '../../commands/common/retryOnConflict.ts';
import { demoAccounts, ensureDemoAccounts } from '../../commands/people/accounts/demoAccounts.ts';
import type { DemoPerson } from '../../commands/ports/demonstrationPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { admitReviewer } from '../../commands/review/reviewers/admission.ts';
import { addMonths, dayOf } from '../../register/day.ts';
import { organisations } from './organisations.ts';
import { sceneClock } from './stage.ts';

/** Days before today on which the staff of the demonstration came, and on which its reviewers were admitted for another year. */
const came = 400;
const renewed = 70;

/** Staff who were there before the first file, so that they can have had a part in all of them. */
export async function enrolEarlier(deps: Deps): Promise<void> {
  const clock = sceneClock(deps.clock);
  clock.putBefore(came);
  await ensureDemoAccounts({ ...deps, clock });
  clock.putBefore(renewed);
  await admitAgain({ ...deps, clock });
}

/** An admission lasts a year: an administrator gives another one where that was not done yet. */
async function admitAgain(deps: Deps): Promise<void> {
  const find = async (email: string) => requireVisible(await deps.store.personByEmail(email));
  const administrator = await find('administrator@specimen.example');
  const today = dayOf(deps.clock.now().toISOString());
  for (const { email, seat } of demoAccounts) {
    if (!seat) continue;
    const { id: personId } = await find(email);
    const { sector, revision, admittedUntil } = requireVisible(await deps.store.reviewer(personId));
    if ((admittedUntil ?? today) > addMonths(today, 6)) continue;
    // Stale where another process was quicker.
    const input = { personId, revision, seat, sector };
    await isDoneUnless(['stale'], () => admitReviewer(deps, administrator, input));
  }
}

/** Whom a visitor can become: the staff by what they do, and who applies by where their file waits. */
export function demoPeople(): readonly DemoPerson[] {
  const [owner, ...staff] = demoAccounts;
  const applicants = Object.entries(organisations).map(([key, { name }]): DemoPerson => {
    return { email: `${key}@specimen.example`, name, part: 'applicant' };
  });
  const own: DemoPerson[] = owner ? [{ email: owner.email, name: owner.name, part: 'applicant' }] : [];
  return [
    ...own,
    ...applicants,
    ...staff.map(({ email, name, roles }) => ({ email, name, part: partOf(roles) })),
  ];
}

function partOf(roles: readonly string[]): DemoPerson['part'] {
  if (roles.includes('reviewer')) return 'reviewer';
  if (roles.includes('officer')) return 'officer';
  return roles.includes('administrator') ? 'administrator' : 'committee';
}
