import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadDataMap } from '../../src/boot/loadDataMap.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { offerMs } from '../../src/commands/label/wallet/offerToWallet.ts';
import { requestMs } from '../../src/commands/verify/showFromWallet.ts';
import type { DataMap } from '../../src/policies/dataMap.ts';
import { dayAfter, readPeriod, secondsOf } from '../../src/policies/period.ts';
import { schemeNames } from '../../src/profile/schemeNames.ts';
import { itemSchemas } from '../../src/storage/database/schemas/itemSchemas.ts';
import { otherSchemas } from '../../src/storage/database/schemas/otherSchemas.ts';
import { keptForMs } from '../../src/storage/people/createKeptUploads.ts';
import { absoluteLimitMs } from '../../src/storage/people/createSessions.ts';
import { declarations, filledDraft } from '../support/applicationSteps.ts';
import { type TestService, testService } from '../support/run/service.ts';

/** Keys, and what only keeps writers apart or chains together. */
const ofEveryItem = ['_id', 'revision', 'head'];

describe('the map of stored data', () => {
  let map: DataMap;
  let service: TestService;
  before(async () => {
    map = loadDataMap('criteria/made-in-ess/data.yaml');
    service = await testService('data-map');
  });
  after(() => service.stop());

  const named = () =>
    Object.assign({}, ...Object.values(map.uses).map((use) => use.collections)) as Record<string, string[]>;

  it('names every field of every collection, and no field that does not exist', () => {
    const schemas = { ...itemSchemas, ...otherSchemas };
    const stored = Object.entries(schemas).map(([name, schema]) => {
      const fields = Object.keys(schema.paths).map((path) => path.split('.')[0] ?? '');
      return [name, [...new Set(fields)].filter((field) => !ofEveryItem.includes(field)).sort()];
    });
    const told = Object.keys(schemas).map((name) => [name, [...(named()[name] ?? ['(not named)'])].sort()]);
    expect(told).to.deep.equal(stored);
  });

  it('names the same in every scheme, and the same rules', () => {
    const namedIn = (scheme: string) =>
      Object.entries(loadDataMap(`criteria/${scheme}/data.yaml`).uses).map(
        ([use, { collections, keeps }]) => [
          use,
          Object.entries(collections).map(([name, fields]) => [name, [...fields].sort()]),
          keeps.map(({ rule }) => rule),
        ],
      );
    for (const scheme of schemeNames()) expect(namedIn(scheme), scheme).to.deep.equal(namedIn('made-in-ess'));
  });

  it('names each collection once, and every one that exists in the database', async () => {
    const all = Object.values(map.uses).flatMap((use) => Object.keys(use.collections));
    expect(all.filter((name, i) => all.indexOf(name) !== i)).to.deep.equal([]);
    const { id, owner } = await filledDraft(service.deps, await service.person('owner'));
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    const there = (await service.connection.listCollections()).map(({ name }) => name);
    expect(there.filter((name) => !all.includes(name))).to.deep.equal([]);
  });

  it('describes the expiry of sessions and letters that the database itself carries out', async () => {
    const { mails, sentLetters, sessions, keptUploads, signIns, webhookDeliveries } = map.periods;
    const seconds = async (name: string) =>
      (await service.connection.collection(name).indexes()).find((index) => 'expireAfterSeconds' in index)
        ?.expireAfterSeconds;
    expect(await seconds('mails')).to.equal(secondsOf(mails));
    expect(await seconds('webhookDeliveries')).to.equal(secondsOf(webhookDeliveries));
    expect(await seconds('sentLetters')).to.equal(secondsOf(sentLetters));
    expect([await seconds('sessions'), await seconds('signIns')]).to.deep.equal([0, 0]);
    expect([await seconds('keptUploads'), keptForMs]).to.deep.equal([0, secondsOf(keptUploads) * 1000]);
    expect(absoluteLimitMs).to.equal(secondsOf(sessions) * 1000);
    expect(secondsOf(signIns)).to.equal(10 * 60);
    expect([await seconds('walletOffers'), offerMs, requestMs]).to.deep.equal([
      0,
      ...Array(2).fill(secondsOf(map.periods.wallets) * 1000),
    ]);
  });

  it('refuses to start on an invalid period, a missing rule or an unknown word', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'data-map-'));
    const text = await readFile('criteria/made-in-ess/data.yaml', 'utf8');
    const broken = async (from: string, to: string): Promise<string> => {
      expect(text).to.include(from);
      const file = join(folder, 'data.yaml');
      await writeFile(file, text.replace(from, to));
      try {
        loadDataMap(file);
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    expect(await broken('P24M', '2 ans')).to.include('2 ans');
    expect(
      await broken('rule: closedInvitations, for: P6M, from: expiry', 'rule: others, until: needed'),
    ).to.include('closedInvitations');
    expect(await broken('basis: contract', 'basis: habit')).to.include('basis');
    await rm(folder, { recursive: true });
  });

  it('reads periods as ISO 8601 writes them, and counts them by the calendar', () => {
    expect(['P24M', 'P2Y', 'P1Y6M', 'P30D', 'PT15M'].map(readPeriod)).to.deep.equal([
      { months: 24, days: 0, minutes: 0 },
      { months: 24, days: 0, minutes: 0 },
      { months: 18, days: 0, minutes: 0 },
      { months: 0, days: 30, minutes: 0 },
      { months: 0, days: 0, minutes: 15 },
    ]);
    expect(['', 'P', 'PT', '24M', 'P-1M', 'P1W', 'p1m', 'P1M '].map(readPeriod)).to.deep.equal(
      Array(8).fill(null),
    );
    expect(dayAfter('2024-02-29', { months: 12, days: 0, minutes: 0 })).to.equal('2025-02-28');
    expect(dayAfter('2026-11-24', { months: 24, days: 0, minutes: 0 }, -1)).to.equal('2024-11-24');
    expect(dayAfter('2026-01-31', { months: 0, days: 30, minutes: 0 })).to.equal('2026-03-02');
  });
});
