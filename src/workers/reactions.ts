import { lettersOn } from '../letters/letters.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';
import type { HandlerName } from './handlers.ts';

/** What is under way on a label ends with it. */
const endsWithLabel = [
  'dropSurveillances',
  'dropConditions',
  'endWithLabel',
  'endChanges',
] as const satisfies readonly HandlerName[];

/** Who reacts to what beside the letters, whose definitions say it (src/letters). */
const reactions: Partial<Record<DomainEvent, readonly HandlerName[]>> = {
  'application.submitted': ['followApplication'],
  'application.lapsed': ['endExtension', 'dropFindings', 'closeReviews', 'followApplication'],
  'application.withdrawn': ['endExtension', 'dropFindings', 'closeReviews', 'followApplication'],
  'application.closed': ['endExtension', 'dropFindings', 'followApplication'],
  'application.reviewVoided': ['dropFindings', 'closeReviews'],
  'application.reviewerReleased': ['dropFindings'],
  'application.returned': ['dropFindings'],
  'application.appealUpheld': ['dropFindings'],
  'application.granted': ['closeReviews', 'followApplication'],
  'application.extensionGranted': ['closeReviews'],
  'application.labelConfirmed': ['closeReviews', 'followApplication'],
  'application.labelEnded': ['dropFindings', 'closeReviews', 'followApplication'],
  'application.refused': ['closeReviews'],
  'application.contentErased': ['removeFiles'],
  'organisation.erased': ['removeFiles'],
  'complaint.received': ['acknowledgeComplaint'],
  'complaint.acknowledged': ['tellStrandedComplaint'],
  'complaint.contested': ['tellStrandedComplaint'],
  'complaint.contentErased': ['removeFiles'],
  'review.declined': ['inviteNext'],
  'review.expired': ['inviteNext'],
  'review.voided': ['inviteNext'],
  'review.released': ['inviteNext'],
  'tie.declared': ['recuse'],
  'tie.detected': ['recuse'],
  'person.removed': ['recuse'],
  'person.rolesChanged': ['recuse'],
  'reviewer.suspended': ['recuse'],
  'changePack.prepared': ['tryCriteria'],
  'changePack.released': ['enterCriteria', 'tellOfCriteria'],
  'condition.met': ['dropProposal'],
  'condition.extended': ['dropProposal'],
  'surveillance.confirmed': ['dropProposal'],
  'label.opened': ['issueLabel'],
  'label.offerChanged': ['removeFiles'],
  'label.offerTakenDown': ['removeFiles'],
  'label.revisionAsked': ['reviseLabel'],
  'label.revisionDropped': ['enterDropped'],
  'label.suspensionOverdue': ['enterInLog'],
  'label.extended': ['enterInLog'],
  'label.prolonged': ['enterInLog'],
  'label.suspended': ['enterInLog', 'publishStatus', 'askMarkRemoval'],
  'label.restored': ['enterInLog', 'publishStatus', 'dropSurveillances', 'extendLabel'],
  'label.withdrawn': ['enterInLog', 'publishStatus', 'askMarkRemoval', ...endsWithLabel],
  'label.terminated': ['enterInLog', 'publishStatus', 'askMarkRemoval', ...endsWithLabel],
  'label.superseded': ['enterInLog', 'publishStatus', ...endsWithLabel],
  'label.expired': ['enterInLog', 'publishStatus', 'askMarkRemoval', ...endsWithLabel],
  'label.standingSet': ['enterInLog', 'printStanding', 'extendLabel'],
  'label.scopeRevised': ['publishStatus', 'extendLabel'],
  'label.scopeExtended': ['publishStatus', 'extendLabel'],
  'label.reissued': ['publishStatus'],
  'label.stayGranted': ['enterInLog', 'publishStatus', 'dropSurveillances', 'extendLabel'],
  'label.stayLifted': ['enterInLog', 'publishStatus', 'askMarkRemoval'],
  'label.reinstated': ['enterInLog', 'publishStatus', 'dropSurveillances', 'extendLabel'],
};

/** Names of the handlers that react to a fact: one job each is written in the commit that makes the fact true. */
export function handlersOf(fact: DomainEvent): readonly HandlerName[] {
  return [...(reactions[fact] ?? []), ...lettersOn(fact).map((kind) => `mail:${kind}` as const)];
}
