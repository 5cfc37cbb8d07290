import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { withPlainDatabase } from '../../src/storage/database/withPlainDatabase.ts';
import { testFolder } from '../support/run/folders.ts';
import { databaseOptions } from '../support/run/server.ts';
import { fillPast } from './support/fillPast.ts';
import { runProgram } from './support/program.ts';
import { report } from './support/report.ts';

/** Fewer are for trying the drill itself. */
const labels = Number(process.env.DRILL_LABELS ?? 100_000);
const files = Math.ceil(labels / 50);
const goalSeconds = 300;
const many = (count: number) => count.toLocaleString('en');

describe('Restore', () => {
  it('brings 100,000 labels back within five minutes, and nothing is missing', async () => {
    const [first, second] = [await testFolder(), await testFolder()];
    const [key, backup] = [join(first, 'key.txt'), join(first, 'backup.age')];
    const run = async (folder: string, ...args: readonly string[]) => {
      const ended = await runProgram({ DATA_DIR: folder, SECURITY_LOG: 'off' }, ...args);
      expect(ended.status, ended.text).to.equal(0);
      return ended;
    };
    const filled = await run(first, 'seed', '--labels', String(labels), '--files', String(files));
    const past = await withDatabase(first, fillPast);
    const recipient = /age1\w+/.exec((await run(first, 'backup-key', key)).text)?.[0] ?? '';
    const saved = await run(first, 'backup', backup, '--recipient', recipient);
    const restored = await run(second, 'restore', backup, '--identity', key, '--keys', join(second, 'keys'));
    const checked = await run(second, 'restore', '--check', backup, '--identity', key);
    const [before, after] = [await documentsIn(first), await documentsIn(second)];
    expect(after).to.deep.equal(before);
    const all = Object.values(before).reduce((sum, count) => sum + count, 0);
    const seconds = (of: { readonly seconds: number }) => `${Math.round(of.seconds)} s`;
    const { size } = await stat(backup);
    await report({
      title: 'Restore',
      about:
        `${many(labels)} labels, ${many(files)} files on the desk, ${many(past.lines)} lines of the journal about labels and ` +
        `${many(past.files)} stored files of ${past.bytes / past.files / 1000} kB, ${many(all)} documents in all, are saved, encrypted, ` +
        'restored to another server and checked there, each by the command of the operator’s guide.',
      command: `${labels === 100_000 ? '' : `DRILL_LABELS=${labels} `}npm run drill -- --grep Restore`,
      mongodb: /MongoDB ([\d.]+)/.exec(filled.text)?.[1] ?? '',
      figures: [
        { what: 'written by `made-in-ess seed`', measured: seconds(filled) },
        {
          what: 'saved by `made-in-ess backup`',
          measured: `${seconds(saved)}, ${Math.round(size / 1e6)} MB`,
        },
        {
          what: 'restored by `made-in-ess restore`',
          goal: '≤ 5 min for 100,000',
          measured: seconds(restored),
        },
        { what: 'documents lost', goal: '0', measured: '0' },
        { what: 'restored and checked by `made-in-ess restore --check`', measured: seconds(checked) },
      ],
    });
    expect(restored.seconds).to.be.at.most(goalSeconds);
  });
});

/** How many documents each collection holds, but for what the start of a program and a backup themselves write. */
function documentsIn(folder: string): Promise<Record<string, number>> {
  return withDatabase(folder, async (connection) => {
    const counts: Record<string, number> = {};
    for (const name of (await connection.listCollections()).map((one) => one.name).sort()) {
      const count = await connection.collection(name).countDocuments();
      if (count > 0 && name !== 'backups') counts[name] = count;
    }
    return counts;
  });
}

function withDatabase<T>(folder: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  return withPlainDatabase({ ...databaseOptions(folder), databaseName: 'made-in-ess' }, work);
}
