import { endedLabel } from './label/labelEffects.ts';
import { proceedingsOn } from './label/proceedings.ts';
import type { Machines } from './machines.ts';
import type { JournalRecord } from './record.ts';
import { step } from './step.ts';
import type { StoredLabel } from './stored.ts';
import { type MachineName, migrate } from './versions.ts';

interface LabelStep {
  readonly state: string;
  readonly at: string;
  readonly standing?: string;
  readonly during?: 'suspension' | 'withdrawal';
}

type AnyStored = Machines[MachineName]['stored'];
type Retired = (stored: AnyStored) => AnyStored;

/** What events led to that a machine takes no more, by their names: the journal holds lines of them. */
const retired: Partial<Record<MachineName, Readonly<Record<string, Retired>>>> = {
  // Until version 3 one officer ended a label for its holder, at once.
  label: {
    terminate: (stored) =>
      ({ ...stored, state: 'terminated', context: { ...stored.context, ...endedLabel } }) as AnyStored,
  },
  // Until version 3 one member alone did so.
  appeal: {
    declareInadmissible: (stored) => ({ ...stored, state: 'inadmissible' }) as AnyStored,
    grantStay: (stored) => withStay(stored, true),
    liftStay: (stored) => withStay(stored, false),
  },
};

function withStay(stored: AnyStored, stayed: boolean): AnyStored {
  return { ...stored, context: { ...stored.context, stayed } } as AnyStored;
}

/**
 * The state that a stream of records leads to: one line holds the initial state, the first unless the item had no machine
 * before, and every later one an event. Null when none holds it; throws where an event is refused (docs/design/workflow.md#invariants).
 */
export function replay(name: MachineName, records: readonly JournalRecord[]): AnyStored | null {
  return along(name, records).at(-1)?.stored ?? null;
}

/** The instant since which an item is in the state that its records lead to; null when none holds an initial one. */
export function stateSince(name: MachineName, records: readonly JournalRecord[]): string | null {
  const all = along(name, records);
  const state = all.at(-1)?.stored.state;
  const before = all.findLastIndex(({ stored }) => stored.state !== state);
  return all[before + 1]?.at ?? null;
}

/** Each state and standing that a label came to by its records, with the instant; as its own history has them. */
export function historyAlong(records: readonly JournalRecord[]): readonly LabelStep[] {
  const steps: LabelStep[] = [];
  let before: StoredLabel | null = null;
  for (const { at, stored, facts } of along('label', records)) {
    const label = stored as StoredLabel;
    const { standing } = label.context;
    // An earlier version ended a label during proceedings without saying so.
    const during = before && facts.includes('label.proceedingsEnded') ? proceedingsOn(before) : null;
    const step = {
      state: label.state,
      at,
      ...(standing !== 'clean' && { standing }),
      ...(during && { during }),
    };
    before = label;
    const last = steps.at(-1);
    if (last?.state !== step.state || last.standing !== step.standing) steps.push(step);
  }
  return steps;
}

/** What an item was after each record, from the one that holds its initial state. */
function along(name: MachineName, records: readonly JournalRecord[]) {
  const all: (Pick<JournalRecord, 'at' | 'facts'> & { readonly stored: AnyStored })[] = [];
  for (const { seq, at, facts, event, data } of records) {
    const last = all.at(-1)?.stored;
    if (!last) {
      if (data.stored) all.push({ at, facts, stored: data.stored });
    } else if (event) {
      const was = retired[name]?.[event.type];
      if (was) {
        all.push({ at, facts, stored: was(migrate(name, last)) });
        continue;
      }
      const result = step(name, last, event);
      if (!result.taken) throw new Error(`record ${seq} does not follow: ${result.reasons.join(', ')}`);
      all.push({ at, facts, stored: result.next });
    }
  }
  return all;
}
