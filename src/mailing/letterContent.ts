import type { Translator } from '../i18n/i18n.ts';
import { keysOf, type LetterBody } from '../letters/letter.ts';
import { type Letter, type LetterKind, letters } from '../letters/letters.ts';

/** What a letter says, in sentences of its reader's language. */
export type LetterContent = ReturnType<typeof letterContent>;

/** The sentences of a letter: `text.0`, `text.1` … before the button and `after.0` … behind it, as many as there are. */
export function letterContent(letter: Letter, words: Translator) {
  const {
    words: group = letter.kind,
    rows = {},
    values,
    code = null,
    quote = [],
    list = [],
    meeting = null,
  } = bodyOf(letter, words);
  const params = { ...rows, ...values };
  const t = (part: 'subject' | 'heading' | 'button' | 'why') => words.tOf(`letters.${group}.${part}`, params);
  const all = (part: 'text' | 'after') => {
    const sentences: string[] = [];
    const key = () => `letters.${group}.${part}.${sentences.length}`;
    while (words.has(key())) sentences.push(words.tOf(key(), params));
    return sentences;
  };
  const paragraphs = all('text');
  return {
    subject: t('subject'),
    /** What an inbox shows beside the subject. */
    preview: paragraphs[0] ?? '',
    heading: t('heading'),
    paragraphs,
    /** What somebody wrote to the reader. */
    quote,
    /** What is asked, one after the other. */
    list: list.map((item) => (typeof item === 'string' ? { text: item, href: null } : item)),
    /** What goes into its reader's calendar. */
    meeting,
    /** To be read at a glance. */
    code,
    rows: rowsOf(rows, words),
    button: { text: t('button'), href: letter.params.link },
    after: [...delay(letter, words), ...all('after')],
    /** Why the reader gets this letter. */
    why: t('why'),
  };
}

/** That a letter goes late, and that it stands for reminders that did not go: nothing comes in heaps once a service that stood still is back. */
function delay({ params }: Letter, { t, date }: Translator): string[] {
  const { late, missed = 0 } = 'late' in params || 'missed' in params ? params : {};
  return [
    ...(late ? [t('letters.late', { day: date(late) })] : []),
    ...(missed > 0 ? [t('letters.missed', { count: missed })] : []),
  ];
}

function bodyOf<K extends LetterKind>({ kind, params }: Letter<K>, words: Translator): LetterBody {
  return letters[kind].says(params, words);
}

function rowsOf(rows: NonNullable<LetterBody['rows']>, { t }: Translator) {
  return keysOf(rows).flatMap((row) => {
    const value = rows[row] ?? '';
    return value === '' ? [] : [{ label: t(`letters.rows.${row}`), value }];
  });
}
