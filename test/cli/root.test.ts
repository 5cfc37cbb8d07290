import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { rootKey, rootMake, rootSign } from '../../src/cli/root.ts';
import { readRoot } from '../../src/cli/trustMemory.ts';
import { publishRoot, rootsForSigning, trustRoots } from '../../src/commands/verify/trustRoots.ts';
import type { LabelError } from '../../src/errors.ts';
import { isWholeRoot } from '../../src/register/trust/trustRoot.ts';
import { type TestService, testService } from '../support/run/service.ts';
import { TestKey } from '../support/transparency/testLog.ts';

describe('made-in-ess root', () => {
  let folder: string;
  let service: TestService;
  const { log } = console;
  const said: string[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'made-in-ess-'));
    service = await testService('root');
    console.log = (line: string) => said.push(line);
    for (const name of ['a', 'b', 'c', 'bundle', 'next']) await rootKey(join(folder, name));
  });
  after(async () => {
    console.log = log;
    await service.stop();
    await rm(folder, { recursive: true });
  });

  const file = (name: string) => join(folder, name);
  const publish = async (name: string): Promise<string> =>
    publishRoot(service.deps, await readRoot(file(name))).then(
      () => 'published',
      (error: Error) => error.message,
    );
  const keys = { key: ['a', 'b', 'c'].map((name) => `${name}.pub`), bundleKey: ['bundle.pub'] };
  const paths = (names: readonly string[]) => names.map(file);
  const first = {
    issuer: 'https://label.example',
    days: '730',
    key: [] as string[],
    bundleKey: [] as string[],
  };

  it('never writes over a key', async () => {
    const failure = await rootKey(file('a')).catch((error: Error) => error.message);
    expect(failure).to.match(/a exists already: a key is never overwritten\.$/);
  });

  it('makes a root that enough people sign, and publishes it then', async () => {
    const options = { ...first, key: paths(keys.key), bundleKey: paths(keys.bundleKey) };
    await rootMake(file('1.json'), { ...options, issuer: 'https://other.example' });
    expect(await publish('1.json')).to.equal(
      'it is a root of did:web:other.example, and this is did:web:label.example',
    );
    await rootMake(file('1.json'), options);
    expect(await publish('1.json')).to.equal('it is no root 1 that enough keys of its own signed');
    await rootSign(file('1.json'), { key: file('a') });
    await rootSign(file('1.json'), { key: file('a') });
    expect(await publish('1.json')).to.equal('it is no root 1 that enough keys of its own signed');
    await rootSign(file('1.json'), { key: file('c') });
    expect(said.at(-1)).to.match(
      /^Root 1 of did:web:label.example, until 20.*\n2 of 3 must sign; signatures: 2\.\nDigest: ([0-9a-f]{4} ){15}[0-9a-f]{4}$/,
    );
    expect(await publish('1.json')).to.equal('published');
    expect(await publish('1.json')).to.match(
      /^it is no root 2 that enough keys of root 1 and of its own signed$/,
    );
  });

  it('names the public log, its witnesses and how many must have signed, and keeps them in the next one', async () => {
    const [log, ...witness] = [
      new TestKey('label.example/log', 1),
      ...[1, 2, 3].map((n) => new TestKey(`witness${n}.example`, 4)),
    ].map(({ vkey }) => vkey);
    const options = { ...first, key: paths(keys.key), bundleKey: paths(keys.bundleKey) };
    const failure = (change: object) =>
      rootMake(file('pinned.json'), { ...options, ...change }).then(
        () => 'made',
        (error: Error) => error.message,
      );
    expect(await failure({ witness })).to.equal('name the log by --log, beside its witnesses');
    expect(await failure({ log: 'x' })).to.equal('key: x');
    expect(await failure({ log, witness, quorum: '4' })).to.equal('key: --quorum 4');
    expect(await failure({ log, witness })).to.equal('made');
    const pinned = { vkey: log, witnesses: witness, quorum: 2 };
    expect((await readRoot(file('pinned.json'))).signed.log).to.deep.equal(pinned);
    await rootSign(file('pinned.json'), { key: file('a') });
    await rootSign(file('pinned.json'), { key: file('b') });
    expect(isWholeRoot(await readRoot(file('pinned.json')))).to.equal(true);
    await rootMake(file('after.json'), { after: file('pinned.json'), days: '730' });
    expect((await readRoot(file('after.json'))).signed.log).to.deep.equal(pinned);
  });

  it('makes the next one from the one before, signed by people of both', async () => {
    const people = paths(['next.pub', 'b.pub']);
    await rootMake(file('2.json'), { after: file('1.json'), days: '730', key: people });
    for (const name of ['next', 'b']) await rootSign(file('2.json'), { key: file(name) });
    const second = await readRoot(file('2.json'));
    expect(isWholeRoot(second)).to.equal(true);
    expect(second.signed.roles.targets).to.deep.equal((await readRoot(file('1.json'))).signed.roles.targets);
    expect(await publish('2.json')).to.equal(
      'it is no root 2 that enough keys of root 1 and of its own signed',
    );
    await rootSign(file('2.json'), { key: file('a') });
    expect(await publish('2.json')).to.equal('published');
    expect((await trustRoots(service.deps)).map(({ signed }) => signed.version)).to.deep.equal([1, 2]);
  });

  it('says when the newest root does not name the key that is kept here', async () => {
    const failure = await rootsForSigning(service.deps).then(
      () => null,
      (error: LabelError) => error,
    );
    expect(failure?.code).to.equal('issuerUnavailable');
    expect(failure?.cause).to.match(
      /^root 2 does not name the key of trust bundles that is kept here \([0-9a-f]{64}\)/,
    );
  });

  it('says what is missing or wrong in what it is asked', async () => {
    const make = (options: Parameters<typeof rootMake>[1]) =>
      rootMake(file('x.json'), options).catch((error: Error) => error.message);
    expect(await make({ days: '1' })).to.equal('name the service by --issuer, or the root before by --after');
    expect(await make({ ...first, days: 'many' })).to.equal('--days must be a whole number from 1 on');
    expect(await make({ ...first, key: paths(['a.pub']) })).to.equal(
      '2 different root keys are needed at least',
    );
  });
});
