// Tier: all. Budget: 6 s.
import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { makeCalendarFeed } from '../../../src/commands/people/accounts/calendarFeed.ts';
import { shardKeys } from '../../../src/storage/database/shardKeys.ts';
import { publicRoutes } from '../../../src/web/publicRoutes.ts';
import { castOf, filledDraft } from '../../support/applicationSteps.ts';
import { sendComplaint } from '../../support/complaintSteps.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { asksOf } from '../../support/queries/asksOf.ts';
import { planOf, shapeOf } from '../../support/queries/planOf.ts';
import { type RecordedWeb, recordedWeb } from '../../support/queries/recordedWeb.ts';
import { routingOf } from '../../support/queries/routing.ts';
import type { Sent } from '../../support/queries/sentCommands.ts';
import { fillRegister } from '../../support/samples/fillRegister.ts';
import { openedQuestionnaire } from '../../support/samples/sampleAnswers.ts';
import { shown, type TestWeb, testWeb } from '../../support/web.ts';

/** Written anew by `WRITE_GOLDEN=1 npx mocha --parallel=false test/web/site/publicQueries.test.ts`. */
const golden = new URL('../../golden/publicQueries.json', import.meta.url);

/** Routes at which there is nothing here, or which refuse what they are sent: what they ask is asked by others too. */
const nothingThere = {
  'GET /.well-known/security.txt': 404,
  'GET /assets/fonts/:name': 404,
  'GET /labels/:number/photos/:file': 404,
  'GET /seals/:certificate': 404,
  'POST /:language/outcome': 404,
  'POST /:language/questionnaires/:token': 422,
  'POST /:language/report/:complaint/contest': 422,
  'POST /:language/report/follow': 422,
  'GET /:language/verify/wallet/:id': 404,
  'GET /wallet/requests/:ref': 404,
  'GET /wallet/status/:list': 404,
  'POST /wallet/token': 400,
  'POST /wallet/answers/:ref': 400,
  'POST /wallet/credential': 401,
  'POST /wallet/deferred': 401,
};

/** A handful of documents, all of which are asked for. */
const small = ['issuerKeys', 'logKeys', 'sealAnchors', 'timeAnchors', 'trustRoots'].map(
  (name) => `find ${name} sort {since:1,_id:1}`,
);

interface Asked extends Sent {
  readonly route: string;
}

describe('the queries of the public', () => {
  let web: TestWeb;
  let recorded: RecordedWeb;
  const asked: Asked[] = [];
  const statuses: Record<string, number> = {};

  before(async () => {
    web = await testWeb('public-queries');
    const cast = await castOf(web);
    const holder = await issueLabel(web, cast, 'holder');
    await fillRegister(web.connection, 200);
    await web.deps.store.addTimeAnchor({ id: 'time', pem: 'PEM', since: '2026-11-01T00:00:00.000Z' });
    const complaint = await sendComplaint(web);
    const feed = await makeCalendarFeed(web.deps, { ...cast.officer, request: 'test' });
    const draft = await filledDraft(web.deps, await web.person('newcomer'));
    const { token: questionnaire } = await openedQuestionnaire(web.deps, draft.owner, draft.id);
    recorded = await recordedWeb(web);
    const offer = (await web.deps.store.entry(holder.number))?.offers[0]?.id ?? '';
    const asks = asksOf({ ...holder, offer, personId: holder.owner.id, complaint, feed, questionnaire });
    for (const { methods, path } of publicRoutes({ deps: web.deps, i18n: shown.i18n }, shown.assets).stack) {
      for (const method of methods.filter((one) => one === 'GET' || one === 'POST')) {
        const route = `${method} ${path}`;
        for (const ask of asks(method, String(path))) {
          const { status } = await ask(recorded.visitor);
          statuses[route] = Math.max(statuses[route] ?? 0, status);
        }
        asked.push(...recorded.taken().map((sent) => ({ ...sent, route })));
      }
    }
  });
  after(async () => {
    await recorded.stop();
    await web.stop();
  });

  it('are all seen: what is asked of a route finds something', () => {
    const inVain = Object.entries(statuses).filter(([, status]) => status >= 400);
    expect(Object.fromEntries(inVain)).to.deep.equal(nothingThere);
  });

  it('go to one shard each', () => {
    const scattered = asked.filter((sent) => routingOf(sent) === 'scattered');
    expect(scattered.map((sent) => `${sent.route}: ${shapeOf(sent)}`)).to.deep.equal([]);
    // Otherwise the test looks at nothing.
    const targeted = asked
      .filter((sent) => routingOf(sent) === 'targeted')
      .map(({ collection }) => collection);
    expect(Object.keys(shardKeys)).to.include.members([...new Set(targeted)]);
    expect(targeted).to.include.members(['records', 'fs.files', 'fs.chunks']);
  });

  it('are answered by indexes in the order that is asked for, by the plans that are kept', async () => {
    const reading = asked.filter(({ name }) => ['find', 'aggregate', 'count', 'distinct'].includes(name));
    // What the calendar of one person asks is asked by the desk.
    const ofAll = reading.filter(({ route }) => route !== 'GET /calendar/:file');
    const questions = new Map(ofAll.map((sent) => [shapeOf(sent), sent]));
    const plans: Record<string, string> = {};
    for (const [shape, sent] of [...questions].sort(([a], [b]) => (a < b ? -1 : 1)))
      plans[shape] = await planOf(recorded.connection, sent);
    if (process.env.WRITE_GOLDEN) await writeFile(golden, `${JSON.stringify(plans, null, 2)}\n`);
    expect(plans).to.deep.equal(JSON.parse(await readFile(golden, 'utf8')));
    const slow = Object.entries(plans).filter(([, plan]) => /whole collection|sorted/.test(plan));
    expect(slow.map(([shape]) => shape)).to.deep.equal(small);
  });
});
