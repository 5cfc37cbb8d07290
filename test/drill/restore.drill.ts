import { expect } from 'chai';
import { testFolder } from '../support/run/folders.ts';
import { runProgram } from './support/program.ts';
import { report } from './support/report.ts';

/** Fewer are for trying the drill itself. */
const labels = process.env.DRILL_LABELS ?? '100000';

describe('Restore', () => {
  it('fills a register', async () => {
    const settings = { DATA_DIR: await testFolder() };
    const filled = await runProgram(settings, 'seed', '--labels', labels);
    expect(filled.status, filled.text).to.equal(0);
    await report({
      title: 'Restore',
      about: `${Number(labels).toLocaleString('en')} labels are written by \`made-in-ess seed\`.`,
      command: 'npm run drill -- --grep Restore',
      figures: [{ what: 'labels written', measured: `${Math.round(filled.seconds)} s` }],
    });
  });
});
