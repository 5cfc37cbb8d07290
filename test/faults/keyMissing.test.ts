// Tier: night. Budget: 5 s.
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { createLog } from '../../src/boot/createLog.ts';
import { openHealth } from '../../src/boot/openHealth.ts';
import { warnOfState } from '../../src/boot/start/warnOfState.ts';
import { readHealth } from '../../src/commands/desk/health/viewHealth.ts';
import { issueInThread } from '../../src/issuing/issueInThread.ts';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  castOf,
  deliver,
  filledDraft,
} from '../support/applicationSteps.ts';
import { testFolder } from '../support/run/folders.ts';
import { keysFolder } from '../support/run/server.ts';
import { type TestService, testService } from '../support/run/service.ts';

describe('a key that is missing', () => {
  let service: TestService;
  let folder: string;
  before(async () => {
    service = await testService('key-missing');
    folder = join(await testFolder(), 'keys');
    await mkdir(folder, { recursive: true });
  });
  after(() => service.stop());
  const issuing = () => issueInThread({ folder, publicUrl: service.deps.publicUrl, make: false });

  it('is said at the start of production, with what to do', async () => {
    const readings = createReadings(service.connection);
    const lines: string[] = [];
    let heard = () => {};
    const saying = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const write = (line: string) => {
      lines.push(line);
      if (line.includes('trust bundle')) heard();
    };
    const log = createLog({ logLevel: 'info' }, { write });
    const deps = { ...service.deps, specimen: false, issuing: issuing() };
    warnOfState({ mode: 'production', services: ['workers'] }, { deps, readings, log });
    await saying;
    const said = lines.map((line) => JSON.parse(line)).map(({ level, msg }) => `${level} ${msg}`);
    const expected = [
      /^50 Signing key: .* holds no key for credentials: nothing is issued any longer\. .*rotate-key/,
      /^40 Key of tokens: KEYS_DIR holds no key for tokens/,
      /^50 Certificate of the seal: KEYS_DIR holds no seal/,
      /^40 Root of trust: None is published: there is no trust bundle \(503\).*operator\.md/,
    ];
    expect(said).to.have.length(expected.length);
    for (const [i, line] of expected.entries()) expect(said[i]).to.match(line);
  });

  it('is not made where there is no seal, which would leave one more with each try', async () => {
    const refused = await issuing()
      .makeKey()
      .catch((error: Error) => error.cause);
    expect(refused).to.match(/holds no seal: put the certificate of a trust service there/);
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('lets what is to be signed wait and everything else go on, until it is there', async () => {
    const { deps, jobs, connection } = service;
    // The service signs with keys of the test run before: they are what comes back.
    await deps.issuing.keys();
    const cast = await castOf(service);
    const draft = await filledDraft(deps, await service.person('holder'));
    const reviewIds = await advanceToEvaluation(deps, cast, draft.id, draft.owner);
    for (const [i, id] of reviewIds.entries()) await deliver(deps, cast.reviewers[i as 0 | 1], id);
    await service.work();
    const number = await advanceToLabel(deps, cast, draft.id, draft.owner);
    const without = { ...deps, issuing: issuing() };
    const log = { error: () => {}, warn: () => {} };
    const work = async () => {
      while (await runNext({ deps: without, jobs, handlers, worker: 'test', log }));
    };
    await work();
    const waiting = () =>
      connection
        .collection('jobs')
        .find({ state: { $ne: 'done' } })
        .toArray();
    expect((await waiting()).length).to.be.above(0);
    for (let day = 1; day <= 3; day += 1) {
      const now = deps.clock.now().getTime();
      service.setClock(new Date(now + 86_400_000).toISOString());
      await work();
    }
    const still = await waiting();
    expect(new Set(still.map(({ state, error }) => `${state} ${error}`))).to.deep.equal(
      new Set(['waiting issuerUnavailable']),
    );
    const health = openHealth({ bounces: null, mail: null }, { readings: createReadings(connection) }, null);
    const { lines, light } = await readHealth({ ...without, health });
    const stateOf = (name: string) => lines.find(({ what }) => what === name)?.state;
    expect([light, stateOf('keys'), stateOf('seal'), stateOf('parked')]).to.deep.equal([
      'now',
      'none',
      'none',
      'good',
    ]);
    await rm(folder, { recursive: true });
    await cp(keysFolder(), folder, { recursive: true });
    service.setClock(new Date(deps.clock.now().getTime() + 86_400_000).toISOString());
    await work();
    expect(await waiting()).to.deep.equal([]);
    expect((await deps.store.label(number))?.state).to.equal('active');
  });
});
