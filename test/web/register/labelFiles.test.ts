import { expect } from 'chai';
import type { Entry, IssuedKind } from '../../../src/register/entry.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;
const addresses: readonly (readonly [string, IssuedKind, string])[] = [
  [`/badges/${number}.pdf`, 'badgePrint', `${number}-badge.pdf`],
  [`/labels/${number}/door-sign-a4.pdf`, 'doorSignA4', `${number}-door-sign-a4.pdf`],
  [`/labels/${number}/door-sign-a6.pdf`, 'doorSignA6', `${number}-door-sign-a6.pdf`],
  [`/labels/${number}/stand-sign.pdf`, 'standSign', `${number}-stand-sign.pdf`],
];

describe('files for printing', () => {
  let web: TestWeb;
  let visitor: Browser;
  let entry: Entry;
  before(async () => {
    web = await testWeb('label-files');
    visitor = await web.browser();
    const keep = async (kind: IssuedKind, revision: number) => {
      const bytes = Buffer.from(`%PDF-1.7 ${kind} ${revision}`);
      const digest = await web.deps.files.save(bytes, 'application/pdf');
      return { kind, revision, digest, size: bytes.length };
    };
    const kept = [1, 2].flatMap((revision) => addresses.map(([, kind]) => keep(kind, revision)));
    entry = { ...specimenEntry, revision: 2, files: await Promise.all(kept) };
    await web.publish(entry);
  });
  after(() => web.stop());

  it('are refused with a message while the label is not valid', async () => {
    for (const [path] of addresses) {
      for (const state of [
        'suspended',
        'withdrawn',
        'expired',
        'terminated',
        'superseded',
        'issuing',
      ] as const) {
        await web.publish({ ...entry, state });
        const page = await visitor.get(path).set('Accept', 'text/html').set('Accept-Language', 'fr');
        expect([page.status, page.type], `${path} ${state}`).to.deep.equal([409, 'text/html']);
        expect(page.text).to.include('pas valable aujourd’hui');
      }
      await web.publish(entry);
      web.setClock('2029-10-01T08:00:00.000Z');
      const late = await visitor.get(path).set('Accept', 'application/json');
      expect([late.status, late.type], path).to.deep.equal([409, 'application/problem+json']);
      web.setClock('2026-11-02T08:00:00.000Z');
    }
  });

  it('are not found where none were issued, and for unknown numbers', async () => {
    await web.publish({ ...entry, revision: 3 });
    for (const [path] of addresses) {
      expect((await visitor.get(path)).status, path).to.equal(404);
      const other = path.replace(number, 'MIE-26-00041-F');
      expect((await visitor.get(other)).status, other).to.equal(404);
      expect((await visitor.get(path.replace(number, 'x'))).status).to.equal(404);
    }
    await web.publish(entry);
  });

  it('are those of the newest revision, also during a renewal', async () => {
    for (const state of ['active', 'extended'] as const) {
      await web.publish({ ...entry, state });
      for (const [path, kind, name] of addresses) {
        const answer = await visitor.get(path);
        expect([answer.status, answer.type], path).to.deep.equal([200, 'application/pdf']);
        expect(answer.body.toString()).to.equal(`%PDF-1.7 ${kind} 2`);
        expect(answer.headers['content-disposition']).to.equal(`inline; filename="${name}"`);
        expect(answer.headers['access-control-allow-origin']).to.equal('*');
        const again = await visitor.get(path).set('If-None-Match', answer.headers.etag ?? '');
        expect(again.status).to.equal(304);
      }
    }
    await web.publish(entry);
  });
});
