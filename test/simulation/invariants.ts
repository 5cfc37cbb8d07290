import type { Label } from '../../src/commands/items/items.ts';
import { dayOf } from '../../src/register/day.ts';
import { itemKinds, walkChain } from '../../src/storage/privacy/walkChain.ts';
import { definitionOf } from '../../src/workflow/definition.ts';
import type { JournalRecord } from '../../src/workflow/record.ts';
import { DutyBook } from './duties.ts';
import type { News } from './known.ts';
import type { World } from './world.ts';

/** States that no event leaves, those with a square in docs/design/workflow.md. */
const final: Readonly<Record<string, readonly string[]>> = {
  applications: ['granted', 'closed', 'withdrawn', 'lapsed'],
  reviews: ['declined', 'expired', 'voided'],
  labels: ['terminated', 'superseded'],
  findings: ['closed', 'dropped'],
  committeeSessions: ['minutesApproved', 'cancelled'],
  appeals: ['inadmissible', 'upheld', 'partlyUpheld', 'dismissed'],
  surveillances: ['confirmed', 'dropped'],
  conditions: ['met', 'dropped'],
  changes: ['closed', 'dropped'],
};
/** What the clock ends once it is over, whatever else is open. */
const ended = [
  ['applications', 'application'],
  ['reviews', 'review'],
  ['labels', 'label'],
  ['surveillances', 'surveillance'],
] as const;

/** The invariants of docs/design/workflow.md, by their numbers, asked of what is stored; those that paths alone can show are not here. */
export class Invariants {
  private readonly world: World;
  private readonly duties = new DutyBook();
  private readonly over = new Set<string>();
  private readonly fileOfNumber = new Map<string, string>();

  constructor(world: World) {
    this.world = world;
  }

  /** Every fault that news show. */
  async faults({ lines, streams }: News): Promise<readonly string[]> {
    const { known } = this.world;
    this.duties.note(lines, known);
    const labels = known.all('labels').filter(({ id }) => streams.includes(`labels/${id}`));
    return [
      ...this.duties.faults(),
      ...(await Promise.all(labels.map((label) => this.groundOf(label)))).flat(),
      ...(await this.criteriaOf(lines)),
      ...this.finality(lines, streams),
      ...(await this.chains(streams)),
      ...this.refusals(streams),
      ...this.overdue(),
      ...this.numbers(labels),
    ];
  }

  /** What no news tell of: an item that is otherwise than its records say, or than it was when they were read. */
  async allFaults(): Promise<readonly string[]> {
    const { known } = this.world;
    const all = itemKinds.flatMap((kind) => known.all(kind).map(({ id }) => `${kind}/${id}`));
    return [...(await this.chains(all)), ...(await this.world.known.unsaid())];
  }

  /** 2: no label is valid without decision, signature, certificate and period. */
  private async groundOf({ id, state, context }: Label): Promise<string[]> {
    if (state !== 'active' && state !== 'extended') return [];
    const file = this.world.known.one('applications', context.applicationId);
    const certificate = context.certificate ?? '';
    const stored = await this.world.web.connection.db
      ?.collection('fs.files')
      .findOne({ filename: certificate });
    return faultsOf(`2: ${id} is ${state}`, {
      'without a decision':
        file?.state !== 'granted' || file.context.outcome === 'refused' || file.context.outcome === null,
      'without a signature': file?.agreement === undefined || file.context.labelNumber !== id,
      'without its certificate': !stored,
    });
  }

  /** 3: what is frozen names a version of the criteria as it was published. */
  private async criteriaOf(lines: readonly JournalRecord[]): Promise<string[]> {
    const { schemes } = this.world.web.deps;
    return lines.flatMap(({ stream, event, data }) => {
      if (event?.type !== 'submit') return [];
      const scheme = schemes.get(event.criteriaVersion);
      return scheme && scheme.digest === data.schemeDigest
        ? []
        : [`3: ${stream} is sent under criteria that were not published`];
    });
  }

  /** 6: a final state takes no event. */
  private finality(lines: readonly JournalRecord[], streams: readonly string[]): string[] {
    const faults = lines.flatMap(({ stream, event, seq }) =>
      event && this.over.has(stream) ? [`6: line ${seq} of ${stream}, which was over`] : [],
    );
    for (const stream of streams) {
      const item = this.world.known.of(stream);
      const ends = final[stream.split('/')[0] ?? ''];
      if (item && 'state' in item && ends?.includes(item.state)) this.over.add(stream);
    }
    return faults;
  }

  /** 7: the records of an item lead to its state, and are those that were written. */
  private async chains(streams: readonly string[]): Promise<string[]> {
    const walks = await Promise.all(streams.map((stream) => walkChain(this.world.web.connection, stream)));
    return walks.flatMap((walk) =>
      walk?.fault ? [`7: line ${walk.fault.seq} of ${walk.fault.stream}: ${walk.fault.why}`] : [],
    );
  }

  /** 8: a refusal has its reasons and the instant until which one may appeal. */
  private refusals(streams: readonly string[]): string[] {
    const refused = this.world.known
      .all('applications')
      .filter(({ id, state }) => state === 'refused' && streams.includes(`applications/${id}`));
    return refused.flatMap(({ id, context, decisionReason }) =>
      faultsOf(`8: ${id} is refused`, {
        'without a reason': decisionReason.trim() === '',
        'without appeal': context.dueAt === null,
      }),
    );
  }

  /** 9 and 11: what is due is over once the clock has struck, so that nothing waits for ever. */
  private overdue(): string[] {
    const struckAt = this.world.struckAt();
    const waiting = ended.flatMap(([kind, machine]) =>
      this.world.known.all(kind).filter(({ state, context }) => {
        const takes = 'deadlinePassed' in (definitionOf(machine).states[state]?.on ?? {});
        return takes && context.dueAt !== null && context.dueAt < struckAt;
      }),
    );
    const held = this.world.known
      .all('labels')
      .filter(({ state, context }) => state === 'active' && context.until < dayOf(struckAt));
    return [...waiting, ...held].map(
      ({ id, state }) => `11: ${id} is ${state} after its time, and the clock has struck`,
    );
  }

  /** 10: a number is that of one label, of one file. */
  private numbers(labels: readonly Label[]): string[] {
    return labels.flatMap(({ id, context }) => {
      const before = this.fileOfNumber.get(id) ?? context.applicationId;
      this.fileOfNumber.set(id, before);
      return before === context.applicationId && context.number === id
        ? []
        : [`10: ${id} is the number of two labels`];
    });
  }
}

function faultsOf(subject: string, found: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(found).flatMap(([what, is]) => (is ? [`${subject} ${what}`] : []));
}
