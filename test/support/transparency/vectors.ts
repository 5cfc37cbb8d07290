import { readFileSync } from 'node:fs';
import * as z from 'zod';

const count = z.int();
const text = z.string();
const place = { level: count, index: count, width: count, path: text };

/** What other software made of entries `entry 0`, `entry 1` and so on (test/golden/transparency/vectors.go). */
export const vectors = z
  .object({
    roots: z.array(z.object({ size: count, root: text })),
    inclusions: z.array(z.object({ size: count, index: count, proof: z.array(text) })),
    consistencies: z.array(
      z.object({ older: count, newer: count, olderRoot: text, newerRoot: text, proof: z.array(text) }),
    ),
    tiles: z.array(z.object({ size: count, sha256: text, ...place })),
    paths: z.array(z.object(place)),
    bundle: text,
    log: text,
    stranger: text,
    witnesses: z.array(text),
    checkpoint: text,
    note: text,
    mlDsa: z.object({ vkey: text, line: text }),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../golden/transparency/vectors.json', import.meta.url), 'utf8')),
  );
