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

/** The mark of the label: the ground, and what is cut out of it, in the order in which they are painted. */
export const mark = readYaml(schemeFile('mark.yaml'), z.array(part).min(2).max(12));
