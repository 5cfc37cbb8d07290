import type { Ceremony } from '../commands/ports/accessPorts.ts';
import { profile } from '../profile/profile.ts';

/** Loaded when the first passkey is asked for: it takes a quarter of a second that no other start needs. */
const webauthn = () => import('@simplewebauthn/server');

type Registration = Parameters<Awaited<ReturnType<typeof webauthn>>['verifyRegistrationResponse']>[0];
type Authentication = Parameters<Awaited<ReturnType<typeof webauthn>>['verifyAuthenticationResponse']>[0];

/** WebAuthn for the host of `publicUrl`: keys that the device finds on its own, and that ask who holds it each time. */
export function createCeremony(publicUrl: string): Ceremony {
  const { origin, hostname } = new URL(publicUrl);
  const expected = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true } as const;
  return {
    registrationOptions: async ({ id, email, name }, known) => {
      const { generateRegistrationOptions } = await webauthn();
      const options = await generateRegistrationOptions({
        rpName: profile.name,
        rpID: hostname,
        userID: new TextEncoder().encode(id),
        userName: email,
        userDisplayName: name || email,
        excludeCredentials: known.map((passkey) => ({ id: passkey.id, transports: [...passkey.transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },
    verifyRegistration: async (response, expectedChallenge) => {
      const { verifyRegistrationResponse } = await webauthn();
      const given = response as Registration['response'];
      const made = await orNull(
        verifyRegistrationResponse({ response: given, expectedChallenge, ...expected }),
      );
      if (!made?.verified) return null;
      const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
    },
    signInOptions: async () => {
      const { generateAuthenticationOptions } = await webauthn();
      const options = await generateAuthenticationOptions({ rpID: hostname, userVerification: 'required' });
      return { challenge: options.challenge, options };
    },
    verifySignIn: async (response, expectedChallenge, { id, publicKey }) => {
      const { verifyAuthenticationResponse } = await webauthn();
      // Zero, so that the counter is compared where it is kept: in one update, not here and then there.
      const credential = { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 };
      const given = response as Authentication['response'];
      const answer = await orNull(
        verifyAuthenticationResponse({ response: given, expectedChallenge, credential, ...expected }),
      );
      return answer?.verified ? answer.authenticationInfo.newCounter : null;
    },
  };
}

/** The library throws for whatever a forged answer gets wrong, down to its types: to us all of that is "no". */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
