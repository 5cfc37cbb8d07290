import { personName } from '../../../templates/staffWords.ts';
import type { Person } from '../../commands/items/items.ts';
import type { LetterState, LoggedLetter } from '../../commands/items/mailLog.ts';
import type { ReturnedMail } from '../../commands/ports/mailPorts.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { NamesIn } from '../../messages.ts';

/** Why a letter does not arrive, in plain words: by the detail of an enhanced code (RFC 3463, 3), or by a reply code (RFC 5321, 4.2.3). */
const whys: readonly (readonly [RegExp, NamesIn<'mail.why'>])[] = [
  [/^\d\.1\.|^55[01345]$/, 'address'],
  [/^\d\.2\.1$/, 'closed'],
  [/^\d\.2\.2$|^552$/, 'full'],
  [/^\d\.2\.3$|^\d\.3\.4$/, 'large'],
  [/^\d\.7\./, 'policy'],
  [/^\d\.4\.|^4/, 'unreachable'],
];

const tones = { queued: '', sent: 'leaf', refused: 'coral', bounced: 'coral' } as const satisfies Record<
  LetterState,
  string
>;

export type LetterRow = ReturnType<typeof letterRow>;

/** Why a letter was refused or came back. */
export function whyOf(status: string, { t }: Translator): string {
  const [, why = 'other'] = whys.find(([pattern]) => pattern.test(status)) ?? [];
  const text = t(`mail.why.${why}`);
  return status === '' ? text : t('mail.whyWithCode', { why: text, code: status });
}

/** What letters to an address come back for, in a sentence. */
export function returnedText({ at, status }: ReturnedMail, words: Translator): string {
  return words.t('mail.returned', { day: words.date(at), why: whyOf(status, words) });
}

/** A letter of the mail log as a line: on what occasion, to whom, what became of it. */
export function letterRow(letter: LoggedLetter, reader: Person | null, words: Translator) {
  const { t, language, time, has, tOf } = words;
  const { id, cause, kind, state, status, to, queuedAt, changedAt } = letter;
  const failed = state === 'refused' || state === 'bounced';
  return {
    id,
    href: `/${language}/mail/letters/${encodeURIComponent(id)}`,
    what: cause ? factOf(cause.fact, { has, tOf }) : kindOf(kind, words),
    to,
    name: reader ? personName(reader) : '',
    at: queuedAt,
    pill: { tone: tones[state], text: t(`mail.states.${state}`) },
    line: t(`mail.happened.${state}`, { time: time(changedAt) }),
    why: failed ? whyOf(status, words) : '',
    stream: cause?.stream ?? null,
  };
}

/** A fact as the journal calls it. */
export function factOf(fact: string, { has, tOf }: Pick<Translator, 'has' | 'tOf'>): string {
  const key = `journal.facts.${fact}`;
  return has(key) ? tOf(key, {}) : fact;
}

/** A letter that a command sends goes on nothing that the journal has. */
function kindOf(kind: string, { t }: Translator): string {
  return t(kind === 'complaintSecret' ? 'mail.kinds.complaintSecret' : 'mail.kinds.signInCode');
}
