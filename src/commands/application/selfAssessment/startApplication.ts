import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import type { StoredApplication } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { actorTowards } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { noteOnOrganisation } from '../../people/organisations/noteOnOrganisation.ts';
import { requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Beginning, begun, emptyBeginning } from '../renewal/beginning.ts';

/**
 * Opens a draft for an organisation under the criteria version in force, empty or with what it takes from an earlier one. Gives
 * its number, e.g. A-2026-000123.
 */
export async function startApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly from?: Beginning },
): Promise<string> {
  const { from = emptyBeginning } = input;
  const organisation = requireVisible(await deps.store.organisation(input.organisationId));
  const actor = actorTowards(asker, organisation.id);
  if (!mayEdit(asker, organisation.id)) throw new LabelError('notFound');
  requireNotMerged(organisation);
  const { scheme } = schemeOf(deps, deps.openVersion);
  const at = deps.clock.now().toISOString();
  const year = Number(at.slice(0, 4));
  const id = `A-${year}-${String(await deps.store.nextNumber('application', year)).padStart(6, '0')}`;
  const { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds } = scheme.process;
  const stored: StoredApplication = {
    machineVersion: currentVersion.application,
    state: 'draft',
    context: {
      applicationId: id,
      organisationId: organisation.id,
      kind: from.kind,
      limits: {
        reviewers,
        reviewerLoad,
        quorum,
        informationRounds,
        correctionRounds,
        castingVote: deps.procedure.castingVote === 'chair',
      },
      criteriaVersion: scheme.version,
      snapshots: 0,
      screenedBy: null,
      reviewers: [],
      earlierPeople: [],
      moderatedBy: null,
      rapporteur: null,
      deciders: [],
      informationRounds: 0,
      correctionRounds: 0,
      openFindings: 0,
      returnTo: null,
      outcome: null,
      conditions: [],
      dueAt: null,
      appealAgainst: null,
      labelNumber: null,
    },
  };
  const { selfAssessment, evidence } = begun(deps, from, { applicationId: id, at, by: asker });
  const record = {
    id: deps.ids.next(),
    at,
    actor,
    event: null,
    facts: ['application.started'],
    data: { stored, ...(evidence.length > 0 && { files: evidence.map(({ digest }) => digest) }) },
  } as const;
  await deps.store.commit({
    changes: [
      {
        kind: 'applications',
        before: null,
        after: {
          id,
          ...stored,
          startedAt: at,
          submittedAt: null,
          moderation: [],
          recommendation: null,
          decisionReason: '',
        },
        record,
      },
      noteOnOrganisation(deps, organisation, record),
    ],
    parts: [{ kind: 'workingCopy', copy: selfAssessment, evidence }],
  });
  return id;
}
