import type { PlainNamesIn } from '../../../../src/messages.ts';
import type { LabelState } from '../../../../src/register/entry.ts';
import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import type { ApplicationState } from '../../../../src/workflow/stored.ts';
import { type Pill, pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

type Row = DeskListView['rows'][number];

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
    const { state, text, others } = shown;
    return html`${pill({ tone: toneOf[state], text })}${others.length > 0 && html` <span class="stacked__text small">${others.join(' · ')}</span>`}`;
  }
  const who = waiting[shown.state];
  const tone = who === undefined ? '' : who === 'organisation' ? 'sun' : 'lake';
  return html`${pill({ tone, text: shown.text })}${who && html` <span class="stacked__text small">${t(`information.waits.${who}`)}</span>`}`;
}

/** What stands in a column of a row; empty where there is nothing. */
export function cell(frame: Frame, row: Row, { column, text }: Row['cells'][number]): Content {
  if (column === 'state') return stateCell(frame, row);
  if (column === 'due' && row.isLate) {
    return html`${text} ${pill({ tone: 'coral', text: frame.t('desk.filters.overdue') })}`;
  }
  return column === 'tags' ? row.tags.map((tag) => html`<span class="pill">${tag}</span> `) : text;
}
