import type { Complaint } from '../../commands/items/complaint.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type EvidenceRow, scanView } from '../views/evidenceRows.view.ts';
import { sizeText } from '../views/fileWords.view.ts';

/** One complaint on the officers' desk. */
export interface ComplaintRow {
  readonly id: string;
  readonly received: string;
  /** The number that was written there, and the page of the label that has it; null where there is none. */
  readonly number: string;
  readonly label: string | null;
  readonly text: string;
  readonly link: string;
  /** Empty for an anonymous complaint. */
  readonly email: string;
  readonly photo: (Pick<EvidenceRow, 'href' | 'name' | 'scan'> & { readonly size: string }) | null;
}

export interface ComplaintsView {
  readonly rows: readonly ComplaintRow[];
  /** The page of older ones; null on the last. */
  readonly next: string | null;
}

/** Complaints as officers read them: what others wrote is text, also where it is an address. */
export function complaintsView(
  { complaints, next }: { readonly complaints: readonly Complaint[]; readonly next: string | null },
  words: Translator,
): ComplaintsView {
  return {
    rows: complaints.map((complaint) => rowOf(complaint, words)),
    next: next && `/${words.language}/complaints?after=${next}`,
  };
}

function rowOf(complaint: Complaint, words: Translator): ComplaintRow {
  const { id, receivedAt, number, labelNumber, place, text, link, email, photo } = complaint;
  return {
    id,
    received: words.t('report.desk.received', {
      at: words.time(receivedAt),
      place: words.t(`report.places.${place}`),
    }),
    number,
    label: labelNumber && `/${words.language}/labels/${labelNumber}`,
    text,
    link,
    email: email ?? '',
    photo: photo && {
      href: `/${words.language}/complaints/${id}/photo`,
      name: photo.name,
      size: sizeText(photo.size, words),
      scan: scanView(photo, words),
    },
  };
}
