import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the catalogue for harvesters', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('catalogue');
  });
  after(() => web.stop());

  it('names the register and the figures of years in four languages, and files that are there under the types that it says', async () => {
    const visitor = await web.browser();
    const { status, type, text } = await visitor.get('/catalogue.jsonld').buffer(true);
    expect([status, type]).to.deep.equal([200, 'application/ld+json']);
    const { 'dcat:dataset': datasets, ...catalogue } = JSON.parse(text);
    expect(catalogue['@type']).to.equal('dcat:Catalog');
    type Part = Readonly<Record<string, readonly Record<string, string>[]>>;
    const parts = datasets.flatMap((one: Part) => [one['dct:title'], one['dct:description']]);
    for (const part of parts)
      expect(part.map((one: Record<string, string>) => one['@language'])).to.deep.equal([...languages]);
    const files = datasets.map((one: Part) => one['dcat:distribution']);
    expect(files.map(({ length }: { length: number }) => length)).to.deep.equal([5, 2]);
    for (const file of files.flat()) {
      const answer = await visitor.get(new URL(file['dcat:accessURL']['@id']).pathname);
      expect(answer.status, file['@id']).to.equal(200);
      expect(file['dcat:mediaType']['@id']).to.match(new RegExp(`/${answer.type.replace('+', '\\+')}$`));
    }
  });

  it('is the same, whatever is asked beside it', async () => {
    const visitor = await web.browser();
    const answers = await Promise.all(
      ['', '?url=https://elsewhere.example', '?format=xml'].map((more) =>
        visitor.get(`/catalogue.jsonld${more}`).buffer(true),
      ),
    );
    expect(new Set(answers.map(({ text }) => text)).size).to.equal(1);
  });
});
