import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';

const run = promisify(execFile);
const node = ['--import', 'tsx', 'test/simulation/simulate.ts'];

/** What the simulator prints, in a process of its own as `npm run simulate` starts it. */
async function simulate(...options: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...node, ...options]);
  return stdout;
}

const seeds = ['11', '12', '13'];
/** Lives in which what is wrong shows soon. */
const small = { seed: '20130424', size: ['--labels', '3', '--years', '3'] } as const;
const longer = { seed: '11', size: ['--labels', '6', '--years', '3.2'] } as const;

describe('simulated lives of labels', () => {
  // One after the other: in one, a slow machine would take longer than a test may.
  for (const seed of seeds)
    it(`go on over renewals without a broken invariant: a third of fifty label-years, seed ${seed}`, async () => {
      const printed = await simulate('--labels', '6', '--years', '3.2', '--seed', seed);
      const [, years, renewed] =
        /([\d.]+) label-years without a fault, (\d+) labels renewed/.exec(printed) ?? [];
      expect(Number(years), printed).to.be.at.least(15);
      expect(Number(renewed), printed).to.be.greaterThan(0);
    });

  for (const [name, { seed, size }, found] of [
    ['rowLeftOut', small, /its (?:row|page|JSON)/],
    ['letterNotQueued', small, /never went/],
    ['statusListOld', longer, /its status list of suspension says false/],
  ] as const)
    it(`find what is wrong on purpose: ${name}`, async () => {
      const failed: { readonly stderr?: string } = await simulate(
        '--seed',
        seed,
        ...size,
        '--break',
        name,
      ).then(
        (stdout) => ({ stderr: `nothing was found:\n${stdout}` }),
        (error) => error,
      );
      expect(failed.stderr).to.match(found);
      expect(failed.stderr).to.include(
        `npm run simulate -- --seed ${seed} --path 0 ${size.join(' ')} --break ${name}`,
      );
    });
});
