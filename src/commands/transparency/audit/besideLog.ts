import { hash } from 'node:crypto';
import * as z from 'zod';
import { ecMultibase } from '../../../register/didDocument.ts';
import { bundleHead, bundleRow } from '../../../register/trust/bundleLines.ts';
import { rootDigest, trustRoot } from '../../../register/trust/trustRoot.ts';
import type { Finding } from './finding.ts';
import type { LabelTable } from './labelTable.ts';
import type { LogSource } from './logSource.ts';
import { bundleFacts, bundleFiles, parsed } from './said.ts';
import type { SaidBeside } from './saidBeside.ts';
import { Unread } from './unread.ts';

/** Most bytes of a file: a status list with every second bit set has some 20 KB, the criteria some 200. */
const maxBytes = 2_000_000;
/** Most bytes of a line of a bundle: the first has every key and status list. */
const maxLineBytes = 8 * 1024 * 1024;

interface Beside {
  readonly source: LogSource;
  readonly now: Date;
}

/** Where what labels are given and checked by, as the site serves it, is not what the log said of it last; throws Unread. */
export async function besideLog(
  { source, now }: Beside,
  said: SaidBeside,
  table: LabelTable,
): Promise<Finding[]> {
  return [
    ...(await keysBeside(source, said)),
    ...(await listsBeside({ source, now }, said)),
    ...(await criteriaBeside(source, said)),
    ...(await rootBeside(source, said)),
    ...(said.roots.size > 0 ? await bundleBeside(source, said, table) : []),
  ];
}

const text = z.string();
/** The issuer's document, as far as it says which keys sign credentials; those of seals stand in it as well. */
const didShape = z.looseObject({
  verificationMethod: z.array(
    z.looseObject({
      id: text,
      publicKeyMultibase: text.optional(),
      publicKeyJwk: z.looseObject({ x: text.optional(), y: text.optional() }).optional(),
    }),
  ),
  assertionMethod: z.array(text),
});

async function keysBeside(source: LogSource, { keys }: SaidBeside): Promise<Finding[]> {
  const served = '.well-known/did.json';
  const bytes = await source.siteFile(served, maxBytes);
  if (!bytes && keys.size === 0) return [];
  const did = didShape.safeParse(bytes && parsed(String(bytes))).data;
  return did && areKeysOf(did, keys) ? [] : [{ name: 'keysDiffer', served }];
}

/** Whether a document names these keys and no others for what it signs. */
function areKeysOf(
  { verificationMethod, assertionMethod }: z.infer<typeof didShape>,
  keys: SaidBeside['keys'],
): boolean {
  const named = assertionMethod.map((id) => {
    const methods = verificationMethod.filter((one) => one.id === id);
    const [{ publicKeyMultibase, publicKeyJwk: { x, y } = {} } = {}] = methods;
    const key = publicKeyMultibase ?? (x && y && ecMultibase({ x, y }));
    return methods.length === 1 && keys.get(id.split('#')[1] ?? '') === key;
  });
  return named.every(Boolean) && new Set(assertionMethod).size === keys.size;
}

async function listsBeside({ source, now }: Beside, { statusLists }: SaidBeside): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [list, { digest }] of statusLists) {
    const isToken = list.startsWith('token-');
    const path = isToken ? `wallet/status/${list.slice('token-'.length)}` : `status/${list}`;
    if (!/^[\w/-]+$/.test(path)) {
      found.push({ name: 'statusListDiffers', served: list });
      continue;
    }
    const bytes = await source.siteFile(path, maxBytes);
    if (!bytes || hash('sha256', bytes) !== digest) found.push({ name: 'statusListDiffers', served: list });
    else if (!(endOf(String(bytes), isToken) > now.getTime()))
      found.push({ name: 'statusListOld', served: list });
  }
  return found;
}

/** Until when (ms) a list says that it holds; NaN where it does not. */
function endOf(list: string, isToken: boolean): number {
  const value = parsed(isToken ? String(Buffer.from(list.split('.')[1] ?? '', 'base64url')) : list);
  if (value === null || typeof value !== 'object') return Number.NaN;
  if ('exp' in value) return Number(value.exp) * 1000;
  return 'validUntil' in value ? Date.parse(String(value.validUntil)) : Number.NaN;
}

async function criteriaBeside(source: LogSource, { criteria }: SaidBeside): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [version, digest] of criteria) {
    const bytes = /^\d+\.\d+\.\d+$/.test(version)
      ? await source.siteFile(`criteria/${version}/rules`, maxBytes)
      : null;
    if (!bytes || hash('sha256', bytes) !== digest) found.push({ name: 'criteriaDiffer', served: version });
  }
  return found;
}

async function rootBeside(source: LogSource, { roots }: SaidBeside): Promise<Finding[]> {
  const bytes = await source.siteFile('api/v1/trust-root', maxBytes);
  const newest = Math.max(0, ...roots.keys());
  if (!bytes && newest === 0) return [];
  const root = trustRoot.safeParse(bytes && parsed(String(bytes))).data;
  const isNewest = root?.signed.version === newest && rootDigest(root) === roots.get(newest);
  return isNewest ? [] : [{ name: 'rootDiffers', served: String(root?.signed.version ?? newest) }];
}

async function bundleBeside(source: LogSource, said: SaidBeside, table: LabelTable): Promise<Finding[]> {
  const path = 'api/v1/trust-bundle';
  const found: Finding[] = [];
  let isFirst = true;
  for await (const line of source.siteLines(path, maxLineBytes)) {
    const value = parsed(line);
    if (isFirst) {
      const head = bundleHead.safeParse(value).data;
      if (!head) throw new Unread('notAsExpected', path);
      if (!isHeadOf(head, said)) found.push({ name: 'bundleDiffers', served: path });
      isFirst = false;
      continue;
    }
    const row = bundleRow.safeParse(value).data;
    // Papers that were handed out, and the signature at the end, say nothing that the log says.
    if (row && table.compare(row.number, bundleFacts(row)) !== 'same')
      found.push({ name: 'bundleDiffers', label: row.number });
    // A log of an earlier version says nothing of files.
    const isUnsaid = row && row.files.length > 0 && !table.haveFiles(row.number, bundleFiles(row));
    if (isUnsaid && table.withFiles > 0) found.push({ name: 'filesDiffer', label: row.number });
  }
  return found;
}

function isHeadOf(
  { did, roots, statusLists }: ReturnType<typeof bundleHead.parse>,
  said: SaidBeside,
): boolean {
  const digests = new Set([...said.statusLists.values()].map(({ digest }) => digest));
  return (
    areKeysOf(did, said.keys) &&
    roots.every((root) => said.roots.get(root.signed.version) === rootDigest(root)) &&
    statusLists.every((list) => digests.has(hash('sha256', list)))
  );
}
