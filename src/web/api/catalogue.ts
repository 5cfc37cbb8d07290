import { languages } from '../../criteria/scheme.ts';
import type { I18n } from '../../i18n/i18n.ts';
import { licence } from '../http/licensed.ts';
import type { Web, WebRouter } from '../http/state.ts';

const files = {
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  jsonld: 'application/ld+json',
  'essglobal.jsonld': 'application/ld+json',
} as const;
const iana = 'https://www.iana.org/assignments/media-types/';
const authority = 'http://publications.europa.eu/resource/authority/';

/** The open data as a catalogue that portals harvest (DCAT 3, the terms that DCAT-AP CH asks for), in all our languages at once. */
export function catalogueRoute(router: WebRouter, { deps, i18n }: Web): void {
  const body = JSON.stringify(catalogue(i18n, deps.publicUrl));
  router.get('/catalogue.jsonld', (ctx) => {
    ctx.body = body;
    ctx.type = 'application/ld+json';
  });
}

function catalogue(i18n: I18n, publicUrl: string): object {
  const inEach = (key: 'name' | 'description') =>
    languages.map((language) => ({
      '@language': language,
      '@value': i18n[language].t(`api.dataset.${key}`),
    }));
  const id = (address: string) => ({ '@id': address });
  const about = { 'dct:title': inEach('name'), 'dct:description': inEach('description') };
  const publisher = {
    '@id': publicUrl,
    '@type': 'foaf:Organization',
    'foaf:name': 'Made in ESS',
    'foaf:homepage': id(publicUrl),
  };
  const profiles = `${publicUrl}/api/v1/murmurations`;
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': `${publicUrl}/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    ...about,
    'dct:publisher': publisher,
    'dct:license': id(licence),
    'foaf:homepage': id(`${publicUrl}/fr/api`),
    'dcat:dataset': {
      '@id': `${publicUrl}/api/v1/register.jsonld`,
      '@type': 'dcat:Dataset',
      ...about,
      'dct:identifier': 'register@made-in-ess',
      'dct:publisher': id(publicUrl),
      'dct:accrualPeriodicity': id(`${authority}frequency/UPDATE_CONT`),
      'dcat:theme': [id(`${authority}data-theme/ECON`), id(`${authority}data-theme/SOCI`)],
      'dcat:landingPage': id(`${publicUrl}/fr/api`),
      'dcat:distribution': [
        ...Object.entries(files).map(([name, type]) => {
          const address = `${publicUrl}/api/v1/register.${name}`;
          return {
            '@id': `${address}#distribution`,
            '@type': 'dcat:Distribution',
            'dct:title': `made-in-ess.${name}`,
            'dct:license': id(licence),
            'dcat:accessURL': id(address),
            'dcat:downloadURL': id(address),
            'dcat:mediaType': id(`${iana}${type}`),
          };
        }),
        {
          '@id': `${profiles}#distribution`,
          '@type': 'dcat:Distribution',
          'dct:title': 'Murmurations',
          'dct:license': id(licence),
          'dct:conformsTo': ['organizations_schema-v1.0.0', 'offers_wants_schema-v0.1.0'].map((name) =>
            id(`https://library.murmurations.network/v2/schemas/${name}`),
          ),
          'dcat:accessURL': id(profiles),
          'dcat:mediaType': id(`${iana}application/json`),
        },
      ],
    },
  };
}
