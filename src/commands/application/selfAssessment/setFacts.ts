import type { Facts, OfferLine } from '../../../criteria/assessment.ts';
import { requireNoFaults } from '../../../errors.ts';
import { figureFaults } from '../../common/figureFaults.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { ConfirmedFact } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { partOf } from './answerIn.ts';

interface Input extends FileRef {
  /** Empty for the organisation's figures. */
  readonly offerId: string;
  readonly facts: Facts;
  /** Figures to clear; those that are not stored are ignored. */
  readonly removed?: readonly string[];
  /** Of what looks like a slip: the value that a person confirmed, or null where they want it empty. */
  readonly sure?: Readonly<Record<string, number | null>>;
  /** How the base of an offer and its part made here were added up. */
  readonly lines?: readonly OfferLine[];
}

/**
 * Saves and clears figures of the organisation or of an offer; all of them, or none and a fault for each that cannot be true,
 * and for each that is far from the one before, or emptied, until a person confirms it. The confirmation is kept.
 */
export async function setFacts(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { applicationId, offerId, facts, sure, lines } = input;
  const { application, assessment, published } = await workingCopy(deps, asker, applicationId);
  const { scheme } = published;
  const { facts: kept } = requireVisible(partOf(assessment, offerId));
  // An offer of the last cycle is the same one by its id.
  const earlier = assessment.earlier && partOf(assessment.earlier.assessment, offerId)?.facts;
  const removed = (input.removed ?? []).filter((fact) => kept[fact] !== undefined);
  const scope = offerId === '' ? 'organisation' : 'offer';
  const { faults, jumps } = figureFaults(scheme, scope, { facts, removed, sure }, { kept, earlier });
  requireNoFaults(faults);
  const by = traceOf(deps, asker, application.context.organisationId);
  const confirmed = jumps.map((jump): ConfirmedFact => ({ offerId, ...jump, by: asker.id, at: by.at }));
  const also = {
    ...(removed.length > 0 && { removed }),
    ...(confirmed.length > 0 && { confirmed }),
    ...(lines && { lines }),
  };
  await deps.store.editSelfAssessment(applicationId, { part: 'facts', offerId, facts, ...also }, by);
}
