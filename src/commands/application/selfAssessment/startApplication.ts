import { mayEdit } from '../../../policies/organisation.ts';
import type { StoredApplication } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { actorTowards } from '../../common/actor.ts';
import { addItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { openScheme } from '../../common/schemeOf.ts';
import { noteOnOrganisation, requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Beginning, begun, emptyBeginning } from '../renewal/beginning.ts';

/**
 * Opens a draft for an organisation under the criteria version in force, empty or with what it takes from an earlier one. Gives
 * its number, e.g. A-2026-000123.
 */
export async function startApplication(
  deps: Deps,
  asker: Asker,
  { organisationId, from = emptyBeginning }: { readonly organisationId: string; readonly from?: Beginning },
): Promise<string> {
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const actor = actorTowards(asker, organisationId);
  requireVisible(mayEdit(asker, organisationId));
  requireNotMerged(organisation);
  const { scheme } = openScheme(deps);
  const at = deps.clock.now().toISOString();
  const year = Number(at.slice(0, 4));
  const id = `A-${year}-${String(await deps.store.nextNumber('application', year)).padStart(6, '0')}`;
  const { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds } = scheme.process;
  const castingVote = deps.procedure.castingVote === 'chair';
  const stored: StoredApplication = {
    machineVersion: currentVersion.application,
    state: 'draft',
    context: {
      applicationId: id,
      organisationId,
      kind: from.kind,
      limits: { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds, castingVote },
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
  const data = { stored, ...(evidence.length > 0 && { files: evidence.map(({ digest }) => digest) }) };
  const line = { at, actor, facts: ['application.started'], data } as const;
  const nothing = { submittedAt: null, moderation: [], recommendation: null, decisionReason: '' };
  await deps.store.commit(
    [
      addItem(deps, 'applications', { id, ...stored, startedAt: at, ...nothing }, line),
      noteOnOrganisation(deps, organisation, line),
    ],
    [{ kind: 'workingCopy', copy: selfAssessment, evidence }],
  );
  return id;
}
