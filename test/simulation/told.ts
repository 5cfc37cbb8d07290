import { LabelError } from '../../src/errors.ts';
import { type JournalLetterKind, journalLetters, lettersOn } from '../../src/letters/letters.ts';
import type { JournalRecord } from '../../src/workflow/record.ts';
import type { News } from './known.ts';
import { mustHear } from './mustHear.ts';
import type { World } from './world.ts';

/** A letter that a line of the journal asks for: until its job is done it is not known to whom. */
interface Owed {
  readonly line: JournalRecord;
  readonly kind: JournalLetterKind;
  /** Ids of its copies, as its definition gave them when the line was new. */
  readonly copies: readonly string[];
}

/** Whether each letter went as its definition says, once, to nobody who must not hear of it, and whether holders hear of everything. */
export class Told {
  private readonly world: World;
  private readonly streamOf = new Map<string, string>();
  private readonly lastOf = new Map<string, string>();
  private readonly reminded = new Set<string>();
  private owed: readonly Owed[] = [];
  private silent: readonly JournalRecord[] = [];
  private read = 0;
  /** Who is tied to which organisation, as it was before this turn. */
  private tied: ReadonlySet<string> = new Set();

  constructor(world: World) {
    this.world = world;
  }

  async faults({ lines }: News): Promise<readonly string[]> {
    for (const { id, stream } of lines) {
      this.streamOf.set(id, stream);
      this.lastOf.set(stream, id);
    }
    const waiting = await this.waiting();
    const faults = [
      ...this.world.letters.faults,
      ...this.strays(),
      ...this.repeated(lines),
      ...(await this.missing(lines, waiting)),
      ...this.unheard(lines, waiting),
    ];
    this.tied = await this.ties();
    return faults;
  }

  /** Jobs that a worker has still to do, by their ids. */
  private async waiting(): Promise<readonly string[]> {
    return (
      await this.world.web.connection
        .collection<{ _id: string }>('jobs')
        .find({ state: 'waiting' })
        .project<{ _id: string }>({ _id: 1 })
        .toArray()
    ).map(({ _id }) => _id);
  }

  /** Copies that were owed when their line was new, still are when its job is done, and never arrived. */
  private async missing(lines: readonly JournalRecord[], waiting: readonly string[]): Promise<string[]> {
    const kindsOf = ({ facts }: JournalRecord) => [...new Set(facts.flatMap(lettersOn))];
    const asked = lines.flatMap((line) => kindsOf(line).map((kind) => ({ line, kind })));
    const fresh = await Promise.all(asked.map(async (one) => ({ ...one, copies: await this.copiesOf(one) })));
    const isToCome = ({ line, kind }: Owed) => waiting.includes(`${line.id}:mail:${kind}`);
    const [done, open] = [this.owed.filter((one) => !isToCome(one)), this.owed.filter(isToCome)];
    this.owed = [...open, ...fresh.filter(isToCome)];
    const still = await Promise.all(
      done.map(async (one) => ({ ...one, copies: both(one.copies, await this.copiesOf(one)) })),
    );
    return [...still, ...fresh.filter((one) => !isToCome(one))].flatMap(({ line, kind, copies }) =>
      copies
        .filter((id) => !this.world.letters.has(id))
        .map((id) => `letters: ${kind} on ${line.facts.join(', ')} of ${line.stream} never went (${id})`),
    );
  }

  /** Ids of the copies of a letter as its definition has them today. */
  private async copiesOf({ line, kind }: Pick<Owed, 'line' | 'kind'>): Promise<readonly string[]> {
    const fact = line.facts.find((one) => journalLetters[kind].on.includes(one));
    if (fact === undefined) return [];
    const { id: recordId, stream } = line;
    const id = `${recordId}:mail:${kind}`;
    const job = { id, recordId, stream, fact, handler: `mail:${kind}`, attempts: 0 };
    try {
      return (await journalLetters[kind].copies(this.world.web.deps, job)).map((copy) => copy.id);
    } catch (error) {
      // What it is about was erased meanwhile.
      if (error instanceof LabelError && error.code === 'notFound') return [];
      throw error;
    }
  }

  /** What somebody else did to a holder and nobody of theirs heard of, unless something else happened to it before they could. */
  private unheard(lines: readonly JournalRecord[], waiting: readonly string[]): string[] {
    const isToCome = ({ id }: JournalRecord) => waiting.some((job) => job.startsWith(`${id}:`));
    // Who is reminded did it meanwhile, perhaps; that the reminder goes otherwise is asked by `missing`.
    const { known } = this.world;
    const concerns = ({ facts, stream, data }: JournalRecord) => {
      const id = stream.split('/')[1] ?? '';
      const about = { task: known.one('surveillances', id), change: known.one('changes', id) };
      return !isReminder(data) && facts.some((fact) => mustHear(fact, about));
    };
    const all = [...this.silent, ...lines.filter(concerns)];
    this.silent = all.filter(isToCome);
    return all
      .filter((line) => !isToCome(line))
      .flatMap(({ id, stream, facts, actor }) => {
        const people = this.peopleOf(this.organisationOf(stream));
        if (people.length === 0 || people.includes(actor.id) || this.lastOf.get(stream) !== id) return [];
        const isTold = this.world.letters.about(id).some(({ to }) => people.includes(to.personId ?? ''));
        return isTold ? [] : [`letters: nobody is told ${facts.join(', ')} of ${stream}`];
      });
  }

  /** One reminder for each of its days: of another due day it is another one. */
  private repeated(lines: readonly JournalRecord[]): string[] {
    return lines.flatMap(({ stream, facts, data }) => {
      if (!isReminder(data)) return [];
      const reminder = `${facts.join()} of ${stream}, ${data.days} days before ${data.dueAt}`;
      const isTwice = this.reminded.has(reminder);
      this.reminded.add(reminder);
      return isTwice ? [`letters: ${reminder} is told twice`] : [];
    });
  }

  private peopleOf(organisation: string): readonly string[] {
    const people = this.world.known.all('people');
    return people
      .filter(({ memberships }) => memberships.some(({ organisationId }) => organisationId === organisation))
      .map(({ id }) => id);
  }

  /** 5: letters to people who are kept out of the file that they are about. */
  private strays(): string[] {
    const letters = this.world.letters.all.slice(this.read);
    this.read += letters.length;
    return letters.flatMap(({ line, kind, to }) => {
      const organisation = this.organisationOf(this.streamOf.get(line) ?? '');
      const isTied = this.tied.has(`${to.personId} ${organisation}`);
      return isTied ? [`5: ${kind} to ${to.email}, who is tied to ${organisation}`] : [];
    });
  }

  private organisationOf(stream: string): string {
    const item = this.world.known.of(stream);
    if (item === undefined) return '';
    if ('organisationId' in item) return item.organisationId ?? '';
    return 'context' in item && 'organisationId' in item.context ? (item.context.organisationId ?? '') : '';
  }

  private async ties(): Promise<ReadonlySet<string>> {
    const rows = this.world.web.connection
      .collection<{ personId: string; organisationId: string }>('ties')
      .find({ kind: 'kin' });
    return new Set(
      (await rows.toArray()).map(({ personId, organisationId }) => `${personId} ${organisationId}`),
    );
  }
}

function isReminder(data: JournalRecord['data']): data is { readonly dueAt: string; readonly days: number } {
  return 'dueAt' in data && 'days' in data;
}

function both(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((id) => other.includes(id));
}
