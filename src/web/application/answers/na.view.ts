import type { NotApplicable } from '../../../criteria/notApplicable.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';

/**
 * "Not applicable" on a criterion: the text of the choice where it holds, else null; and a note where its figures are missing, or
 * contradict what was `claimed`. `atOnce`: figures and answers are typed on one page.
 */
export function naView(
  id: string,
  na: NotApplicable,
  { claimed, atOnce }: { readonly claimed: boolean; readonly atOnce: boolean },
  text: SchemeText,
  words: Translator,
) {
  const reason = text.criteria[id]?.na ?? '';
  const named = (facts: readonly string[]) =>
    new Intl.ListFormat(words.locale).format(
      facts.map((fact) => words.t('applicant.criterion.naFact', { fact: text.facts[fact]?.label ?? fact })),
    );
  if (na.state === 'allowed' || (na.state === 'unknown' && atOnce)) {
    const key = na.reasonDue ? 'naWhy' : 'naText';
    return { offered: words.t(`applicant.criterion.${key}`, { reason }), note: '' };
  }
  if (na.state === 'unknown') {
    const note = words.t('applicant.criterion.naUnknown', { facts: named(na.missing), reason });
    return { offered: null, note };
  }
  if (!claimed || na.state === 'never') return { offered: null, note: '' };
  const figures = figuresText(na.values, text, words);
  const key = figures === '' ? 'naRefused' : 'naContradicted';
  return { offered: null, note: words.t(`applicant.criterion.${key}`, { figures, reason }) };
}

/** Figures with their names, as one line: "Nombre de personnes payées : 12". */
function figuresText(values: NotApplicable['values'], text: SchemeText, words: Translator): string {
  return Object.entries(values)
    .map(([fact, value]) =>
      words.t('applicant.criterion.naFigure', {
        fact: text.facts[fact]?.label ?? fact,
        value: typeof value === 'number' ? words.number(value, 2) : value,
      }),
    )
    .join(' · ');
}
