import type { PublishedScheme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { FirstQuestion } from '../../site/loadQuestions.ts';
import { exclusionFields, exclusionTexts, saidExclusions } from './exclusions.form.ts';

/** What can be answered, in the order in which it is offered. */
const answers = ['yes', 'no', 'unsure'] as const;
type FirstAnswer = (typeof answers)[number];

/** So many that stand against it are still called near. */
const near = 3;

export type IsItForUsView = ReturnType<typeof isItForUsView>;

interface Answered {
  readonly id: string;
  readonly question: string;
  readonly help: string;
  /** What it is called in the result. */
  readonly short: string;
  /** What follows from the answer that stands against the label. */
  readonly advice: string;
  readonly against: 'yes' | 'no';
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly value: FirstAnswer | '';
}

/**
 * What excludes, then the plain questions, with what was answered and what follows from it. `given` is the query of the
 * address, which may hold anything.
 */
export function isItForUsView(
  questions: readonly FirstQuestion[],
  published: PublishedScheme,
  given: Readonly<Record<string, unknown>>,
  words: Translator,
) {
  const excluding = exclusionsOf(published, given, words);
  const plain = questions.map((one) => plainQuestion(one, published, given, words));
  const all = [...excluding, ...plain];
  const isEmpty = all.every(({ value }) => value === '');
  const query = new URLSearchParams(exclusionFields(saidExclusions(published.scheme, given)));
  return {
    /** The form was sent without an answer. */
    isEmpty: isEmpty && given.sent !== undefined,
    excluding,
    plain,
    answers,
    result: isEmpty ? null : resultOf(excluding, all, words),
    /** Opens a file with what was said of the exclusions. */
    startHref: `/${words.language}/start?${query}`,
  };
}

function answerOf(value: unknown): FirstAnswer | '' {
  return answers.find((answer) => answer === value) ?? '';
}

function exclusionsOf(
  published: PublishedScheme,
  given: Readonly<Record<string, unknown>>,
  words: Translator,
): Answered[] {
  const rules = `/${words.language}/criteria/${published.scheme.version}`;
  const links = [{ href: `${rules}#exclusions`, text: words.t('pages.criteria.exclusionsHeading') }];
  return exclusionTexts(published, words).map(({ name, question, effect }) => ({
    ...{ id: name, question, short: question, against: 'yes', links },
    help: words.t('applicant.submit.ifYes', { effect }),
    advice: words.t('before.excludes', { effect }),
    value: answerOf(given[name]),
  }));
}

function plainQuestion(
  { id, criteria }: FirstQuestion,
  { scheme, texts }: PublishedScheme,
  given: Readonly<Record<string, unknown>>,
  words: Translator,
): Answered {
  const says = (what: string) => words.tOf(`before.question.${id}.${what}`);
  const link = (criterion: string) => ({
    href: `/${words.language}/criteria/${scheme.version}/${criterion}`,
    text: `${criterion} ${texts[words.language].criteria[criterion]?.title ?? ''}`,
  });
  return {
    ...{ id, question: says('question'), help: says('help'), short: says('short'), advice: says('no') },
    against: 'no',
    links: criteria.map(link),
    value: answerOf(given[id]),
  };
}

function resultOf(excluding: readonly Answered[], all: readonly Answered[], words: Translator) {
  const against = all.filter((one) => one.value === one.against);
  const [unsure, open] = [
    all.filter(({ value }) => value === 'unsure'),
    all.filter(({ value }) => value === ''),
  ];
  const excluded = against.filter((one) => excluding.includes(one));
  const kind = excluded.length > 0 ? 'excluded' : kindOf(against.length, unsure.length, open.length);
  const counted = { excluded, incomplete: open, ready: [], check: unsure, almost: against, notYet: against };
  const shown = kind === 'excluded' ? excluded : open.length > 0 ? open : [...against, ...unsure];
  return {
    kind,
    title: words.t(`before.result.${kind}.title`, { count: counted[kind].length }),
    text: words.t(`before.result.${kind}.text`),
    items: shown.map(({ id, short, advice, value, links, ...one }) => ({
      ...{ id, short },
      text: value === one.against ? advice : words.t(`before.${value === '' ? 'open' : 'unsure'}`),
      links: value === '' ? [] : links,
    })),
  };
}

function kindOf(against: number, unsure: number, open: number) {
  if (open > 0) return 'incomplete';
  if (against > near) return 'notYet';
  if (against > 0) return 'almost';
  return unsure > 0 ? 'check' : 'ready';
}
