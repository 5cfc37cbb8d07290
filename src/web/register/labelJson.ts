import type { Translator } from '../../i18n/i18n.ts';
import { profile } from '../../profile/profile.ts';
import type { Day } from '../../register/day.ts';
import type { Entry, IssuedKind } from '../../register/entry.ts';
import { statusWord } from '../../register/statusSentence.ts';
import { type Validity, validityAsOf, validityToday } from '../../register/validity.ts';
import type { LabelAnswer, LabelOnDay } from '../schemas/label.ts';
import { beingIssued } from '../views/badge.view.ts';
import { photoLink } from '../views/photo.view.ts';
import { issuedPath, type KnownLabel } from './issuedPath.ts';
import type { ReadEntry } from './readEntry.ts';

/** An entry as programs read it: what the page says, with `valid` and `word` as of the day of the answer. */
export function labelJson(
  { entry, asOf }: ReadEntry,
  status: Validity,
  words: Translator,
  publicUrl: string,
): LabelAnswer {
  const address = `${publicUrl}/labels/${entry.number}`;
  return {
    number: entry.number,
    valid: status.valid,
    status: status.word,
    word: status.condition ? statusWord(status, words) : words.t(`status.${status.word}.word`),
    address,
    organisation: entry.organisation,
    offers: entry.offers.map(({ photo, ...offer }) => ({
      ...offer,
      ...(photo && { photo: photoLink(entry.number, photo, publicUrl) }),
    })),
    ...acceptedBy(entry),
    since: entry.since,
    ...(status.condition && { conditionDue: status.condition.due }),
    until: status.until,
    periodEnd: status.periodEnd,
    ...(entry.successor !== undefined && { successor: entry.successor }),
    criteria: entry.criteria,
    history: [...entry.history],
    scores: entry.scores && [...entry.scores],
    files: labelFilesJson({ entry, status, asOf }, publicUrl),
    specimen: entry.specimen,
    // Only while the register is out of reach: until then it is known to be true.
    ...(asOf && { asOf: asOf.toISOString() }),
    changedAt: entry.changedAt,
  };
}

/** The same as of a day that is not to come; all but `valid`, `status` and `word` is as it stands today. */
export function labelOnDayJson(
  known: ReadEntry,
  on: Day,
  today: Day,
  words: Translator,
  publicUrl: string,
): LabelOnDay {
  const { entry } = known;
  const now = validityToday(entry, today);
  const status = validityAsOf(entry, on, today);
  const label = {
    ...labelJson(known, status ?? now, words, publicUrl),
    files: labelFilesJson({ ...known, status: now }, publicUrl),
  };
  if (status !== null) return { on, ...label };
  return { on, ...label, valid: false, status: null, word: words.t('lookup.several.notYet') };
}

/** The files of a label with their addresses; names no address at which there is nothing. */
export function labelFilesJson(known: KnownLabel, publicUrl: string): LabelAnswer['files'] {
  const { number, files } = known.entry;
  const has = (kind: IssuedKind) => files.some((file) => file.kind === kind);
  return {
    certificate: has('certificate') ? `${publicUrl}/labels/${number}/certificate.pdf` : null,
    credential: has('credential') ? `${publicUrl}/credentials/${number}` : null,
    conformity: has('conformity') ? `${publicUrl}/conformity/${number}` : null,
    badge: beingIssued(known.status) ? null : `${publicUrl}/badges/${number}.svg`,
    digests: files.map(({ stampUntil: _, ...file }) => {
      const path = issuedPath(known, file);
      return { ...file, address: path && `${publicUrl}${path}` };
    }),
  };
}

/** Whether its holder accepts the local currency; nothing where there is none, as the schema of the label says. */
function acceptedBy({ acceptsLeman }: Entry): Pick<LabelAnswer, 'acceptsLeman'> {
  return profile.localCurrency === undefined ? ({} as Pick<LabelAnswer, 'acceptsLeman'>) : { acceptsLeman };
}
