import { expect } from 'chai';
import lpSolver from 'javascript-lp-solver';
import { type Possible, type Problem, plan } from '../../src/assignment/plan.ts';
import { assigningRound, greedy } from '../support/assigningRound.ts';

/** As a value it is its default export, which its types take for the whole module. */
const solver = lpSolver as unknown as { Solve(model: object): unknown };

/** The least cost of serving every file, by a solver that shares nothing with ours. */
function optimumOf({ fileIds, possible, room }: Problem): number {
  const seats = fileIds.flatMap((id) => [`peer ${id}`, `other ${id}`]);
  const result = solver.Solve({
    optimize: 'cost',
    opType: 'min',
    constraints: {
      ...Object.fromEntries(seats.map((seat) => [seat, { equal: 1 }])),
      ...Object.fromEntries([...room].map(([id, max]) => [id, { max: max }])),
    },
    variables: Object.fromEntries(
      possible.map(({ fileId, personId, place, cost }, i) => [
        `x${i}`,
        { cost, [`${place} ${fileId}`]: 1, [personId]: 1 },
      ]),
    ),
  }) as { readonly feasible: boolean; readonly result: number };
  expect(result.feasible).to.equal(true);
  return result.result;
}

const costOf = (chosen: readonly Possible[]) => chosen.reduce((sum, { cost }) => sum + cost, 0);

/** Every rule that a plan must hold, asked of its list alone; gives the files that got nobody. */
function expectSound(chosen: readonly Possible[], { fileIds, possible, room, rule }: Problem): string[] {
  const unserved = fileIds.filter((id) => !chosen.some(({ fileId }) => fileId === id));
  for (const one of chosen) expect(possible).to.include(one);
  for (const fileId of fileIds) {
    const team = chosen.filter((one) => one.fileId === fileId);
    if (unserved.includes(fileId)) continue;
    const of = (place: string) => team.filter((one) => one.place === place).length;
    expect([team.length, of('peer'), of('other')], fileId).to.deep.equal([
      rule.size,
      rule.peers,
      rule.others,
    ]);
    expect(new Set(team.map(({ personId }) => personId)).size, fileId).to.equal(team.length);
  }
  for (const [id, max] of room) {
    expect(chosen.filter(({ personId }) => personId === id).length, id).to.be.at.most(max);
  }
  return unserved;
}

describe('the plan of many files at once', () => {
  it('assigns 40 files to 25 reviewers at the cost that an independent solver finds, without breaking a rule', async () => {
    const round = assigningRound(20_261_125);
    const planned = await plan(round);
    expect(expectSound(planned, round)).to.deep.equal([]);
    expect(costOf(planned)).to.be.closeTo(optimumOf(round), 1e-6);
    const byHand = greedy(round);
    expect(byHand.cost).to.be.above(costOf(planned));
  });

  it('agrees with the other solver on the cost of many small rounds', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const round = assigningRound(seed, { files: 6, reviewers: 6 });
      const planned = await plan(round);
      const unserved = expectSound(planned, round);
      if (unserved.length === 0) expect(costOf(planned)).to.be.closeTo(optimumOf(round), 1e-6);
    }
  });

  it('serves as many files as possible, each completely or not at all', async () => {
    const round = assigningRound(7, { files: 12, reviewers: 4 });
    const max = (place: string) =>
      [...round.room].filter((_, i) => (i % 2 === 0 ? 'peer' : 'other') === place);
    const seats = ['peer', 'other'].map((place) => max(place).reduce((sum, [, room]) => sum + room, 0));
    const planned = await plan(round);
    const unserved = expectSound(planned, round);
    expect(12 - unserved.length).to.equal(Math.min(...seats, 12));
  });

  it('assigns nothing when nobody is available', async () => {
    const round = { ...assigningRound(3, { files: 2, reviewers: 2 }), possible: [] };
    expect(await plan(round)).to.deep.equal([]);
    const full = assigningRound(3, { files: 2, reviewers: 2 });
    const nobody = await plan({ ...full, room: new Map([...full.room].map(([id]) => [id, 0])) });
    expect(nobody).to.deep.equal([]);
  });
});
