import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import * as z from 'zod';
import { offerTypes } from '../../../src/criteria/offer.ts';
import { legalForms } from '../../../src/register/legalForm.ts';
import { essglobalGraph } from '../../../src/web/schemas/essglobal.ts';
import { murmurationsOffer, murmurationsOrganisation } from '../../../src/web/schemas/murmurations.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const constraints = JSON.parse(readFileSync('test/golden/murmurations.json', 'utf8'));
const labels = 230;
const hostile = 'Épicerie "<\\u2028>\u2028\n{"@id": "x"}';

/** Of essglobal-vocab.ttl (https://github.com/SolidarityEconomyAssociation/map-sse), what is written here. */
const vocabulary = [
  'SSEInitiative',
  'ProductOrService',
  'Address',
  'organisationalStructure',
  'economicSector',
  'hasAddress',
  'hasProductOrService',
];

/** Every property and type of a node and those in it, with their prefixes. */
function termsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(termsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === '@id') return [];
    return key === '@type' ? [String(value)] : [key, ...termsOf(value)];
  });
}

describe('feeds in the words of others', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('feeds');
    visitor = await web.browser();
    await insertEntries(
      web.connection,
      Array.from({ length: labels }, (_, i) =>
        entryNumbered(i + 1, {
          name: i % 7 === 1 ? hostile : `Organisation ${i}`,
          organisation: {
            legalForm: legalForms[i % legalForms.length] ?? 'association',
            sector: i % 2 ? 'food' : null,
            postcode: i % 3 ? '1227' : '74100',
          },
          offers: offerTypes.map((type) => ({
            name: `${type} ${i}`,
            type,
            sheet: i % 2 ? hostile : '',
            ...(i % 2 && { category: 'bread' as const, contact: 'pain@fournil.example' }),
          })),
          ...(i % 10 === 0 && { state: 'suspended' as const }),
        }),
      ),
    );
  });
  after(() => web.stop());

  const json = async (path: string) => {
    const { status, text } = await visitor.get(path).buffer(true);
    expect(status, path).to.equal(200);
    return JSON.parse(text);
  };

  it('lists every profile of a label that holds once, a hundred labels at a time', async () => {
    const listed: string[] = [];
    let pages = 0;
    for (let next: string | null = '/api/v1/murmurations'; next; pages += 1) {
      const answer = await visitor.get(next);
      listed.push(...answer.body.profiles);
      expect(String(answer.headers.link).includes('rel="next"')).to.equal(answer.body.next !== null);
      next = answer.body.next && new URL(answer.body.next).pathname + new URL(answer.body.next).search;
    }
    expect([pages, new Set(listed).size, listed.length]).to.deep.equal([3, 207 * 5, 207 * 5]);
  });

  it('writes profiles as the schemas of Murmurations ask, and as this service documents them', async () => {
    const { profiles } = await json('/api/v1/murmurations');
    const read = [];
    for (const address of profiles.slice(0, 40)) {
      const profile = await json(new URL(address).pathname);
      const [schema = ''] = profile.linked_schemas;
      const known = z.fromJSONSchema(constraints[schema]);
      expect(known.safeParse(profile).error, address).to.equal(undefined);
      read.push((schema.startsWith('org') ? murmurationsOrganisation : murmurationsOffer).parse(profile));
    }
    expect(new Set(read.map(({ linked_schemas: [schema] }) => schema)).size).to.equal(2);
    const offer = await json(new URL(profiles[1]).pathname);
    expect(offer).to.deep.include({
      exchange_type: 'offer',
      item_type: 'service',
      contact_details: { email: 'pain@fournil.example' },
      expires_at: Date.parse('2029-10-01') / 1000,
    });
  });

  it('has no profile of a label that does not hold', async () => {
    for (const offer of ['', '/offers/OFFER1-1'])
      expect(
        (await visitor.get(`/api/v1/murmurations/labels/${entryNumbered(1).number}${offer}`)).status,
      ).to.equal(404);
  });

  it('writes holders of labels that hold in terms that ESSGLOBAL has', async () => {
    const graph = await json('/api/v1/register.essglobal.jsonld');
    expect(essglobalGraph.parse(graph)).to.deep.equal(graph);
    const [, ...initiatives] = graph['@graph'];
    expect(initiatives).to.have.length(207);
    const { '@context': prefixes } = graph;
    for (const term of initiatives.flatMap(termsOf)) {
      const [prefix = '', name = ''] = term.split(':');
      expect(prefixes, term).to.have.property(prefix);
      if (prefix === 'essglobal') expect(vocabulary, term).to.include(name);
    }
    const { 'essglobal:economicSector': sectors } = initiatives[0];
    expect(sectors).to.deep.equal([
      { '@id': 'https://dev.lod.coop/essglobal/2.1/standard/activities-modified/AM60' },
    ]);
  });

  it('is named by the pages that it is about', async () => {
    const { number } = entryNumbered(2);
    for (const [page, target] of [
      [`/fr/labels/${number}`, `/api/v1/murmurations/labels/${number}`],
      [`/fr/labels/${number}/offers/OFFER2-1`, `/api/v1/murmurations/labels/${number}/offers/OFFER2-1`],
      ['/fr/register', '/catalogue.jsonld'],
      ['/fr/api', '/api/v1/murmurations'],
    ] as const) {
      const links = parse((await visitor.get(page)).text).querySelectorAll('link[rel="alternate"]');
      expect(
        links.map((link) => link.getAttribute('href')),
        page,
      ).to.include(target);
    }
  });
});
