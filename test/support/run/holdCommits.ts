import type { Deps } from '../../../src/commands/ports/ports.ts';

/** Dependencies for several concurrent commands, none of which writes before the last has read: what else only a fast machine brings about. */
export function holdCommits<Some extends Pick<Deps, 'store'>>(deps: Some, commands: number): Some {
  let expected = commands;
  let release = () => {};
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { commit } = deps.store;
  const held: typeof commit = async (...given) => {
    expected -= 1;
    if (expected === 0) release();
    await all;
    return commit(...given);
  };
  return { ...deps, store: { ...deps.store, commit: held } };
}
