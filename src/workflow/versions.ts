import type { Stored } from './stored.ts';

/** Version of each machine as written into what is stored today. A change to a state or a context raises it. */
export const currentVersion = {
  application: 2,
  review: 2,
  label: 2,
  finding: 1,
  session: 2,
  appeal: 2,
} as const;

export type MachineName = keyof typeof currentVersion;

type Migration = (stored: Stored<string, object>) => Stored<string, object>;

/** Pure steps from version n to n + 1, by machine: `migrations.application[0]` goes from 1 to 2. */
const migrations: Record<MachineName, readonly Migration[]> = {
  application: [castingVoteUnknown],
  review: [asItWas],
  label: [asItWas],
  finding: [],
  session: [anyChairActed],
  appeal: [nobodyVoted],
};

/** A file keeps the rules under which it was started: then equal votes granted nothing. */
function castingVoteUnknown(stored: Stored<string, object>): Stored<string, object> {
  const { limits } = stored.context as { readonly limits: object };
  return { ...stored, context: { ...stored.context, limits: { ...limits, castingVote: false } } };
}

/** Of a panel, one entered the word of all: each now says their own. */
function nobodyVoted(stored: Stored<string, object>): Stored<string, object> {
  return { ...stored, context: { ...stored.context, votes: [] } };
}

/** A session that is under way goes on as it began; who chaired a file was not kept. */
function anyChairActed(stored: Stored<string, object>): Stored<string, object> {
  const { concluded } = stored.context as { readonly concluded: readonly object[] };
  const context = {
    ...stored.context,
    chairs: [],
    concluded: concluded.map((one) => ({ ...one, chair: null })),
  };
  return { ...stored, context };
}

/** Only what can happen changed, not what is kept. */
function asItWas(stored: Stored<string, object>): Stored<string, object> {
  return stored;
}

/** What was stored by an older version of a machine, as today's machine reads it; a newer one is a fault of deployment. */
export function migrate<S extends Stored<string, object>>(machine: MachineName, stored: S): S {
  if (stored.machineVersion > currentVersion[machine]) {
    throw new Error(
      `${machine} was stored by version ${stored.machineVersion} of its machine, this program knows ${currentVersion[machine]}`,
    );
  }
  return migrations[machine]
    .slice(stored.machineVersion - 1)
    .reduce<Stored<string, object>>(
      (older, next) => ({ ...next(older), machineVersion: older.machineVersion + 1 }),
      stored,
    ) as S;
}
