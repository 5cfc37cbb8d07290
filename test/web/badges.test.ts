import { expect } from 'chai';
import sharp from 'sharp';
import type { Entry } from '../../src/register/entry.ts';
import { specimenEntry } from '../support/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../support/web.ts';

const path = `/badges/${specimenEntry.number}`;
const issued = '<svg xmlns="http://www.w3.org/2000/svg"><title>issued</title></svg>';

describe('the badge', () => {
  let web: TestWeb;
  let visitor: Browser;
  let entry: Entry;
  before(async () => {
    web = await testWeb('badges');
    visitor = await web.browser();
    const digest = await web.deps.files.save(Buffer.from(issued), 'image/svg+xml');
    entry = { ...specimenEntry, files: [{ kind: 'badgeSvg', revision: 1, digest, size: issued.length }] };
    await web.publish(entry);
  });
  after(() => web.stop());

  it('is a picture also when there is none: mistyped, never issued, no such form, no such file', async () => {
    const wrong = ['/badges/MIE-26-00043-D.svg', '/badges/MIE-26-00041-F.svg', '/badges/x.svg', '/badges/x'];
    for (const one of [...wrong, '/badges/%00.svg', '/badges/<b>.svg', '/badges/%FF.svg']) {
      const answer = await visitor.get(one);
      expect(answer.status, one).to.be.within(400, 404);
      expect(answer.type, one).to.equal('image/svg+xml');
      expect(answer.body.toString(), one).to.match(/^<svg .*<title>[^<]+<\/title>/);
      expect(answer.headers['cache-control'], one).to.equal('no-store');
    }
    const form = await visitor.get(`${path}.svg?form=huge`);
    expect([form.status, form.type]).to.deep.equal([422, 'image/svg+xml']);
    const png = await visitor.get('/badges/MIE-26-00041-F.png');
    expect([png.status, png.type]).to.deep.equal([404, 'image/png']);
    expect((await sharp(png.body).metadata()).width).to.equal(300);
  });

  it('is the issued drawing while that says what is true', async () => {
    const answer = await visitor.get(`${path}.svg`);
    expect([answer.status, answer.type]).to.deep.equal([200, 'image/svg+xml']);
    expect(answer.body.toString()).to.equal(issued);
    expect(answer.headers).to.include({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const again = await visitor.get(`${path}.svg`).set('If-None-Match', answer.headers.etag ?? '');
    expect(again.status).to.equal(304);
  });

  it('is drawn anew for another form, another language, another state', async () => {
    const drawn = async (query: string) => (await visitor.get(`${path}.svg${query}`)).body.toString();
    const large = await drawn('?language=de');
    const standard = await drawn('?form=standard');
    const mark = await drawn('?form=mark');
    expect(large).to.include('lang="de"').and.to.include('gültig');
    expect(new Set([large, standard, mark, issued]).size).to.equal(4);
    await web.publish({ ...entry, state: 'suspended' });
    expect(await drawn(''))
      .to.include('suspendu')
      .and.to.not.equal(issued);
    await web.publish(entry);
    web.setClock('2029-10-01T08:00:00.000Z');
    expect(await drawn('')).to.include('échu');
    web.setClock('2026-11-02T08:00:00.000Z');
  });

  it('comes as PNG too', async () => {
    const answer = await visitor.get(`${path}.png`);
    expect([answer.status, answer.type]).to.deep.equal([200, 'image/png']);
    const { width, format } = await sharp(answer.body).metadata();
    expect([width, format]).to.deep.equal([512, 'png']);
  });
});
