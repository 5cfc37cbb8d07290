import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect } from 'chai';
import { openHealth } from '../../src/boot/openHealth.ts';
import { readHealth } from '../../src/commands/desk/health/viewHealth.ts';
import { createIntake } from '../../src/intake/createIntake.ts';
import { createScanner } from '../../src/intake/createScanner.ts';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { freePort } from '../support/guides/freePort.ts';
import { refusalOf } from '../support/refusal.ts';
import { type TestService, testService, timeoutMs } from '../support/run/service.ts';

describe('a virus scanner that is down', () => {
  let service: TestService;
  before(async () => {
    service = await testService('scanner-down');
  });
  after(() => service.stop());
  const text = Buffer.from('Rapport annuel');
  const told: unknown[] = [];
  const scannerAt = (port: number, ms: number) =>
    createScanner({ host: '127.0.0.1', port }, { timeoutMs: ms, report: (error) => told.push(error) });
  const health = (scanner: ReturnType<typeof createScanner> | null) =>
    openHealth({ bounces: null, mail: null }, { readings: createReadings(service.connection) }, scanner);
  const scannerLine = async (scanner: ReturnType<typeof createScanner> | null) => {
    const { lines } = await readHealth({ ...service.deps, health: health(scanner) });
    return lines.find(({ what }) => what === 'scanner')?.state;
  };

  it('lets no file in unscanned, and says so to the sender, the log and the staff', async () => {
    const gone = scannerAt(await freePort(), timeoutMs);
    const intake = createIntake({ scanner: gone, timeoutMs });
    expect(await refusalOf(intake.receive(text, 'rapport.txt'))).to.equal('scannerUnavailable');
    expect(told).to.have.length(1);
    expect(await health(gone).scanner()).to.equal(false);
    expect(await scannerLine(gone)).to.equal('now');
  });

  it('that answers nothing counts like one that is gone', async () => {
    const lines: Socket[] = [];
    const mute = createServer((line) => lines.push(line)).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as { port: number };
    expect(await refusalOf(scannerAt(port, 50).scan(text))).to.equal('scannerUnavailable');
    for (const line of lines) line.destroy();
    mute.close();
  });

  it('is another thing than one that was never set: files come in and say that nobody looked', async () => {
    const intake = createIntake({ scanner: createScanner(null), timeoutMs });
    expect((await intake.receive(text, 'rapport.txt')).scan).to.equal('notScanned');
    expect(await health(null).scanner()).to.equal(null);
    expect(await scannerLine(null)).to.equal('none');
  });
});
