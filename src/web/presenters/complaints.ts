import type { Complaint } from '../../commands/complaint.ts';
import type { Words } from '../../words/i18n.ts';
import { scanView } from './evidenceRows.ts';
import { sizeText } from './fileWords.ts';

/** Complaints as officers read them: what others wrote is text, also where it is an address. */
export function complaintsView(
  { complaints, next }: { readonly complaints: readonly Complaint[]; readonly next: string | null },
  words: Words,
) {
  return {
    rows: complaints.map((complaint) => rowOf(complaint, words)),
    next: next && `/${words.language}/complaints?after=${next}`,
  };
}

function rowOf(complaint: Complaint, words: Words) {
  const { id, receivedAt, number, labelNumber, place, text, link, email, photo } = complaint;
  return {
    id,
    received: words.t('report.desk.received', {
      at: words.time(receivedAt),
      place: words.t(`report.places.${place}`),
    }),
    number,
    label: labelNumber && `/${words.language}/labels/${labelNumber}`,
    unknown: number !== '' && labelNumber === null,
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
