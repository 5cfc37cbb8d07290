import { personName } from '../../../templates/staffWords.ts';
import type { Person } from '../../commands/items/items.ts';
import type { LetterState, LoggedLetter } from '../../commands/items/mailLog.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { whyOf } from '../views/mail/returnedMail.view.ts';

const tones = { queued: '', sent: 'leaf', refused: 'coral', bounced: 'coral' } as const satisfies Record<
  LetterState,
  string
>;

/** A letter of the mail log as a line: on what occasion, to whom, what became of it. */
export function letterRow(letter: LoggedLetter, reader: Person | null, words: Translator) {
  const { t, language, time, has, tOf } = words;
  const { id, cause, kind, state, status, to, queuedAt, changedAt, applicationId } = letter;
  const fileHref = `/${language}/files/${applicationId}`;
  const [chain, number] = cause?.stream.split('/') ?? [];
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
    /** The file that it is about, and the label of that file where it is about that one. */
    file: applicationId === null ? null : { number: applicationId, href: fileHref },
    label:
      chain === 'labels' && number && applicationId !== null ? { number, href: `${fileHref}/label` } : null,
  };
}

/** A fact as the journal calls it. */
export function factOf(fact: string, { has, tOf }: Pick<Translator, 'has' | 'tOf'>): string {
  const key = `journal.facts.${fact}`;
  return has(key) ? tOf(key, {}) : fact;
}

/** A letter that a command sends goes on nothing that the journal has. */
function kindOf(kind: string, { has, tOf }: Pick<Translator, 'has' | 'tOf'>): string {
  const key = `mail.kinds.${kind}`;
  return has(key) ? tOf(key, {}) : kind;
}
