import * as z from 'zod';
import { type FilePassage, filePassages } from '../../commands/items/yearFigures.ts';
import { timedSteps } from '../../policies/stepTargets.ts';
import { sectors } from '../../register/sector.ts';
import { day } from './label.ts';

const count = z.int().min(0);
const sector = z.enum(sectors);

const told = count.nullable();
const ofHundred = z.int().min(0).max(100);
const passages = Object.fromEntries(filePassages.map((one) => [one, told])) as Record<
  FilePassage,
  typeof told
>;

const procedureFigures = z
  .object({
    steps: z
      .array(
        z.object({
          step: z.enum(timedSteps),
          /** Working days, as the others. */
          target: count,
          took: z.object({ median: count, ninth: count, files: count }).nullable(),
        }),
      )
      .readonly(),
    files: z.object(passages),
    floors: z.array(z.object({ theme: z.string(), reached: ofHundred, files: count })).readonly(),
    agreement: z
      .object({
        alpha: z.number(),
        files: count,
        /** With a confidence of 95 %. */
        interval: z.object({ low: z.number(), high: z.number() }).nullable().optional(),
      })
      .nullable(),
    complaints: z.object({ received: told, answered: told, inTime: ofHundred.nullable() }),
  })
  .meta({ id: 'ProcedureFigures' });

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
    /** Absent in figures that were published before it was counted. */
    procedure: procedureFigures.optional(),
    medians: z.array(z.object({ sector, median: z.number(), organisations: count })).readonly(),
  })
  .meta({ id: 'YearFigures' });

/** The figures of every year that has some, the newest first. */
export const figuresAnswer = z.object({ years: z.array(yearFigures) }).meta({ id: 'Figures' });
export type FiguresAnswer = z.infer<typeof figuresAnswer>;
