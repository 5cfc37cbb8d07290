import * as z from 'zod';
import { readYaml } from '../parseYaml.ts';
import { schemeFile } from './schemeFile.ts';

const hex = z.string().regex(/^#[0-9a-f]{6}$/);
/** A value of a style sheet that ends nothing and loads nothing. */
const value = z.string().regex(/^[#\w ,.%/()-]+$/);
/** Every colour of the pages by day; by night those that differ. */
const named = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), value);
/**
 * What letters, pictures of specimens and the colour of a browser's frame take from the pages; a style sheet would be grey
 * without them.
 */
const needed = [
  'paper',
  'card',
  'well',
  'ink',
  'slate',
  'line',
  'lake',
  'lake-soft',
  'lake-bright',
  'button',
  'sun',
  'sun-soft',
  'sun-ink',
  'coral-light',
  'coral-soft',
];

const shape = z.strictObject({
  pages: z.strictObject({
    light: named.refine((given) => needed.every((name) => name in given), `needs ${needed.join(', ')}`),
    dark: named,
  }),
  drawings: z.strictObject({
    ink: hex,
    lake: hex,
    sun: hex,
    coral: hex,
    lightCoral: hex,
    paper: hex,
    leaf: hex,
    slate: hex,
    /** The pin of a label that does not hold. */
    grey: hex,
    white: hex,
    /** Rules and hatching: seen, never read. */
    mist: hex,
  }),
  /** Pale grounds and quiet lines of what is printed; `sentence` alone is read. */
  tints: z.strictObject({
    /** Of a certificate: its ground, the mark in it, and the inner line of its frame. */
    sheet: hex,
    watermark: hex,
    frame: hex,
    /** A word across a certificate or a sign, and across a paper. */
    across: hex,
    acrossPaper: hex,
    /** What stands below a name. */
    sentence: hex,
    /** Bars: of points on a certificate, of a share on a paper. */
    scoreTrack: hex,
    scoreBar: hex,
    shareTrack: hex,
    /** The ground of a badge that does not hold. */
    hatch: hex,
    /** Grounds of what was decided. */
    granted: hex,
    conditional: hex,
    refused: hex,
    deferred: hex,
  }),
});

/** The colours of the label, from palette.yaml of its scheme. */
export const palette = readYaml(schemeFile('palette.yaml'), shape);

/** A colour of the pages by its name, by day or by night. */
export type PageColour = (name: string, ground?: 'light' | 'dark') => string;
export const pageColour: PageColour = (name, ground = 'light') => {
  const { light, dark } = palette.pages;
  const found = (ground === 'dark' ? dark[name] : undefined) ?? light[name];
  if (found === undefined) throw new Error(`palette.yaml has no ${name}`);
  return found;
};
