import { expect } from 'chai';
import jsonld, { type Quad } from 'jsonld';
import { languages } from '../../../../src/criteria/scheme.ts';
import { type Browser, type TestWeb, testWeb } from '../../../support/web.ts';

/** A term in the words of SKOS. */
const skos = (name: string) => `http://www.w3.org/2004/02/skos/core#${name}`;

describe('the criteria as a vocabulary', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('vocabulary');
    visitor = await web.browser();
  });
  after(() => web.stop());

  const read = async (path: string) => {
    const answer = await visitor.get(path).set('Accept', 'application/ld+json');
    expect([answer.status, answer.type], path).to.deep.equal([200, 'application/ld+json']);
    expect(answer.headers['access-control-allow-origin']).to.equal('*');
    const document = JSON.parse(answer.text || answer.body.toString());
    // As triples, so that a term that its context does not define fails.
    return { document, quads: await jsonld.toRDF(document, { safe: true }) };
  };
  const saidOf = (quads: readonly Quad[], subject: string, predicate: string) =>
    quads.filter((one) => one.subject.value === subject && one.predicate.value === predicate);

  it('names every version, theme, criterion and level in every language, each at the address of its own', async () => {
    for (const { scheme } of web.deps.schemes.values()) {
      const at = `/criteria/${scheme.version}`;
      const home = `${web.deps.publicUrl}${at}`;
      const { quads } = await read(at);
      const paths = [
        ['', false],
        ...scheme.themes.map(({ id }) => [`/themes/${id}`, false] as const),
        ...scheme.criteria.map(({ id }) => [`/${id}`, true] as const),
      ] as const;
      for (const [path, isCriterion] of paths) {
        const named = saidOf(quads, `${home}${path}`, skos('prefLabel'));
        expect(named.map(({ object }) => object.language).sort(), path).to.deep.equal([...languages].sort());
        expect(
          named.every(({ object }) => object.value !== ''),
          path,
        ).to.equal(true);
        const levels = quads.filter(({ subject }) => subject.value.startsWith(`${home}${path}#level-`));
        expect(new Set(levels.map(({ subject }) => subject.value)).size, path).to.equal(isCriterion ? 5 : 0);
      }
      for (const path of ['/themes/FIN', '/FIN-01'])
        expect((await read(`${at}${path}`)).document['@id']).to.equal(`${home}${path}`);
    }
  });

  it('answers people with the page in their language, and programs at that page as well', async () => {
    for (const path of ['/criteria/1.1.0', '/criteria/1.1.0/themes/FIN', '/criteria/1.1.0/FIN-01']) {
      const page = await visitor.get(path).set('Accept', 'text/html').set('Accept-Language', 'it');
      expect([page.status, page.headers.location]).to.deep.equal([302, `/it${path}`]);
      expect(page.headers.vary)
        .to.match(/Accept-Language/)
        .and.match(/Accept(,|$)/);
      expect((await visitor.get(`/it${path}`).set('Accept', 'text/html')).type).to.equal('text/html');
      expect((await read(`/it${path}`)).document).to.deep.equal((await read(path)).document);
    }
  });

  it('is not found for what there is not', async () => {
    for (const path of [
      '/criteria/9.9.9',
      '/criteria/1.1.0/themes/NON',
      '/criteria/1.1.0/NON-01',
      '/criteria/__proto__',
    ]) {
      const answer = await visitor.get(path).set('Accept', 'application/ld+json');
      expect([answer.status, answer.type], path).to.deep.equal([404, 'application/problem+json']);
    }
  });
});
