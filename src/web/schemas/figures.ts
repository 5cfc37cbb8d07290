import * as z from 'zod';
import { sectors } from '../../register/sector.ts';
import { day } from './label.ts';

const count = z.int().min(0);
const sector = z.enum(sectors);

const yearFigures = z
  .object({
    year: z.int(),
    on: day,
    register: z.object({ labels: count, offers: count, communes: count }),
    themes: z.array(z.object({ theme: z.string(), average: z.number(), labels: count })).readonly(),
    /** Null for a number that is too small to be told. */
    exchanges: z.object({
      needs: count.nullable(),
      found: count.nullable(),
      conversations: count.nullable(),
      deals: count.nullable(),
      value: z.number().nullable(),
    }),
    flows: z
      .array(z.object({ buyer: sector.nullable(), seller: sector.nullable(), deals: count }))
      .readonly(),
    medians: z.array(z.object({ sector, median: z.number(), organisations: count })).readonly(),
  })
  .meta({ id: 'YearFigures' });

/** The figures of every year that has some, the newest first. */
export const figuresAnswer = z.object({ years: z.array(yearFigures) }).meta({ id: 'Figures' });
export type FiguresAnswer = z.infer<typeof figuresAnswer>;
