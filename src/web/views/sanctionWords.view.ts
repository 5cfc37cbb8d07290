import type { Evidence, Label } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';

export type SanctionWordsView = ReturnType<typeof sanctionWords>;

interface Said {
  readonly words: NonNullable<Label['words']>;
  /** Those that they name. */
  readonly files: readonly Evidence[];
}

/** What was said and decided on a label, the newest first, in the words of a language. */
export function sanctionWords({ words: said, files }: Said, words: Translator) {
  const concluded = said.filter(({ step }) => step === 'withdrawLabel' || step === 'keepLabel');
  return said.toReversed().map((word) => {
    const { step, text, at, code, todo, until, on, documents = [] } = word;
    return {
      title:
        on === undefined
          ? words.t(`sanctions.steps.${step}`)
          : words.t('sanctions.calledOn', { on: words.date(on) }),
      at,
      text,
      cause: code ? words.t(`sanctions.codes.${code}`) : '',
      todo: todo ?? '',
      until: until === undefined ? '' : words.date(until.includes('T') ? dayOf(until) : until),
      documents: files.filter(({ id }) => documents.includes(id)),
      /** Which letter of a decision tells it, from 1; 0 for what has none. */
      letter: concluded.indexOf(word) + 1,
    };
  });
}

/** What a hearing is about, until when it can be answered, and whether it was; null while there is none. */
export function hearingView({ hearing }: Label['context'], words: Translator) {
  if (hearing === null) return null;
  const { about, code, dueAt, answered } = hearing;
  return { about, answered, code, cause: words.t(`sanctions.codes.${code}`), due: words.date(dayOf(dueAt)) };
}

/** What was recorded of a notice that came in writing, and whether it is confirmed; null while there is none. */
export function noticeSaid(
  { context }: Pick<Label, 'context'>,
  { words: said, files }: Said,
  words: Translator,
) {
  const recorded = said.findLast(({ step }) => step === 'recordNotice');
  const [word] = sanctionWords({ words: recorded ? [recorded] : [], files }, words);
  return context.notice && word ? { ...word, confirmed: context.notice.confirmed } : null;
}

/** The last day to put right what a label is suspended for; empty where it is not. */
export function repairDay({ state, context }: Pick<Label, 'state' | 'context'>, words: Translator): string {
  return state === 'suspended' && context.dueAt !== null ? words.date(dayOf(context.dueAt)) : '';
}
