import type { EvidenceDocument } from '../../../../src/commands/file/documentsOf.ts';
import { madeFromText, periodText, sizeText } from '../../../components/evidence.ts';
import { pill } from '../../../components/pill.ts';
import { dotted } from '../../../dotted.ts';
import type { Frame } from '../../../frame.ts';
import type { Html } from '../../../html.ts';

/** The period of a document, its revision, size and day. */
export function documentLine(frame: Frame, { latest }: EvidenceDocument): string {
  const { revision, size, uploadedAt } = latest;
  const told = { revision, size: sizeText(frame, size), date: frame.date(uploadedAt) };
  const made = latest.madeFrom ? madeFromText(frame, latest.madeFrom) : null;
  return dotted(made, periodText(frame, latest), frame.t('evidence.documentLine', told));
}

/** What to be careful of with a document. */
export function documentPills({ t }: Frame, { withdrawn, old }: EvidenceDocument): Html[] {
  return [
    ...(withdrawn ? [pill({ tone: 'coral', text: t('evidence.withdrawn') })] : []),
    ...(old ? [pill({ tone: 'sun', text: t('evidence.old') })] : []),
  ];
}
