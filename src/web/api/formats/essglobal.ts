import {
  essglobalContext,
  essglobalDataset,
  essglobalInitiative,
} from '../../register/essglobalData.view.ts';
import type { RegisterFormat } from './format.ts';

/** Holders and their offers as linked data in the words of ESSGLOBAL, which has none for a status: of labels that hold alone. */
export const essglobal: RegisterFormat = {
  name: 'essglobal.jsonld',
  type: 'application/ld+json',
  head: ({ publicUrl }) =>
    `{"@context":${JSON.stringify(essglobalContext)},"@graph":[\n${JSON.stringify(essglobalDataset(publicUrl))}`,
  lines: (entries, { publicUrl }) =>
    entries
      .filter(({ status }) => status.valid)
      .map(({ entry }) => `,\n${JSON.stringify(essglobalInitiative(entry, publicUrl))}`)
      .join(''),
  tail: '\n]}\n',
};
