import {
  type ComplaintFilter,
  type ComplaintLine,
  listComplaints,
} from '../../commands/complaint/views/listComplaints.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { allPages, columnsIn, type List } from '../papers/list.ts';

/** Complaints as their list shows them to an officer, every page of it. */
export function complaintList(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  filter: ComplaintFilter,
  words: Translator,
): List<ComplaintLine> {
  const { t } = words;
  const column = columnsIn(words);
  const yesNo = (is: boolean) => t(is ? 'site.yes' : 'site.no');
  return {
    name: 'complaints',
    title: t('complaints.desk.title'),
    asked: [[t('complaints.desk.filter'), t(`complaints.desk.filters.${filter}`)]],
    columns: [
      column('number', 'text', ({ id }) => id, 18),
      column('kind', 'text', ({ kind }) => t(`complaints.kinds.${kind}.name`)),
      column('received', 'instant', ({ receivedAt }) => receivedAt),
      column('seenIn', 'text', ({ place }) => place && t(`report.places.${place}`)),
      column('label', 'text', ({ labelNumber }) => labelNumber, 18),
      column('state', 'text', ({ state }) => t(`states.complaint.${state}`)),
      column('outcome', 'text', ({ outcome }) => outcome && t(`complaints.outcome.${outcome}`)),
      column('due', 'day', ({ dueAt }) => dueAt?.slice(0, 10)),
      column('late', 'text', ({ isLate }) => yesNo(isLate), 10),
      column('taken', 'text', ({ isTaken }) => yesNo(isTaken), 10),
      column('text', 'text', ({ text }) => text, 60),
    ],
    rows: allPages(async (last: string | undefined) => {
      const { complaints, next } = await listComplaints(deps, asker, { filter, last });
      return { rows: complaints, next };
    }),
  };
}
