import * as z from 'zod';
import { address } from './label.ts';

const target = z.object({
  href: address,
  type: z.string().optional(),
  hreflang: z.array(z.string()).optional(),
});

/** What is known of a thing, and where (RFC 9264, 4.2): by relation, the address of what it leads to. */
export const linksetAnswer = z
  .object({
    linkset: z.array(z.object({ anchor: address }).catchall(z.union([address, z.array(target)]))).min(1),
  })
  .meta({ id: 'Linkset' });
export type Linkset = z.infer<typeof linksetAnswer>;
