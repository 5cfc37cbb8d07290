import { markFragment } from '../drawing/mark.ts';
import type { BadgeLookup, Drawing } from './badgeData.ts';
import { badgeLooks, shields, specimenLetter, strike } from './badgeSigns.ts';

const side = 64;

/** The badge below 64 pixels: the mark and the shape of its status, nothing to read. */
export function markBadge({ status, specimen }: BadgeLookup): Drawing {
  const { holds, shape, struck } = badgeLooks[status];
  const content = [
    `<g transform="translate(6 -.6) scale(.44)">${markFragment(holds ? 'colour' : 'grey')}</g>`,
    struck ? strike([8, 44], [56, 8], 5.5) : '',
    `<g transform="translate(35 34.5) scale(1.2)">${shields[shape]}</g>`,
    specimen ? specimenLetter() : '',
  ];
  return { width: side, height: side, content: content.join('') };
}
