import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { entered } from '../../src/commands/transparency/entered.ts';
import { growLog } from '../../src/commands/transparency/growLog.ts';
import { createWitnesses } from '../../src/issuing/log/createWitnesses.ts';
import { checkEntryProof } from '../../src/transparency/read/entryProof.ts';
import { readNoteKey } from '../../src/transparency/read/noteKey.ts';
import { openCheckpoint } from '../../src/transparency/read/openCheckpoint.ts';
import { carriedProof } from '../../src/transparency/write/carriedProof.ts';
import { isThere } from '../support/guides/isThere.ts';
import { testFolder } from '../support/run/folders.ts';
import { testService } from '../support/run/service.ts';
import { answering } from '../support/transparency/answering.ts';
import { writeLog } from '../support/transparency/writtenLog.ts';
import { foreignWitness, litewitnessVersion, missingTools } from './support/foreignWitness.ts';
import { goTool } from './support/goTool.ts';
import { report } from './support/report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fsckVersion = 'v1.0.4';
/** Says at the end how much memory a program had at most (KB). */
const resources = "process.on('exit',()=>console.error('rss',process.resourceUsage().maxRSS))";

/** Runs a program while this process goes on serving; what it says, and the code that it ends with. */
async function run(program: string, args: readonly string[]) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('Public log', () => {
  const figures: { what: string; goal?: string; measured: string }[] = [];
  after(() =>
    report({
      title: 'Public log',
      about:
        'Logs as the service writes them are served over HTTP on the same machine, and read by `made-in-ess log audit` and by software of others: ' +
        '`fsck` of transparency-dev/tessera. Another is seen by a witness of others, `litewitness` of filippo.io/torchwood.',
      command: 'npm run drill -- --grep "Public log"',
      figures,
    }),
  );

  /** A log of so many entries, served. */
  async function served(entries: number, labels: number) {
    const folder = await testFolder();
    const put = (path: string, bytes: Buffer) => {
      const file = join(folder, 'log', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    };
    const log = writeLog({ entries, labels, origin: 'label.example/log' }, put);
    mkdirSync(join(folder, 'api/v1'), { recursive: true });
    const lines = Readable.from(log.labels()).map((line) => `${line}\n`);
    await writeFile(join(folder, 'api/v1/register.jsonl'), lines);
    const server = await answering(async ({ url = '' }, res) => {
      const file = join(folder, url);
      const isFile = await stat(file).then(
        (one) => one.isFile(),
        () => false,
      );
      if (isFile) createReadStream(file).pipe(res);
      else res.writeHead(404).end();
    });
    return { ...log, ...server, folder };
  }

  for (const [entries, labels] of [
    [100_000, 30_000],
    [1_000_000, 300_000],
  ] as const) {
    it(`is audited with ${entries} entries`, async () => {
      const { vkey, address, close } = await served(entries, labels);
      const begun = performance.now();
      const args = ['--import', `data:text/javascript,${encodeURIComponent(resources)}`, 'dist/cli.js'];
      const audit = await run(process.execPath, [
        ...args,
        'log',
        'audit',
        address,
        '--key',
        vkey,
        '--language',
        'en',
      ]);
      const seconds = (performance.now() - begun) / 1000;
      await close();
      expect(audit.code, audit.said).equal(0);
      const megabytes = Math.round(Number(/rss (\d+)/.exec(audit.said)?.[1]) / 1024);
      figures.push({
        what: `audit of ${entries.toLocaleString('en')} entries, ${labels.toLocaleString('en')} labels`,
        ...(entries === 1_000_000 && { goal: '60 s' }),
        measured: `${seconds.toFixed(1)} s, ${megabytes} MB at most`,
      });
    });
  }

  it('is accepted by fsck with 10,000 entries', async function () {
    if (!isThere('go')) {
      console.log('      skipped: fsck is built with Go, which is not here');
      return this.skip();
    }
    const fsck = goTool('github.com/transparency-dev/tessera/cmd/fsck', fsckVersion);
    const { vkey, address, close, folder } = await served(10_000, 3000);
    const key = join(folder, 'key');
    await writeFile(key, vkey);
    const checked = await run(fsck, ['--storage_url', `${address}/log/`, '--public_key', key, '--ui=false']);
    await close();
    expect(checked.code, checked.said).equal(0);
    figures.push({ what: `fsck ${fsckVersion} of 10,000 entries`, measured: 'without a fault' });
  });

  it('is seen by a witness that is not ours', async function () {
    const missing = missingTools();
    if (missing.length > 0) {
      console.log(`      skipped: litewitness takes ${missing.join(', ')}, which this machine does not have`);
      return this.skip();
    }
    const service = await testService('foreign-witness');
    const { deps } = service;
    await growLog(deps);
    const { origin, vkey } = requireVisible(await deps.store.logHead());
    const witness = await foreignWitness('witness.example/litewitness');
    const policy = { log: readNoteKey(vkey), witnesses: [readNoteKey(witness.vkey)], quorum: 1 };
    const seconds = () => Math.floor(Date.now() / 1000);
    /** A process of the service that asks the witness and remembers nothing of it. */
    const process = () => {
      const witnesses = createWitnesses({ witnesses: [witness], quorum: 1 });
      return { ...deps, issuing: { ...deps.issuing, witnesses } };
    };
    const seenBy = async () => {
      const note = Buffer.from((await deps.store.logHead())?.checkpoint?.note ?? '');
      const { size, witnesses } = openCheckpoint(note, { ...policy, quorum: 0 }, seconds());
      return [size, witnesses.map(({ name }) => name)];
    };
    const statement = (version: number) => ({ version: String(version), digest: 'ab' });
    const enter = (version: number, by: ReturnType<typeof process>) =>
      entered(by, { source: `drill/${version}`, type: 'criteria', statement: statement(version) });
    // It does not know the log yet: the head is signed without it.
    await enter(1, process());
    const [alone] = await seenBy();
    expect(await seenBy()).deep.equal([alone, []]);
    witness.knows({ origin, vkey });
    let by = process();
    // From nothing, then from what it saw, by the same process and by one that has to ask what that was.
    for (let version = 2; version < 400; version += 1) {
      if (version % 100 === 0) by = process();
      const { entry, proof, statement: said } = await enter(version, by);
      const proven = checkEntryProof(Buffer.from(carriedProof(proof, entry, said ?? '')), policy, seconds());
      expect(proven.witnesses.map(({ name }) => name)).deep.equal(['witness.example/litewitness']);
      expect(witness.size(origin)).equal(proven.size);
    }
    figures.push({
      what: `heads that litewitness ${litewitnessVersion} signed, each on what it saw before`,
      measured: '398 of 398',
    });
    await witness.stop();
    await service.stop();
  });
});
