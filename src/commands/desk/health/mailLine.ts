import type { MailReading } from '../../ports/mailPorts.ts';
import { type HealthLine, line } from './healthLine.ts';

const weekMs = 7 * 86_400_000;
/** Readers whose last tries all failed: one address may be wrong, and so may two. */
const enough = 3;

type With = { readonly store: Pick<MailReading, 'lastSent' | 'countSince' | 'lastTries'> };

/** What became of the e-mails of the last week, and whether any goes at all now. */
export async function readMail({ store }: With, now: Date) {
  const weekAgo = new Date(now.getTime() - weekMs).toISOString();
  const [last, refused, bounced, tries] = await Promise.all([
    store.lastSent(),
    store.countSince('refused', weekAgo),
    store.countSince('bounced', weekAgo),
    store.lastTries(enough),
  ]);
  const failed = tries.filter(({ what }) => !['sent', 'resent', 'interrupted'].includes(what));
  // A recipient that was refused says nothing of others, a try that the server did not take does.
  const told = failed.length === enough || failed[0]?.what === 'waited';
  return {
    last,
    refused: refused.count,
    bounced: bounced.count,
    failing: told && failed.length === tries.length,
    answer: failed.find(({ answer }) => answer)?.answer ?? failed.find(({ status }) => status)?.status ?? '',
  };
}

/** Urgent while none of the last e-mails went, with what the server answered. */
export async function mailLine(deps: With, now: Date): Promise<HealthLine> {
  const { last, refused, bounced, failing, answer } = await readMail(deps, now);
  const facts = { refused, bounced, last: last ?? '', sent: last ? 'yes' : 'no' };
  if (failing) return line('mail', 'now', { ...facts, answered: answer === '' ? 'no' : 'yes', answer });
  return line('mail', refused + bounced > 0 ? 'soon' : 'good', facts);
}
