// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import { mongo } from 'mongoose';
import {
  advanceToEvaluation,
  advanceToLabel,
  castOf,
  deliver,
  filledDraft,
} from './support/applicationSteps.ts';
import { issueLabel } from './support/issueLabel.ts';
import { restoreNow, suspendNow } from './support/labelSteps.ts';
import { labelWorld } from './support/labelWorld.ts';
import { withShelf } from './support/run/remember.ts';
import { type TestService, testService } from './support/run/service.ts';
import { specimen } from './support/samples/specimen.ts';

/** What tests begin with: each row walks there by steps that are remembered. */
const walks: Readonly<Record<string, (service: TestService) => Promise<unknown>>> = {
  'a draft': async ({ deps, person }) => filledDraft(deps, await person('owner')),
  'a file that was decided': async (service) => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(deps, cast.owner);
    const [first = '', second = ''] = await advanceToEvaluation(deps, cast, id, owner);
    await deliver(deps, cast.reviewers[0], first, specimen.reviews[0]);
    await deliver(deps, cast.reviewers[1], second, specimen.reviews[1]);
    return advanceToLabel(deps, cast, id, owner);
  },
  'a suspended label, restored': async (service) => {
    const cast = await castOf(service);
    const { number } = await issueLabel(service, cast, 'holder');
    await suspendNow(service, cast.officer, number, '2027-01-31');
    await restoreNow(service, cast.officer, number, 'Corrigé.');
    return number;
  },
  'a label on which everything waits': labelWorld,
};

describe('what tests begin with', () => {
  for (const [name, walk] of Object.entries(walks))
    it(`is ${name} as the commands make it, when it is remembered`, async () => {
      const made = await withShelf(null, () => stateAfter(walk));
      const again = () => withShelf('own-steps', () => stateAfter(walk));
      await again();
      const loaded = await again();
      for (const part of new Set([...Object.keys(made), ...Object.keys(loaded)]))
        expect(loaded[part], part).to.deep.equal(made[part]);
    });
});

/** Everything that is stored, sent and counted after a walk, but for what is drawn at random. */
async function stateAfter(
  walk: (service: TestService) => Promise<unknown>,
): Promise<Readonly<Record<string, unknown>>> {
  const service = await testService('remembered');
  try {
    const result = await walk(service);
    const now = service.deps.clock.now();
    const id = service.deps.ids.next();
    const { letters, connection } = service;
    const names = (await connection.listCollections()).map((one) => one.name).toSorted();
    const stored = await Promise.all(
      names
        .filter((one) => one !== 'migrations')
        .map(async (one) => [
          one,
          (await connection.collection(one).find().toArray()).map(masked).toSorted(),
        ]),
    );
    return { now, id, result: masked(result), letters: masked(letters), ...Object.fromEntries(stored) };
  } finally {
    await service.stop();
  }
}

/** Drawn at random, dates of the machine, and lengths of what holds one of both. */
const drawn = new Set(['ticket', 'index', 'uploadDate', 'length', 'size']);

/** As text, without digests, keys and other values that differ from one walk to the next. */
function masked(value: unknown): string {
  return JSON.stringify(value, (name, one) => {
    if (drawn.has(name)) return '…';
    if (one instanceof mongo.ObjectId || one instanceof mongo.Binary) return 'binary';
    return typeof one === 'string' ? one.replace(/[\w+/=-]{20,}/g, '…') : one;
  });
}
