// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { openRehearsal, type Rehearsal } from '../../src/boot/openRehearsal.ts';
import { dayLines, sumLines, Totals } from '../../src/cli/clock/report.ts';
import type { WrittenLetter } from '../../src/commands/items/letters.ts';
import { readConfig } from '../../src/config.ts';
import { copyDatabase } from '../../src/storage/database/copyDatabase.ts';
import { castOf } from '../support/applicationSteps.ts';
import { issueLabel } from '../support/issueLabel.ts';
import { testFolder } from '../support/run/folders.ts';
import { databaseOptions } from '../support/run/server.ts';
import { type TestService, testService } from '../support/run/service.ts';

const twoDaysMs = 2 * 86_400_000;

describe('a rehearsal', () => {
  let service: TestService;
  let number: string;
  let letters: WrittenLetter[];
  before(async () => {
    service = await testService('rehearsal');
    ({ number } = await issueLabel(service, await castOf(service), 'holder'));
  });
  after(() => service.stop());

  const open = async (): Promise<Rehearsal> => {
    letters = [];
    const { path, cacheDir } = databaseOptions('');
    const config = readConfig({
      MONGODB_URI: service.uri,
      MONGODB_NAME: service.connection.name,
      DATA_DIR: await testFolder(),
      PATH: path,
      ...(process.env.MONGOD_BINARY && { MONGOD_BINARY: process.env.MONGOD_BINARY }),
    });
    const keep = async (letter: WrittenLetter) => void letters.push(letter);
    return openRehearsal({ ...config, cacheDir }, { progress: () => {}, keep, stopped: () => false });
  };
  /** What a database holds, as one digest of each collection. */
  const digests = async () => {
    const { collections } = (await service.connection.db?.command({ dbHash: 1 })) ?? {};
    return collections;
  };

  it('says what time will bring, and leaves what it copies as it was', async () => {
    const until = (await service.deps.store.label(number))?.context.until ?? '';
    const end = new Date(`${until}T23:30:00.000Z`);
    // The data begin shortly before the label ends: three years of days would take minutes.
    const ahead = end.getTime() - twoDaysMs - Date.now();
    await service.connection
      .collection<{ _id: string; n: number }>('counters')
      .insertOne({ _id: 'clockAhead', n: ahead });
    const before = await digests();
    const rehearsal = await open();
    const totals = new Totals();
    const lines: string[] = [];
    try {
      for await (const day of rehearsal.until(end)) {
        totals.add(day);
        lines.push(...dayLines(day));
      }
    } finally {
      await rehearsal.close();
    }
    const { happened, failures } = totals.sums();
    expect(happened['label.expired']).to.equal(1);
    expect(failures).to.equal(0);
    expect(lines.join('\n')).to.match(new RegExp(`label\\.expired +1 +${number}`));
    expect(sumLines(totals.sums()).join('\n')).to.match(
      /Events in all[\s\S]*label\.expired +1\n[\s\S]*E-mails in all/,
    );
    expect(Object.values(totals.sums().letters).reduce((sum, n) => sum + n, 0)).to.equal(letters.length);
    expect(await digests()).to.deep.equal(before);
    expect((await service.deps.store.label(number))?.state).to.equal('active');
  });

  it('refuses a copy on the server of the original', async () => {
    const { uri, connection } = service;
    const copy = copyDatabase({ uri, dbName: connection.name }, connection.useDb('other'), () => {});
    const refused = await copy.then(
      () => null,
      (error: Error) => error.message,
    );
    expect(refused).to.include('on the server of the original');
  });
});
