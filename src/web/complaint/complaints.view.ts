import type { Complaint } from '../../commands/items/complaint.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type ComplaintsView = ReturnType<typeof complaintsView>;
export type ComplaintRow = ComplaintsView['rows'][number];

/** Complaints as officers read them: what others wrote is text, also where it is an address. */
export function complaintsView(
  { complaints, next }: { readonly complaints: readonly Complaint[]; readonly next: string | null },
  words: Translator,
) {
  return {
    rows: complaints.map((complaint) => rowOf(complaint, words)),
    next: next && `/${words.language}/complaints?after=${next}`,
  };
}

function rowOf(complaint: Complaint, words: Translator) {
  const { id, receivedAt, number, labelNumber, place, text, link, email, photo } = complaint;
  return {
    id,
    received: words.t('report.desk.received', {
      at: words.time(receivedAt),
      place: words.t(`report.places.${place}`),
    }),
    number,
    /** The page of the label that has the number that was written there; null where there is none. */
    label: labelNumber && `/${words.language}/labels/${labelNumber}`,
    text,
    link,
    email,
    photo: photo && {
      href: `/${words.language}/complaints/${id}/photo`,
      name: photo.name,
      size: photo.size,
      scan: photo.scan,
    },
  };
}
