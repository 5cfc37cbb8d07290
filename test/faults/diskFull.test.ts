import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { createLog } from '../../src/boot/createLog.ts';
import { createSecurityLog, securityDestination } from '../../src/boot/createSecurityLog.ts';
import { openHealth } from '../../src/boot/openHealth.ts';
import { readHealth } from '../../src/commands/desk/health/viewHealth.ts';
import type { DatabaseReading } from '../../src/commands/ports/healthPorts.ts';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { createApp } from '../../src/web/app.ts';
import { UploadRoom } from '../../src/web/http/uploads/uploadRoom.ts';
import { testSecret } from '../support/run/service.ts';
import { closed, shown, type TestWeb, testWeb } from '../support/web.ts';

const { MongoServerError } = mongoose.mongo;

describe('a disk that is full', () => {
  let web: TestWeb;
  let failing: Error | null = null;
  before(async () => {
    web = await testWeb('disk-full', {
      mailer: {
        send: async () => {
          if (failing) throw failing;
        },
      },
    });
  });
  after(() => web.stop());

  for (const [code, name] of [
    [14031, 'OutOfDiskSpace'],
    [91, 'ShutdownInProgress'],
  ] as const) {
    it(`of the database (${name}) is told as a database that takes nothing now, and loses nothing that was typed`, async () => {
      failing = new MongoServerError({ message: 'no space left on device', code, codeName: name });
      const answer = await (await web.browser()).post('/fr/sign-in', { email: 'anyone@specimen.example' });
      expect([answer.status, answer.headers['retry-after']]).to.deep.equal([503, '30']);
      expect(answer.text).to.include('anyone@specimen.example');
      failing = null;
    });
  }

  it('of temporary files takes no file, loses nothing of what was typed, and is logged', async function () {
    // A device whose writes all fail as those of a full disk; there is none but on Linux.
    if (!existsSync('/dev/full')) return this.skip();
    const folders: string[] = [];
    class FullRoom extends UploadRoom {
      override within<T>(client: string, length: number, use: (folder: string) => Promise<T>): Promise<T> {
        return super.within(client, length, async (folder) => {
          folders.push(folder);
          await symlink('/dev/full', join(folder, 'file'));
          return use(folder);
        });
      }
    }
    const told: string[] = [];
    const log = { ...web.deps.log, error: (_: object, message: string) => void told.push(message) };
    const uploads = new FullRoom();
    const server = createApp({ ...web.deps, uploads, log }, closed, shown).callback();
    for (const path of ['/fr/verify', '/fr/report']) {
      const answer = await supertest(server)
        .post(path)
        .set('Accept', 'text/html')
        .field(path === '/fr/report' ? { place: 'shop', text: 'Vu au marché' } : {})
        .attach('file', Buffer.alloc(500_000, 'specimen '), 'carte.pdf');
      expect([answer.status, answer.headers['retry-after']], path).to.deep.equal([503, '10']);
      if (path === '/fr/report') expect(answer.text).to.include('Vu au marché');
    }
    expect(told).to.deep.equal(Array.from({ length: 2 }, () => 'the folder for temporary files is full'));
    expect(folders.filter(existsSync)).to.deep.equal([]);
    expect(await web.connection.collection('complaints').countDocuments()).to.equal(0);
    uploads.close();
  });

  it('is told before it is full, to the staff', async () => {
    const readings = createReadings(web.connection);
    const now = await readings.database();
    const stateAt = async (usedBytes: number) => {
      const database = async (): Promise<DatabaseReading> => ({
        ...now,
        disk: { usedBytes, totalBytes: 100 },
      });
      const health = { ...openHealth({ bounces: null, mail: null }, { readings }, null), database };
      const { lines } = await readHealth({ ...web.deps, health });
      return lines.find(({ what }) => what === 'disk')?.state;
    };
    expect(await Promise.all([84, 85, 95].map(stateAt))).to.deep.equal(['good', 'soon', 'now']);
  });

  it('of the logs ends no request, and what is lost of the security log is told', function () {
    // A device whose writes all fail as those of a full disk; there is none but on Linux.
    if (!existsSync('/dev/full')) return this.skip();
    const lost: unknown[] = [];
    const tell = (error: unknown) => void lost.push(error);
    const log = createSecurityLog(testSecret, securityDestination('/dev/full'), tell);
    for (let i = 0; i < 100; i += 1)
      log.note({ event: 'access.refused', reason: 'forbidden', request: `R${i}` });
    expect(lost.length).to.be.above(0);
    createLog({ logLevel: 'info' }, securityDestination('/dev/full')).info('nobody reads this');
  });
});
