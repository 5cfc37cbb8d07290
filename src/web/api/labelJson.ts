import type { Entry } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import type { Words } from '../../words/i18n.ts';
import type { LabelAnswer } from './schemas/label.ts';

/** An entry as programs read it: what the page says, with `valid` and `word` as of the day of the answer. */
export function labelJson(
  { entry, asOf }: { readonly entry: Entry; readonly asOf: Date | null },
  status: PublicStatus,
  words: Words,
  publicUrl: string,
): LabelAnswer {
  const address = `${publicUrl}/labels/${entry.number}`;
  return {
    number: entry.number,
    valid: status.valid,
    status: status.word,
    word: words.t(`status.${status.word}.word`),
    address,
    organisation: entry.organisation,
    offers: [...entry.offers],
    acceptsLeman: entry.acceptsLeman,
    since: entry.since,
    until: entry.until,
    ...(entry.successor !== undefined && { successor: entry.successor }),
    criteria: entry.criteria,
    history: [...entry.history],
    scores: entry.scores && [...entry.scores],
    files: {
      certificate: `${address}/certificate.pdf`,
      credential: `${publicUrl}/credentials/${entry.number}`,
      badge: `${publicUrl}/badges/${entry.number}.svg`,
      digests: [...entry.files],
    },
    specimen: entry.specimen,
    // Only while the register is out of reach: until then it is known to be true.
    ...(asOf && { asOf: asOf.toISOString() }),
    changedAt: entry.changedAt,
  };
}
