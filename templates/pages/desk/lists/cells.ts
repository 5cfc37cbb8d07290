import type { PlainNamesIn } from '../../../../src/messages.ts';
import type { LabelState } from '../../../../src/register/entry.ts';
import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import type { ApplicationState } from '../../../../src/workflow/stored.ts';
import { type Pill, pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

type Row = DeskListView['rows'][number];
type Column = DeskListView['columns'][number];

const toneOf: Readonly<Record<LabelState, Pill['tone']>> = {
  issuing: 'lake',
  active: 'leaf',
  suspended: 'coral',
  withdrawalPending: 'coral',
  extended: 'sun',
  expired: '',
  withdrawn: '',
  terminated: '',
  superseded: '',
};

/** Who has to act in a state. */
const waiting: Partial<Record<ApplicationState, PlainNamesIn<'information.waits'>>> = {
  screening: 'office',
  informationRequested: 'organisation',
  assignment: 'office',
  evaluation: 'reviewers',
  moderation: 'moderator',
  correction: 'organisation',
  verification: 'reviewers',
  recommendation: 'rapporteur',
  deliberation: 'committee',
  decided: 'office',
  agreement: 'organisation',
  appealed: 'committee',
};

/** The state of a row, and whose turn it is: of a file with a label, the state of its label. */
export function stateCell({ t }: Frame, { shown }: Pick<Row, 'shown'>): Html {
  if (shown.of === 'label') {
    return pill({ tone: toneOf[shown.state], text: t(`states.label.${shown.state}`) });
  }
  const who = waiting[shown.state];
  const tone = who === undefined ? '' : who === 'organisation' ? 'sun' : 'lake';
  return html`${pill({ tone, text: t(`states.application.${shown.state}`) })}${who && html`<span class="stacked__text small">${t(`information.waits.${who}`)}</span>`}`;
}

/** What stands in a column of a row; empty where there is nothing. */
export function cell(frame: Frame, row: Row, column: Exclude<Column, 'state'>): Content {
  const { t, date } = frame;
  switch (column) {
    case 'clock':
      return row.clock && t('information.clock.counted', { count: row.clock.scheme });
    case 'due':
      if (!row.dueOn || !row.isLate) return row.dueOn && date(row.dueOn);
      return html`${date(row.dueOn)} ${pill({ tone: 'coral', text: t('desk.filters.overdue') })}`;
    case 'ends':
      return row.endsOn && date(row.endsOn);
    case 'since':
      return date(row.since.slice(0, 10));
    case 'owner':
      return row.ownerName;
    case 'tags':
      return row.tags.length > 0 && row.tags.map((tag) => html`<span class="pill">${tag}</span> `);
    case 'reviewers':
      return row.reviewerNames.join(', ');
    case 'kind':
      return row.applicationKind && t(`desk.kinds.${row.applicationKind}`);
    case 'sector':
      return row.sector && t(`sectors.${row.sector}`);
    case 'commune':
      return row.commune;
  }
}
