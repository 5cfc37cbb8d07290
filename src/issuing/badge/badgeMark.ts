import { markFragment } from '../drawing/mark.ts';
import type { BadgeLookup, PreparedDrawing } from './badgeData.ts';
import { badgeLooks } from './badgeLook.ts';
import { shieldFragment } from './shield.ts';
import { specimenLetter } from './specimenMark.ts';
import { strike } from './strike.ts';

const side = 64;

/** The badge below 64 pixels: the mark and the shape of its status, nothing to read. */
export function markBadge({ status, specimen }: BadgeLookup): PreparedDrawing {
  const look = badgeLooks[status];
  const mark = `<g transform="translate(6 -.6) scale(.44)">${markFragment(look.holds ? 'colour' : 'grey')}</g>`;
  const shield = `<g transform="translate(35 34.5) scale(1.2)">${shieldFragment(look.shape)}</g>`;
  return {
    width: side,
    height: side,
    beforeNumber:
      mark + (look.struck ? strike([8, 44], [56, 8], 5.5) : '') + shield + (specimen ? specimenLetter() : ''),
    afterNumber: null,
    last: '',
  };
}
