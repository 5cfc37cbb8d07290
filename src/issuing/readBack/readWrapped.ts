import * as z from 'zod';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import { readJson } from '../../readJson.ts';
import type { CredentialRead } from '../../register/fileReading.ts';
import { isToken, readConformity } from './readConformity.ts';
import { noCredential, readCredential } from './readCredential.ts';

/** Presentations inside presentations; wallets write none. */
const maxDepth = 3;

const types = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
/** VC Data Model 2.0, 4.13 and 4.12; a token of version 1.1 has its presentation as `vp` (6.3.1). */
const presentation = z.object({
  type: types.refine((all) => all.includes('VerifiablePresentation')),
  verifiableCredential: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
});
const enveloped = z.object({
  type: types.refine((all) =>
    ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'].some((one) => all.includes(one)),
  ),
  id: z.string().startsWith('data:'),
});

/** Reads the one credential inside a presentation, or that is enveloped (a data URL); null for a text that is neither. */
export async function readWrapped(
  text: string,
  keys: Pick<TrustedKeys, 'did' | 'statusLists' | 'log'>,
): Promise<CredentialRead | null> {
  try {
    const found = isToken(text) ? inToken(text, 0) : inValue(readJson(text), 0);
    if (found === null) return null;
    const [one, ...others] = found;
    if (one === undefined) return noCredential('shape');
    if (others.length > 0) return noCredential('twice');
    return isToken(one) ? await readConformity(one, keys) : await readCredential(one, keys);
  } catch {
    // What is no JSON is none of these either.
    return null;
  }
}

/** The texts of the credentials in a value; null where the value wraps none. */
function inValue(value: unknown, depth: number): string[] | null {
  if (depth > maxDepth) return [];
  const inner = enveloped.safeParse(value).data;
  if (inner) {
    const text = ofDataUrl(inner.id);
    return isToken(text)
      ? (inToken(text, depth + 1) ?? [text])
      : (inValue(readJson(text), depth + 1) ?? [text]);
  }
  const shown = presentation.safeParse(value).data;
  if (!shown) return null;
  return shown.verifiableCredential.flatMap((one) =>
    typeof one === 'string'
      ? (inToken(one, depth + 1) ?? [one])
      : (inValue(one, depth + 1) ?? [JSON.stringify(one)]),
  );
}

function inToken(token: string, depth: number): string[] | null {
  const payload = readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const { vp } = z.object({ vp: z.unknown() }).catch({ vp: undefined }).parse(payload);
  return inValue(vp ?? payload, depth);
}

/** RFC 2397. */
function ofDataUrl(url: string): string {
  const [head = '', ...data] = url.split(',');
  const text = data.join(',');
  return head.endsWith(';base64') ? Buffer.from(text, 'base64').toString() : decodeURIComponent(text);
}
