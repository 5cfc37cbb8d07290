import type { Stored } from './stored.ts';

/** Version of each machine as written into what is stored today. A change to a state or a context raises it. */
export const currentVersion = { application: 1, review: 1, label: 1 } as const;

export type MachineName = keyof typeof currentVersion;

type Migration = (stored: Stored<string, object>) => Stored<string, object>;

/** Pure steps from version n to n + 1, by machine: `migrations.application[0]` goes from 1 to 2. */
const migrations: Record<MachineName, readonly Migration[]> = { application: [], review: [], label: [] };

/** What was stored by an older version of a machine, as today's machine reads it; a newer one is a fault of deployment. */
export function migrate<S extends Stored<string, object>>(machine: MachineName, stored: S): S {
  if (stored.machineVersion > currentVersion[machine]) {
    throw new Error(
      `${machine} was stored by version ${stored.machineVersion} of its machine, this program knows ${currentVersion[machine]}`,
    );
  }
  return migrations[machine]
    .slice(stored.machineVersion - 1)
    .reduce<Stored<string, object>>((older, next) => next(older), stored) as S;
}
