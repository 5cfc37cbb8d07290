import * as z from 'zod';
import type { PublishedScheme, Scheme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { FieldShape } from './fields.form.ts';

/** What is said of an exclusion; empty where nobody chose. */
const yesNo = z.enum(['yes', 'no', '']).default('');

type Rules = Pick<Scheme, 'exclusions'>;
export type SaidExclusions = Readonly<Record<string, 'yes' | 'no'>>;

/** The field of an exclusion: the same on the pages before an application, in the addresses between them, and where it is signed. */
export function exclusionField(id: string): string {
  return `exclusion.${id}`;
}

/** The fields of all exclusions. */
export function exclusionShape({ exclusions }: Rules): FieldShape {
  return Object.fromEntries(exclusions.map(({ id }) => [exclusionField(id), yesNo]));
}

/** What was said of each, by its id; those that nobody answered are not there. `given` may hold anything. */
export function saidExclusions({ exclusions }: Rules, given: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    exclusions.flatMap(({ id }): [string, 'yes' | 'no'][] => {
      const said = given[exclusionField(id)];
      return said === 'yes' || said === 'no' ? [[id, said]] : [];
    }),
  );
}

/** The same as fields: what an address or a hidden field carries on. */
export function exclusionFields(said: SaidExclusions): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([id, value]) => [exclusionField(id), value]));
}

/** Each exclusion as it is asked, with what follows from a yes. */
export function exclusionTexts({ scheme, texts }: PublishedScheme, { language }: Translator) {
  return scheme.exclusions.map(({ id }) => ({
    name: exclusionField(id),
    question: texts[language].exclusions[id]?.question ?? id,
    effect: texts[language].exclusions[id]?.effect ?? '',
  }));
}
