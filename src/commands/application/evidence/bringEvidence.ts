import { createHash } from 'node:crypto';
import { LabelError } from '../../../errors.ts';
import { openLibrary } from '../../file/workingCopy.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { addEvidence } from './addEvidence.ts';
import { attachEvidence } from './joinEvidence.ts';

interface Brought {
  readonly evidence: Evidence;
  /** It was there before. */
  readonly known: boolean;
}

/**
 * Adds a file as a person would, for a program that may send it again: a file whose content is there already is given as it is kept,
 * joined to its criterion where one is named, and nothing else changes.
 */
export async function bringEvidence(
  deps: Deps,
  asker: Asker,
  input: Parameters<typeof addEvidence>[2],
): Promise<Brought> {
  const sent = createHash('sha256').update(input.bytes).digest('hex');
  await openLibrary(deps, asker, input.applicationId);
  const before = await alreadyThere(deps, asker, input, sent);
  if (before) return { evidence: before, known: true };
  try {
    return { evidence: await addEvidence(deps, asker, input), known: false };
  } catch (error) {
    // Somebody was quicker, or it is the same once it is cleaned.
    const isKnown = error instanceof LabelError && error.faults.some(({ code }) => code === 'fileKnown');
    const found = isKnown ? await alreadyThere(deps, asker, input, sent) : null;
    if (!found) throw error;
    return { evidence: found, known: true };
  }
}

async function alreadyThere(
  deps: Deps,
  asker: Asker,
  { applicationId, place }: Parameters<typeof addEvidence>[2],
  sent: string,
): Promise<Evidence | null> {
  const files = await deps.store.evidenceOf(applicationId);
  const found = files.find(({ digest, originalDigest }) => digest === sent || originalDigest === sent);
  if (found && place)
    await attachEvidence(deps, asker, { applicationId, document: found.document, ...place });
  return found ?? null;
}
