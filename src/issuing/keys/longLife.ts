import { fromAuthorities } from '../seal/longTerm/getFromAuthority.ts';
import type { LongLife } from '../seal/longTerm/lengthen.ts';
import { timestampFrom } from '../seal/timestamp.ts';
import type { IssuerSettings } from './issuerSettings.ts';

/** Kept, because lists that were asked for once serve for what is sealed after it. */
const kept = new WeakMap<IssuerSettings, LongLife>();

/** What makes the proof of seals outlive their certificates; null where no authority of time is set. */
export function longLifeOf(settings: IssuerSettings): LongLife | null {
  const { timestampUrl } = settings;
  if (timestampUrl === undefined) return null;
  const life = kept.get(settings) ?? { timestamp: timestampFrom(timestampUrl), get: fromAuthorities() };
  kept.set(settings, life);
  return life;
}
