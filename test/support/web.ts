import type { Server } from 'node:http';
import supertest from 'supertest';
import type { Person } from '../../src/commands/items.ts';
import { entryBadge } from '../../src/issuing/entryBadge.ts';
import { renderPng } from '../../src/issuing/raster.ts';
import type { Entry } from '../../src/register/entry.ts';
import { createSessions } from '../../src/storage/createSessions.ts';
import { createApp } from '../../src/web/app.ts';
import type { WebDeps } from '../../src/web/webDeps.ts';
import { type TestService, testService } from './service.ts';

/** A service with its web, over the real store. */
export interface TestWeb extends TestService {
  readonly deps: WebDeps;
  /** What the web logged. */
  readonly logged: { readonly data: object; readonly message: string }[];
  readonly server: ReturnType<ReturnType<typeof createApp>['callback']>;
  /** A browser with its own cookies; signed in when a person is given. */
  browser(person?: Person): Promise<Browser>;
  /** Writes an entry of the register as it stands. */
  publish(entry: Entry): Promise<void>;
}

/** Asks for pages as a browser does, and sends forms with the token of the page. */
export interface Browser {
  get(path: string): supertest.Test;
  /** Sends a body as it is. */
  send(path: string, type: string, body: string): supertest.Test;
  /** Reads the token on `page` (the path itself when not given) and sends the form. */
  post(path: string, fields: Readonly<Record<string, string>>, page?: string): Promise<supertest.Response>;
}

/** Starts a web on a database of its own; `also` replaces parts of what it is given. */
export async function testWeb(name: string, also: Partial<WebDeps> = {}): Promise<TestWeb> {
  const service = await testService(name);
  const logged: TestWeb['logged'] = [];
  const deps: WebDeps = {
    ...service.deps,
    mode: 'development',
    sessionSecret: 'a secret that only this test run knows',
    sessions: createSessions(service.connection),
    badges: {
      draw: async (entry, status, form, language) =>
        entryBadge(entry, status, form, language, service.deps.publicUrl),
      png: renderPng,
    },
    mailbox: async () => service.letters.map((letter) => ({ ...letter, at: new Date(0) })).reverse(),
    demoAccounts: [],
    log: { error: (data, message) => void logged.push({ data, message }) },
    publicUrl: 'http://label.example',
    ...also,
  };
  const server = createApp(deps).callback();
  return {
    ...service,
    deps,
    logged,
    server,
    browser: async (person) => {
      const browser = openBrowser(server);
      if (person) await signIn(browser, person, service);
      return browser;
    },
    publish: async (entry) => {
      const { number, ...rest } = entry;
      await service.connection
        .collection<{ _id: string }>('entries')
        .replaceOne({ _id: number }, rest, { upsert: true });
    },
  };
}

function openBrowser(server: TestWeb['server']): Browser {
  const agent = supertest.agent(server as unknown as Server);
  return {
    get: (path) => agent.get(path),
    send: (path, type, body) => agent.post(path).type(type).send(body),
    post: async (path, fields, page = path) => {
      const { text } = await agent.get(page);
      return agent
        .post(path)
        .type('form')
        .send({ csrf: tokenIn(text), ...fields });
    },
  };
}

/** The token of the first form on a page that has one. */
export function tokenIn(html: string): string {
  return /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

async function signIn(browser: Browser, person: Person, { letters }: TestService): Promise<void> {
  await browser.post('/fr/sign-in', { email: person.email });
  const code = /\b\d{6}\b/.exec(letters.findLast(({ to }) => to === person.email)?.text ?? '')?.[0] ?? '';
  const answer = await browser.post('/fr/sign-in/code', { code });
  if (answer.status !== 303) throw new Error(`${person.email} was not let in: ${answer.status}`);
}
