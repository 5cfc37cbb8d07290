import * as z from 'zod';
import { seats } from '../../policies/reviewer.ts';
import { sectors } from '../../register/sector.ts';
import { choice } from '../forms/fields.ts';

/** What an administrator admits a reviewer for; the field of work is a peer's. */
export const seatFields = {
  seat: choice(seats),
  sector: z.enum(['', ...sectors]).default(''),
};
