import { X509Certificate } from 'node:crypto';
import type { Sealer } from './sealer.ts';

/**
 * The moment that a seal claims for a paper (ISO instant): the paper's own, or the first one of the seal's certificates where the
 * paper is older, for a seal of before its certificate is trusted by nobody. The same paper gives the same moment, however late
 * it is sealed.
 */
export function sealedAt({ chain }: Pick<Sealer, 'chain'>, createdAt: string): string {
  const begins = chain.map((pem) => Date.parse(new X509Certificate(pem).validFrom));
  return new Date(Math.max(Date.parse(createdAt), ...begins)).toISOString();
}
