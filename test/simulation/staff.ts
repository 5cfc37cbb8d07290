import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { setUnsubscribed } from '../../src/commands/people/accounts/ownAccount.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import type { Cast } from '../support/applicationSteps.ts';
import type { TestService } from '../support/run/service.ts';

/** Everyone who works for the scheme, by their ids; some serve in two parts, which the duties must keep apart. */
export interface Staff {
  readonly officers: readonly string[];
  readonly reviewers: readonly string[];
  /** Whoever sits in the committee, its chairs first. */
  readonly committee: readonly string[];
  readonly administrators: readonly string[];
  /** Officers who handle complaints and nothing else: they have no part in any file. */
  readonly mediators: readonly string[];
}

/** Enrols, beside those who are there, as many as the files of so many labels need. */
export async function enrolStaff(
  { person, deps }: Pick<TestService, 'person' | 'deps'>,
  cast: Cast,
  labels: number,
): Promise<Staff> {
  const some = async (count: number, name: string, ...roles: Person['roles']) => {
    const ids: string[] = [];
    for (let i = 1; i <= count; i += 1) ids.push((await person(`${name}-${i}`, ...roles)).id);
    return ids;
  };
  const [deputies, members] = [
    await some(1, 'deputy', 'chair', 'committee'),
    await some(3, 'sitting', 'committee'),
  ];
  const reviewers = await some(5 + Math.ceil(labels / 4), 'scorer', 'reviewer');
  const officersToo = await some(1, 'officer-member', 'officer', 'committee');
  const reviewersToo = await some(2, 'reviewer-member', 'reviewer', 'committee');
  const [chair, ...sitting] = cast.committee.map(({ id }) => id);
  const staff = {
    officers: [cast.officer.id, cast.rapporteur.id, ...(await some(1, 'serving', 'officer')), ...officersToo],
    reviewers: [...cast.reviewers.map(({ id }) => id), cast.moderator.id, ...reviewers, ...reviewersToo],
    committee: [
      ...(chair === undefined ? [] : [chair]),
      ...deputies,
      ...sitting,
      ...members,
      ...officersToo,
      ...reviewersToo,
    ],
    administrators: await some(2, 'administrator', 'administrator'),
    mediators: await some(2, 'mediator', 'officer'),
  };
  const readers = [staff.officers[0], staff.reviewers[0], staff.committee[0]];
  for (const id of Object.values(staff).flat()) if (!readers.includes(id)) await leaveDigest(deps, id);
  return staff;
}

/** Most leave the letter of each morning, as they may: to write it for all of them would cost more than everything else. */
async function leaveDigest(deps: Deps, id: string): Promise<void> {
  const person = requireVisible(await deps.store.person(id));
  await setUnsubscribed(deps, person, { topics: ['workDigest'] });
}
