import { type Stored, untouchedLabel } from './stored.ts';

/** Version of each machine as written into what is stored today. A change to a state or a context raises it. */
export const currentVersion = {
  application: 4,
  review: 2,
  label: 5,
  finding: 1,
  condition: 2,
  session: 5,
  appeal: 4,
  surveillance: 1,
  change: 3,
  complaint: 2,
  need: 1,
} as const;

export type MachineName = keyof typeof currentVersion;

type Migration = (stored: Stored<string, object>) => Stored<string, object>;
/** Pure steps by the version that they start from: the step at n goes from n to n + 1. */
type Migrations = Readonly<Record<number, Migration>>;

/** Installations began with the versions above (docs/decisions/0030-migrations-begin-at-a-baseline.md). */
const migrations: Readonly<Record<MachineName, Migrations>> = {
  application: {
    // Every file was about the whole of its label.
    2: (stored) => ({ ...stored, context: { ...stored.context, scope: null } }),
    // None took the place of a label because of a change.
    3: (stored) => ({ ...stored, context: { ...stored.context, succeeds: null } }),
  },
  review: {},
  label: {
    // Nobody had been heard, given notice or appealed on a label before.
    2: (stored) => ({ ...stored, context: { ...stored.context, ...untouchedLabel } }),
    // No notice was recorded for a holder: an officer ended the label at once.
    3: (stored) => ({ ...stored, context: { ...stored.context, notice: null } }),
    4: (stored) => stored,
  },
  finding: {},
  condition: { 1: (stored) => stored },
  session: {
    // A vote was on whatever its file stood before the committee for.
    2: (stored) => ({ ...stored, context: withItems(stored.context) }),
    // Everyone of the committee could sit, whoever was invited.
    3: (stored) => ({ ...stored, context: { ...stored.context, invited: null } }),
    // Nobody could excuse themselves.
    4: (stored) => ({ ...stored, context: { ...stored.context, excused: [] } }),
  },
  appeal: {
    // Every appeal was against the decision on an application.
    2: (stored) => ({ ...stored, context: { ...stored.context, labelNumber: null } }),
    // One member alone declared it inadmissible, granted a stay or lifted it.
    3: (stored) => ({ ...stored, context: { ...stored.context, asked: [], urgentStay: false, dueAt: null } }),
  },
  surveillance: {},
  change: {
    // An application that was sent, or failed, left its notice as it was.
    1: (stored) => stored,
    // No change was for the register alone.
    2: (stored) => stored,
  },
  // Nobody from outside had been invited to handle one.
  complaint: { 1: (stored) => ({ ...stored, context: { ...stored.context, outsider: null } }) },
  need: {},
};

function withItems(context: object): object {
  const { votes } = context as { readonly votes: readonly { readonly applicationId: string }[] };
  return { ...context, votes: votes.map((vote) => ({ item: vote.applicationId, ...vote })) };
}

/** What another version of a machine stored, as the current one reads it; one that no step leads from is a fault of deployment. */
export function migrate<S extends Stored<string, object>>(
  machine: MachineName,
  stored: S,
  steps: Migrations = migrations[machine],
  version: number = currentVersion[machine],
): S {
  const { machineVersion } = stored;
  if (machineVersion === version) return stored;
  const step = steps[machineVersion];
  if (!step || machineVersion > version) {
    throw new Error(
      `${machine} was stored by version ${machineVersion} of its machine, this program knows ${version}`,
    );
  }
  return migrate(machine, { ...step(stored), machineVersion: machineVersion + 1 } as S, steps, version);
}
