import { isOpen } from '../../../policies/rolesStep.ts';
import { dayOf, daysBetween } from '../../../register/day.ts';
import { isStranded, openComplaints } from '../../complaint/followComplaints.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { admittedReviewers, reviewersToAdmit } from '../../review/reviewers/admittedReviewers.ts';
import { type DigestLine, stageOf } from './digestLine.ts';

/** Changes of roles that another administrator proposed, but for those of one's own: who confirms one ends its wait. */
export async function roleLines(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
): Promise<DigestLine[]> {
  const now = clock.now().toISOString();
  return (await store.peopleWithProposal()).flatMap(({ id, name, email, rolesProposal, head }) => {
    if (!rolesProposal || !isOpen(rolesProposal, now)) return [];
    if (rolesProposal.by === asker.id || id === asker.id) return [];
    const dueOn = dayOf(rolesProposal.until);
    return {
      what: 'digest.what.roles',
      about: name || email,
      dueOn,
      sequence: head.seq,
      path: `people/${id}`,
    };
  });
}

/** Admissions of reviewers that end soon or ended a while ago and were not renewed; first, where it is so, that nobody is admitted. */
export async function admissionLines(
  deps: Pick<Deps, 'store' | 'clock' | 'procedure'>,
  _: Asker,
): Promise<DigestLine[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const { admissionReminders: leads } = deps.procedure;
  const lines = (await reviewersToAdmit(deps)) === null ? [] : [nobodyAdmitted];
  for (const { person, profile, until } of await admittedReviewers(deps)) {
    const { id, name, email } = person;
    const stage = stageOf(leads, until, today);
    const isLongOver = daysBetween(until, today) > Math.max(...leads);
    if (stage === null || isLongOver) continue;
    const isOver = { dueOn: until, since: until < today };
    const at = { sequence: profile.head.seq, path: `people/${id}`, stage };
    lines.push({ what: 'digest.what.admission', about: name || email, ...isOver, ...at });
  }
  return lines;
}
const nobodyAdmitted: DigestLine = {
  what: 'digest.what.noReviewers',
  about: '',
  dueOn: null,
  path: 'people#admit',
};

/** Complaints that nobody may handle, until somebody from outside is invited. */
export async function strandedLines(deps: Deps, _: Asker, limit: number): Promise<DigestLine[]> {
  const complaints = await deps.store.complaintsIn(openComplaints, limit);
  const lines = complaints.map(async (complaint): Promise<DigestLine[]> => {
    if (!(await isStranded(deps, complaint))) return [];
    const { id, head, context } = complaint;
    const dueOn = dayOf(context.dueAt);
    return [
      {
        what: 'digest.what.outsider',
        about: id,
        dueOn,
        sequence: head.seq,
        path: `inquiries/${id}/outsider`,
      },
    ];
  });
  return (await Promise.all(lines)).flat();
}
