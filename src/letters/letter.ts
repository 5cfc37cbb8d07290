import { type DataOf, dataOf } from '../commands/items/eventData.ts';
import type { Person } from '../commands/items/items.ts';
import type { Recipient, Topic } from '../commands/items/letters.ts';
import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { Translator } from '../i18n/i18n.ts';
import type { NamesIn, Params } from '../messages.ts';
import { type Day, dayOf } from '../register/day.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';
import type { JournalRecord } from '../workflow/record.ts';

/** Groups of words below `letters` that make a letter: the name of one, or of one and its case. */
export type LetterWords = NamesIn<'letters', '.subject'>;

/** An item of a list that leads to a page of the service. */
export interface LinkedItem {
  readonly text: string;
  readonly href: string;
}

/** A meeting that a letter tells of, for the calendar of its reader. */
export interface LetterMeeting {
  /** An id of the service, the same in every letter about it. */
  readonly name: string;
  readonly at: string;
  readonly place: string;
  /** Of the line of the journal that it tells: later ones are higher. */
  readonly sequence: number;
  /** When that was, as an instant. */
  readonly toldAt: string;
  readonly cancelled?: true;
}

/** What a letter says in a language: facts to be read at a glance, and sentences. */
export interface LetterBody {
  /** The group of a letter with cases; one without has its own name. */
  readonly words?: LetterWords;
  /** Facts in their order, each with its label under `letters.rows`; an empty one is left out. */
  readonly rows?: Readonly<Partial<Record<NamesIn<'letters.rows'>, string>>>;
  /** What sentences name beside the facts. */
  readonly values?: Params;
  /** What somebody wrote to the reader, a paragraph each. */
  readonly quote?: readonly string[];
  readonly code?: string;
  readonly meeting?: LetterMeeting;
  /** One after the other; an item with an address leads to it. */
  readonly list?: readonly (string | LinkedItem)[];
}

/** A letter that a command sends on its own. */
export interface DirectLetter<P> {
  /** What it is about when it is no duty; null for what a person must be told to keep a right or to get in. */
  readonly topic: Topic | null;
  /** Its button works without signing in: the address that `path` gives proves who reads it, once it is signed for them. */
  readonly signs?: true;
  /** It holds what its reader's own pages show to nobody else: it cannot be read for them. */
  readonly personal?: true;
  readonly says: (params: P, words: Translator) => LetterBody;
}

/** Why a letter goes: what became true, and the line of the journal that says so. */
export interface Cause<F extends DomainEvent = DomainEvent> {
  readonly fact: F;
  /** Of the item whose stream it is on. */
  readonly id: string;
  readonly record: JournalRecord;
  /** What that line says of it. */
  readonly data: DataOf<F>;
  /** The lines of the stream before it, and after it. */
  readonly earlier: readonly JournalRecord[];
  readonly later: readonly JournalRecord[];
}

/** Who gets a letter: a person, or an address of nobody here, whose `id` is null. */
export interface Reader extends Pick<Person, 'email' | 'language' | 'name' | 'removedAt' | 'unsubscribed'> {
  readonly id: string | null;
}

/** The definition of a letter that goes when something became true. */
interface Definition<F extends DomainEvent, A, P> extends DirectLetter<P> {
  readonly on: readonly F[];
  /** What it tells of; null when that is not there any more. */
  readonly about: (deps: Deps, cause: Cause<F>) => Promise<A | null>;
  /** Whether it is still relevant when it is sent; always by default. */
  readonly holds?: (about: A & Cause<F>, deps: Deps) => boolean;
  readonly to: (about: A & Cause<F>, deps: Deps) => Promise<readonly Reader[]>;
  /** Of the page behind its button, below the language. */
  readonly path: (about: A & Cause<F>, reader: Reader) => string;
  readonly tells: (about: A & Cause<F>, reader: Reader) => P;
}

/** What every letter tells that goes when something became true. */
interface Going {
  /** A whole address of the service. */
  readonly link: string;
  /** The day on which it should have gone, where it goes more than a day later, as when the service stood still. */
  readonly late?: Day;
  /** How many earlier reminders, which did not go in time, it stands for. */
  readonly missed?: number;
}

const dayMs = 86_400_000;

/** A letter to one of its readers. */
export interface Copy<P> {
  readonly to: Recipient;
  readonly params: P;
  /** The same for every try. */
  readonly id: string;
}

/** A letter that goes when something became true, whatever it is about. */
export interface JournalLetter<P> extends DirectLetter<P> {
  readonly on: readonly DomainEvent[];
  /** One for each who may have it today. */
  readonly copies: (deps: Deps, job: Job) => Promise<readonly Copy<P>[]>;
}

/** Defines a letter that goes when something became true. */
export function letter<F extends DomainEvent, A, P>(
  definition: Definition<F, A, P>,
): JournalLetter<P & Going> {
  const { on, topic, signs, personal, says, holds = () => true, to, path, tells } = definition;
  return {
    on,
    topic,
    ...(signs && { signs }),
    ...(personal && { personal }),
    says,
    copies: async (deps, job) => {
      const cause = await causeOf(deps, job, on);
      if (isOutdone(cause)) return [];
      const found = await definition.about(deps, cause);
      if (found === null) return [];
      const about = { ...found, ...cause };
      if (!holds(about, deps)) return [];
      const going = goingOf(cause, deps.clock.now());
      const readers = await to(about, deps);
      return readers
        .filter((reader) => wants(reader, topic))
        .map((reader) => {
          const { email, language, name, id } = reader;
          const link = `${deps.publicUrl}/${language}/${path(about, reader)}`;
          return {
            to: { email, language, name, personId: id },
            params: { ...tells(about, reader), link, ...going },
            id: id === null ? job.id : `${job.id}:${id}`,
          };
        });
    },
  };
}

async function causeOf<F extends DomainEvent>(
  { store }: Deps,
  { fact: known, stream, recordId }: Job,
  on: readonly F[],
): Promise<Cause<F>> {
  const records = await store.records(stream);
  const at = records.findIndex(({ id }) => id === recordId);
  const record = records[at];
  const fact = on.find((one) => one === known);
  const data = fact && dataOf(record, fact);
  if (!record || !fact || !data)
    throw new Error(`no letter goes on ${known} of line ${recordId} of ${stream}`);
  const id = stream.slice(stream.indexOf('/') + 1);
  return { fact, id, record, data, earlier: records.slice(0, at), later: records.slice(at + 1) };
}

/** Whether a reminder still waited to go when the next one of the same was told, which stands for it. */
function isOutdone({ fact, data, later }: Cause): boolean {
  return 'missed' in data && later.some(({ facts }) => facts.includes(fact));
}

function goingOf({ record, data }: Cause, now: Date): Omit<Going, 'link'> {
  const isLate = now.getTime() - Date.parse(record.at) > dayMs;
  const missed = 'missed' in data && Array.isArray(data.missed) ? data.missed.length : 0;
  return { ...(isLate && { late: dayOf(record.at) }), ...(missed > 0 && { missed }) };
}

function wants({ removedAt, unsubscribed }: Reader, topic: Topic | null): boolean {
  return removedAt === null && !(topic !== null && unsubscribed.includes(topic));
}

/** What somebody wrote, as letters quote it: they have no line breaks of others in them, so that each line is a paragraph of its own. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const plain = line.replaceAll(/\s+/g, ' ').trim();
    return plain === '' ? [] : [plain];
  });
}

/** What somebody wrote on several lines, as an item of a list. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The keys of a table, as its type has them. */
export function keysOf<K extends string>(table: Readonly<Partial<Record<K, unknown>>>): readonly K[] {
  return Object.keys(table) as K[];
}
