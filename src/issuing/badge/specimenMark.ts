import { colours } from '../drawing/colours.ts';
import { badgeLine } from './badgeLine.ts';

/** A band of ink across the upper left corner of a panel, with the word that says it is a specimen. */
export function specimenRibbon(word: string): string {
  const [near, far] = [52, 92];
  const middle = (near + far) / 4;
  const text = badgeLine(word.toUpperCase(), {
    face: 'sansSemibold',
    size: 15,
    spacing: 1.2,
    x: 0,
    y: 5.2,
    width: 86,
    fill: colours.white,
  });
  return [
    `<path fill="${colours.ink}" d="M${near} 0H${far}L0 ${far}V${near}Z"/>`,
    `<g transform="translate(${middle} ${middle}) rotate(-45)">${text}</g>`,
  ].join('');
}

/** The same in the upper left corner of a drawing too small for a word: an S on a disc of ink. */
export function specimenLetter(): string {
  const letter = badgeLine('S', {
    face: 'sansSemibold',
    size: 17,
    x: 11,
    y: 16.9,
    width: 20,
    fill: colours.white,
  });
  return `<circle cx="11" cy="11" r="10" fill="${colours.ink}" stroke="${colours.white}" stroke-width="1.5"/>${letter}`;
}
