import type { Mailer } from '../commands/items/letters.ts';
import type { LetterEvent, MailLog } from '../commands/items/mailLog.ts';
import type { Clock, Ids } from '../commands/ports/ports.ts';
import type { Counts, Tracing } from '../commands/ports/watchPorts.ts';
import { LabelError } from '../errors.ts';
import { type Letter, letters } from '../letters/letters.ts';
import { currentRequest } from '../requestScope.ts';

/** Carries letters; `ref` names the try in the address to which a report on it comes, where one is received. */
export interface Carrier {
  readonly send: (letter: Letter, ref?: string) => Promise<void>;
}

export interface LogParts {
  readonly log: MailLog;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'next'>;
  readonly counts?: Pick<Counts, 'letter'>;
  readonly tracing?: Tracing;
  /** Told of each letter that went: never to whom. */
  readonly logger?: { info(data: object, message: string): void };
}

/** A mailer whose letters stand in the mail log with what becomes of them; one that was sent goes no more, unless it is sent again. */
export function logLetters(
  carrier: Carrier,
  { log, clock, ids, counts, logger, tracing }: LogParts,
): Mailer<Letter> {
  const noteOf = (
    what: LetterEvent['what'],
    by: string | null,
    { status = '', answer = '' } = {},
  ): LetterEvent => ({ at: clock.now().toISOString(), what, status, by, ...(answer !== '' && { answer }) });
  return {
    send: async (letter) => {
      const { kind, to, cause = null, again = null } = letter;
      const known = await log.queue(
        {
          id: letter.id ?? ids.next(),
          ref: ids.next().toLowerCase(),
          kind,
          personId: to.personId,
          to: to.email,
          cause,
          request: currentRequest() ?? null,
          queuedAt: clock.now().toISOString(),
        },
        again !== null,
      );
      if (again === null && (known.state === 'sent' || known.state === 'bounced')) return;
      const binds = letters[kind].topic === null;
      if (again === null && known.interrupted > (binds ? 1 : 0)) {
        await log.note(known.id, noteOf('interrupted', null));
        return;
      }
      try {
        const work = () => carrier.send(letter, known.ref);
        await (tracing?.span('letter', kind, work) ?? work());
      } catch (error) {
        const refused = error instanceof LabelError && error.code === 'mailRefused';
        const status = refused ? String(error.params.status ?? '') : '';
        const answer = error instanceof LabelError && typeof error.cause === 'string' ? error.cause : '';
        counts?.letter(refused ? 'refused' : 'waited');
        await log.note(known.id, noteOf(refused ? 'refused' : 'waited', again, { status, answer }));
        throw error;
      }
      counts?.letter('sent');
      logger?.info({ letter: known.id, kind }, 'letter sent');
      await log.note(known.id, noteOf(again === null ? 'sent' : 'resent', again));
    },
  };
}
