import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { openSite } from '../servers/site.ts';
import { type TestWeb, testWeb } from '../web.ts';

/** A web under a host name, which passkeys need, and real browsers with a device that makes and uses them. */
export interface PasskeyWeb {
  readonly web: TestWeb;
  readonly origin: string;
  /** Another browser profile with a device of its own, which belongs to whoever sits before it. */
  open(): Promise<PasskeyDesk>;
  stop(): Promise<void>;
}

export interface PasskeyDesk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly device: CDPSession;
  readonly authenticatorId: string;
}

/** Starts web and browser; each desk's authenticator is Chromium's virtual one. */
export async function passkeyWeb(name: string, also: Partial<TestWeb['deps']> = {}): Promise<PasskeyWeb> {
  const { web, origin, newContext, stop } = await openSite(
    (publicUrl) => testWeb(name, { publicUrl, ...also }),
    'localhost',
  );
  return {
    web,
    origin,
    open: async () => {
      const context = await newContext({ locale: 'fr-CH' });
      const page = await context.newPage();
      const device = await context.newCDPSession(page);
      await device.send('WebAuthn.enable');
      const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      return { page, context, device, authenticatorId };
    },
    stop,
  };
}
