import { expect } from 'chai';
import sharp from 'sharp';
import type supertest from 'supertest';
import type { Entry } from '../../../src/register/entry.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const path = `/badges/${specimenEntry.number}`;
const issued = '<svg xmlns="http://www.w3.org/2000/svg"><title>issued</title></svg>';

/** The bytes of an answer as they came. */
function raw(
  answer: Parameters<Parameters<supertest.Test['parse']>[0]>[0],
  done: (error: Error | null, body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

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

  it('is a picture also for an error: mistyped, never issued, unknown shape or file', async () => {
    const wrong = ['/badges/MIE-26-00043-D.svg', '/badges/MIE-26-00041-F.svg', '/badges/x.svg', '/badges/x'];
    for (const one of [...wrong, '/badges/%00.svg', '/badges/<b>.svg', '/badges/%FF.svg']) {
      const answer = await visitor.get(one);
      expect(answer.status, one).to.be.within(400, 404);
      expect(answer.type, one).to.equal('image/svg+xml');
      expect(answer.body.toString(), one).to.match(/^<svg .*<title>[^<]+<\/title>/);
      expect(answer.headers['cache-control'], one).to.equal('no-store');
    }
    const queries = ['svg?form=huge', 'svg?language=rm', 'svg?cache=yes', 'svg?size=256', 'png?size=300'];
    for (const query of [...queries, 'png?size=', 'webp?size=1024', 'png?size=256&size=512']) {
      const { status, type } = await visitor.get(`${path}.${query}`);
      expect([status, type], query).to.deep.equal([
        422,
        query.startsWith('svg') ? 'image/svg+xml' : 'image/png',
      ]);
    }
    for (const format of ['png', 'webp']) {
      const none = await visitor.get(`/badges/MIE-26-00041-F.${format}`);
      expect([none.status, none.type]).to.deep.equal([404, 'image/png']);
      expect((await sharp(none.body).metadata()).width).to.equal(300);
    }
  });

  it('is the issued drawing while that is true', async () => {
    const answer = await visitor.get(`${path}.svg`);
    expect([answer.status, answer.type]).to.deep.equal([200, 'image/svg+xml']);
    expect(answer.body.toString()).to.equal(issued);
    expect(answer.headers).to.include({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const again = await visitor.get(`${path}.svg`).set('If-None-Match', answer.headers.etag ?? '');
    expect(again.status).to.equal(304);
    const head = await visitor.head(`${path}.svg`);
    expect([head.status, head.headers.etag]).to.deep.equal([200, answer.headers.etag]);
    expect(head.headers['content-length']).to.equal(String(issued.length));
    expect(answer.headers['cache-control']).to.equal('public, max-age=5, stale-if-error=600');
    const proxied = await visitor.get(`${path}.svg?cache=no`);
    expect(proxied.headers['cache-control']).to.equal('no-store');
  });

  it('is the issued picture of the requested width, of the newest revision', async () => {
    const keep = async (width: number, revision: number, bytes: string) => {
      const digest = await web.deps.files.save(Buffer.from(bytes), 'image/png');
      return { kind: 'badgePng', width, revision, digest, size: bytes.length } as const;
    };
    const files = [
      await keep(256, 1, 'old 256'),
      await keep(512, 1, 'old 512'),
      await keep(256, 2, 'new 256'),
    ];
    await web.publish({ ...entry, revision: 2, files });
    const bytes = async (query: string) => Buffer.from((await visitor.get(`${path}.png${query}`)).body);
    expect((await bytes('?size=256')).toString()).to.equal('new 256');
    expect((await sharp(await bytes('')).metadata()).width, 'drawn').to.equal(512);
    expect((await sharp(await bytes('?size=1024')).metadata()).width).to.equal(1024);
    await web.publish({ ...entry, state: 'withdrawn', revision: 2, files });
    expect((await sharp(await bytes('?size=256')).metadata()).width, 'true today').to.equal(256);
    await web.publish(entry);
  });

  it('is that of its successor, one step far, and says so itself beyond', async () => {
    const drawn = async () => (await visitor.get(`${path}.svg`)).body.toString();
    const successor = { ...specimenEntry, number: 'MIE-29-00007-P' };
    await web.publish({ ...entry, state: 'superseded', successor: successor.number });
    expect(await drawn(), 'a successor that nobody knows').to.include('remplac');
    await web.publish(successor);
    expect(await drawn())
      .to.include('MIE-29-00007-P')
      .and.not.include('remplac');
    await web.publish({ ...successor, state: 'suspended' });
    expect(await drawn())
      .to.include('MIE-29-00007-P')
      .and.include('suspendu');
    await web.publish({ ...successor, state: 'superseded', successor: 'MIE-32-00009-X' });
    expect(await drawn())
      .to.include(specimenEntry.number)
      .and.include('remplac');
    await web.publish({ ...successor, state: 'issuing' });
    expect(await drawn()).to.include('remplac');
    expect((await visitor.get(`/badges/${successor.number}.svg`)).status, 'not yet one').to.equal(404);
    await web.publish(entry);
  });

  it('is drawn for another shape, language or state', async () => {
    const drawn = async (query: string) => (await visitor.get(`${path}.svg${query}`)).body.toString();
    const large = await drawn('?language=de');
    const standard = await drawn('?form=standard');
    const mark = await drawn('?form=mark');
    expect(large).to.include('lang="de"').and.to.include('g&#252;ltig');
    expect(new Set([large, standard, mark, issued]).size).to.equal(4);
    await web.publish({ ...entry, state: 'suspended' });
    expect(await drawn(''))
      .to.include('suspendu')
      .and.to.not.equal(issued);
    await web.publish(entry);
    web.setClock('2029-10-01T08:00:00.000Z');
    expect(await drawn('')).to.include('&#233;chu');
    web.setClock('2026-11-02T08:00:00.000Z');
  });

  it('is available as PNG', async () => {
    const answer = await visitor.get(`${path}.png`);
    expect([answer.status, answer.type]).to.deep.equal([200, 'image/png']);
    const { width, format } = await sharp(answer.body).metadata();
    expect([width, format]).to.deep.equal([512, 'png']);
  });

  it('is available as WebP, drawn where none was issued', async () => {
    const answer = await visitor
      .get(`${path}.webp?size=256&form=standard&language=it`)
      .buffer(true)
      .parse(raw);
    expect([answer.status, answer.type]).to.deep.equal([200, 'image/webp']);
    const { width, format } = await sharp(answer.body).metadata();
    expect([width, format]).to.deep.equal([256, 'webp']);
  });
});
