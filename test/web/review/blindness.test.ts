// Tier: all. Budget: 82 s.
import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { loadAssets } from '../../../src/web/http/assets/assets.ts';
import { providerCallback } from '../../../src/web/people/signInProvider.page.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { publicRoutes } from '../../../src/web/publicRoutes.ts';
import { deliver } from '../../support/applicationSteps.ts';
import {
  type Answer,
  type BlindReviewWeb,
  blindReviewWeb,
  type Route,
  secret,
  type Viewer,
} from '../../support/blindReview.ts';
import { routeAccess } from '../../support/routeAccess.ts';

/** Doors behind which there is nothing of this file, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'GET /dev/mailbox': 'every letter to everyone, where the service is on trial',
  'GET /dev/mailbox/:id': 'the same',
  'GET /labels/:number/certificate.pdf': 'no label yet',
  'GET /labels/:number/door-sign-a4.pdf': 'no label yet',
  'GET /labels/:number/door-sign-a6.pdf': 'no label yet',
  'GET /labels/:number/stand-sign.pdf': 'no label yet',
  'GET /badges/:number.pdf': 'no label yet',
  'GET /.well-known/did.json': 'nothing issued yet',
  'GET /status/:list': 'nothing issued yet',
  'GET /wallet/status/:list': 'nothing issued yet',
  'GET /wallet/requests/:ref': 'nobody asked for anything',
  'GET /verify/wallet/:id': 'the same',
  'POST /wallet/answers/:ref': 'the same',
  'POST /wallet/nonce': 'chance, another each time',
  'POST /verify/wallet': 'the same',
  'GET /organisations/:id/labels/:number/wallet': 'no label yet',
  'GET /credentials/:number': 'no label yet',
  'GET /credentials/:number/:revision': 'no label yet',
  'GET /conformity/:number': 'no label yet',
  'GET /conformity/:number/:revision': 'no label yet',
  'GET /seals/:certificate': 'nothing sealed yet',
  'GET /log/tile/:level/*path': 'nothing said of a label yet',
  'POST /applications/:id/rivals/:rival': 'two answers of an applicant',
  'GET /mail/letters/:letter': 'no letter is sent by its service',
  'GET /mail/letters/:letter/html': 'the same',
  'POST /mail/letters/:letter/resend': 'the same',
  'GET /dashboard': 'how many reviews each has under way, of which officers may see the state',
  'GET /health': 'how full the machine and the database are, which changes by itself',
  'GET /health/readings.json': 'the same',
  'GET /health/jobs/:job': 'no job of it is parked',
  'POST /health/jobs/:job/retry': 'the same',
  'POST /health/jobs/:job/drop': 'the same',
  'POST /account/calendar': 'a secret address, another each time',
  'GET /assets/:name': 'the same for all',
  'GET /assets/fonts/:name': 'the same for all',
};
/** A session of the committee decides on files whose evaluation is over; what is done about a label comes after both. */
const isElsewhere = (name: string) =>
  name in elsewhere ||
  [' /sessions/:sessionId', '/:surveillanceId', '/:conditionId', '/:changeId'].some((part) =>
    name.includes(part),
  );

/**
 * What an officer sees of two reviews under way is the state of each, and nothing else: a deadline is theirs to keep. With the
 * state of both put alike, a page must be the same byte for byte.
 */
const tellsState = (viewer: Viewer, name: string) => viewer === 'officer' && name.includes('/files/');

/** A route that opens for nobody of the table opens with something that one may have. */
const mayPass = (viewer: Viewer, name: string) =>
  routeAccess[name]?.includes(viewer) || routeAccess[name]?.length === 0;

describe('the work of the other reviewer, before one’s own delivery', () => {
  let web: BlindReviewWeb;
  let open: readonly Route[];
  let routes: readonly Route[];
  const [untouched, scored, delivered] = [1, 2, 3].map(() => new Map<string, Answer>()) as [
    Map<string, Answer>,
    Map<string, Answer>,
    Map<string, Answer>,
  ];
  let letters: readonly string[] = [];

  before(async () => {
    web = await blindReviewWeb('blindness');
    // It is made at the first question.
    await trustRoots(web.deps);
    const parts = { deps: web.deps, i18n: createI18n() };
    const routesOf = (...routers: readonly Pick<ReturnType<typeof privateRoutes>, 'stack'>[]) =>
      routers
        .flatMap(({ stack }) => stack)
        .flatMap(({ path, methods }) =>
          methods
            .filter((method) => method === 'GET' || method === 'POST')
            .map((method) => ({ method, path: String(path) }) as Route),
        );
    open = routesOf(publicRoutes(parts, loadAssets('development')));
    routes = routesOf(privateRoutes(parts), providerCallback(parts));
    const walk = async (into: Map<string, Answer>, viewers: readonly Viewer[]) => {
      await web.enter();
      for (const route of routes) {
        const name = nameOf(route);
        const asking = viewers.filter((viewer) => viewer === 'reviewer' || mayPass(viewer, name));
        for (const viewer of asking) into.set(`${viewer} ${name}`, await web.ask(viewer, route));
      }
      for (const viewer of viewers) await web.token(viewer, true);
    };
    const walkAsVisitor = async (into: Map<string, Answer>) => {
      for (const route of open) into.set(`visitor ${nameOf(route)}`, await web.ask('visitor', route));
      await web.token('visitor', true);
    };
    const back = await web.snapshot();
    const everyone = ['reviewer', 'officer', 'owner'] as const;
    await walk(untouched, everyone);
    await walkAsVisitor(untouched);
    await back();
    await web.scoreOther();
    await walk(scored, ['officer']);
    await back();
    const sent = web.letters.length;
    await web.deliverOther();
    letters = web.letters.slice(sent).map(({ to, subject }) => `${to} ${subject}`);
    await walk(delivered, everyone);
    await walkAsVisitor(delivered);
  });
  after(() => web.stop());

  const nameOf = ({ method, path }: Route) => `${method} ${path.replace('/:language', '')}`;

  it('is searched for on every page about its file', () => {
    const all = [...open, ...routes];
    expect(all.map(nameOf).filter((name) => !(name in routeAccess))).to.deep.equal([]);
    const nowhere = all
      .filter(({ path }) =>
        [...path.matchAll(/:(\w+)/g)].some(([, part = '']) => web.value(path, part) === 'none'),
      )
      .map(nameOf)
      .filter((name) => !isElsewhere(name));
    expect([...new Set(nowhere)], 'routes with a part that nothing stands for').to.deep.equal([]);
  });

  for (const name of Object.keys(routeAccess).filter((one) => !isElsewhere(one))) {
    it(`is shown nowhere at ${name}`, () => {
      const keys = [...untouched.keys()].filter((key) => key.slice(key.indexOf(' ') + 1) === name);
      expect(keys).to.have.length.above(0);
      for (const key of keys) {
        const viewer = key.slice(0, key.indexOf(' ')) as Viewer;
        const [before, after] = [requireVisible(untouched.get(key)), requireVisible(delivered.get(key))];
        expect(JSON.stringify(after)).to.not.include(Buffer.from(secret).toString('latin1'));
        const alike = (answer: Answer) => (tellsState(viewer, name) ? withoutState(answer) : answer);
        expect(alike(after), key).to.deep.equal(alike(before));
        if (viewer === 'officer') expect(scored.get(key), `${key}, half scored`).to.deep.equal(before);
      }
    });
  }

  it('sends no letter', () => expect(letters).to.deep.equal([]));

  it('would be found by this test: it is there once both are delivered', async () => {
    const review = { method: 'GET', path: '/:language/review/:reviewId' } as const;
    const reviewId = web.value(review.path, 'reviewId');
    const { personId } = (await web.deps.store.review(reviewId))?.context ?? { personId: '' };
    const person = await web.deps.store.person(personId);
    if (person) await deliver(web.deps, person, reviewId);
    const { body } = await web.ask('reviewer', review);
    expect(body).to.include(Buffer.from(secret).toString('latin1'));
  });
});

/** An officer's page with the state of every review put alike. */
function withoutState({ status, headers, body }: Answer): Answer {
  const { 'content-length': _, ...told } = headers;
  return {
    status,
    headers: told,
    body: body.replaceAll(/(?<=<span class="quiet small">)(?:En cours|Rendue)/g, 'state'),
  };
}
