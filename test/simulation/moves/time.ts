import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { dayMs } from '../world.ts';

const hourMs = 3_600_000;

/** Something that happens whatever is stored. */
const always = () => [null];
/** How many files wait for someone: the more there are, the slower time passes, so that most get on before theirs is over. */
const busyWith = (known: Known) =>
  known
    .all('applications')
    .filter(({ state, context }) => busy.includes(state) || isRenewalBegun(state, context)).length;
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
const isRenewalBegun = (state: string, { kind }: { readonly kind: string }) =>
  state === 'draft' && kind === 'renewal';
const whenQuiet = (known: Known) => (busyWith(known) > 0 ? [] : [null]);

/** What the clock does by itself: it passes, jumps, goes back, stands still, strikes once or twice. */
export const moves = [
  move({
    name: 'hours pass',
    targets: always,
    act: async ({ pass }, _, draw) => pass((1 + draw.whole(20)) * hourMs),
  }),
  move({
    name: 'days pass',
    weight: 20,
    targets: always,
    act: async ({ pass, strike, known }, _, draw) => {
      const most = Math.max(2, Math.ceil(12 / Math.max(1, busyWith(known))));
      pass((1 + draw.whole(most)) * dayMs);
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
    weight: 1 / 6,
    targets: always,
    act: async ({ pass }, _, draw) => {
      pass((5 + draw.whole(40)) * dayMs);
    },
  }),
  move({
    name: 'the clock goes back',
    weight: 1 / 2,
    targets: always,
    act: async ({ pass }, _, draw) => pass(-draw.whole(3 * hourMs)),
  }),
  move({ name: 'the clock strikes', targets: always, act: ({ strike }) => strike('clock') }),
  move({
    name: 'another clock strikes',
    weight: 1 / 2,
    targets: always,
    act: ({ strike }) => strike('another'),
  }),
  move({ name: 'workers work', weight: 8, targets: always, act: ({ work }) => work() }),
];
