import * as z from 'zod';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import { RepeatedName, readJson } from '../../readJson.ts';
import { dayOf } from '../../register/day.ts';
import type { Claim, CredentialRead } from '../../register/fileReading.ts';
import { type Conformity, conformityShape } from '../conformity/conformityShape.ts';
import { proofHeader, tokenFlaw, tokenProof } from '../conformity/conformityToken.ts';
import { noCredential } from './readCredential.ts';
import { readLoggedToken } from './readLogged.ts';
import { readStatus } from './readStatus.ts';

/** Whether a text is a token: three parts in base64url, of which the first is an object (RFC 7515, 7.1). */
export function isToken(text: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+\s*$/.test(text);
}

const headerShape = z.object({ [proofHeader]: tokenProof.optional() });

/** Reads a conformity credential, a token, and checks all of it that needs no register. */
export async function readConformity(
  text: string,
  keys: Pick<TrustedKeys, 'did' | 'statusLists' | 'log'>,
): Promise<CredentialRead> {
  const token = text.trimEnd();
  let header: unknown;
  let value: unknown;
  try {
    [header, value] = token.split('.', 2).map((part) => readJson(Buffer.from(part, 'base64url').toString()));
  } catch (error) {
    return noCredential(error instanceof RepeatedName ? 'repeatedName' : 'shape');
  }
  const shaped = conformityShape.safeParse(value);
  const claim = shaped.success ? claimOf(shaped.data) : null;
  if (!shaped.success || !claim) return noCredential('shape');
  const flaw = shaped.data.issuer.id === keys.did.id ? await tokenFlaw(token, keys.did) : 'otherIssuer';
  const proof = headerShape.safeParse(header).data?.[proofHeader];
  const logged = readLoggedToken(shaped.data, proof, keys, new Date());
  return { flaw, claim, logged, isToken: true, ...(await readStatus(shaped.data, keys)) };
}

/** What a conformity credential says of its label; null where it says it in another way than ours do. */
function claimOf({ id, validFrom, validUntil, credentialSubject }: Conformity): Claim | null {
  const { id: address, issuedToParty, assessment } = credentialSubject;
  const [, number, revision] = /\/conformity\/([^/?#]+)\/([1-9]\d{0,5})$/.exec(id) ?? [];
  if (number === undefined || !address.endsWith(`/labels/${number}`)) return null;
  const offers = assessment.flatMap(({ assessedProduct = [] }) =>
    assessedProduct.map(({ product }) => product),
  );
  return {
    number,
    revision: Number(revision),
    organisation: issuedToParty.name,
    // Each theme that offers are judged by names them all.
    offers: [...new Map(offers.map((offer) => [offer.id, offer.name])).values()],
    since: dayOf(validFrom),
    until: dayOf(validUntil),
  };
}
