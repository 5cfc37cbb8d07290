import { closeQuestionnaires } from '../commands/application/questionnaire/closeQuestionnaire.ts';
import { remindOfAnswers } from '../commands/application/remindOfAnswers.ts';
import { expireDeadlines } from '../commands/committee/expireDeadlines.ts';
import { followComplaints } from '../commands/complaint/followComplaints.ts';
import { workBulkActs } from '../commands/desk/bulk/workBulkAct.ts';
import { tellDigests } from '../commands/desk/digest/tellDigests.ts';
import { publishFigures } from '../commands/desk/figures/publishFigures.ts';
import { askOutcomes } from '../commands/exchange/outcomes.ts';
import { tellFittingNeeds } from '../commands/exchange/tellFittingNeeds.ts';
import { tellWaitingMessages } from '../commands/exchange/waitingMessages.ts';
import { addConformity } from '../commands/label/addConformity.ts';
import { remindOfChanges } from '../commands/label/changes/remindOfChanges.ts';
import { followConditions } from '../commands/label/conditions/conditionTimes.ts';
import { remindOfEnds } from '../commands/label/renewal/remindOfEnds.ts';
import { renewStamps } from '../commands/label/renewStamps.ts';
import { reportStaleBadges } from '../commands/label/reportStaleBadges.ts';
import { remindOfSanctions } from '../commands/label/sanctions/remindOfSanctions.ts';
import { renewStatusLists } from '../commands/label/statusLists.ts';
import { followSurveillances } from '../commands/label/surveillance/followSurveillances.ts';
import { remindOfKeys } from '../commands/people/keys/remindOfKeys.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { carryOutRetention } from '../commands/privacy/carryOutRetention.ts';
import { remindOfFindings } from '../commands/review/findings/remindOfFindings.ts';
import { remindOfAdmissions } from '../commands/review/reviewers/remindOfAdmissions.ts';
import { tieEarlier } from '../commands/review/ties/tieEarlier.ts';

/** One thing that the clock does. */
export interface Schedule {
  /** Name of its lease; never changes its meaning. */
  readonly name: string;
  /** When, in the time of the label: minute hour day month weekday. */
  readonly cron: string;
  /** Doing it twice must be the same as once. What it gives goes to the log. */
  readonly run: (deps: Deps, now: Date) => Promise<unknown>;
}

/** Everything that happens because time passes. After a time in which nothing ran, what ends comes before what is reminded of. */
export const schedules: readonly Schedule[] = [
  { name: 'deadlines', cron: '*/5 * * * *', run: expireDeadlines },
  { name: 'bulkActs', cron: '*/5 * * * *', run: workBulkActs },
  { name: 'reminders', cron: '10 7 * * *', run: remindOfAnswers },
  { name: 'findings', cron: '10 7 * * *', run: remindOfFindings },
  { name: 'admissions', cron: '10 7 * * *', run: remindOfAdmissions },
  { name: 'ties', cron: '45 6 * * *', run: tieEarlier },
  { name: 'sanctions', cron: '10 7 * * *', run: remindOfSanctions },
  { name: 'changes', cron: '10 7 * * *', run: remindOfChanges },
  { name: 'surveillance', cron: '50 6 * * *', run: followSurveillances },
  { name: 'endings', cron: '20 7 * * *', run: remindOfEnds },
  { name: 'apiKeys', cron: '25 7 * * *', run: remindOfKeys },
  { name: 'digests', cron: '30 7 * * *', run: tellDigests },
  { name: 'conditions', cron: '20 7 * * *', run: followConditions },
  { name: 'complaints', cron: '20 7 * * *', run: followComplaints },
  { name: 'questionnaires', cron: '5 0 * * *', run: closeQuestionnaires },
  { name: 'outcomes', cron: '30 8 * * *', run: askOutcomes },
  { name: 'messages', cron: '35 7 * * *', run: tellWaitingMessages },
  { name: 'fittingNeeds', cron: '40 7 * * 1', run: tellFittingNeeds },
  { name: 'figures', cron: '15 4 * * *', run: publishFigures },
  { name: 'stillShown', cron: '40 6 * * *', run: reportStaleBadges },
  { name: 'timeStamps', cron: '*/5 * * * *', run: renewStamps },
  { name: 'statusLists', cron: '50 4 * * *', run: renewStatusLists },
  { name: 'conformity', cron: '55 4 * * *', run: addConformity },
  { name: 'retention', cron: '20 3 * * *', run: carryOutRetention },
];
