// Tier: all. Budget: 9 s.
import Router from '@koa/router';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { operations } from '../../../src/web/api/openapi/document.ts';
import { keyRoutes } from '../../../src/web/api/ownApplications.ts';
import { openToAll } from '../../../src/web/http/securityHeaders.ts';
import type { WebState } from '../../../src/web/http/state.ts';
import { publicRoutes } from '../../../src/web/publicRoutes.ts';
import { shown, type TestWeb, testWeb } from '../../support/web.ts';

interface Property {
  readonly description?: string;
}
interface Schemas {
  readonly [name: string]: { readonly properties?: Readonly<Record<string, Property>> };
}

/** Schemas whose fields belong to a standard that tells of them. */
const ofOthers = [
  'BundleHead',
  'BundlePaper',
  'BundleRow',
  'BundleSignature',
  'Certification',
  'DataDownload',
  'Dataset',
  'DidDocument',
  'EssglobalDataset',
  'EssglobalGraph',
  'EssglobalInitiative',
  'EssglobalProduct',
  'Linkset',
  'MurmurationsOffer',
  'MurmurationsOrganisation',
  'OfferNode',
  'UnitNode',
  'RegisterGraph',
  'SignedCredential',
  'Vocabulary',
  'VocabularyDocument',
  'VocabularyNode',
  'TrustRoot',
];

describe('the OpenAPI document', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('openapi');
  });
  after(() => web.stop());

  const document = async (language: string) => {
    const answer = await (await web.browser()).get('/api/v1/openapi.json').set('Accept-Language', language);
    expect([answer.status, answer.headers['access-control-allow-origin']]).to.deep.equal([200, '*']);
    return answer.body;
  };

  it('is valid in every language, and the same except for its text', async () => {
    const skeletons = [];
    for (const language of languages) {
      const one = await document(language);
      const { valid, errors } = await new Validator().validate(structuredClone(one));
      expect(errors, language).to.equal(undefined);
      expect([valid, one.openapi]).to.deep.equal([true, '3.1.1']);
      expect(one.info.license.name).to.equal('CC BY 4.0');
      skeletons.push(JSON.stringify(one, (key, value) => (worded.has(key) ? undefined : value)));
    }
    const [first, ...others] = skeletons;
    expect(others.map((other) => other === first)).to.deep.equal([true, true, true]);
  });

  it('describes every public address, and no other', () => {
    const router = publicRoutes({ deps: web.deps, i18n: shown.i18n }, shown.assets);
    const open = router.stack
      .filter(({ stack }) => stack.includes(openToAll))
      .map(({ path, methods }) => [
        methods.includes('POST') ? 'post' : 'get',
        String(path).replaceAll(/:(\w+)/g, '{$1}'),
      ]);
    const told = operations.filter(({ scope }) => !scope).map(({ method, path }) => [method, path]);
    const badges = ['svg', 'png', 'webp'].map((format) => ['get', `/badges/{number}.${format}`]);
    const expected = open.flatMap((route) => (route[1] === '/badges/{file}' ? badges : [route]));
    expect(told).to.have.deep.members(expected);
  });

  it('describes every address that asks for a key, and no other', () => {
    const router = new Router<WebState>();
    keyRoutes(router, { deps: web.deps, i18n: shown.i18n });
    const keyed = router.stack.map(({ path, methods }) => [
      methods.includes('POST') ? 'post' : 'get',
      String(path).replaceAll(/:(\w+)/g, '{$1}'),
    ]);
    const told = operations.filter(({ scope }) => scope).map(({ method, path }) => [method, path]);
    expect(told).to.have.deep.members(keyed);
  });

  it('describes every field', async () => {
    for (const language of languages) {
      const { components } = await document(language);
      const schemas: Schemas = components.schemas;
      const silent = Object.entries(schemas)
        .filter(([name]) => !ofOthers.includes(name))
        .flatMap(([name, { properties = {} }]) =>
          Object.entries(properties)
            .filter(([, { description }]) => !description)
            .map(([field]) => `${name}.${field}`),
        );
      expect(silent, language).to.deep.equal([]);
    }
  });

  it('is shown to people, with every operation and schema at its own address, and nothing that leads nowhere', async () => {
    const { paths, components } = await document('it');
    const browser = await web.browser();
    const open = async (path: string) => parse((await browser.get(path).expect(200)).text);
    const linksOn = (page: HTMLElement) =>
      page.querySelectorAll('main a[href^="/it/api"]').map((link) => link.getAttribute('href') ?? '');
    const listed = linksOn(await open('/it/api'));
    const wanted = Object.values(paths).flatMap((path) =>
      Object.values(path as object).map(({ operationId }) => `#${operationId}`),
    );
    const ends = [...wanted, ...Object.keys(components.schemas).map((name) => `/schemas/${name}`)];
    expect(ends.filter((end) => !listed.some((href) => href.endsWith(end)))).to.deep.equal([]);
    for (const path of new Set(listed.map((href) => href.replace(/#.*/, '')))) {
      const page = await open(path);
      for (const href of [...listed, ...linksOn(page)].filter((one) => one.startsWith(`${path}#`)))
        expect(page.getElementById(href.slice(path.length + 1)), href).to.not.equal(null);
      for (const href of linksOn(page)) expect([...listed, '/it/api'], href).to.include(href);
    }
    for (const path of ['/it/api/nothing', '/it/api/schemas/nothing', '/it/api/__proto__'])
      await browser.get(path).expect(404);
  });
});

const worded = new Set(['description', 'summary', 'title', 'externalDocs']);
