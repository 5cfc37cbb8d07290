import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { dayMs } from '../world.ts';

const hourMs = 3_600_000;

/** Something that happens whatever is stored. */
const always = () => [null];
/** Only where nobody is waited for, so that most files get on before their time is over. */
const whenQuiet = (known: Known) =>
  known.all('applications').some(({ state }) => busy.includes(state)) ? [] : [null];
const busy = [
  'screening',
  'assignment',
  'evaluation',
  'moderation',
  'verification',
  'recommendation',
  'deliberation',
  'decided',
  'agreement',
];

/** What the clock does by itself: it passes, jumps, goes back, stands still, strikes once or twice. */
export const moves = [
  move({
    name: 'hours pass',
    weight: 2,
    targets: always,
    act: async ({ pass }, _, draw) => pass((1 + draw.whole(20)) * hourMs),
  }),
  move({
    name: 'days pass',
    weight: 36,
    targets: always,
    act: async ({ pass, strike }, _, draw) => {
      pass((1 + draw.whole(8)) * dayMs);
      await strike('clock');
    },
  }),
  move({
    name: 'weeks pass',
    weight: 24,
    targets: whenQuiet,
    act: async ({ pass, strike, work }, _, draw) => {
      pass((7 + draw.whole(40)) * dayMs);
      await strike('clock');
      await work();
    },
  }),
  move({
    name: 'the service is down for weeks',
    targets: always,
    act: async ({ pass }, _, draw) => {
      if (draw.once(6)) pass((5 + draw.whole(40)) * dayMs);
    },
  }),
  move({
    name: 'the clock goes back',
    targets: always,
    act: async ({ pass }, _, draw) => pass(-draw.whole(3 * hourMs)),
  }),
  move({ name: 'the clock strikes', weight: 4, targets: always, act: ({ strike }) => strike('clock') }),
  move({ name: 'another clock strikes', targets: always, act: ({ strike }) => strike('another') }),
  move({ name: 'workers work', weight: 16, targets: always, act: ({ work }) => work() }),
];
