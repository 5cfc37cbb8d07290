import { toldKinds } from '../../commands/review/ties/toldTies.ts';
import { choice, day, optionalLines, optionalNumber } from '../forms/fields.ts';

/** The fields with which a tie is told; the share (percent) is asked of clients and suppliers only. */
export const tieFields = {
  kind: choice(toldKinds),
  share: optionalNumber.refine((value) => value === null || (value >= 0 && value <= 100), 'wrongType'),
  since: day,
  note: optionalLines(500),
};
