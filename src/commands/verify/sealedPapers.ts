import { createHash } from 'node:crypto';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import type { PaperKind } from '../../register/papers/issuedPaper.ts';
import { publishAnchors } from '../common/publishAnchors.ts';
import { paperMoments } from '../items/paperMoments.ts';
import type { Papers } from '../items/papers.ts';
import type { PaperContents, PaperDrawers } from '../items/sealedPaper.ts';
import type { OwnKeys } from '../ports/issuingPorts.ts';
import type { Deps } from '../ports/ports.ts';

type With = Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>;

/**
 * Papers that are sealed like a certificate, and known again by their digest before anyone has them. A working copy is not: what
 * nobody received yet would look like ours. Nor is the preview of a certificate.
 */
export function sealedPapers(deps: With, drawing: Papers & PaperDrawers): Papers {
  const sealed =
    <Kind extends PaperKind>(kind: Kind) =>
    (paper: PaperContents[Kind]) =>
      sealedPaper(deps, drawing, kind, paper);
  const file = sealed('file');
  return {
    proof: sealed('proof'),
    file: (paper) => (paper.frozen ? file(paper) : drawing.file(paper)),
    certificatePreview: (paper) => drawing.certificatePreview(paper),
    decision: sealed('decision'),
    withdrawal: sealed('withdrawal'),
    agreement: sealed('agreement'),
    minutes: sealed('minutes'),
    questionnaire: sealed('questionnaire'),
    yearReport: sealed('yearReport'),
    code: (address) => drawing.code(address),
  };
}

async function sealedPaper<Kind extends PaperKind>(
  deps: With,
  drawing: PaperDrawers,
  kind: Kind,
  paper: PaperContents[Kind],
): Promise<Buffer> {
  const { store, issuing, publicUrl } = deps;
  const moment = paperMoments[kind](paper);
  const keys = await ownKeys(deps);
  const checkedAt = `${publicUrl.replace(/^https?:\/\//u, '')}/verify`;
  // No seal is older than its certificate; of the same paper it is always of the same moment.
  const at = keys && keys.sealsFrom > moment ? keys.sealsFrom : moment;
  const bytes = keys
    ? await issuing.seal(await drawing[kind](paper, { at, timestamped: keys.timestamped, checkedAt }))
    : await drawing[kind](paper);
  const digest = createHash('sha256').update(bytes).digest('hex');
  await store.addPaper({ digest, kind, on: dayOf(moment) });
  return bytes;
}

/** What this process seals by, published first; null where it holds no seal: nobody waits for a paper because a key is missing, and it is known by its digest. */
async function ownKeys(deps: With): Promise<OwnKeys | null> {
  try {
    const keys = await deps.issuing.keys();
    await publishAnchors(deps, keys);
    return keys;
  } catch (error) {
    if (error instanceof LabelError && error.code === 'issuerUnavailable') return null;
    throw error;
  }
}
