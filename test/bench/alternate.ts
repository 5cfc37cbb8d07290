import type { Contest } from './row.ts';
import type { Pair } from './slices.ts';

const warmUps = 2;

/** Lets base and product work in turns, so that whatever slows the machine slows both; the first turns are not counted. */
export async function alternate(
  { base, product }: Pick<Contest, 'base' | 'product'>,
  { pairs, sliceMs }: { readonly pairs: number; readonly sliceMs: number },
): Promise<Pair[]> {
  const measured: Pair[] = [];
  for (let turn = -warmUps; turn < pairs; turn += 1) {
    const pair = { base: await base.slice(sliceMs), product: await product.slice(sliceMs) };
    if (turn >= 0) measured.push(pair);
  }
  return measured;
}
