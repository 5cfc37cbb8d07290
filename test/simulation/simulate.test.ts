import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { breaks } from './breaks.ts';
import { type Lived, live } from './simulation.ts';

const run = promisify(execFile);

/** Lives in which what is wrong shows soon. */
const small = { seed: 20130424, labels: 3, years: 3 };
/** One label, which shows soon what is wrong with rows: by hand a whole program is started for it. */
const alone = { seed: 11, labels: 1, years: 3 };
const longer = { seed: 11, labels: 6, years: 3.2 };

/** A life in this process, which has read and built already what another would have to: that takes as long as many turns. */
function lived(life: typeof small, broken = {}): Promise<Lived> {
  return live({ ...life, path: '0', broken }, new Map(), { move: () => {}, progress: () => {} });
}

/** How one lives it again and sees more of it. */
function again({ seed, labels, years }: typeof small): string {
  return `npm run simulate -- --seed ${seed} --path 0 --labels ${labels} --years ${years}`;
}

describe('simulated lives of labels', () => {
  it('go on over renewals without a broken invariant, for fifteen label-years', async () => {
    const { fault, labelYears, renewed } = await lived(longer);
    expect(fault, again(longer)).to.equal(null);
    expect(labelYears).to.be.at.least(15);
    expect(renewed).to.be.greaterThan(0);
  });

  for (const [name, life, found] of [
    ['letterNotQueued', small, /never went/],
    ['statusListOld', longer, /its status list of suspension says false/],
  ] as const)
    it(`find what is wrong on purpose: ${name}`, async () => {
      const { fault } = await lived(life, requireVisible(breaks[name])());
      expect(fault, again(life)).to.match(found);
    });

  it('say what is wrong, and how to live it again, when they are started by hand', async () => {
    const options = [...again(alone).split(' ').slice(4), '--break', 'rowLeftOut'];
    const node = ['--import', 'tsx', 'test/simulation/simulate.ts'];
    const failed: { readonly stderr?: string } = await run(process.execPath, [...node, ...options]).then(
      ({ stdout }) => ({ stderr: `nothing was found:\n${stdout}` }),
      (error) => error,
    );
    expect(failed.stderr).to.match(/its (?:row|page|JSON)/);
    expect(failed.stderr).to.include(`${again(alone)} --break rowLeftOut`);
  });
});
