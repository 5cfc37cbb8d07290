import * as z from 'zod';
import { schemeId } from '../../profile/schemeFile.ts';
import { labelStates, standings } from '../../register/entry.ts';
import { registerRow } from '../../register/registerRow.ts';
import type { Deps } from '../ports/ports.ts';
import { wholeRegister } from '../register/readLabels.ts';
import { storeTrust } from './trust.ts';

/** What the first line says that the file is. */
const kind = `${schemeId}-trust-bundle`;
const text = z.string().min(1);
const day = z.iso.date();
const historyStep = z.object({
  state: z.enum(labelStates),
  on: day,
  standing: z.enum(standings).exclude(['clean']).optional(),
});

/** The first line of a bundle: when it was made, and what signatures are judged by. */
export const bundleHead = z
  .object({
    type: z.literal(kind),
    version: z.literal(1),
    at: z.iso.datetime(),
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
    statusLists: z.array(text),
  })
  .meta({ id: 'BundleHead' });

/** Every other line: what the register says of one label. */
export const bundleRow = z
  .object({
    number: text,
    revision: z.int().positive(),
    state: z.enum(labelStates),
    standing: z.enum(standings),
    conditionDue: day.optional(),
    since: day,
    until: day,
    history: z.array(historyStep),
    organisation: text,
    offers: z.array(text),
    successor: text.nullable(),
    files: z.array(z.object({ revision: z.int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/) })),
  })
  .meta({ id: 'BundleRow' });

/** All that files are checked against, to be kept where no network is: JSON Lines, each with its end; a few labels in memory at a time. */
export async function* trustBundle(deps: Pick<Deps, 'store' | 'publicUrl' | 'clock'>) {
  const at = deps.clock.now().toISOString();
  const keys = await storeTrust(deps).keys();
  yield `${JSON.stringify({ type: kind, version: 1, at, ...keys })}\n`;
  for await (const entries of wholeRegister(deps)) {
    for (const entry of entries) yield `${JSON.stringify(registerRow(entry))}\n`;
  }
}
