import type { Finding } from '../../../src/commands/items/decidingItems.ts';
import {
  acceptCorrection,
  rejectCorrection,
  submitCorrection,
} from '../../../src/commands/review/findings/corrections.ts';
import {
  extendFinding,
  judgeFinding,
  proposeAction,
  submitProof,
} from '../../../src/commands/review/findings/findings.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { dayIn, fileAt, filesIn, ownerOf, reason } from '../targets.ts';

const findingsIn =
  (...states: readonly Finding['state'][]) =>
  (known: Known) =>
    known.all('findings').filter(({ state }) => states.includes(state));
const findingAt = ({ id, revision }: Finding) => ({ findingId: id, revision });

/** What is missing is put right, or not; those who scored the file judge it, later the officers. */
export const moves = [
  move({
    name: 'proposeAction',
    weight: 12,
    targets: findingsIn('raised', 'escalated'),
    act: async ({ at, known }, finding) => {
      const [deps, owner] = await at('applications', ownerOf(known, finding));
      await proposeAction(deps, owner, { ...findingAt(finding), action: reason });
    },
  }),
  move({
    name: 'submitProof',
    weight: 12,
    targets: findingsIn('actionAccepted'),
    act: async ({ at, known }, finding) => {
      const [deps, owner] = await at('applications', ownerOf(known, finding));
      await submitProof(deps, owner, { ...findingAt(finding), proof: reason, documents: [] });
    },
  }),
  move({
    name: 'judgeFinding',
    weight: 20,
    targets: findingsIn('actionProposed', 'proofSubmitted'),
    act: async ({ at, staff }, finding, draw) => {
      const { labelNumber, reviewers } = finding.context;
      const [deps, judge] =
        labelNumber === null
          ? await at('review', draw.one(reviewers))
          : await at('files', draw.one(staff.officers));
      const no = draw.once(4);
      const judgement =
        finding.state === 'actionProposed'
          ? no
            ? 'returnAction'
            : 'acceptAction'
          : no
            ? 'returnProof'
            : 'close';
      await judgeFinding(deps, judge, { ...findingAt(finding), judgement, reason });
    },
  }),
  move({
    name: 'extendFinding',
    weight: 2,
    targets: findingsIn('escalated'),
    act: async ({ at, staff }, finding, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const dueOn = dayIn(deps, 30 + draw.whole(60));
      await extendFinding(deps, officer, { ...findingAt(finding), reason, dueOn });
    },
  }),
  move({
    name: 'submitCorrection',
    weight: 12,
    targets: filesIn('correction'),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      await submitCorrection(deps, owner, fileAt(file));
    },
  }),
  move({
    name: 'verifyCorrection',
    weight: 16,
    targets: filesIn('verification'),
    act: async ({ at }, file, draw) => {
      const [deps, reviewer] = await at('review', draw.one(file.context.reviewers).personId);
      const verdict = draw.once(3) ? rejectCorrection : acceptCorrection;
      await verdict(deps, reviewer, { ...fileAt(file), reason });
    },
  }),
];
