import { type AnyCategory, matchesOf } from '../../criteria/category.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import type { Entry } from '../../register/entry.ts';
import type { LegalForm } from '../../register/legalForm.ts';
import { licence } from '../http/licensed.ts';
import type { EssglobalDataset, Initiative } from '../schemas/essglobal.ts';
import { photoLink } from '../views/photo.view.ts';

/** Where the lists of terms of ESSGLOBAL are published. */
const standard = 'https://dev.lod.coop/essglobal/2.1/standard/';

/** What ESSGLOBAL calls our legal forms (organisational-structure). */
const structures: Readonly<Record<LegalForm, string>> = {
  association: 'OS20',
  cooperative: 'OS115',
  foundation: 'OS20',
  company: 'OS50',
  selfEmployed: 'OS150',
  public: 'OS220',
  socialCooperative: 'OS115',
  socialEnterprise: 'OS50',
};

/** The prefixes of what is written here. */
export const essglobalContext = {
  essglobal: 'http://purl.org/essglobal/vocab/',
  gr: 'http://purl.org/goodrelations/v1#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  schema: 'https://schema.org/',
};

/** The whole of it, with its licence. */
export function essglobalDataset(publicUrl: string): EssglobalDataset {
  return {
    '@id': `${publicUrl}/api/v1/register.essglobal.jsonld`,
    '@type': 'schema:Dataset',
    'dct:license': { '@id': licence },
  };
}

/** The address of the term by which ESSGLOBAL calls a category. */
export function essglobalTerm(category: AnyCategory): string {
  return `${standard}activities-modified/${matchesOf(category).essglobal}`;
}

/** The holder of a label as an initiative of the social and solidarity economy, linked to the label itself. */
export function essglobalInitiative(entry: Entry, publicUrl: string): Initiative {
  const { number, organisation, offers } = entry;
  const label = `${publicUrl}/labels/${number}`;
  const activities = offers.flatMap(({ category }) => (category ? [essglobalTerm(category)] : []));
  return {
    '@id': `urn:${schemeId}:organisation:${organisation.id}`,
    '@type': 'essglobal:SSEInitiative',
    'gr:name': organisation.name,
    ...(organisation.website !== undefined && { 'foaf:homepage': { '@id': organisation.website } }),
    'essglobal:organisationalStructure': {
      '@id': `${standard}organisational-structure/${structures[organisation.legalForm]}`,
    },
    'essglobal:economicSector': [...new Set(activities)].map((term) => ({ '@id': term })),
    'essglobal:hasAddress': {
      '@type': 'essglobal:Address',
      'vcard:locality': organisation.commune,
      ...(organisation.postcode !== undefined && { 'vcard:postal-code': organisation.postcode }),
    },
    'essglobal:hasProductOrService': offers.map(({ id, name, sheet, category, photo }) => ({
      '@id': `urn:${schemeId}:offer:${id}`,
      '@type': 'essglobal:ProductOrService',
      'gr:name': name,
      ...(sheet !== '' && { 'dct:description': sheet }),
      ...(category && { 'dct:subject': { '@id': essglobalTerm(category) } }),
      ...(photo && { 'foaf:depiction': { '@id': photoLink(number, photo, publicUrl).address } }),
      'foaf:page': {
        '@id': `${publicUrl}/${entry.language}/labels/${number}/offers/${encodeURIComponent(id)}`,
      },
    })),
    'schema:hasCertification': { '@id': label },
  };
}
