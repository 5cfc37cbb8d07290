import type { NotApplicable } from '../../../criteria/notApplicable.ts';
import type { Criterion, SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';

/** "Not applicable" on one criterion. */
interface NaView {
  /** The text of the choice; null where it is not offered. */
  readonly offered: string | null;
  /** Why it is not, where the applicant should know; empty otherwise. */
  readonly note: string;
}

/** "Not applicable" as a choice where it holds; a note where its figures are missing, or contradict what was said. */
export function naView(
  {
    criterion: { id },
    na,
    claimed,
    atOnce,
  }: {
    readonly criterion: Pick<Criterion, 'id'>;
    readonly na: NotApplicable;
    readonly claimed: boolean;
    /** Figures and answers are typed on one page. */
    readonly atOnce: boolean;
  },
  text: SchemeText,
  words: Translator,
): NaView {
  const reason = text.criteria[id]?.na ?? '';
  const named = (facts: readonly string[]) =>
    new Intl.ListFormat(words.locale).format(
      facts.map((fact) => words.t('applicant.criterion.naFact', { fact: text.facts[fact]?.label ?? fact })),
    );
  if (na.state === 'allowed' || (na.state === 'unknown' && atOnce)) {
    return {
      offered: words.t(`applicant.criterion.${na.reasonDue ? 'naWhy' : 'naText'}`, { reason }),
      note: '',
    };
  }
  if (na.state === 'unknown') {
    return {
      offered: null,
      note: words.t('applicant.criterion.naUnknown', { facts: named(na.missing), reason }),
    };
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
