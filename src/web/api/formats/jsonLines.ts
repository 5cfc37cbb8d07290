import { labelJson } from '../../register/labelJson.ts';
import type { RegisterFormat } from './format.ts';

/** One label a line, as it is answered on its own. */
export const jsonLines: RegisterFormat = {
  name: 'jsonl',
  type: 'application/jsonl',
  head: () => '',
  lines: (entries, { words, publicUrl }) =>
    entries
      .map(
        ({ entry, status }) =>
          `${JSON.stringify(labelJson({ entry, asOf: null }, status, words, publicUrl))}\n`,
      )
      .join(''),
  tail: '',
};
