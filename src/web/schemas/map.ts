import * as z from 'zod';
import { boxPattern } from '../../register/places/mapView.ts';
import { address } from './label.ts';

/** The part of the map that is asked for; nothing for the part in which all labels lie. */
export const mapQuery = { box: z.string().regex(boxPattern, 'noPart').default('') };

const mark = z
  .object({ x: z.number(), y: z.number(), radius: z.number(), count: z.int(), text: z.string(), address })
  .meta({ id: 'MapMark' });
const place = z.object({ name: z.string(), count: z.int(), address }).meta({ id: 'MapPlace' });

/** Where labels hold: what to draw, and the places as a list. */
export const mapAnswer = z
  .object({
    drawing: address,
    width: z.number(),
    height: z.number(),
    view: z.string(),
    marks: z.array(mark),
    places: z.array(place),
    more: z.boolean(),
    label: z.string(),
    sources: z.string(),
  })
  .meta({ id: 'RegisterMap' });
export type MapAnswer = z.infer<typeof mapAnswer>;
