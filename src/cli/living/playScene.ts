import { requireVisible } from '../../commands/common/requireVisible.ts';
import { renewStatusLists } from '../../commands/label/statusLists.ts';
import type { Clock, Deps } from '../../commands/ports/ports.ts';
import { begin } from './fill.ts';
import { organisations } from './organisations.ts';
import type { Scene } from './scenes.ts';
import { personOf, sceneClock } from './stage.ts';
import { advance } from './steps.ts';

/** Lets work be done at another time while nothing else runs by the clock; `settle` does what follows from it. */
export type AtOtherTime = (
  clock: Clock,
  work: (deps: Deps, settle: () => Promise<void>) => Promise<void>,
) => Promise<void>;

/** Days before it was sent on which a draft was begun. */
const draftDays = 3;

/** Plays a scene in its own time, by the commands that people give; whatever of it was played before is not done again. */
export function playScene(service: Clock, atOtherTime: AtOtherTime, scene: Scene): Promise<void> {
  const { key, days, there, thereDays = 0, labelled } = scene;
  const organisation = requireVisible(organisations[key] ?? null);
  const clock = sceneClock(service);
  return atOtherTime(clock, async (deps, settle) => {
    const stage = { deps, clock, settle, person: personOf(deps) };
    clock.putBefore(days + draftDays);
    const file = await advance(stage, await begin(stage, key, organisation), { ...scene, organisation });
    if (there) {
      clock.putBefore(thereDays);
      await there(stage, file, organisation);
    }
    if (labelled) {
      clock.putBefore(0);
      const number = requireVisible(file.context.labelNumber);
      await labelled(stage, requireVisible(await deps.store.label(number)), key);
    }
    await settle();
    // A list that was signed on that day does not hold today, and no file is genuine without it.
    clock.putBefore(0);
    await renewStatusLists(deps, service.now());
  });
}
