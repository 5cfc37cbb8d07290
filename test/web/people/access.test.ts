// Tier: all. Budget: 112 s.
import { expect } from 'chai';
import { registerKeys } from '../../../src/commands/label/keys.ts';
import { providerCallback } from '../../../src/web/people/signInProvider.page.ts';
import { privateRoutes } from '../../../src/web/privateRoutes.ts';
import { publicRoutes } from '../../../src/web/publicRoutes.ts';
import { type AccessWeb, accessWeb, parts, type Role } from '../../support/access.ts';
import { routeAccess } from '../../support/routeAccess.ts';
import { shown } from '../../support/web.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

describe('every route, as everyone', () => {
  let web: AccessWeb;
  let routes: readonly Route[];

  before(async () => {
    web = await accessWeb('access');
    // A label is asked for from a wallet with a key that is published.
    await registerKeys(web.deps);
    const parts = { deps: web.deps, i18n: shown.i18n };
    const routers = [publicRoutes(parts, shown.assets), privateRoutes(parts), providerCallback(parts)];
    routes = routers
      .flatMap((router) => router.stack)
      .flatMap(({ path, methods }) =>
        methods
          .filter((method) => method === 'GET' || method === 'POST')
          .map((method) => ({ method: method as Route['method'], path: String(path) })),
      );
  });
  after(() => web.stop());

  const nameOf = ({ method, path }: Route) => `${method} ${path.replace('/:language', '')}`;

  it('is in the table of permissions', () => {
    const missing = routes.map(nameOf).filter((name) => !(name in routeAccess));
    expect([...new Set(missing)], 'routes without a line').to.deep.equal([]);
    const names = new Set(routes.map(nameOf));
    expect(
      Object.keys(routeAccess).filter((name) => !names.has(name)),
      'lines without a route',
    ).to.deep.equal([]);
  });

  for (const role of parts) {
    it(`lets ${role} through where the table says so, and nowhere else`, async () => {
      const passed: string[] = [];
      for (const route of routes) if (await passes(role, route)) passed.push(nameOf(route));
      await web.token(role, true);
      const allowed = Object.keys(routeAccess).filter((name) => routeAccess[name]?.includes(role));
      expect([...new Set(passed)].sort()).to.deep.equal(allowed.sort());
    });
  }

  /**
   * Whether a door opens: not to sign-in, not to "forbidden", not to "not found". A form is sent empty: what it then asks, and
   * whom its command refuses, is each page's own test.
   */
  async function passes(role: Role, { method, path }: Route): Promise<boolean> {
    const browser = await web.browserAs(role);
    const address = path.replaceAll(/:(\w+)/g, (_, part: string) => web.value(path, part));
    const mayEnd = /sign-out|sign-in|account\/sessions|erase/.test(path) && method === 'POST';
    const answer = await (method === 'GET'
      ? browser.get(address)
      : browser.send(address, 'form', `csrf=${encodeURIComponent(await web.token(role, mayEnd))}`));
    if (mayEnd) await web.browserAs(role, true);
    expect(answer.status, `${role} ${method} ${address}`).to.be.below(500);
    const turnedAway = /\/sign-in$/.test(answer.headers.location ?? '');
    return !turnedAway && ![401, 403, 404].includes(answer.status);
  }
});
