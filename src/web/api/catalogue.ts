import { languages } from '../../criteria/scheme.ts';
import type { I18n } from '../../i18n/i18n.ts';
import { bindingLanguage, profile } from '../../profile/profile.ts';
import { schemeId } from '../../profile/schemeFile.ts';
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
  const about = (dataset: 'dataset' | 'figuresDataset') => {
    const inEach = (key: 'name' | 'description') =>
      languages.map((language) => ({
        '@language': language,
        '@value': i18n[language].t(`api.${dataset}.${key}`),
      }));
    return { 'dct:title': inEach('name'), 'dct:description': inEach('description') };
  };
  const publisher = {
    '@id': publicUrl,
    '@type': 'foaf:Organization',
    'foaf:name': profile.name,
    'foaf:homepage': id(publicUrl),
  };
  const download = (path: string, title: string, type: string) => ({
    '@id': `${publicUrl}${path}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dct:license': id(licence),
    'dcat:accessURL': id(`${publicUrl}${path}`),
    'dcat:downloadURL': id(`${publicUrl}${path}`),
    'dcat:mediaType': id(`${iana}${type}`),
  });
  const dataset = (
    path: string,
    identifier: string,
    frequency: string,
    name: Parameters<typeof about>[0],
  ) => ({
    '@id': `${publicUrl}${path}`,
    '@type': 'dcat:Dataset',
    ...about(name),
    'dct:identifier': `${identifier}@${schemeId}`,
    'dct:publisher': id(publicUrl),
    'dct:accrualPeriodicity': id(`${authority}frequency/${frequency}`),
    'dcat:theme': [id(`${authority}data-theme/ECON`), id(`${authority}data-theme/SOCI`)],
    'dcat:landingPage': id(`${publicUrl}/${bindingLanguage}/api`),
  });
  const profiles = `${publicUrl}/api/v1/murmurations`;
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': `${publicUrl}/catalogue.jsonld`,
    '@type': 'dcat:Catalog',
    ...about('dataset'),
    'dct:publisher': publisher,
    'dct:license': id(licence),
    'foaf:homepage': id(`${publicUrl}/${bindingLanguage}/api`),
    'dcat:dataset': [
      {
        ...dataset('/api/v1/register.jsonld', 'register', 'UPDATE_CONT', 'dataset'),
        'dcat:distribution': [
          ...Object.entries(files).map(([name, type]) =>
            download(`/api/v1/register.${name}`, `${schemeId}.${name}`, type),
          ),
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
      {
        ...dataset('/api/v1/figures', 'figures', 'WEEKLY', 'figuresDataset'),
        'dcat:distribution': [
          download('/api/v1/figures', `${schemeId}-figures.json`, 'application/json'),
          download('/api/v1/figures.csv', `${schemeId}-figures.csv`, 'text/csv'),
        ],
      },
    ],
  };
}

function id(address: string) {
  return { '@id': address };
}
