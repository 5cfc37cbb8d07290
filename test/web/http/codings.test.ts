import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import request from 'supertest';
import { type Coding, codedTag, codingFor } from '../../../src/web/http/codings.ts';
import { shown, type TestWeb, testWeb } from '../../support/web.ts';

const accepted: Readonly<Record<string, Coding | null>> = {
  'gzip, deflate, br, zstd': 'br',
  br: 'br',
  'gzip;q=1.0, br;q=0.5': 'br',
  'gzip, deflate': 'gzip',
  'br;q=0, gzip': 'gzip',
  'br;q=0.0, gzip;q=0': null,
  identity: null,
  xbrx: null,
  '': null,
};

describe('the coding of an answer', () => {
  for (const [header, coding] of Object.entries(accepted)) {
    it(`is ${coding ?? 'plain'} for "${header}"`, () => expect(codingFor(header)).to.equal(coding));
  }

  it('has its own ETag', () => expect(codedTag('"1"', 'gzip')).to.equal('"1-gzip"'));

  it('is plain without a header', () => expect(codingFor(undefined)).to.equal(null));

  describe('of an asset', () => {
    let web: TestWeb;
    before(async () => {
      web = await testWeb('codings');
    });
    after(() => web.stop());

    it('is the one that the browser reads, and none of a font', async () => {
      const get = (path: string, encodings: string) =>
        request(web.server as never)
          .get(path)
          .set({ Host: 'label.example', 'Accept-Encoding': encodings })
          .buffer(true);
      const style = shown.assets.href('style.css');
      const plain = await get(style, 'identity');
      for (const [encodings, coding] of [
        ['br', 'br'],
        ['gzip', 'gzip'],
      ] as const) {
        const packed = await get(style, encodings);
        expect([packed.status, packed.headers['content-encoding'], packed.headers.vary]).to.deep.equal([
          200,
          coding,
          'Accept-Language, Accept-Encoding',
        ]);
        expect(packed.headers.etag).to.not.equal(plain.headers.etag);
      }
      const [font = ''] = readdirSync('dist/assets/fonts').filter((name) => name.endsWith('.woff2'));
      const woff = await get(shown.assets.href(`fonts/${font}`), 'br, gzip');
      expect([woff.status, woff.headers['content-type']]).to.deep.equal([200, 'font/woff2']);
      for (const { headers } of [plain, woff]) expect(headers['content-encoding']).to.equal(undefined);
    });
  });
});
