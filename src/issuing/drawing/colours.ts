import { palette } from '../../profile/palette.ts';

/** The palette of the drawings (docs/design/experience.md#ground). */
export const colours = palette.drawings;

/** The tints of what is printed. */
export const tints = palette.tints;
