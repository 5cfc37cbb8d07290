import * as z from 'zod';
import { schemeId } from '../../profile/schemeFile.ts';
import { labelStates, standings } from '../entry.ts';
import { paperKinds } from '../papers/issuedPaper.ts';
import { trustRoot } from './trustRoot.ts';

/** What the first line says that the file is. */
export const bundleKind = `${schemeId}-trust-bundle`;
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
    type: z.literal(bundleKind),
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
    criteria: text.exactOptional(),
    /** The entry of the public log of that revision; absent where it is older than the log. */
    logged: z.int().nonnegative().optional(),
    /** That of its conformity credential. */
    conformityLogged: z.int().nonnegative().optional(),
    files: z.array(z.object({ revision: z.int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/) })),
  })
  .meta({ id: 'BundleRow' });

/** Every line between those and the last: a paper that was handed out, by the SHA-256 of its file. */
export const bundlePaper = z
  .object({ paper: z.string().regex(/^[0-9a-f]{64}$/), kind: z.enum(paperKinds), on: day })
  .meta({ id: 'BundlePaper' });
