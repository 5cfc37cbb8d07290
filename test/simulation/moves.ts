import { readdirSync } from 'node:fs';
import type { Move } from './move.ts';

const folder = new URL('moves/', import.meta.url);

/** Every move that the files of `moves` define, each file being given by itself. */
export async function allMoves(): Promise<readonly Move[]> {
  const names = readdirSync(folder).toSorted();
  const files = await Promise.all(names.map((name) => import(new URL(name, folder).href)));
  return files.flatMap(({ moves }: { readonly moves: readonly Move[] }) => moves);
}
