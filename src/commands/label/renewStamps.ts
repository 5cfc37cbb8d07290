import { LabelError } from '../../errors.ts';
import type { Entry, IssuedFile } from '../../register/entry.ts';
import { systemActor } from '../common/actor.ts';
import { noteBeside } from '../common/noteOn.ts';
import { publishAnchors } from '../common/publishAnchors.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Deps } from '../ports/ports.ts';

/** Most certificates of one turn, which ends well before its lease. */
const most = 100;
/** After so many failures without a success between them an authority is out of reach, and not one certificate at fault. */
const failuresInARow = 3;

type With = Pick<Deps, 'store' | 'files' | 'issuing' | 'clock' | 'ids'>;

/** What a turn did: how many certificates have their next time-stamp, and which have not, and why. */
export interface Renewed {
  readonly renewed: number;
  readonly failed: readonly string[];
}

/**
 * Gives the certificates whose time-stamp falls due, or that have none yet, their next one, where an authority of time is set. The file is
 * another one then, and those before it stay genuine. Throws when there was something to do and none of it was done.
 */
export async function renewStamps(deps: With, now: Date): Promise<Renewed> {
  if (!(await deps.issuing.lasts())) return { renewed: 0, failed: [] };
  await publishTime(deps);
  const due = await deps.store.stampsDue(now.toISOString(), most);
  const failed: string[] = [];
  let [renewed, inARow] = [0, 0];
  for (const entry of due) {
    try {
      renewed += Number(await renewStamp(deps, entry, now));
      inARow = 0;
    } catch (error) {
      failed.push(`${entry.number}: ${String(error)}`);
      inARow += 1;
      if (inARow === failuresInARow) break;
    }
  }
  if (renewed === 0 && failed.length > 0)
    throw new Error(`no certificate got its time-stamp: ${failed.join('; ')}`);
  return { renewed, failed };
}

/** What the authority of time leads to since it has another certificate: as long as nothing is issued, nobody else would publish it. */
async function publishTime(deps: With): Promise<void> {
  // A seal that has ended, or is missing, keeps nothing from its next time-stamp.
  const keys = await deps.issuing.keys().catch(() => null);
  if (keys) await publishAnchors(deps, keys);
}

/** False where the label changed meanwhile: the next turn finds what it has then. */
async function renewStamp(deps: With, entry: Entry, now: Date): Promise<boolean> {
  const label = requireVisible(await deps.store.label(entry.number));
  const before = requireVisible(entry.files.findLast(({ kind }) => kind === 'certificate'));
  const stored = requireVisible(await deps.files.read(before.digest));
  const { bytes, stampUntil } = await deps.issuing.lengthen(stored.bytes);
  // The clock of the service may be set ahead, as it is in development: each turn would add another one.
  if (stampUntil <= now.toISOString())
    throw new LabelError('stale', { cause: 'the authority has another day' });
  const digest = await deps.files.save(bytes, stored.contentType);
  const file: IssuedFile = { ...before, digest, size: bytes.length, stampUntil };
  const line = {
    at: now.toISOString(),
    actor: systemActor,
    facts: ['label.stampRenewed'],
    data: { file },
  } as const;
  const change = noteBeside(deps, 'labels', label, line);
  // What the register says of the label is what it said: `changedAt` stays.
  const after = { ...entry, files: [...entry.files, file] };
  return isDoneUnless(['stale'], () => deps.store.commit([change], [{ kind: 'entry', entry: after }]));
}
