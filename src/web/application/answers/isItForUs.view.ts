import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { FirstQuestion } from '../../site/loadQuestions.ts';

/** What can be answered, in the order in which it is offered. */
const answers = ['yes', 'no', 'unsure'] as const;
type FirstAnswer = (typeof answers)[number];

/** So many "no" are still called near. */
const near = 3;

export type IsItForUsView = ReturnType<typeof isItForUsView>;

interface Answered extends FirstQuestion {
  readonly value: FirstAnswer | '';
}

/** The ten questions with what was answered, and what follows from it. `given` is the query of the address, which may hold anything. */
export function isItForUsView(
  questions: readonly FirstQuestion[],
  { version, text }: { readonly version: string; readonly text: SchemeText },
  given: Readonly<Record<string, unknown>>,
  words: Translator,
) {
  const all = questions.map((one) => ({ ...one, value: answerOf(given[one.id]) }));
  const rules = `/${words.language}/criteria/${version}`;
  const excluded = { href: `${rules}#exclusions`, text: words.t('pages.criteria.exclusionsHeading') };
  const links = ({ criteria, exclusions }: FirstQuestion) => [
    ...criteria.map((id) => ({ href: `${rules}/${id}`, text: `${id} ${text.criteria[id]?.title ?? ''}` })),
    ...(exclusions.length > 0 ? [excluded] : []),
  ];
  const isEmpty = all.every(({ value }) => value === '');
  return {
    /** The form was sent without an answer. */
    isEmpty: isEmpty && given.sent !== undefined,
    questions: all.map((one) => ({ ...one, links: links(one) })),
    answers,
    result: isEmpty ? null : resultOf(all, links, words),
  };
}

function answerOf(value: unknown): FirstAnswer | '' {
  return answers.find((answer) => answer === value) ?? '';
}

function resultOf(
  all: readonly Answered[],
  links: (question: FirstQuestion) => { href: string; text: string }[],
  words: Translator,
) {
  const of = (value: Answered['value']) => all.filter((one) => one.value === value);
  const [no, unsure, open] = [of('no'), of('unsure'), of('')];
  const kind = kindOf(no.length, unsure.length, open.length);
  const count = { incomplete: open, ready: [], check: unsure, almost: no, notYet: no }[kind].length;
  return {
    kind,
    title: words.t(`before.result.${kind}.title`, { count }),
    text: words.t(`before.result.${kind}.text`),
    items: (open.length > 0 ? open : [...no, ...unsure]).map((one) => ({
      ...one,
      links: one.value === '' ? [] : links(one),
    })),
  };
}

function kindOf(no: number, unsure: number, open: number) {
  if (open > 0) return 'incomplete';
  if (no > near) return 'notYet';
  if (no > 0) return 'almost';
  return unsure > 0 ? 'check' : 'ready';
}
