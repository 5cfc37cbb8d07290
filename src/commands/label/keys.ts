import { LabelError, refuseFor } from '../../errors.ts';
import type { PublicKey } from '../../register/didDocument.ts';
import { systemActor } from '../common/actor.ts';
import { everyItem } from '../common/pages.ts';
import { publishAnchors } from '../common/publishAnchors.ts';
import type { OwnKeys } from '../ports/issuingPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { keyEntry, rootEntry } from '../transparency/statements.ts';
import { askRevision, isAskedSince } from './askRevision.ts';
import { publishStatusLists } from './statusLists.ts';

/** Publishes what this process signs with before anything is signed; a key with the name of another, or not trusted, signs nothing. */
export async function registerKeys({ store, issuing, clock }: Pick<Deps, 'store' | 'issuing' | 'clock'>) {
  const own = await issuing.keys();
  const since = clock.now().toISOString();
  const advice = 'make a new key with "made-in-ess rotate-key"';
  for (const key of signing(own)) {
    if (!(await store.addIssuerKey({ ...key, since, distrustedAt: null }))) {
      throw new Error(`another key is published as ${key.id}: ${advice}`);
    }
  }
  const published = await store.issuerKeys();
  for (const { id } of signing(own)) {
    if (published.find((key) => key.id === id)?.distrustedAt) {
      throw new Error(`${id} is no longer trusted: ${advice}`);
    }
  }
  const ours = published.filter(({ id }) => signing(own).some((key) => key.id === id));
  await store.enterInLog(...ours.map(keyEntry), ...(await store.publishedRoots()).map(rootEntry));
  await publishAnchors({ store, clock }, own);
}

/** The keys that an installation signs with: for credentials, and where there is one for tokens. */
function signing({ credential, token }: OwnKeys): readonly PublicKey[] {
  return [credential, ...(token ? [token] : [])];
}

/** The chain of the journal that tells of keys. */
const stream = 'issuer/keys';

/** Makes and publishes new keys that sign from now on; what older keys signed still verifies. Gives the id of that for credentials. */
export async function rotateKey(deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids'>): Promise<string> {
  await deps.issuing.makeKey();
  // A folder that was lost and created again reuses names of published keys.
  while (await isNamedLikeAnother(deps)) await deps.issuing.makeKey();
  await registerKeys(deps);
  const own = await deps.issuing.keys();
  const at = deps.clock.now().toISOString();
  const facts = ['issuer.keyAdded'] as const;
  for (const key of signing(own)) {
    await deps.store.note({ id: deps.ids.next(), stream, at, actor: systemActor, facts, data: { ...key } });
  }
  return own.credential.id;
}

async function isNamedLikeAnother({ store, issuing }: Pick<Deps, 'store' | 'issuing'>): Promise<boolean> {
  const own = signing(await issuing.keys());
  const published = await store.issuerKeys();
  return published.some(({ id, multibase }) =>
    own.some((key) => key.id === id && key.multibase !== multibase),
  );
}

/** Replaces a key of ours that is not trusted any more; gives the new key's id, and for how many labels a new certificate is requested. */
export async function replaceKey(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids' | 'publicUrl'>,
  id: string,
): Promise<{ readonly key: string; readonly labels: number }> {
  const keys = await deps.store.issuerKeys();
  if (!keys.some((key) => key.id === id)) {
    throw new LabelError('notFound', { params: { id, keys: keys.map((key) => key.id).join(', ') } });
  }
  return { key: await rotateKey(deps), labels: await distrustKey(deps, id) };
}

/** Ends the trust in a key, signs the status lists anew and requests new certificates; gives how many, and resumes when run again. */
export async function distrustKey(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids' | 'publicUrl'>,
  id: string,
): Promise<number> {
  const { store, issuing, clock, ids } = deps;
  const key = (await store.issuerKeys()).find((known) => known.id === id);
  if (!key) throw new LabelError('notFound');
  const own = await issuing.keys();
  refuseFor({ keyInUse: signing(own).some((one) => one.id === id) });
  const at = key.distrustedAt ?? clock.now().toISOString();
  if (key.distrustedAt === null) {
    await store.distrustIssuerKey(id, at);
    const facts = ['issuer.keyDistrusted'] as const;
    await store.note({ id: ids.next(), stream, at, actor: systemActor, facts, data: { id } });
  }
  await store.enterInLog(keyEntry({ ...key, distrustedAt: at }));
  const lists = new Set((await store.statusLists()).map(({ list }) => list));
  for (const list of lists) await publishStatusLists(deps, list);
  let asked = 0;
  const holding = everyItem((page) => store.labelsIn(['active', 'extended'], page));
  for await (const { id: number, revision } of holding) {
    if (await isAskedSince(deps, number, at)) continue;
    await askRevision(deps, systemActor, { number, revision, cause: 'key' });
    asked += 1;
  }
  return asked;
}
