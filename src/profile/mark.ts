import * as z from 'zod';
import { readYaml } from '../parseYaml.ts';
import { palette } from './palette.ts';
import { schemeFile } from './schemeFile.ts';

const drawn = Object.keys(palette.drawings) as (keyof typeof palette.drawings)[];

const part = z.strictObject({
  /** Path data of SVG, in the field of the mark. */
  path: z.string().regex(/^M[\dMLHVCSQTAZmlhvcsqtaz ,.-]+$/),
  /** Its colour, a name of the drawings in palette.yaml. */
  colour: z.enum(drawn),
  /** Its colour where the label does not hold. */
  grey: z.string().regex(/^#[0-9a-f]{6}$/),
});

const row = z
  .array(z.enum(Object.keys(palette.pages.light)))
  .min(1)
  .max(3);
const length = String.raw`\d{1,2}(?:px|%)`;

const letter = z.strictObject({
  /** Radius of each corner of the ground, as a style sheet has it. */
  corners: z.string().regex(new RegExp(`^${length}(?: ${length}){0,3}$`)),
  /** By how many degrees the ground is turned; what stands on it is not. */
  turn: z.number().int().min(-180).max(180),
  /** The colours of the dots on it, by the names of the pages. */
  dots: z.tuple([row, row]),
});

const read = readYaml(
  schemeFile('mark.yaml'),
  z.strictObject({ parts: z.array(part).min(2).max(12), letter }),
);

/** The mark of the label: the ground, and what is cut out of it, in the order in which they are painted. */
export const mark = read.parts;

/** The mark as a letter draws it with plain boxes. */
export const letterMark = read.letter;

export type LetterMark = typeof letterMark;
