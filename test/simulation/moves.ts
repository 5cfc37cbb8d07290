import type { Move } from './move.ts';
import { moves as appealing } from './moves/appealing.ts';
import { moves as applying } from './moves/applying.ts';
import { moves as changing } from './moves/changing.ts';
import { moves as clockTwice } from './moves/clockTwice.ts';
import { moves as complaining } from './moves/complaining.ts';
import { moves as correcting } from './moves/correcting.ts';
import { moves as deciding } from './moves/deciding.ts';
import { moves as drawing } from './moves/drawing.ts';
import { moves as fulfilling } from './moves/fulfilling.ts';
import { moves as keeping } from './moves/keeping.ts';
import { moves as leaving } from './moves/leaving.ts';
import { moves as meeting } from './moves/meeting.ts';
import { moves as moderating } from './moves/moderating.ts';
import { moves as recommending } from './moves/recommending.ts';
import { moves as renewing } from './moves/renewing.ts';
import { moves as reviewing } from './moves/reviewing.ts';
import { moves as scoping } from './moves/scoping.ts';
import { moves as screening } from './moves/screening.ts';
import { moves as serving } from './moves/serving.ts';
import { moves as signing } from './moves/signing.ts';
import { moves as surveying } from './moves/surveying.ts';
import { moves as suspending } from './moves/suspending.ts';
import { moves as time } from './moves/time.ts';
import { moves as withdrawing } from './moves/withdrawing.ts';

/** Every move, in the order in which lives draw them: with another order, a seed lives other lives. */
export const allMoves: readonly Move[] = [
  ...appealing,
  ...applying,
  ...changing,
  ...clockTwice,
  ...complaining,
  ...correcting,
  ...deciding,
  ...drawing,
  ...fulfilling,
  ...keeping,
  ...leaving,
  ...meeting,
  ...moderating,
  ...recommending,
  ...renewing,
  ...reviewing,
  ...scoping,
  ...screening,
  ...serving,
  ...signing,
  ...surveying,
  ...suspending,
  ...time,
  ...withdrawing,
];
