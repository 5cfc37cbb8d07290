import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Person } from '../../../src/commands/items/items.ts';
import { sharedBrowser } from '../browser/browser.ts';
import { session, type TestWeb } from '../web.ts';
import { codeFor } from './signInLetter.ts';

/** A web that listens on a port of its own, and the real browser of this process to visit it with. */
export interface Site<Web extends TestWeb> {
  readonly web: Web;
  readonly origin: string;
  /** A new profile of that browser; whoever opened it may close it sooner than the site does. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Signs the profile of a page in, by a session made in the database: the forms of the sign-in are a test of their own. */
  signIn(page: Page, person: Pick<Person, 'id'>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; `open` starts the web under the address that it is given. Passkeys need a name as `host`. */
export async function openSite<Web extends TestWeb>(
  open: (publicUrl: string) => Promise<Web>,
  host = '127.0.0.1',
): Promise<Site<Web>> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // When the rest cannot be started, this must not keep the run from ending.
  server.unref();
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const web = await open(origin);
  server.on('request', web.server);
  const contexts: BrowserContext[] = [];
  return {
    web,
    origin,
    newContext: async (options) => {
      const context = await (await sharedBrowser()).newContext(options);
      contexts.push(context);
      endAtFailure(context, web);
      return context;
    },
    signIn: async (page, person) => {
      const cookies = (await session(web.deps, person)).map((cookie) => cookie.split(/=(.*)/));
      await page
        .context()
        .addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: origin })));
    },
    stop: async () => {
      for (const context of contexts) await context.close();
      server.closeAllConnections();
      server.close();
      await web.stop();
    },
  };
}

/** Ends every wait in a page whose service fails, because what it is for never comes, and says what went wrong. */
function endAtFailure(context: BrowserContext, { logged }: TestWeb): void {
  context.on('response', (response) => {
    if (response.status() !== 500) return;
    process.stderr.write(`${response.url()} answers 500: ${inspect(logged.at(-1))}\n`);
    void context.close();
  });
}

/** Fills both steps of the sign-in that a page shows. */
export async function enterCode(page: Page, email: string, { letters }: TestWeb): Promise<void> {
  await page.fill('input[name=email]', email);
  await page.press('input[name=email]', 'Enter');
  await page.fill('input[name=code]', codeFor(letters, email));
  await page.press('input[name=code]', 'Enter');
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
  // The first sign-in by code leads to the offer of a passkey, whose link leads on to the page that was wanted.
  if (page.url().endsWith('/passkey-offer')) await page.click('.button--quiet');
}
