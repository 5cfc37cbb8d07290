import { type Lived, live } from './simulation.ts';

/** Which life of which extent a test lives. */
interface Life {
  readonly seed: number;
  readonly labels: number;
  readonly years: number;
}

/** A life in this process, which has read and built already what another would have to: that takes as long as many turns. */
export function lived(life: Life, broken = {}): Promise<Lived> {
  return live({ ...life, path: '0', broken }, new Map(), { move: () => {}, progress: () => {} });
}

/** How one lives it again and sees more of it. */
export function again({ seed, labels, years }: Life): string {
  return `npm run simulate -- --seed ${seed} --path 0 --labels ${labels} --years ${years}`;
}
