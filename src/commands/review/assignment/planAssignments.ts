import { plan } from '../../../assignment/plan.ts';
import { LabelError } from '../../../errors.ts';
import { isFreeFor } from '../../../policies/file.ts';
import { isOfficer } from '../../../policies/who.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { inviteReviewer } from './inviteReviewer.ts';
import { suggestReviewers } from './suggestReviewers.ts';

/** More than a round has; the rest comes with the next one. */
const maxFiles = 200;

export type Planned = Awaited<ReturnType<typeof planAssignments>>;

/** The best plan for the files that wait for their people, for an officer to read; nothing is kept. */
export async function planAssignments(deps: Deps, asker: Asker) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const [waiting, reviews] = await Promise.all([
    deps.store.applicationsIn(['assignment'], { limit: maxFiles }),
    deps.store.reviewsBy(asker.id),
  ]);
  // Nobody plans for a file that they cannot invite to.
  const own = waiting.filter((application) =>
    isFreeFor('application.invite', asker, { application, reviews }),
  );
  const read = await Promise.all(
    own.map(async (application) => ({ application, ...(await suggestReviewers(deps, application)) })),
  );
  const files = read.filter(({ team, waiting: spare }) => team.length + spare.length === 0);
  const free = files.flatMap(({ application, suggestions }) =>
    suggestions
      .filter(({ blockers }) => blockers.length === 0)
      .map((one) => ({ ...one, fileId: application.id, personId: one.person.id })),
  );
  const chosen = await plan({
    fileIds: files.map(({ application }) => application.id),
    possible: free.flatMap(({ fileId, personId, place, cost }) =>
      place === null ? [] : [{ fileId, personId, place, cost }],
    ),
    room: new Map(free.map(({ personId, candidate }) => [personId, candidate.cap - candidate.load])),
    // Files of one round are of schemes that ask for teams of one size.
    rule: { ...deps.procedure.pair, size: files[0]?.application.context.limits.reviewers ?? 0 },
  });
  const people = new Map(free.map(({ person }) => [person.id, person]));
  const organisations = await deps.store.organisations(files.map(({ wanted }) => wanted.organisationId));
  return {
    /** Each with its people, as far as some are free. */
    files: files.map(({ application, wanted }) => {
      const team = chosen.filter(({ fileId }) => fileId === application.id);
      const of = (place: string) =>
        team.filter((one) => one.place === place).flatMap(({ personId }) => people.get(personId) ?? []);
      return {
        application,
        organisation: organisations.find(({ id }) => id === wanted.organisationId)?.name ?? '',
        peers: of('peer'),
        others: of('other'),
        cost: team.reduce((sum, { cost }) => sum + cost, 0),
      };
    }),
    chosen,
    /** sha-256 (hex) of who gets what: a plan that was read is carried out as it was read, or not at all. */
    digest: digestOf(chosen.map(({ fileId, personId }) => [fileId, personId])),
  };
}

/**
 * Invites everyone of the plan that an officer read and agreed to; `stale` when it would be another one now. Each invitation is
 * checked again: one that became impossible meanwhile is skipped. Gives how many were sent.
 */
export async function assignAll(deps: Deps, asker: Asker, { digest }: { readonly digest: string }) {
  const planned = await planAssignments(deps, asker);
  if (planned.digest !== digest) throw new LabelError('stale');
  let sent = 0;
  for (const { fileId: applicationId, personId } of planned.chosen) {
    try {
      await inviteReviewer(deps, asker, { applicationId, personId });
      sent += 1;
    } catch (error) {
      if (!(error instanceof LabelError && ['refused', 'stale'].includes(error.code))) throw error;
    }
  }
  return sent;
}
