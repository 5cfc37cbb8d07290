import { randomBytes } from 'node:crypto';
import type { Mailer } from '../commands/items/letters.ts';
import type { LetterCause } from '../commands/items/mailLog.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { LetterDesk, PlannedLine, PreviewedLetter } from '../commands/ports/mailPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import {
  type JournalLetterKind,
  journalLetterKinds,
  journalLetters,
  type Letter,
  lettersOn,
} from '../letters/letters.ts';
import { lettersOf } from '../letters/lettersOf.ts';
import { type LetterPaper, writeLetter } from './writeLetter.ts';

interface Parts {
  readonly deps: Deps;
  readonly mailer: Mailer<Letter>;
  /** What letters are written on, made with the first that is asked for. */
  readonly paper: () => Promise<LetterPaper>;
}

/** Letters as the office reads them, and sends them again. */
export function createLetterDesk({ deps, mailer, paper }: Parts): LetterDesk {
  const write = async (letters: readonly Letter[]): Promise<readonly PreviewedLetter[]> => {
    // A key of its own: what is read here proves nothing, and lets nobody act as the reader.
    const blank = { ...(await paper()), linkKey: randomBytes(32) };
    return letters.map((letter) => {
      const { headers: _, calendar: __, ...written } = writeLetter(letter, blank);
      const { personId, name, language } = letter.to;
      return { ...written, id: letter.id ?? '', personId, name, language };
    });
  };
  return {
    facts: [...new Set(journalLetterKinds.flatMap((kind) => journalLetters[kind].on))].sort(),
    isReadable: (kind) => isReadable(kind),
    preview: async (kind, cause, at) => {
      if (!isReadable(kind)) return [];
      // Whether it went late is said as of when it went.
      const then = at === undefined ? deps : { ...deps, clock: { now: () => new Date(at) } };
      return write(await lettersOf(kind, then, jobOf(kind, cause)));
    },
    previewLetters: async (lines) => {
      const letters: Letter[] = [];
      for (const line of lines) {
        const { cause, seen } = planned(deps, line);
        const kinds = line.facts.flatMap((fact) => lettersOn(fact).map((kind) => ({ fact, kind })));
        for (const { fact, kind } of kinds.filter((one) => isReadable(one.kind)))
          letters.push(...(await lettersOf(kind, seen, jobOf(kind, { ...cause, fact }))));
      }
      return write(letters);
    },
    resend: async ({ id, kind, cause }, by) => {
      if (!cause || !isReadable(kind)) return false;
      const letter = (await lettersOf(kind, deps, jobOf(kind, cause))).find((one) => one.id === id);
      if (!letter) return false;
      await mailer.send({ ...letter, again: by });
      return true;
    },
  };
}

function isReadable(kind: string): kind is JournalLetterKind {
  return journalLetterKinds.some((known) => known === kind && !journalLetters[known].personal);
}

/** The job by which a letter went, or would. */
function jobOf(kind: JournalLetterKind, { jobId, ...line }: LetterCause): Job {
  return { ...line, id: jobId, handler: `mail:${kind}`, attempts: 1 };
}

type JournalRecord = Awaited<ReturnType<Deps['store']['records']>>[number];

/** What a line would be as the last of its chain, and a store that shows it there already. */
function planned(deps: Deps, { stream, opened, ...line }: PlannedLine) {
  const recordId = 'planned';
  const record = {
    ...line,
    id: recordId,
    stream,
    event: null,
    seq: 0,
    previous: '',
    hash: '',
  } as JournalRecord;
  const records: Deps['store']['records'] = async (name) => {
    const known = await deps.store.records(name);
    return name === stream ? [...known, record] : known;
  };
  const correspondence: Deps['store']['correspondence'] = async (id) =>
    opened?.id === id ? opened : deps.store.correspondence(id);
  const cause = { jobId: recordId, stream, recordId };
  return { cause, seen: { ...deps, store: { ...deps.store, records, correspondence } } };
}
