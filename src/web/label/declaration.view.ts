import type { DeclarationDraft } from '../../commands/items/surveillance.ts';
import type { MidtermQuestion } from '../../commands/label/surveillance/midtermQuestions.ts';
import type { OwnSurveillance } from '../../commands/label/views/viewSurveillance.ts';
import type { Level, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { factField, factNames, factValues } from '../application/answers/facts.view.ts';
import { versionTokenOf } from '../application/answers/versionTokens.view.ts';
import { labelKitHref } from '../views/organisation.view.ts';

export type DeclarationView = ReturnType<typeof declarationView>;

/** A task as its holder answers it: what is asked, with what was said last time in the fields. */
export function declarationView(page: OwnSurveillance, words: Translator) {
  const { surveillance, published, organisation, asked, before, conditions, waits, acts } = page;
  const { t, language } = words;
  const { context, declarations, state, id } = surveillance;
  const text = published.texts[language];
  const figures = asked.figures.map((rule) => factField(rule, text, words));
  const questions = page.questions.map((one) => ({
    ...questionText(one, text, words),
    name: `met.${one.criterion}`,
  }));
  const last = declarations.at(-1);
  const draft = draftOf(page);
  const href = labelKitHref(words, organisation.id, context.labelNumber);
  return {
    href,
    action: `${href}/declaration/${id}`,
    number: context.labelNumber,
    organisation: organisation.name,
    task: context.task,
    state,
    versionToken: declarationToken(page),
    dueAt: context.dueAt,
    figures,
    accounts: asked.accounts,
    questions,
    conditions: conditions.map(({ text: said, state: standing, context: { dueAt } }) => ({
      text: said,
      state: standing,
      dueAt,
    })),
    words: surveillance.words,
    declared: last ? { ...last, lines: declaredLines(page, last, words) } : null,
    /** Whether this person fills it in now; a reader of the organisation reads along. */
    writes: waits && acts,
    waits,
    lastYear: Object.fromEntries(
      Object.entries(factValues(asked.figures, before, words)).map(([fact, value]) => [
        fact,
        value === '' ? '' : t('declaration.lastYear', { value }),
      ]),
    ),
    names: {
      ...factNames(figures),
      ...Object.fromEntries(questions.map(({ name, question }) => [name, question])),
      text: t(`declaration.text.${context.task}`),
      accounts: t('declaration.accounts'),
      name: t('declaration.name'),
      role: t('declaration.role'),
    },
    values: {
      ...factValues(asked.figures, draft.facts, words),
      ...Object.fromEntries(Object.entries(draft.stillMet).map(([one, said]) => [`met.${one}`, said])),
      text: draft.text,
      accounts: draft.accounts,
      name: draft.name,
      role: draft.role,
    },
  };
}

/** What the fields of a task hold: what was typed and not sent, or else what was sent last, or the figures of last year. */
export function draftOf({ surveillance, before, signs }: OwnSurveillance): DeclarationDraft {
  const { draft, declarations } = surveillance;
  if (draft) return draft;
  const {
    facts,
    stillMet = {},
    text = '',
    accounts = '',
    name = signs,
    role = '',
  } = declarations.at(-1) ?? {};
  return { facts: { ...before, ...facts }, stillMet, text, accounts, name, role };
}

/** Another one than a form shows means that a colleague wrote or sent meanwhile. */
export function declarationToken(page: OwnSurveillance): string {
  return versionTokenOf({ draft: draftOf(page), sent: page.surveillance.declarations.length });
}

/** A criterion as a question in sentences: its own one, and then what the label rests on, what it asks for, and whether that is still so. */
export function questionText(
  { criterion, minimum, granted, standing }: MidtermQuestion,
  text: SchemeText,
  { t }: Translator,
) {
  const own = text.criteria[criterion];
  const named = (level: Level | 'na') =>
    level === 'na' ? t('declaration.na') : t('declaration.level', { level, text: own?.levels[level] ?? '' });
  const rests = granted.map(({ offer, level }) =>
    offer === ''
      ? t('declaration.granted', { level: named(level) })
      : t('declaration.grantedOffer', { offer, level: named(level) }),
  );
  const asks = t(`declaration.asks.${standing}`, { level: named(minimum), count: granted.length });
  return { criterion, question: own?.question ?? criterion, asks: [...rests, asks].join(' ') };
}

/** How a question was answered. */
export function answerText(met: 'yes' | 'no' | undefined, { t }: Translator): string {
  return t(met === 'no' ? 'declaration.met.no' : 'declaration.met.yes');
}

/** What was declared, line by line. */
function declaredLines(
  { asked, published, questions }: OwnSurveillance,
  declared: NonNullable<OwnSurveillance['surveillance']['declarations'][number]>,
  words: Translator,
) {
  const text = published.texts[words.language];
  const values = factValues(asked.figures, declared.facts, words);
  return [
    ...asked.figures.map(({ id }) => ({ term: text.facts[id]?.label ?? id, text: values[id] ?? '' })),
    ...questions.map((one) => {
      const { question, asks } = questionText(one, text, words);
      return { term: question, text: asks, answer: answerText(declared.stillMet[one.criterion], words) };
    }),
    { term: words.t('declaration.accounts'), text: declared.accounts },
  ];
}
