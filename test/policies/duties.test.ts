import { expect } from 'chai';
import type { Act } from '../../src/policies/acts.ts';
import { refusedBy } from '../../src/policies/duties.ts';
import { reasonOf } from '../../src/policies/dutyReasons.ts';
import { type Part, parts } from '../../src/policies/parts.ts';
import { definitionOf } from '../../src/workflow/definition.ts';
import type { ApplicationState } from '../../src/workflow/stored.ts';
import { currentVersion, type MachineName } from '../../src/workflow/versions.ts';
import { heldParts } from './support/heldParts.ts';

const states = Object.keys(definitionOf('application').states) as ApplicationState[];
const machines = (Object.keys(currentVersion) as MachineName[]).filter((name) => name !== 'session');
const acts: readonly Act[] = [
  ...machines.flatMap((name) => {
    const events = Object.values(definitionOf(name).states).flatMap(({ on }) => Object.keys(on));
    return [...new Set(events)].map((event) => `${name}.${event}` as Act);
  }),
  'session.takeChair',
  'session.recuse',
  'session.vote',
  'session.conclude',
  'session.putOnAgenda',
  'application.invite',
  'application.recordVisit',
  'label.takeDownOffer',
  'label.takeWebsite',
  'review.score',
  'tie.declare',
  'read',
];
const pairs = parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other] as const));
const refuses = (act: Act, ...held: readonly Part[]) => refusedBy(act, new Set(held)).length > 0;

/** Invariant 1: what each act makes of a person, of the four parts that nobody holds two of. */
const gives: Readonly<Record<'reviewer' | 'rapporteur' | 'decider' | 'panelist', readonly Act[]>> = {
  reviewer: [
    'review.accept',
    'review.score',
    'review.deliver',
    'application.deliverReview',
    'application.moderate',
    'application.acceptCorrection',
    'application.rejectCorrection',
    'finding.acceptAction',
    'finding.returnAction',
    'finding.close',
    'finding.returnProof',
  ],
  rapporteur: ['application.recommend', 'application.returnToEvaluation'],
  decider: [
    'application.decide',
    'application.defer',
    'session.takeChair',
    'session.vote',
    'session.conclude',
    'label.withdrawLabel',
    'label.keepLabel',
    'label.deferWithdrawal',
  ],
  panelist: [
    'appeal.admit',
    'appeal.findInadmissible',
    'appeal.vote',
    'appeal.askStay',
    'appeal.askToLiftStay',
    'appeal.grantUrgentStay',
    'appeal.uphold',
    'appeal.partlyUphold',
    'appeal.dismiss',
    'application.dismissAppeal',
    'application.upholdAppeal',
    'label.grantStay',
    'label.liftStay',
    'label.upholdAppeal',
  ],
};
const holders: Readonly<Record<keyof typeof gives, readonly Part[]>> = {
  reviewer: ['scored', 'moderated'],
  rapporteur: ['recommended'],
  decider: ['voted', 'decided', 'turnedAway'],
  panelist: ['judged'],
};

/** What officers do; a part that judges the file refuses each, but for these. */
const ofOfficers: readonly Act[] = [
  'application.accept',
  'application.declareIneligible',
  'application.requestInformation',
  'application.invite',
  'application.staff',
  'application.releaseReviewer',
  'application.conflictFound',
  'application.announce',
  'review.release',
  'review.conflictFound',
  'finding.extend',
  'appeal.formPanel',
  'appeal.conflictFound',
  'tie.declare',
];
const allowed: readonly string[] = ['application.requestInformation recommended', 'appeal.formPanel judged'];

describe('policies/duties', () => {
  it('has a row for every event of the machines', () => {
    for (const act of acts) expect(() => refusedBy(act, new Set(parts)), act).to.not.throw();
  });

  it('reads every pair of roles from stored data in every state, and refuses what either refuses', () => {
    const wrong: string[] = [];
    for (const [one, other] of pairs) {
      // What a decision says is one thing: turned away at the screening, or decided by a committee.
      const exclude = one === 'turnedAway' && other === 'decided';
      for (const state of states) {
        const held = heldParts([one, other], state);
        if (!(held.has(one) && held.has(other)) && !exclude)
          wrong.push(`${state}: ${one} + ${other} are lost`);
        for (const act of acts) {
          const alone = [...held].some((part) => refuses(act, part));
          if (refuses(act, ...held) !== alone) wrong.push(`${state}: ${one} + ${other} → ${act}`);
        }
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  for (const [name, given] of Object.entries(gives)) {
    it(`lets nobody become ${name} who holds another of the four parts`, () => {
      for (const [other, held] of Object.entries(holders)) {
        if (other === name) continue;
        for (const part of held) {
          for (const act of given) expect(refuses(act, part), `${part} → ${act}`).to.equal(true);
        }
      }
    });
  }

  it('bars people of an earlier round from acting for the scheme, and from the file', () => {
    const all = [...Object.values(gives).flat(), ...ofOfficers, 'read', 'application.recordVisit'] as Act[];
    for (const act of all) expect(refuses(act, 'earlier'), act).to.equal(true);
  });

  it('bars officers from files that they score, settle, advise on, decide or judge', () => {
    const judging: readonly Part[] = [
      'invited',
      'scored',
      'moderated',
      'recommended',
      'voted',
      'decided',
      'judged',
    ];
    for (const act of ofOfficers) {
      for (const part of judging) {
        expect(refuses(act, part), `${part} → ${act}`).to.equal(!allowed.includes(`${act} ${part}`));
      }
    }
  });

  it('bars the applicant’s people from everything else', () => {
    const own = (act: Act) => refusedBy(act, new Set(parts)).length === 0;
    const declared: readonly Act[] = ['tie.declare', 'read'];
    for (const act of acts.filter((one) => !own(one) && !declared.includes(one))) {
      for (const part of ['organisation', 'tie', 'applied'] as const)
        expect(refuses(act, part), `${part} → ${act}`).to.equal(true);
    }
    expect([refuses('read', 'organisation'), refuses('read', 'tie')]).to.deep.equal([true, true]);
  });

  it('lets people of an organisation do all that is theirs', () => {
    const theirs: readonly Act[] = [
      'application.submit',
      'application.answer',
      'application.submitCorrection',
      'application.sign',
      'application.lodgeAppeal',
      'application.withdraw',
      'finding.proposeAction',
      'finding.submitProof',
      'label.answerHearing',
      'label.giveNotice',
      'label.takeBackNotice',
      'label.lodgeAppeal',
      'surveillance.declare',
    ];
    for (const act of theirs) expect(refuses(act, 'organisation', 'applied'), act).to.equal(false);
  });

  it('has a reason of its own for each role', () => {
    expect(new Set(parts.map((part) => reasonOf[part])).size).to.equal(parts.length);
  });
});
