import type { Possible, Problem } from '../../src/assignment/plan.ts';

/** Numbers from 0 to 1 that are the same in each run (Park and Miller's minimal standard generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A round of files and reviewers: fields of work, conflicts, absences, costs and room as they come, the same for one seed. */
export function assigningRound(seed: number, { files = 40, reviewers = 25 } = {}): Problem {
  const draw = seeded(seed);
  const whole = (max: number) => Math.floor(draw() * max);
  const people = Array.from({ length: reviewers }, (_, i) => ({
    id: `R${i}`,
    place: i % 2 === 0 ? ('peer' as const) : ('other' as const),
    field: whole(15),
    room: 3 + whole(3),
  }));
  const fileIds = Array.from({ length: files }, (_, i) => `A${i}`);
  const possible = fileIds.flatMap((fileId) => {
    const field = whole(15);
    return people.flatMap(({ id, place, field: own }): Possible[] => {
      const cost = whole(146);
      const conflict = draw() < 0.1;
      const excluded = conflict || (place === 'peer' && own === field);
      return excluded ? [] : [{ fileId, personId: id, place, cost }];
    });
  });
  const rule = { peers: 1, others: 1, size: 2 };
  return { fileIds, possible, room: new Map(people.map(({ id, room }) => [id, room])), rule };
}

/** What anyone would do by hand: file after file, the cheapest person of each place who still has room. */
export function greedy({ fileIds, possible, room }: Problem): { cost: number; unserved: number } {
  const left = new Map(room);
  let cost = 0;
  let unserved = 0;
  for (const fileId of fileIds) {
    for (const place of ['peer', 'other'] as const) {
      const [first] = possible
        .filter((one) => one.fileId === fileId && one.place === place && (left.get(one.personId) ?? 0) > 0)
        .sort((a, b) => a.cost - b.cost);
      if (!first) {
        unserved += 1;
        continue;
      }
      left.set(first.personId, (left.get(first.personId) ?? 0) - 1);
      cost += first.cost;
    }
  }
  return { cost, unserved };
}
