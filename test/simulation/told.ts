import type { mongo } from 'mongoose';
import type { DomainEvent } from '../../src/workflow/domainEvents.ts';
import type { JournalRecord } from '../../src/workflow/record.ts';
import type { News } from './known.ts';
import type { World } from './world.ts';

/** What the people of the organisation that it concerns must hear of. */
const concerning: readonly DomainEvent[] = [
  'application.submitted',
  'application.informationRequested',
  'application.declaredIneligible',
  'application.correctionAsked',
  'application.correctionRejected',
  'application.granted',
  'application.refused',
  'application.lapsed',
  'label.issued',
  'surveillance.findingsRaised',
  'surveillance.confirmed',
];

/** Whether each letter went, once, and to nobody who must not hear of it. */
export class Told {
  private readonly world: World;
  private readonly streamOf = new Map<string, string>();
  private waiting: readonly JournalRecord[] = [];
  private read = 0;
  /** Who is tied to which organisation, as it was before this turn. */
  private tied: ReadonlySet<string> = new Set();

  constructor(world: World) {
    this.world = world;
  }

  async faults({ lines }: News): Promise<readonly string[]> {
    for (const { id, stream } of lines) this.streamOf.set(id, stream);
    const all = [
      ...this.waiting,
      ...lines.filter(({ facts }) => facts.some((fact) => concerning.includes(fact))),
    ];
    const open = await Promise.all(all.map((line) => this.isToCome(line)));
    const faults = [...this.strays(), ...this.silent(all.filter((_, i) => !open[i]))];
    this.waiting = all.filter((_, i) => open[i]);
    this.tied = await this.ties();
    return [...this.world.letters.faults, ...faults];
  }

  /** Whether a worker has still to do what a line asks for. */
  private async isToCome({ id }: JournalRecord): Promise<boolean> {
    const jobs = this.world.web.connection.collection<{ _id: string }>('jobs');
    return (
      (await jobs.findOne({ _id: { $gte: `${id}:`, $lt: `${id};` }, state: 'waiting' } as mongo.Filter<{
        _id: string;
      }>)) !== null
    );
  }

  /** Facts of which nobody of the organisation heard. */
  private silent(lines: readonly JournalRecord[]): string[] {
    return lines.flatMap(({ id, stream, facts }) => {
      const people = this.peopleOf(this.organisationOf(stream));
      const isTold = [...this.world.letters.about(id)].some(({ to }) => people.includes(to.personId ?? ''));
      return isTold ? [] : [`letters: nobody is told ${facts.join(', ')} of ${stream}`];
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
    if ('organisationId' in item) return item.organisationId;
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
