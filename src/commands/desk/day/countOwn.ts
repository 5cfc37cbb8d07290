import { waitsForApplicant } from '../../../policies/stages.ts';
import { listSponsorships } from '../../application/views/viewSponsorship.ts';
import { listInvitations } from '../../people/views/listInvitations.ts';
import { listMine } from '../../people/views/listMine.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** How many things wait for a person in their own organisations: invitations, files, labels, statements. */
export async function countOwn(deps: Deps, asker: Asker): Promise<number> {
  const [mine, invitations, sponsorships] = await Promise.all([
    listMine(deps, asker),
    listInvitations(deps, asker),
    listSponsorships(deps, asker),
  ]);
  const inside = mine.reduce((sum, { applications, labels, asked, unanswered }) => {
    const files = applications.filter(({ application }) => waitsForApplicant(application)).length;
    const tasks = labels.reduce((count, label) => count + label.tasks.length, 0);
    return sum + files + tasks + asked.length + unanswered.length;
  }, 0);
  const toAnswer = sponsorships.filter(({ open, sponsorship }) => open && sponsorship.state === 'asked');
  return inside + invitations.length + toAnswer.length;
}
