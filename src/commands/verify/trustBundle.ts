import { createHash } from 'node:crypto';
import * as z from 'zod';
import { schemeId } from '../../profile/schemeFile.ts';
import { labelStates, standings } from '../../register/entry.ts';
import { paperKinds } from '../../register/papers/issuedPaper.ts';
import { registerRow } from '../../register/registerRow.ts';
import { trustRoot } from '../../register/trust/trustRoot.ts';
import type { Deps } from '../ports/ports.ts';
import { wholeRegister } from '../register/readLabels.ts';
import { storeTrust } from './trust.ts';
import { rootsForSigning } from './trustRoots.ts';

/** What the first line says that the file is. */
const kind = `${schemeId}-trust-bundle`;
const text = z.string().min(1);
const day = z.iso.date();
const historyStep = z.object({
  state: z.enum(labelStates),
  on: day,
  standing: z.enum(standings).exclude(['clean']).optional(),
});

/** The first line of a bundle: when it was made, every root of its issuer, and what signatures are judged by. */
export const bundleHead = z
  .object({
    type: z.literal(kind),
    version: z.literal(2),
    at: z.iso.datetime(),
    roots: z.array(trustRoot).min(1).max(1000),
    did: z.object({
      '@context': z.array(text),
      id: text,
      verificationMethod: z.array(
        z.discriminatedUnion('type', [
          z.object({ id: text, type: z.literal('Multikey'), controller: text, publicKeyMultibase: text }),
          z.object({
            id: text,
            type: z.literal('JsonWebKey'),
            controller: text,
            publicKeyJwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: text, y: text }),
          }),
        ]),
      ),
      assertionMethod: z.array(text),
    }),
    anchors: z.array(text),
    /** Certificates that the anchors lead to, up to their root: for other programs that read seals. */
    anchorIssuers: z.array(text),
    timeAnchors: z.array(text),
    statusLists: z.array(text),
    /** Keys of the public log and its witnesses; absent in bundles of before there was one. */
    log: z
      .object({
        vkey: text,
        earlier: z.array(text).default([]),
        witnesses: z.array(text),
        quorum: z.int().nonnegative().default(0),
      })
      .nullable()
      .default(null),
  })
  .meta({ id: 'BundleHead' });

/** Every line after the first, as many as there are labels: what the register says of one label. */
export const bundleRow = z
  .object({
    number: text,
    revision: z.int().positive(),
    state: z.enum(labelStates),
    standing: z.enum(standings),
    conditionDue: day.optional(),
    since: day,
    until: day,
    extendedUntil: day.exactOptional(),
    history: z.array(historyStep),
    organisation: text,
    offers: z.array(text),
    successor: text.nullable(),
    /** The entry of the public log of that revision; absent where it is older than the log. */
    logged: z.int().nonnegative().optional(),
    files: z.array(z.object({ revision: z.int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/) })),
  })
  .meta({ id: 'BundleRow' });

/** Every line between those and the last: a paper that was handed out, by the SHA-256 of its file. */
export const bundlePaper = z
  .object({ paper: z.string().regex(/^[0-9a-f]{64}$/), kind: z.enum(paperKinds), on: day })
  .meta({ id: 'BundlePaper' });

/** Papers that are read at once. */
const page = 1000;

/**
 * All that files are checked against, to be kept where no network is: JSON Lines, each with its end; a few labels in memory at a time.
 * The last line signs all before it: whatever is added to the first one is signed with it.
 */
export async function* trustBundle(deps: Pick<Deps, 'store' | 'issuing' | 'publicUrl' | 'clock'>) {
  const at = deps.clock.now().toISOString();
  const [{ roots }, keys, seals] = await Promise.all([
    rootsForSigning(deps),
    storeTrust(deps).keys(),
    deps.store.sealAnchors(),
  ]);
  const anchorIssuers = [...new Set(seals.flatMap(({ issuers = [] }) => issuers))];
  const hash = createHash('sha256');
  let length = 0;
  const line = (content: object): Buffer => {
    const bytes = Buffer.from(`${JSON.stringify(content)}\n`);
    hash.update(bytes);
    length += bytes.length;
    return bytes;
  };
  yield line({ type: kind, version: 2, at, roots, ...keys, anchorIssuers });
  for await (const entries of wholeRegister(deps)) {
    for (const entry of entries) yield line(registerRow(entry));
  }
  for (let last: string | undefined = ''; last !== undefined; ) {
    const papers = await deps.store.papersAfter(last, page);
    for (const { digest, ...paper } of papers) yield line({ paper: digest, ...paper });
    last = papers.at(-1)?.digest;
  }
  const signature = await deps.issuing.bundle({ at, length, sha256: hash.digest('hex') });
  yield Buffer.from(`${JSON.stringify(signature)}\n`);
}
