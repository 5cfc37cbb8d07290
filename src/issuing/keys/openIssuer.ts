import { LabelError } from '../../errors.ts';
import { type DidDocument, didDocument, didOf } from '../../register/didDocument.ts';
import type { CredentialKey } from '../credential/credentialKey.ts';
import type { TokenKey } from '../credential/tokenKey.ts';
import type { Sealer } from '../seal/sealer.ts';
import { makeKey, newestKey, newestTokenKey } from './credentialKeys.ts';
import type { IssuerSettings } from './issuerSettings.ts';
import { makeSeal, openSeal } from './sealKeys.ts';

/** Everything that signs for the body that issues. */
export interface Issuer {
  /** The issuer's document with the keys that sign now. */
  readonly did: DidDocument;
  readonly key: CredentialKey;
  /** Null where an installation has none yet: what is a token waits for one, everything else does not. */
  readonly tokenKey: TokenKey | null;
  readonly sealer: Sealer;
}

/** Opens the keys of a folder, made first where that is allowed; otherwise an error that says what to put where. */
export async function openIssuer(settings: IssuerSettings): Promise<Issuer> {
  const { folder, make, publicUrl } = settings;
  const did = didOf(publicUrl);
  const now = new Date();
  const year = now.getUTCFullYear();
  if (make && !(await newestKey(folder, did))) await makeKey(folder, 'key', year);
  if (make && !(await newestTokenKey(folder, did))) await makeKey(folder, 'es256', year);
  const key = await newestKey(folder, did);
  const tokenKey = await newestTokenKey(folder, did);
  if (make && !(await openSeal(settings, now))) await makeSeal(folder, now);
  if (!key) throw missing(`${folder} holds no key for credentials: make one with "made-in-ess rotate-key"`);
  const sealer = await requireSeal(settings, now);
  const keys = [key, ...(tokenKey ? [tokenKey] : [])].map(({ name: id, multibase }) => ({ id, multibase }));
  return { did: didDocument(did, keys), key, tokenKey, sealer };
}

/** The seal of a folder; without one nothing is signed, and an error says what to put where. */
export async function requireSeal(settings: IssuerSettings, at: Date): Promise<Sealer> {
  const sealer = await openSeal(settings, at);
  if (sealer) return sealer;
  throw missing(
    `${settings.folder} holds no seal: put the certificate of a trust service there as seal.p12, with SEAL_PASSWORD, or as seal/key.pem and seal/chain.pem`,
  );
}

/** The key for tokens; without one none is signed, and an error says what to do. */
export function requireTokenKey({ tokenKey }: Issuer): TokenKey {
  if (tokenKey) return tokenKey;
  throw missing('there is no key for tokens: make one with "made-in-ess rotate-key"');
}

/** Somebody will put it there: whatever is to be signed waits for it. */
function missing(what: string): LabelError {
  return new LabelError('issuerUnavailable', { cause: what });
}
