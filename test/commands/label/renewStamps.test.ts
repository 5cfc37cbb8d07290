import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { renewStamps } from '../../../src/commands/label/renewStamps.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { storeTrust } from '../../../src/commands/verify/trust.ts';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import { issueInThread } from '../../../src/issuing/issueInThread.ts';
import { readBackInProcess } from '../../../src/issuing/readBack/readBackInProcess.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { dayOf } from '../../../src/register/day.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { castOf } from '../../support/applicationSteps.ts';
import { openAuthority, type TestAuthority } from '../../support/authority/openAuthority.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { keysFolder } from '../../support/run/server.ts';
import { type TestService, testService, timeoutMs } from '../../support/run/service.ts';

const days = 86_400_000;
const later = (from: Date, count: number) => new Date(from.getTime() + count * days);

describe('time-stamps of certificates', () => {
  // After the seal of the run was made, whose certificate holds from then on.
  const begin = new Date(Date.now() + 3_600_000);
  let service: TestService;
  let authority: TestAuthority;
  let deps: Deps;
  let number: string;
  before(async () => {
    authority = await openAuthority(later(begin, -9));
    authority.time.time = begin;
    authority.timeBy(
      authority.certify({
        name: 'Specimen clock',
        from: later(begin, -9),
        until: later(begin, 900),
        purposes: [objectIds.timeStamping],
      }),
    );
    service = await testService('stamps');
    const { publicUrl } = service.deps;
    const issuing = issueInThread({
      folder: keysFolder(),
      publicUrl,
      make: true,
      timestampUrl: authority.time.url,
    });
    const keys = async () => ({ ...(await issuing.keys()), timeAnchors: [authority.root] });
    deps = { ...service.deps, issuing: { ...issuing, keys } };
    ({ number } = await issueLabel(service, await castOf(service), 'holder'));
  });
  after(async () => {
    await authority.time.close();
    await service.stop();
  });

  const certificates = async () => {
    const { files } = requireVisible(await deps.store.entry(number));
    return files.filter(({ kind }) => kind === 'certificate');
  };
  const turn = async (day: number) => {
    authority.time.time = later(begin, day);
    return renewStamps(deps, later(begin, day));
  };

  it('are none where no authority is set', async () => {
    expect(await renewStamps(service.deps, begin)).deep.equal({ renewed: 0, failed: [] });
    expect(await certificates()).length(1);
  });

  it('wait for an authority that is out of reach', async () => {
    authority.time.conduct = { http: 503 };
    expect(await turn(0).catch(String)).match(/no certificate got its time-stamp: .+cannot be reached/u);
    authority.time.conduct = {};
    expect(await certificates()).length(1);
  });

  it('come to what was sealed before, once, and then each year, sooner before the certificate of time ends', async () => {
    const changedAt = (await deps.store.entry(number))?.changedAt;
    const counts = [];
    for (const day of [0, 1, 364, 366, 367, 731, 732, 869, 871]) {
      const { renewed, failed } = await turn(day);
      expect(failed).deep.equal([]);
      counts.push([day, renewed]);
    }
    expect(counts).deep.equal([
      [0, 1],
      [1, 0],
      [364, 0],
      [366, 1],
      [367, 0],
      [731, 0],
      [732, 1],
      [869, 0],
      [871, 1],
    ]);
    expect((await deps.store.entry(number))?.changedAt).equal(changedAt);
    expect((await deps.store.timeAnchors()).map(({ pem }) => pem)).deep.equal([authority.root]);
  });

  it('make another file of which the one before is the beginning, and leave each genuine', async () => {
    const forms = await certificates();
    const bytes = await Promise.all(
      forms.map(async ({ digest }) => requireVisible(await deps.files.read(digest)).bytes),
    );
    expect(bytes).length(5);
    const readingBack = readBackInProcess(timeoutMs);
    for (const [i, form] of bytes.entries()) {
      expect(bytes.at(-1)?.subarray(0, form.length).equals(form)).equal(true);
      const today = dayOf('2026-11-03T00:00:00.000Z');
      const { verdict, checks, sealed } = await verifyFile(
        { trust: storeTrust(deps), readingBack },
        form,
        today,
      );
      const wrong = checks.filter(({ result }) => result !== 'holds');
      // Each form but the first has a time-stamp, whose authority leads to what is published of time.pem.
      expect([verdict, wrong, sealed?.confirmed], `form ${i}`).deep.equal(['holds', [], i > 0]);
    }
  });

  it('are lines of the journal, which refers to files that are there', async () => {
    const records = await deps.store.records(`labels/${number}`);
    expect(records.filter(({ facts }) => facts.includes('label.stampRenewed'))).length(4);
    const { faults } = await createJournal(service.connection).verify();
    expect(faults).deep.equal([]);
  });
});
