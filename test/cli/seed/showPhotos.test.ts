import { expect } from 'chai';
import { showPhotos } from '../../../src/cli/seed/showPhotos.ts';
import { offerTypes } from '../../../src/criteria/offer.ts';
import { createFiles } from '../../../src/storage/database/createFiles.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

describe('pictures of the first specimens', () => {
  let service: TestService;
  before(async () => {
    service = await testService('show-photos');
    const offers = offerTypes.map((type) => ({ name: `Spécimen ${type}`, type }));
    const numbered = Array.from({ length: 6 }, (_, n) => entryNumbered(n + 1, { offers }));
    await insertEntries(service.connection, [...numbered, entryNumbered(7, { offers, specimen: false })]);
  });
  after(() => service.stop());

  it('are drawn once, taken in as photographs are, and never put on a label that is none', async () => {
    const { store } = service.deps;
    const files = createFiles(service.connection);
    let taken = 0;
    const receivePhoto = async (bytes: Buffer, name: string) => {
      taken += 1;
      expect([bytes.subarray(1, 4).toString(), name]).to.deep.equal(['PNG', 'specimen.png']);
      return { width: 1280, height: 960, pictures: [{ format: 'jpeg' as const, width: 1280, bytes }] };
    };
    const parts = { store, files, bulk: createBulk(service.connection), intake: { receivePhoto } };
    const stopped = new AbortController();
    stopped.abort();
    await showPhotos(parts, stopped.signal);
    expect(taken).to.equal(0);
    const { signal } = new AbortController();
    await showPhotos(parts, signal);
    await showPhotos(parts, signal);
    expect(taken).to.equal(12);
    const entries = (await store.changesAfter(0, 10)).map(({ entry }) => entry);
    const photos = (specimen: boolean) =>
      entries
        .filter((one) => one.specimen === specimen)
        .flatMap(({ offers }) => offers.flatMap(({ photo }) => photo ?? []));
    expect(photos(false)).to.deep.equal([]);
    expect(photos(true).length).to.be.within(12, 23);
    for (const { alt, files: kept } of photos(true)) {
      expect(alt).to.match(/spécimen/i);
      expect(await files.read(kept[0]?.digest ?? '')).to.include({ contentType: 'image/jpeg' });
    }
  });
});
