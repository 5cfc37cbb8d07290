import type { SchemeText } from '../../criteria/scheme.ts';
import type { Reading } from './reading.view.ts';

/** Terms of which the criteria note which other word their writers avoid: no reader needs that, and a published version stays as it is. */
const notesForWriters = new Set(['organisation', 'decideTogether']);

/** The words of the glossary in the order of the scheme, each with what it means, what it is not, and its picture. */
export function glossaryEntries(
  { glossary }: Pick<Reading['scheme'], 'glossary'>,
  texts: SchemeText['glossary'],
) {
  return glossary.flatMap(({ id, pictogram }) => {
    const text = texts[id];
    if (!text) return [];
    const { term, plain, notThis } = text;
    return [{ id, pictogram, term, plain, notThis: notesForWriters.has(id) ? null : notThis }];
  });
}
