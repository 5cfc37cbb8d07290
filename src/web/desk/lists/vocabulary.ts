import { type Operator, operators, type Vocabulary } from '../../../commands/desk/lists/searchLanguage.ts';
import { type DeskKind, type DeskRow, labelMarks } from '../../../commands/ports/deskPorts.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { stagesOnceSent } from '../../../policies/stages.ts';
import { labelStates } from '../../../register/entry.ts';
import { folded } from '../../../register/folded.ts';
import { sectors } from '../../../register/sector.ts';

const applicationKinds = [
  'initial',
  'renewal',
  'extension',
  'reconsideration',
] as const satisfies readonly NonNullable<DeskRow['applicationKind']>[];

/** Days ahead that an end is looked for, at most. */
const maxDays = 3650;
const maxName = 60;

/** A value with how readers name it. */
interface Named {
  readonly value: string;
  readonly text: string;
}

/** The values of an operator that has some, in words; null where any text is one. */
export function valuesOf(op: Operator, kind: DeskKind, { t }: Pick<Translator, 't'>): Named[] | null {
  switch (op) {
    case 'state':
      return kind === 'files'
        ? stagesOnceSent.map((value) => ({ value, text: t(`states.application.${value}`) }))
        : labelStates.map((value) => ({ value, text: t(`states.label.${value}`) }));
    case 'label':
      return labelStates.map((value) => ({ value, text: t(`states.label.${value}`) }));
    case 'standing':
      return labelMarks.map((value) => ({ value, text: t(`desk.marks.${value}`) }));
    case 'kind':
      return applicationKinds.map((value) => ({ value, text: t(`desk.kinds.${value}`) }));
    case 'sector':
      return sectors.map((value) => ({ value, text: t(`sectors.${value}`) }));
    case 'overdue':
      return [{ value: 'yes', text: t('desk.yes') }];
    default:
      return null;
  }
}

/** Former words of pages for an operator: saved searches still contain them. */
const formerNames: readonly (readonly [word: string, op: Operator])[] = [['Verspätet', 'overdue']];

/** The operators that a list takes: a label has no kind and no reviewers, a file does not end. */
export function operatorsOf(kind: DeskKind): readonly Operator[] {
  const without: readonly Operator[] = kind === 'files' ? ['ends'] : ['label', 'kind', 'reviewer'];
  return operators.filter((op) => !without.includes(op));
}

/** How a reader of this language may write what they look for: by our codes, and by the words of the page. */
export function vocabularyOf(kind: DeskKind, words: Translator): Vocabulary {
  const known = new Map<string, Operator>([
    ...formerNames.map(([word, op]) => [folded(word), op] as const),
    ...operatorsOf(kind).flatMap((op) => [
      [folded(words.t(`desk.operators.${op}`)), op] as const,
      [op, op] as const,
    ]),
  ]);
  return {
    operator: (typed) => known.get(folded(typed)) ?? null,
    value: (op, typed) => {
      const asked = folded(typed);
      if (asked === '') return null;
      const values = valuesOf(op, kind, words);
      if (values) return values.find(({ value, text }) => isSame(asked, value, text))?.value ?? null;
      if (op === 'ends') return /^\d{1,4}$/.test(asked) && Number(asked) <= maxDays ? asked : null;
      if (op === 'tag') return asked;
      if (isSame(asked, 'me', words.t('desk.me'))) return 'me';
      if (op === 'owner' && isSame(asked, 'none', words.t('desk.none'))) return 'none';
      return typed.trim().slice(0, maxName);
    },
  };
}

function isSame(asked: string, ...ways: readonly string[]): boolean {
  return ways.some((way) => folded(way) === asked);
}
