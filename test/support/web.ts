import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import Keygrip from 'keygrip';
import supertest from 'supertest';
import { openHealth } from '../../src/boot/openHealth.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Access } from '../../src/commands/ports/accessPorts.ts';
import { type LimitRules, limitRules } from '../../src/commands/ports/limitRules.ts';
import type { Clock } from '../../src/commands/ports/ports.ts';
import { uncounted, untraced } from '../../src/commands/ports/watchPorts.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { createCeremony } from '../../src/identity/createCeremony.ts';
import { createCodeHasher } from '../../src/identity/createCodeHasher.ts';
import { entryBadge } from '../../src/issuing/badge/entryBadge.ts';
import { renderPng, renderWebp } from '../../src/issuing/drawing/raster.ts';
import { readBackInProcess } from '../../src/issuing/readBack/readBackInProcess.ts';
import type { LetterDeps } from '../../src/letters/letters.ts';
import { createLetterDesk } from '../../src/mailing/createLetterDesk.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import type { Entry } from '../../src/register/entry.ts';
import { createLimits } from '../../src/storage/database/createLimits.ts';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { createWalletDesk } from '../../src/storage/label/createWalletDesk.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { createAccess } from '../../src/storage/people/createAccess.ts';
import { createKeptUploads } from '../../src/storage/people/createKeptUploads.ts';
import { createSessions } from '../../src/storage/people/createSessions.ts';
import { eventLoggingStore } from '../../src/storage/privacy/eventLoggingStore.ts';
import { createApp } from '../../src/web/app.ts';
import { closedRoutes } from '../../src/web/closedRoutes.ts';
import { loadAssets } from '../../src/web/http/assets/assets.ts';
import { openCaches } from '../../src/web/http/cache/openCaches.ts';
import type { SessionData } from '../../src/web/http/session/sessionOf.ts';
import { UploadRoom } from '../../src/web/http/uploads/uploadRoom.ts';
import type { WebDeps } from '../../src/web/http/webDeps.ts';
import { watchPages } from './pages/watchPages.ts';
import { letterPaper, type TestService, testSecret, testService, timeoutMs } from './run/service.ts';
import { insertEntries } from './samples/insertEntries.ts';

/** The routes behind a session, loaded with the test. */
export const closed = async () => closedRoutes;

/** Read once for all webs of a test process. */
export const shown = { i18n: createI18n(), assets: loadAssets('development') };

watchPages();

/** In one thread for all webs of a test process, for the same reason. */
const reading = readBackInProcess(timeoutMs);

/** A service with its web, over the real store. */
export interface TestWeb extends TestService {
  readonly deps: WebDeps & LetterDeps;
  /** What the web logged. */
  readonly logged: { readonly data: object; readonly message: string }[];
  readonly server: RequestListener;
  /** A browser with its own cookies; signed in when a person is given. */
  browser(person?: Person): Promise<Browser>;
  /** Writes an entry of the register as it stands. */
  publish(entry: Entry): Promise<void>;
}

/** Requests pages as a browser does, and sends forms with the token of the page. */
export interface Browser {
  get(path: string): supertest.Test;
  head(path: string): supertest.Test;
  options(path: string): supertest.Test;
  /** Sends a body as it is. */
  send(path: string, type: string, body: string): supertest.Test;
  /** Reads the token on `page` (the path itself when not given) and sends the form. */
  post(path: string, fields: Readonly<Record<string, string>>, page?: string): Promise<supertest.Response>;
  /** The same for a form of parts, which `fill` puts in; `csrf` is sent in place of the token of the page, null for none at all. */
  parts(
    path: string,
    fill: (form: supertest.Test) => supertest.Test,
    csrf?: string | null,
  ): Promise<supertest.Response>;
}

/** Starts a web on a database of its own; `also` and `access` replace parts of what it is given, `clock` is the sessions' own. */
export async function testWeb(
  name: string,
  also: Partial<TestWeb['deps']> = {},
  clock?: Clock,
  access: Partial<Access> = {},
): Promise<TestWeb> {
  const service = await testService(name);
  const logged: TestWeb['logged'] = [];
  const caches = () => service.letters.map((letter, i) => ({ ...letter, id: String(i), at: new Date(0) }));
  const { security } = also;
  const deps: TestWeb['deps'] = {
    ...service.deps,
    ...(security && { store: eventLoggingStore(service.deps.store, security) }),
    mode: 'development',
    sessionSecret: testSecret,
    sessions: sessionsBy(service, clock),
    keptUploads: createKeptUploads(service.connection, service.deps.clock),
    limits: createLimits(service.connection, 'a secret of this test run', plenty),
    scimToken: null,
    requireStrongSignIn: false,
    trustedProxyHops: 0,
    access: {
      ...createAccess(service.connection),
      // A digest that costs nothing: what it costs in operation is a test of its own.
      codes: createCodeHasher({ memoryCost: 8, timeCost: 1 }),
      ceremony: createCeremony(also.publicUrl ?? 'http://label.example'),
      provider: null,
      ...access,
    },
    badges: {
      draw: async (entry, status, form, language) =>
        entryBadge(entry, status, form, language, service.deps.publicUrl),
      png: renderPng,
      webp: renderWebp,
    },
    wallets: createWalletDesk(service.connection),
    readingBack: reading,
    uploads: new UploadRoom({ forms: 1000, formsOfClient: 1000 }),
    ownUploads: new UploadRoom({ forms: 1000, formsOfClient: 1000 }),
    // Nothing is cached, and no request is refused: the duration of a page says nothing about the database here.
    caches: { ...openCaches(service.deps.store, unheard, service.deps.clock, 1 << 20), isHeard: () => true },
    mailbox: {
      letters: async () => caches().reverse(),
      letter: async (id) => caches().find((letter) => letter.id === id) ?? null,
    },
    health: openHealth({ bounces: null, mail: null }, { readings: createReadings(service.connection) }, null),
    letterDesk: createLetterDesk({
      deps: service.deps,
      mailer: logLetters(service.deps.mailer, {
        log: createMailLog(service.connection),
        clock: service.deps.clock,
        ids: service.deps.ids,
      }),
      paper: async () => letterPaper(service.deps.publicUrl),
    }),
    clockwork: still,
    demonstration: null,
    unscanned: false,
    demoAccounts: [],
    log: { info: () => {}, error: (data, message) => void logged.push({ data, message }) },
    security: { note: () => {} },
    counts: uncounted,
    tracing: untraced,
    securityContact: null,
    operator: { name: null, email: 'secretariat@label.example', phone: null, address: null },
    publicUrl: 'http://label.example',
    ...also,
  };
  const server = createApp(deps, closed, shown).callback();
  // One for all requests: to open a port for each would cost as much as most pages do.
  const listening = createServer(server).listen(0, '127.0.0.1').unref();
  listening.keepAliveTimeout = 0;
  await once(listening, 'listening');
  return {
    ...service,
    deps,
    logged,
    server,
    browser: async (person) => {
      const cookies = person ? await session(deps, person) : [];
      return openBrowser(listening, deps.publicUrl, cookies);
    },
    publish: (entry) => insertEntries(service.connection, [entry], service.deps.clock.now()),
    stop: async () => {
      listening.closeAllConnections();
      listening.close();
      await service.stop();
    },
  };
}

/** A clock that nobody has moved, and that cannot be. */
const still: WebDeps['clockwork'] = {
  movedTo: () => null,
  state: () => ({ moving: false, days: [], failed: null }),
  move: () => false,
};

/** Unless a test sets the clock, sessions never become too old, however slow the machine. */
function sessionsBy({ connection }: TestService, clock: Clock | undefined): WebDeps['sessions'] {
  if (clock) return createSessions(connection, clock);
  return { ...createSessions(connection, { now: () => new Date() }), now: () => new Date(0) };
}

/** Nothing is cached, so that each read goes to the database. */
const unheard = { knownUntil: () => 0, onChange: () => {} };

/** Limits so high that no unrelated test meets one. */
const plenty = Object.fromEntries(
  Object.entries(limitRules).map(([name, rule]) => [name, { ...rule, times: rule.times * 1000 }]),
) as unknown as LimitRules;

/** Opens a browser on a server that is given; `publicUrl` says which host it means, `cookies` what it has been told before. */
export function openBrowser(
  server: TestWeb['server'] | Server,
  publicUrl: string,
  cookies: readonly string[] = [],
): Browser {
  const agent = supertest.agent(server as Server).set('Host', new URL(publicUrl).host);
  agent.jar.setCookies([...cookies]);
  return {
    get: (path) => agent.get(path),
    head: (path) => agent.head(path),
    options: (path) => agent.options(path),
    send: (path, type, body) => agent.post(path).type(type).send(body),
    post: async (path, fields, page = path) => {
      const { text } = await agent.get(page);
      return agent
        .post(path)
        .type('form')
        .send({ csrf: tokenIn(text), ...fields });
    },
    parts: async (path, fill, csrf) => {
      if (csrf === null) return fill(agent.post(path));
      const token = csrf ?? tokenIn((await agent.get(path)).text);
      return fill(agent.post(path).field('csrf', token));
    },
  };
}

/** The token of the first form on a page that has one. */
export function tokenIn(html: string): string {
  return /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** Cookies of a session such as signing in by a code opens; how one signs in is a test of its own. */
export async function session(
  { sessions, publicUrl, sessionSecret }: WebDeps,
  { id }: Pick<Person, 'id'>,
): Promise<string[]> {
  const key = randomBytes(32).toString('base64url');
  const data: SessionData = { personId: id, how: 'code', provedAt: sessions.now().getTime(), device: '' };
  await sessions.create(key, data);
  const name = publicUrl.startsWith('https:') ? '__Host-session' : 'session';
  const signature = new Keygrip([sessionSecret], 'sha256', 'base64').sign(`${name}=${key}`);
  return [`${name}=${key}`, `${name}.sig=${signature}`];
}
