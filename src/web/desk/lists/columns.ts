import type { DeskKind } from '../../../commands/ports/deskPorts.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { FileClock } from '../../../register/fileClock.ts';
import type { RowView } from './row.view.ts';

/** Columns beside the number and the name, by the list that has them. */
export const columnsOf = {
  files: ['state', 'clock', 'due', 'owner', 'tags', 'reviewers', 'kind', 'sector', 'commune', 'since'],
  labels: [
    ...(['state', 'ends', 'due', 'owner', 'tags', 'standing', 'offers', 'email'] as const),
    ...(['sector', 'commune', 'since'] as const),
  ],
} as const;
export type Column = (typeof columnsOf)[DeskKind][number];

/** Whether a column holds days. */
export function isDay(column: Column): boolean {
  return column === 'due' || column === 'ends' || column === 'since';
}

/** What stands in a column of a row: a text for its reader, or a day as data have it; empty or null where there is nothing. */
export function valueIn(row: RowView, column: Column, words: Pick<Translator, 't' | 'date'>): string | null {
  const { t } = words;
  switch (column) {
    case 'state':
      return row.shown.text;
    case 'clock':
      return row.clock && clockText(row.clock, words);
    case 'due':
      return row.dueOn;
    case 'ends':
      return row.endsOn;
    case 'since':
      return row.since.slice(0, 10);
    case 'owner':
      return row.ownerName;
    case 'tags':
      return row.tags.join(', ');
    case 'reviewers':
      return row.reviewerNames.join(', ');
    case 'kind':
      return row.applicationKind && t(`desk.kinds.${row.applicationKind}`);
    case 'sector':
      return row.sector && t(`sectors.${row.sector}`);
    case 'standing':
      return row.marks.map((mark) => t(`desk.marks.${mark}`)).join(', ');
    case 'offers':
      return row.offers.join(', ');
    case 'email':
      return row.emails.join(', ');
    case 'commune':
      return row.commune;
  }
}

/** Working days on the scheme's clock, and since when it stands still. */
function clockText({ scheme, paused }: FileClock, { t, date }: Pick<Translator, 't' | 'date'>): string {
  const counted = t('howLong.working', { days: scheme });
  return paused ? t('desk.paused', { counted, since: date(paused.since) }) : counted;
}
