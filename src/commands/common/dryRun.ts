import { LabelError } from '../../errors.ts';
import type { PlannedLine } from '../ports/mailPorts.ts';
import type { Change, Deps } from '../ports/ports.ts';

/** Why a command that writes by `commit` alone would be refused now, as codes of reasons; empty when it would be done. Nothing is kept. */
export async function dryRun(deps: Deps, act: (deps: Deps) => Promise<unknown>): Promise<readonly string[]> {
  try {
    await act({ ...deps, store: { ...deps.store, commit: async () => {} } });
    return [];
  } catch (error) {
    if (error instanceof LabelError && error.code === 'refused') return error.reasons;
    throw error;
  }
}

/** Whether a command would be accepted now, or refused for nothing but reasons in `except`. */
export async function isTaken(
  deps: Deps,
  act: (deps: Deps) => Promise<unknown>,
  except: readonly string[] = [],
): Promise<boolean> {
  return (await dryRun(deps, act)).every((reason) => except.includes(reason));
}

/** Stands for what the store would give it. */
const unwritten = { revision: 0, head: { seq: 0, hash: '' } } as const;

/** The lines of the journal that a command which writes by `commit` alone would write now. Nothing is kept. */
export async function plannedLines(
  deps: Deps,
  act: (deps: Deps) => Promise<unknown>,
): Promise<readonly PlannedLine[]> {
  const planned: Change[] = [];
  const commit = async (changes: readonly Change[]) => void planned.push(...changes);
  await act({ ...deps, store: { ...deps.store, commit } });
  return planned.map((change) => ({
    ...change.record,
    stream: `${change.kind}/${change.after.id}`,
    ...(change.kind === 'correspondence' && { opened: { ...unwritten, ...change.after } }),
  }));
}
