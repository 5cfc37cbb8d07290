// Tier: all. Budget: 17 s.
import { expect } from 'chai';
import type mongoose from 'mongoose';
import { type LabelWorld, labelWorld } from '../../support/labelWorld.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

/** Pages that try the acts which they offer, each by who opens it. */
const pages = {
  officer: [
    '/files/:applicationId',
    '/files/:applicationId/label',
    '/files/:applicationId/label/sanctions',
    '/files/:applicationId/label/conditions',
    '/files/:applicationId/label/surveillance/:surveillanceId',
    '/files/:applicationId/label/changes/:changeId',
    '/appeals/:appealId',
  ],
  handler: ['/complaints/:complaintId'],
  member: ['/committee/:applicationId/withdrawal', '/sessions/:sessionId'],
  panelist: ['/appeals/:appealId'],
  owner: [
    '/organisations/:id/labels/:number',
    '/organisations/:id/labels/:number/hearing',
    '/organisations/:id/labels/:number/notice',
    '/organisations/:id/labels/:number/appeal',
  ],
} as const;

/** Everything that a commit gives a new revision, with its collection. */
const collections = [
  'applications',
  'labels',
  'changes',
  'complaints',
  'appeals',
  'committeeSessions',
  'conditions',
  'surveillances',
];

describe('a page that is read while somebody else writes', () => {
  let web: TestWeb;
  let world: LabelWorld;
  let write: ReturnType<typeof writesDuringReads>;
  before(async () => {
    web = await testWeb('read-during-write', {}, { now: () => new Date('2027-10-01T09:00:00.000Z') });
    world = await labelWorld(web);
    write = writesDuringReads(web);
  });
  after(() => web.stop());

  const addressOf = (path: string) => {
    const { holder, ...ids } = world;
    const values: Readonly<Record<string, unknown>> = { ...ids, ...holder, id: holder.organisationId };
    return `/fr${path.replaceAll(/:(\w+)/g, (_, name: string) => String(values[name]))}`;
  };

  for (const [who, paths] of Object.entries(pages))
    for (const path of paths)
      it(`is shown to its ${who}, whichever of its reads the write comes after: ${path}`, async () => {
        const { cast, handler, panel, holder } = world;
        const people = {
          officer: cast.officer,
          handler,
          member: cast.committee[1],
          panelist: panel[0],
          owner: holder.owner,
        };
        const browser: Browser = await web.browser(people[who as keyof typeof people]);
        const reads = await write.after(Number.POSITIVE_INFINITY, () => browser.get(addressOf(path)));
        expect([reads.status, reads.count > 1], 'undisturbed').to.deep.equal([200, true]);
        const statuses: number[] = [];
        for (let n = 1; n <= reads.count; n += Math.ceil(reads.count / 8))
          statuses.push((await write.after(n, () => browser.get(addressOf(path)))).status);
        expect(statuses).to.deep.equal(statuses.map(() => 200));
      });
});

/** Counts the reads of items from the database, and changes every item after one of them. */
function writesDuringReads({ connection }: TestWeb) {
  let count = 0;
  let at = Number.POSITIVE_INFINITY;
  const counted = async () => {
    count += 1;
    if (count !== at) return;
    for (const name of collections)
      await connection.collection(name).updateMany({}, { $inc: { revision: 1 } });
  };
  for (const name of collections) {
    const model = connection.model(name);
    for (const read of ['find', 'findOne'] as const) {
      const query = model[read].bind(model) as (...given: unknown[]) => mongoose.Query<unknown, unknown>;
      const watched = (...given: unknown[]) => {
        const asked = query(...given);
        const exec = asked.exec.bind(asked);
        return Object.assign(asked, {
          exec: async () => {
            const found = await exec();
            await counted();
            return found;
          },
        });
      };
      Object.assign(model, { [read]: watched });
    }
  }
  return {
    after: async (read: number, request: () => PromiseLike<{ readonly status: number }>) => {
      count = 0;
      at = read;
      const { status } = await request();
      return { status, count };
    },
  };
}
