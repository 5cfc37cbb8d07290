import { certification } from '../../register/labelData.view.ts';
import { registerDataset } from '../../register/registerDataset.view.ts';
import type { RegisterFormat } from './format.ts';

/** The register as linked data: what it is, then each label, in the words of schema.org. */
export const jsonLd: RegisterFormat = {
  name: 'jsonld',
  type: 'application/ld+json',
  head: ({ words, publicUrl }) =>
    `{"@context":"https://schema.org","@graph":[\n${JSON.stringify(registerDataset(words, publicUrl))}`,
  lines: (entries, { publicUrl }) =>
    entries
      .map(({ entry, status }) => `,\n${JSON.stringify(certification(entry, status, publicUrl))}`)
      .join(''),
  tail: '\n]}\n',
};
