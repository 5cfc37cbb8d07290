import type { Translator } from '../../i18n/i18n.ts';
import { profile } from '../../profile/profile.ts';
import { licence } from '../http/licensed.ts';
import type { Dataset } from '../schemas/certification.ts';

/** The register as schema.org/Dataset: what it is, under which licence, and where it is fetched. */
export function registerDataset(words: Translator, publicUrl: string): Dataset {
  const download = (name: string, encodingFormat: string) => ({
    '@type': 'DataDownload' as const,
    encodingFormat,
    contentUrl: `${publicUrl}/api/v1/register.${name}`,
  });
  return {
    '@id': `${publicUrl}/api/v1/register.jsonld`,
    '@type': 'Dataset',
    name: words.t('api.dataset.name'),
    description: words.t('api.dataset.description'),
    url: `${publicUrl}/${words.language}/api`,
    license: licence,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: profile.name, url: publicUrl },
    distribution: [
      download('jsonl', 'application/jsonl'),
      download('csv', 'text/csv'),
      download('jsonld', 'application/ld+json'),
      download('essglobal.jsonld', 'application/ld+json'),
    ],
  };
}
