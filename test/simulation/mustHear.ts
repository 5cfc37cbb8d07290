import type { NoticeOfChange } from '../../src/commands/items/noticeOfChange.ts';
import type { Surveillance } from '../../src/commands/items/surveillance.ts';
import type { DomainEvent, Facts } from '../../src/workflow/domainEvents.ts';

/** What happens to a holder: everything of these is told to its people, but for what stands in `inside`. */
const ofHolders: readonly (keyof Facts)[] = ['label', 'surveillance', 'condition', 'change', 'appeal'];

/** What nobody of a holder is told by itself, each with what tells them, or why it is none of theirs. */
const inside: Partial<Record<DomainEvent, string>> = {
  'label.opened': 'label.issued tells it',
  'label.revisionAsked': 'the certificate itself tells it, once it is there',
  'label.revisionDropped': 'only an extension is told of; whatever else asked for it goes on',
  'label.reissued': 'told where whatever asked for it was not',
  'label.stillShown': 'it is the office that has to look',
  'label.offerChanged': 'the holder changed it, or label.offerTakenDown tells it of another label',
  'label.conformityAdded': 'it says what the certificate says, and asks for nothing',
  'label.walletTaken': 'who speaks for the holder took it',
  'label.websiteTaken': 'it is the address that the holder gave',
  'label.registerUpdated': 'change.assessed tells it',
  'label.stampRenewed': 'what the certificate says is what it said',
  'label.standingSet': 'the condition that was met, or the appeal, tells it',
  'label.conditionsMoved': 'told where the system follows conditions of before',
  'label.superseded': 'labelReplaced tells it on the new label',
  'label.stayGranted': 'appeal.stayGranted tells it',
  'label.stayLifted': 'appeal.stayLifted, or how the appeal ended, tells it',
  'label.reinstated': 'appeal.upheld tells it',
  'label.scopeExtended': 'told where it is an extension; otherwise appeal.upheld',
  'surveillance.checkRecorded': 'surveillance.confirmed or .findingsRaised tells what was found',
  'surveillance.dropped': 'it ends with its label, which is told',
  'condition.opened': 'label.opened tells of all of them',
  'condition.dropped': 'it ends with its label, which is told',
  'change.dropped': 'it ends with its label, which is told',
  'change.applicationSent': 'application.submitted tells it',
  'change.concluded': 'the decision that it waited for is told',
  'appeal.voted': 'votes are secret',
  'appeal.inadmissibilityProposed': 'nothing follows from one member of two',
  'appeal.stayAsked': 'nothing follows before most of the panel ask for it',
  'appeal.stayLiftAsked': 'nothing follows before most of the panel ask for it',
};
/** What the people of an applicant must hear of a file. */
const ofFiles: readonly DomainEvent[] = [
  'application.submitted',
  'application.accepted',
  'application.informationRequested',
  'application.declaredIneligible',
  'application.correctionAsked',
  'application.correctionRejected',
  'application.granted',
  'application.refused',
  'application.lapsed',
];

/** What a fact is about, where it is one of these. */
interface About {
  readonly task: Surveillance | undefined;
  readonly change: NoticeOfChange | undefined;
}

/** Whether the people of an organisation must hear of it when somebody else makes it true. */
export function mustHear(fact: DomainEvent, { task, change }: About): boolean {
  if (ofFiles.includes(fact)) return true;
  const isOfHolder = ofHolders.some((kind) => fact.startsWith(`${kind}.`)) && !(fact in inside);
  if (fact === 'surveillance.overdue') return isOfHolder && !isVisit(task);
  // How a reconsideration ended is told as that of any file.
  if (fact === 'change.applicationFailed') return change?.context.effect !== 'evaluation';
  return isOfHolder;
}

/** A visit of which nothing was found yet: it is the office that is late. */
function isVisit(task: Surveillance | undefined): boolean {
  return task?.context.task === 'siteCheck' && task.context.findings === 0;
}
