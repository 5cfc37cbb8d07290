import type supertest from 'supertest';
import yauzl from 'yauzl';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { scoreCriterion } from '../../src/commands/review/evaluation/scoreCriterion.ts';
import { type AccessWeb, accessWeb, type Role } from './access.ts';
import { deliver } from './applicationSteps.ts';

/** The people who must not see the other review: its fellow reviewer, the officer, the applicant and a stranger. */
export const viewers = ['reviewer', 'officer', 'owner', 'visitor'] as const satisfies readonly Role[];
export type Viewer = (typeof viewers)[number];

/** What one viewer gets from one route, without what is made anew for every answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** A file in evaluation, and time that can be taken back. */
export interface BlindReviewWeb extends AccessWeb {
  readonly otherReview: { readonly id: string; readonly person: Person };
  /** What a viewer gets at a route. */
  ask(viewer: Viewer, route: Route): Promise<Answer>;
  /** Signs everyone in anew, at the same instant as ever. */
  enter(): Promise<void>;
  /** Copies everything that is stored; what it gives puts that back. */
  snapshot(): Promise<() => Promise<void>>;
  /** The other reviewer scores one criterion. */
  scoreOther(): Promise<void>;
  /** The other reviewer scores everything, one criterion otherwise than claimed, and delivers. */
  deliverOther(): Promise<void>;
}

/** The words that only the other reviewer wrote. */
export const secret = 'Remarque que seul l’autre connaît.';
const instant = '2026-11-10T08:00:00.000Z';
/** Sessions are older than nothing and younger than nothing: their pages say the same at any time. */
const still = { now: () => new Date('2026-11-02T08:00:00.000Z') };

/** Starts it: nothing is scored yet, and no letter waits to be sent. */
export async function blindReviewWeb(name: string): Promise<BlindReviewWeb> {
  const web = await accessWeb(name, still);
  const { deps, connection } = web;
  const applicationId = web.value('/:language/files/:applicationId', 'applicationId');
  const reviewId = web.value('/:language/review/:reviewId', 'reviewId');
  const reviews = await deps.store.reviewsOf(applicationId);
  const other = requireVisible(reviews.find(({ id }) => id !== reviewId));
  const person = requireVisible(await deps.store.person(other.context.personId));
  const document = web.value('/:language/applications/:id/evidence/:document', 'document');
  const evidence = requireVisible(
    await connection.collection<{ _id: string }>('evidence').findOne({ _id: document }),
  );
  const { _id, ...file } = evidence;
  // As if it had been there when the file was sent: a reviewer may read what was frozen.
  await connection
    .collection<{ _id: string }>('snapshots')
    .updateOne({ _id: `${applicationId}.1` }, { $set: { 'content.evidence': [{ id: _id, ...file }] } });
  const valueIn = (path: string, part: string) =>
    path.startsWith('/:language/evidence/') ? document : web.value(path, part);
  const enter = async (viewer: Viewer) => {
    web.setClock(instant);
    await web.browserAs(viewer, true);
  };
  const score = {
    level: 1,
    comment: secret,
    note: secret,
    finding: { grade: 'minor', text: secret },
  } as const;
  await web.work();
  return {
    ...web,
    value: valueIn,
    otherReview: { id: other.id, person },
    enter: async () => {
      for (const viewer of viewers) await enter(viewer);
    },
    ask: async (viewer, { method, path }) => {
      const address = path.replaceAll(/:(\w+)/g, (_, part: string) => valueIn(path, part));
      const browser = await web.browserAs(viewer);
      const mayEnd = /sign-out|sign-in|account\/sessions/.test(path);
      const csrf = method === 'POST' ? await web.token(viewer, mayEnd) : '';
      web.setClock(instant);
      if (method === 'GET') return answerOf(await raw(browser.get(address)));
      const fields = new URLSearchParams({ csrf, ...sent[path] });
      const answer = await answerOf(await raw(browser.send(address, 'form', fields.toString())));
      if (mayEnd) await enter(viewer);
      return answer;
    },
    snapshot: async () => {
      const names = (await connection.listCollections())
        .map((one) => one.name)
        .filter((one) => !/^system/.test(one));
      const kept = await Promise.all(
        names.map(async (one) => [one, await connection.collection(one).find({}).toArray()] as const),
      );
      return async () => {
        for (const [one, documents] of kept) {
          await connection.collection(one).deleteMany({});
          if (documents.length > 0) await connection.collection(one).insertMany([...documents]);
        }
      };
    },
    scoreOther: async () => {
      web.setClock('2026-11-04T09:00:00.000Z');
      await scoreCriterion(deps, person, {
        reviewId: other.id,
        score: { offerId: '', criterion: 'FIN-01', ...score },
      });
    },
    deliverOther: async () => {
      web.setClock('2026-11-05T09:00:00.000Z');
      await deliver(deps, person, other.id, { 'FIN-01': score });
      await web.work();
    },
  };
}

/** Doors that are knocked at with more than an empty form. */
const sent: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/:language/review/:reviewId/:place': { level: '2', comment: 'Vu', go: 'stay' },
};

/** The bytes as they came. */
function raw(request: supertest.Test): supertest.Test {
  return request.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  });
}

/** A packed file is compared unpacked: its length follows from what it holds, as an etag from a page with its fresh ids. */
const changing = ['date', 'x-request-id', 'set-cookie', 'ratelimit', 'etag'];

async function answerOf({ status, headers, body }: supertest.Response): Promise<Answer> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from('');
  const apart = isZip(bytes) ? [...changing, 'content-length'] : changing;
  const told = Object.entries(headers as Record<string, unknown>).filter(([name]) => !apart.includes(name));
  return {
    status,
    headers: Object.fromEntries(told.map(([name, value]) => [name, same(String(value))])),
    body: same(isZip(bytes) ? await unpacked(bytes) : bytes.toString('latin1')),
  };
}

/** Without tokens, nonces, challenges and fresh ids: they are the viewer's own, and never twice the same. */
function same(text: string): string {
  return (
    text
      .replaceAll(/(?:value|data-csrf)="(?:[\w-]{48}|[\w-]{32}|[0-9a-f]{64})"/g, 'token')
      .replaceAll(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]+/g, 'when')
      .replaceAll(/[0-9a-f]{64}(?= {2}answers\.xlsx)/g, 'digest')
      // The seed of a draw, and the secret of a complaint about to be made.
      .replaceAll(/<code>[\w-]{43}<\/code>|(?<=name="(?:secret|once)" value=")[^"]+/g, 'random')
      .replaceAll(/nonce(="|-)[\w+/=]{20,}/g, 'nonce')
      .replaceAll(/"challenge":"[^"]+"/g, '"challenge"')
      .replaceAll(/T\d{8}/g, 'T')
  );
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString() === 'PK';
}

async function unpacked(bytes: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const files: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    files.push(`${entry.fileName}\n${isZip(content) ? await unpacked(content) : content.toString('latin1')}`);
  }
  zip.close();
  return files.join('\n');
}
