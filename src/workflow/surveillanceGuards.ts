import { all, checksFor, isText } from './guards.ts';
import type { SurveillanceContext } from './stored.ts';
import type { SurveillanceEvent } from './surveillanceEvents.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<
  SurveillanceContext,
  SurveillanceEvent
>();

const bySystem = role('bySystem', 'system');
const byOfficer = role('byOfficer', 'officer');
/** A site check begins with what an officer saw; the holder answers what was found there. */
const isForHolder = check('isForHolder', (_, c) => c.task !== 'siteCheck' || c.findings > 0);
const isSiteCheck = check('isSiteCheck', (_, c) => c.task === 'siteCheck' && c.findings === 0);
const dueInFuture = on('raiseFindings', 'dueInFuture', (event) => event.dueAt > event.at);
const contentDigested = check('contentDigested', (event) => 'digest' in event && isText(event.digest));
const deadlineOver = check('deadlineOver', (event, c) => event.at >= c.dueAt);

/** The guards of a surveillance's machine, one a transition. */
export const surveillanceGuards = {
  mayDeclare: all(role('byOrganisation', 'owner', 'editor'), isForHolder, contentDigested),
  mayRecordCheck: all(byOfficer, notOfTheOrganisation, isSiteCheck, contentDigested),
  mayConfirm: all(byOfficer, notOfTheOrganisation, reasonGiven),
  mayRaiseFindings: all(byOfficer, notOfTheOrganisation, reasonGiven, dueInFuture),
  mayDrop: all(bySystem),
  isOverdue: all(bySystem, deadlineOver),
};
