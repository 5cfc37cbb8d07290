import type { BounceResult, MailLog } from '../commands/items/mailLog.ts';
import type { Clock } from '../commands/ports/ports.ts';
import { refIn } from './bounceAddress.ts';
import { failureIn, readReport } from './readReport.ts';

/** How long after a letter was sent a report on it is taken: servers try for five days (RFC 5321, 4.5.4.1). */
const takenForMs = 30 * 86_400_000;

/** Bytes of a report: servers may send the letter back with it. */
export const maxReportBytes = 512 * 1024;

export interface ReportParts {
  /** The address that the operator set, and the key that signs each address there. */
  readonly address: string;
  readonly key: Buffer;
  readonly log: MailLog;
  readonly clock: Clock;
}

/** What became of a message to an address for reports: it was noted, or why it was not. */
export type ReportResult = BounceResult | 'notOurs' | 'noReport' | 'noFailure';

/** Takes a message that came to an address for reports. What is no failure of a letter of ours changes nothing. */
export async function takeReport(parts: ReportParts, to: string, raw: Buffer): Promise<ReportResult> {
  const { address, key, log, clock } = parts;
  const ref = refIn(to, address, key);
  if (ref === null) return 'notOurs';
  const reports = await readReport(raw);
  if (reports === null) return 'noReport';
  const status = failureIn(reports);
  if (status === null) return 'noFailure';
  const now = clock.now();
  const since = new Date(now.getTime() - takenForMs).toISOString();
  return log.bounce(ref, since, { at: now.toISOString(), what: 'bounced', status, by: null });
}
