import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { keysOf, type LetterWords } from '../../src/letters/letter.ts';
import { type JournalLetterKind, lettersOn } from '../../src/letters/letters.ts';
import { writeLetter } from '../../src/mailing/writeLetter.ts';
import { definitionOf } from '../../src/workflow/definition.ts';
import type { DomainEvent } from '../../src/workflow/domainEvents.ts';
import { currentVersion } from '../../src/workflow/versions.ts';
import { everyLetter, letterGroups } from '../support/samples/sampleLetters.ts';

/** An e-mail (its words) and the fact on which it goes; or why there is none. */
type Told = readonly [LetterWords, DomainEvent] | string;

/** Something that is due: in which states of which machine, who owes it, and what tells of it. */
interface Due {
  readonly owes: 'applicant' | 'holder' | 'reviewer' | 'office';
  readonly opened: Told;
  readonly before: Told;
  readonly after: Told;
  /** Words of its page, with the day. */
  readonly page: string;
}

const days = { dueAt: '2026-12-24', until: '2026-12-24', since: '2026-12-24' };
const inDigest = 'the e-mail of the morning (reviewLeads, invitationLeads)';

/** Everything with a day, by machine and state; a second thing of a state has a name behind `#`. */
const things: Readonly<Record<string, Due>> = {
  'application draft': {
    owes: 'applicant',
    opened: ['reconsiderationOpened', 'application.reconsiderationOpened'],
    before: ['answerDue.reconsideration', 'application.answerDueSoon'],
    after: ['applicationLapsed.reconsideration', 'application.lapsed'],
    page: 'labelTasks.until',
  },
  'application informationRequested': {
    owes: 'applicant',
    opened: ['informationRequested', 'application.informationRequested'],
    before: ['answerDue.answer', 'application.answerDueSoon'],
    after: ['applicationLapsed.answer', 'application.lapsed'],
    page: 'applicant.ends.until',
  },
  'application correction': {
    owes: 'applicant',
    opened: ['correctionAsked.first', 'application.correctionAsked'],
    before: ['answerDue.correction', 'application.answerDueSoon'],
    after: ['applicationLapsed.correction', 'application.lapsed'],
    page: 'findings.due',
  },
  'application correction#again': {
    owes: 'applicant',
    opened: ['correctionAsked.again', 'application.correctionRejected'],
    before: ['answerDue.correction', 'application.answerDueSoon'],
    after: ['applicationLapsed.correction', 'application.lapsed'],
    page: 'findings.due',
  },
  'application agreement': {
    owes: 'applicant',
    opened: ['decisionAnnounced.granted', 'application.granted'],
    before: ['answerDue.signature', 'application.answerDueSoon'],
    after: ['applicationLapsed.signature', 'application.lapsed'],
    page: 'applicant.ends.until',
  },
  'finding raised': {
    owes: 'applicant',
    opened: ['findingsRaised', 'application.evaluated'],
    before: ['findingDue.action', 'finding.dueSoon'],
    after: ['findingMoved.deadlinePassed', 'finding.escalated'],
    page: 'findings.applicant.task',
  },
  'finding raised#returned': {
    owes: 'applicant',
    opened: ['findingMoved.returnAction', 'finding.actionReturned'],
    before: ['findingDue.action', 'finding.dueSoon'],
    after: ['findingMoved.deadlinePassed', 'finding.escalated'],
    page: 'findings.due',
  },
  'finding raised#extended': {
    owes: 'applicant',
    opened: ['findingMoved.extend', 'finding.extended'],
    before: ['findingDue.action', 'finding.dueSoon'],
    after: ['findingMoved.deadlinePassed', 'finding.escalated'],
    page: 'findings.due',
  },
  'finding actionAccepted': {
    owes: 'applicant',
    opened: ['findingMoved.acceptAction', 'finding.actionAccepted'],
    before: ['findingDue.proof', 'finding.dueSoon'],
    after: ['findingMoved.deadlinePassed', 'finding.escalated'],
    page: 'labelTasks.until',
  },
  'finding actionAccepted#returned': {
    owes: 'applicant',
    opened: ['findingMoved.returnProof', 'finding.proofReturned'],
    before: ['findingDue.proof', 'finding.dueSoon'],
    after: ['findingMoved.deadlinePassed', 'finding.escalated'],
    page: 'findings.due',
  },
  'condition open': {
    owes: 'holder',
    opened: ['conditionImposed', 'label.standingSet'],
    before: ['conditionDue', 'condition.dueSoon'],
    after: ['conditionMoved.unmet', 'condition.unmet'],
    page: 'conditions.due',
  },
  'surveillance due': {
    owes: 'holder',
    opened: ['surveillanceOpened.declaration', 'surveillance.opened'],
    before: ['surveillanceDue', 'surveillance.dueSoon'],
    after: ['surveillanceOverdue.inUse', 'surveillance.overdue'],
    page: 'declaration.until',
  },
  'surveillance findings': {
    owes: 'holder',
    opened: ['surveillanceFindings', 'surveillance.findingsRaised'],
    before: ['surveillanceDue', 'surveillance.dueSoon'],
    after: ['surveillanceOverdue.inUse', 'surveillance.overdue'],
    page: 'declaration.until',
  },
  'label suspended': {
    owes: 'holder',
    opened: ['labelSanction.suspended', 'label.suspended'],
    before: ['sanctionDue.repair', 'label.repairDueSoon'],
    after: ['labelSanction.suspensionOverdue', 'label.suspensionOverdue'],
    page: 'sanctions.own.due',
  },
  'label suspended#hearing': {
    owes: 'holder',
    opened: ['labelSanction.suspendedAtOnce', 'label.suspended'],
    before: ['sanctionDue.hearing', 'label.hearingDueSoon'],
    after: 'what is decided without an answer is told by itself',
    page: 'sanctions.own.answerBy',
  },
  'label active#suspension': {
    owes: 'holder',
    opened: ['labelSanction.suspensionProposed', 'label.suspensionProposed'],
    before: ['sanctionDue.hearing', 'label.hearingDueSoon'],
    after: 'what is decided without an answer is told by itself',
    page: 'sanctions.own.answerBy',
  },
  'label active#withdrawal': {
    owes: 'holder',
    opened: ['labelSanction.withdrawalProposed', 'label.withdrawalProposed'],
    before: ['sanctionDue.hearing', 'label.hearingDueSoon'],
    after: 'what is decided without an answer is told by itself',
    page: 'sanctions.own.answerBy',
  },
  'label active#renewal': {
    owes: 'holder',
    opened: ['labelEnds.early', 'label.endsSoon'],
    before: ['labelEnds.due', 'label.endsSoon'],
    after: ['labelExpired.unrenewed', 'label.expired'],
    page: 'labelTasks.until',
  },
  'change followUp': {
    owes: 'holder',
    opened: ['changeAssessed.application', 'change.assessed'],
    before: ['changeDue', 'change.dueSoon'],
    after: ['changeOverdue', 'change.overdue'],
    page: 'labelTasks.until',
  },
  'review invited': {
    owes: 'reviewer',
    opened: ['reviewInvitation', 'review.invited'],
    before: inDigest,
    after: ['reviewEnded.answer', 'review.expired'],
    page: 'digest.lineDue',
  },
  'review scoring': {
    owes: 'reviewer',
    opened: ['reviewAccepted.review', 'review.accepted'],
    before: inDigest,
    after: ['reviewEnded.review', 'review.expired'],
    page: 'digest.lineDue',
  },
  'reviewer#admission': {
    owes: 'office',
    opened: 'the page that admits says it',
    before: ['admissionEnds.other', 'reviewer.endsSoon'],
    after: 'the e-mail of the morning, as long as nobody admits them anew',
    page: 'reviewers.standing.admitted',
  },
};

/** States with a day on which nobody is late: a right ends, or something is over by itself. */
const rights: readonly string[] = [
  // A stay that the others of the panel did not confirm ends.
  'appeal admitted',
  'appeal panelFormed',
  'application refused',
  'complaint answered',
  'complaint unfounded',
  'need open',
  'need answered',
];

describe('whatever is due', () => {
  const i18n = createI18n();

  it('is in the table, for each state of a machine that ends on a day', () => {
    const ending = keysOf(currentVersion).flatMap((machine) =>
      Object.entries(definitionOf(machine).states).flatMap(([state, { on }]) =>
        'deadlinePassed' in on ? [`${machine} ${state}`] : [],
      ),
    );
    const known = [...Object.keys(things).map((name) => name.split('#')[0]), ...rights];
    expect(ending.filter((state) => !known.includes(state))).to.deep.equal([]);
  });

  for (const [name, due] of Object.entries(things)) {
    it(`is told with its day: ${name}, by ${due.owes}`, () => {
      for (const language of languages) {
        const words = i18n[language];
        const day = words.date('2026-12-24');
        for (const when of ['opened', 'before', 'after'] as const) {
          const told = due[when];
          if (typeof told === 'string') continue;
          const [group, fact] = told;
          expect(lettersOn(fact), `${when}: an e-mail on ${fact}`).to.include(
            group.split('.')[0] as JournalLetterKind,
          );
          const letter = everyLetter({ language }, days)[letterGroups.indexOf(group)];
          if (!letter) throw new Error(`no e-mail is named ${group}`);
          const { text } = writeLetter(letter, paper(i18n));
          expect(text.replaceAll('\u00a0', ' '), `${language} ${when}: ${group}`).to.include(
            day.replaceAll('\u00a0', ' '),
          );
        }
        expect(words.has(due.page), `${language}: ${due.page}`).to.equal(true);
      }
    });
  }
});

function paper(i18n: ReturnType<typeof createI18n>) {
  return {
    i18n,
    publicUrl: 'https://label.example',
    linkKey: Buffer.alloc(32, 7),
    contact: 'secretariat@specimen.example',
    specimen: false,
  };
}
