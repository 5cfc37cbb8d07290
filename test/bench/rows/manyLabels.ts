import { random } from '../../../src/cli/seed/random.ts';
import { type ChildServer, childServer } from '../childServer.ts';
import { startLoad } from '../load.ts';
import { type Pace, startPace } from '../pace.ts';
import { productServer } from '../productServer.ts';
import type { Row, Side } from '../row.ts';
import { type Seeded, seeded } from '../seeded.ts';

const few = 1000;
const many = 1_000_000;
/** Pages that are asked for; then the same again. */
const visits = 200_000;
/** How long a server is kept as busy as it can be, to warm up, and again to see what it can do. */
const saturatedMs = 3000;
/** A hundredth of a slice should be more than a few answers. */
const longer = 5;

/** Whether the slowest answers stay as fast when the register is large, some labels being looked at much more than others. */
export const manyLabels: Row = {
  n: 7,
  product: `slowest hundredth of label pages with ${many.toLocaleString('en')} labels (or as many as asked for)`,
  base: `with ${few.toLocaleString('en')}, both at half of what the slower one can do`,
  goal: { atMost: 2 },
  cost: 'tail',
  heldBack:
    'pages that nobody asked for before. Of a few labels every page is soon kept; of many, about one visit in four is the first to its page or comes after its page made room for others, and the slowest hundredth are such visits: what they cost is row 4.',
  open: async ({ labels }) => {
    const registers = [await seeded('few', few), await seeded('many', labels ?? many)] as const;
    const base = await opened(registers[0]);
    const product = await opened(registers[1]);
    const rate = Math.max(1, Math.floor(Math.min(base.max, product.max) / 2));
    process.stderr.write(`${rate} pages a second\n`);
    return {
      base: sideOf(base, rate),
      product: sideOf(product, rate),
      close: async () => {
        for (const { pace } of [base, product]) pace.stop();
        await Promise.all([base.server.stop(), product.server.stop()]);
        for (const register of registers) await register.drop();
      },
    };
  },
};

interface Opened {
  readonly server: ChildServer;
  readonly pace: Pace;
  /** Pages a second when all that it can answer are asked for. */
  readonly max: number;
}

async function opened(register: Seeded): Promise<Opened> {
  const visited = zipf(register.paths);
  const server = await childServer(productServer(register));
  const load = startLoad(visited);
  await load.run(server.address, saturatedMs);
  const { calls, ms } = await load.run(server.address, saturatedMs);
  load.stop();
  return { server, pace: startPace(visited), max: (1000 * calls) / ms };
}

function sideOf({ server, pace }: Opened, rate: number): Side {
  return {
    slice: async (ms) => {
      const before = await server.cpuMs();
      const paced = await pace.run(server.address, ms * longer, rate);
      return { ...paced, cpuMs: (await server.cpuMs()) - before };
    },
  };
}

/** Visits by Zipf's law: the n-th of the pages is asked for about 1/n times as often as the first. */
function zipf(paths: readonly string[]): string[] {
  const chance = random(7);
  // A rank is at most k with a probability of ln(k + 1) / ln(N + 1).
  const rank = () => Math.floor((paths.length + 1) ** chance.fraction()) - 1;
  return Array.from({ length: visits }, () => paths[Math.min(paths.length - 1, rank())] ?? '');
}
