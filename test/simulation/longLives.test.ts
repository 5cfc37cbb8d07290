// Tier: night. Budget: 270 s.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { breaks } from './breaks.ts';
import { again, lived } from './lived.ts';

const run = promisify(execFile);

const longer = { seed: 11, labels: 6, years: 3.2 };
/** One label, which shows soon what is wrong with rows: by hand a whole program is started for it. */
const alone = { seed: 11, labels: 1, years: 3 };

describe('long simulated lives of labels', () => {
  it('go on over renewals without a broken invariant, for fifteen label-years', async () => {
    const { fault, labelYears, renewed } = await lived(longer);
    expect(fault, again(longer)).to.equal(null);
    expect(labelYears).to.be.at.least(15);
    expect(renewed).to.be.greaterThan(0);
  });

  it('find what is wrong on purpose: statusListOld', async () => {
    const { fault } = await lived(longer, requireVisible(breaks.statusListOld)());
    expect(fault, again(longer)).to.match(/its status list of suspension says false/);
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
