import { expect } from 'chai';
import { statusListSize } from '../../../src/commands/ports/issuingPorts.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('keys and status lists', () => {
  let service: TestService;
  before(async () => {
    service = await testService('issued-store');
  });
  after(() => service.stop());
  const rows = () => service.connection.collection('statusEntries');
  beforeEach(() => rows().deleteMany({}));

  const [number, other] = ['MIE-26-00001-V', 'MIE-26-00002-T'];
  const always = (index: number) => () => index;

  it('gives a revision one index, also on retries', async () => {
    const { store } = service.deps;
    const first = await store.statusEntry(number, 1, always(1001));
    expect(first).to.deep.equal({ list: 1, index: 1001 });
    expect(await store.statusEntry(number, 1, always(7))).to.deep.equal(first);
    const both = await Promise.all([1, 2, 3].map((n) => store.statusEntry(other, 1, always(n))));
    expect(new Set(both.map(({ index }) => index)).size).to.equal(1);
  });

  it('gives no index twice, even when chance repeats it', async () => {
    const { store } = service.deps;
    await store.statusEntry(number, 1, always(5));
    const second = await store.statusEntry(number, 2, always(5));
    expect(second.list).to.equal(1);
    expect(second.index).to.not.equal(5);
  });

  it('fills a list to its last index, then opens the next', async () => {
    const { store } = service.deps;
    const free = 77;
    await rows().insertMany(
      Array.from({ length: statusListSize }, (_, index) => ({
        _id: `x/${index}` as never,
        number: 'x',
        revision: index,
        list: 1,
        index,
        revoked: index === 9 || index === 4,
        suspended: false,
      })).filter(({ index }) => index !== free),
    );
    expect(await store.statusEntry(number, 1, always(5))).to.deep.equal({ list: 1, index: free });
    expect(await store.statusEntry(number, 2, always(5))).to.deep.equal({ list: 2, index: 5 });
    expect(await store.statusBits('revocation', 1)).to.deep.equal([4, 9]);
  });

  it('sets bits of one revision and purpose only', async () => {
    const { store } = service.deps;
    await store.statusEntry(number, 1, always(10));
    await store.statusEntry(number, 2, always(20));
    await store.markStatus(number, { revision: 1, revoked: true, suspended: false });
    await store.markStatus(number, { revision: 2, revoked: true, suspended: true });
    expect(await store.statusBits('revocation', 1)).to.deep.equal([10, 20]);
    expect(await store.statusBits('suspension', 1)).to.deep.equal([20]);
    expect((await store.statusMarks(number)).map(({ revision }) => revision)).to.deep.equal([1, 2]);
  });

  it('publishes a list after the version that it follows only', async () => {
    const { store } = service.deps;
    const list = {
      purpose: 'revocation',
      list: 1,
      credential: '{}',
      at: '2026-11-02T08:00:00.000Z',
    } as const;
    expect(await store.saveStatusList({ ...list, version: 1 })).to.equal(true);
    expect(await store.saveStatusList({ ...list, version: 1 })).to.equal(false);
    expect(await store.saveStatusList({ ...list, version: 3 })).to.equal(false);
    expect(await store.saveStatusList({ ...list, version: 2, credential: '{"n":2}' })).to.equal(true);
    expect(await store.statusList('revocation', 1)).to.deep.equal({
      ...list,
      version: 2,
      credential: '{"n":2}',
    });
    expect(await store.statusList('suspension', 1)).to.equal(null);
    expect(await store.statusLists()).to.have.length(1);
  });

  it('stores a key under its id, and refuses another one in its place', async () => {
    const { store } = service.deps;
    const key = {
      id: 'key-2026-1',
      multibase: 'z6MkA',
      since: '2026-11-02T08:00:00.000Z',
      distrustedAt: null,
    };
    expect(await store.addIssuerKey(key)).to.equal(true);
    expect(await store.addIssuerKey(key)).to.equal(true);
    expect(await store.addIssuerKey({ ...key, multibase: 'z6MkB' })).to.equal(false);
    await store.distrustIssuerKey(key.id, '2026-11-03T08:00:00.000Z');
    await store.distrustIssuerKey(key.id, '2026-11-04T08:00:00.000Z');
    expect(await store.issuerKeys()).to.deep.equal([{ ...key, distrustedAt: '2026-11-03T08:00:00.000Z' }]);
  });
});
