import { LabelError } from '../../errors.ts';
import { type DidDocument, didDocument, didOf } from '../../register/didDocument.ts';
import type { CredentialKey } from '../credential/credentialKey.ts';
import type { Sealer } from '../seal/sealer.ts';
import { makeKey, newestKey } from './credentialKeys.ts';
import type { IssuerSettings } from './issuerSettings.ts';
import { makeSeal, openSeal } from './sealKeys.ts';

/** Everything that signs for the body that issues. */
export interface Issuer {
  /** The issuer's document with the key that signs now. */
  readonly did: DidDocument;
  readonly key: CredentialKey;
  readonly sealer: Sealer;
}

/** Opens the keys of a folder, made first where that is allowed; otherwise an error that says what to put where. */
export async function openIssuer(settings: IssuerSettings): Promise<Issuer> {
  const { folder, make, publicUrl } = settings;
  const did = didOf(publicUrl);
  const now = new Date();
  if (make && !(await newestKey(folder, did))) await makeKey(folder, now.getUTCFullYear());
  const key = await newestKey(folder, did);
  if (make && !(await openSeal(settings, now))) await makeSeal(folder, now);
  if (!key) throw missing(`${folder} holds no key for credentials: make one with "made-in-ess rotate-key"`);
  const sealer = await requireSeal(settings, now);
  return { did: didDocument(did, [{ id: key.name, multibase: key.multibase }]), key, sealer };
}

/** The seal of a folder; without one nothing is signed, and an error says what to put where. */
export async function requireSeal(settings: IssuerSettings, at: Date): Promise<Sealer> {
  const sealer = await openSeal(settings, at);
  if (sealer) return sealer;
  throw missing(
    `${settings.folder} holds no seal: put the certificate of a trust service there as seal.p12, with SEAL_PASSWORD, or as seal/key.pem and seal/chain.pem`,
  );
}

/** Somebody will put it there: whatever is to be signed waits for it. */
function missing(what: string): LabelError {
  return new LabelError('issuerUnavailable', { cause: what });
}
