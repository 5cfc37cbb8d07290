import { expect } from 'chai';
import { specimenEntry } from '../../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../../support/web.ts';

const { number } = specimenEntry;
const type = 'application/linkset+json';

describe('the set of links of a label', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('linkset');
    visitor = await web.browser();
    const digest = await web.deps.files.save(Buffer.from('%PDF-1.7'), 'application/pdf');
    await web.publish({ ...specimenEntry, files: [{ kind: 'certificate', revision: 1, digest, size: 8 }] });
  });
  after(() => web.stop());

  it('is what a number answers with where a program asks for it, and what page and data lead to', async () => {
    for (const path of [`/labels/${number}`, `/de/labels/${number}`]) {
      const answer = await visitor.get(path).set('Accept', type);
      expect([answer.status, answer.type, answer.headers['access-control-allow-origin']]).to.deep.equal([
        200,
        type,
        '*',
      ]);
    }
    for (const path of [`/de/labels/${number}`, `/api/v1/labels/${number}`]) {
      const { headers } = await visitor.get(path);
      expect(headers.link, path).to.include(
        `<${web.deps.publicUrl}/labels/${number}>; rel="linkset"; type="${type}"`,
      );
    }
  });

  it('names no address at which there is nothing', async () => {
    const { text, body } = await visitor.get(`/labels/${number}`).set('Accept', type);
    const [links] = JSON.parse(text || body.toString()).linkset;
    expect(links.anchor).to.equal(`${web.deps.publicUrl}/labels/${number}`);
    const targets = Object.entries<readonly { href: string; type?: string }[]>(links)
      .filter(([relation]) => relation !== 'anchor' && relation !== 'license')
      .flatMap(([, found]) => found);
    for (const { href, type: kind } of targets) {
      const answer = await visitor.get(href.slice(web.deps.publicUrl.length)).set('Accept', kind ?? '*/*');
      expect([answer.status, answer.type], href).to.deep.equal([200, kind]);
    }
    // No credential was issued with it.
    expect(targets.map(({ href }) => href)).not.to.include(`${web.deps.publicUrl}/credentials/${number}`);
  });

  it('is a problem in the language of who asks for a number that there is not', async () => {
    const answer = await visitor.get('/labels/MIE-26-99999-X').set('Accept', type);
    expect([answer.status, answer.type]).to.deep.equal([404, 'application/problem+json']);
  });

  it('leads from the address of an offer to its page', async () => {
    const path = `/labels/${number}/offers/${specimenEntry.offers[0]?.id}`;
    const { status, headers } = await visitor.get(path).set('Accept-Language', 'en');
    expect([status, headers.location]).to.deep.equal([302, `/en${path}`]);
  });
});
