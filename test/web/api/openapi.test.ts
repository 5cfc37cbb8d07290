import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { operations } from '../../../src/web/api/openapi/document.ts';
import { openToAll } from '../../../src/web/http/securityHeaders.ts';
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
  'BundleRow',
  'Certification',
  'DataDownload',
  'Dataset',
  'DidDocument',
  'OfferNode',
  'RegisterGraph',
  'SignedCredential',
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
    const told = operations.map(({ method, path }) => [method, path]);
    const badges = ['svg', 'png', 'webp'].map((format) => ['get', `/badges/{number}.${format}`]);
    const expected = open.flatMap((route) => (route[1] === '/badges/{file}' ? badges : [route]));
    expect(told).to.have.deep.members(expected);
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

  it('is shown to people, with every operation and schema at its own address', async () => {
    const { paths, components } = await document('it');
    const { text } = await (await web.browser()).get('/it/api');
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const wanted = Object.values(paths).flatMap((path) =>
      Object.values(path as object).map(({ operationId }) => operationId),
    );
    expect([...wanted, ...Object.keys(components.schemas)].filter((id) => !ids.has(id))).to.deep.equal([]);
    const inside = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(inside.filter((id) => !ids.has(id))).to.deep.equal([]);
  });
});

const worded = new Set(['description', 'summary', 'title', 'externalDocs']);
