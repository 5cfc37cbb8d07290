import * as z from 'zod';
import { type ErrorCode, statusOf } from '../../errors.ts';

const codes = [...(Object.keys(statusOf) as [ErrorCode, ...ErrorCode[]]), 'unexpected'] as const;
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const fault = z
  .object({ field: z.string(), code: z.string(), params: params.optional(), detail: z.string().optional() })
  .meta({ id: 'Fault' });

/** A failure as programs read it (RFC 9457). */
export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes),
    params: params.optional(),
    faults: z.array(fault).optional(),
    reasons: z.array(z.string()).optional(),
    incident: z.string().optional(),
  })
  .meta({ id: 'Problem' });
