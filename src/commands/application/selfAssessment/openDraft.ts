import type { StoredApplication } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { addItem } from '../../common/noteOn.ts';
import { openScheme, schemeOf } from '../../common/schemeOf.ts';
import type { Organisation } from '../../items/items.ts';
import type { Trace } from '../../items/newRecord.ts';
import { noteOnOrganisation } from '../../people/organisations/ownTeam.ts';
import type { Change, Deps } from '../../ports/ports.ts';
import { type Beginning, begun } from '../renewal/beginning.ts';

interface Opening extends Omit<Trace, 'id'> {
  readonly facts: readonly ['application.started' | 'application.reconsiderationOpened'];
}

/**
 * Stores a draft with what it begins with, and one line of the journal on it and its organisation. Gives its number, e.g.
 * A-2026-000123. Whether it may be opened is for the caller to say; `also` becomes true with it.
 */
export async function openDraft(
  deps: Deps,
  organisation: Organisation,
  from: Beginning,
  { at, actor, facts }: Opening,
  also: (number: string) => readonly Change[] = () => [],
): Promise<string> {
  const { scheme } = from.criteriaVersion ? schemeOf(deps, from.criteriaVersion) : openScheme(deps);
  const year = Number(at.slice(0, 4));
  const id = `A-${year}-${String(await deps.store.nextNumber('application', year)).padStart(6, '0')}`;
  const { reviewers, reviewerLoad, quorum, informationRounds, correctionRounds } = scheme.process;
  const castingVote = deps.procedure.castingVote === 'chair';
  const { kind, scope, succeeds, dueAt, reconsideration } = from;
  const stored: StoredApplication = {
    machineVersion: currentVersion.application,
    state: 'draft',
    context: {
      applicationId: id,
      organisationId: organisation.id,
      kind,
      scope: scope ?? null,
      succeeds: succeeds ?? null,
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
      dueAt: dueAt ?? null,
      appealAgainst: null,
      labelNumber: null,
    },
  };
  const { selfAssessment, evidence } = begun(deps, from, {
    applicationId: id,
    organisationId: organisation.id,
    at,
    by: actor,
    scheme,
  });
  const data = { stored, ...(evidence.length > 0 && { files: evidence.map(({ digest }) => digest) }) };
  const line = { at, actor, facts, data } as const;
  const nothing = { submittedAt: null, moderation: [], recommendation: null, decisionReason: '' };
  const application = {
    id,
    ...stored,
    startedAt: at,
    ...nothing,
    ...(reconsideration && { reconsideration }),
  };
  await deps.store.commit(
    [
      addItem(deps, 'applications', application, line),
      noteOnOrganisation(deps, organisation, line),
      ...also(id),
    ],
    [{ kind: 'workingCopy', copy: selfAssessment, evidence }],
  );
  return id;
}
