import type { DashboardView } from '../../../src/web/desk/dashboard.view.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { bars } from '../exchange/bars.ts';
import { countTable } from './countTable.ts';
import { agreementText } from './procedureFigures.ts';
import { stackedBar } from './stackedBar.ts';

/** How the office does: each figure in a table, of which the bars are drawn. */
export function dashboardPage(frame: Frame, view: DashboardView): Html {
  const { t, lang, number } = frame;
  const name = t('dashboard.title');
  const { complaints } = view;
  const named = <Row extends { readonly count: number }>(
    rows: readonly Row[],
    nameOf: (row: Row) => string,
  ) => rows.map((row) => ({ name: nameOf(row), value: row.count }));
  return staffLayout(
    frame,
    { name },
    html`<h1>${name}</h1>
<p class="lead">${t('dashboard.lead')}</p>
<div class="figures">
${card(t('dashboard.ages.title'), [
  html`<p class="quiet small">${t('dashboard.ages.note')}</p>`,
  ages(frame, view),
  view.cut !== null &&
    html`<p class="quiet small">${t('dashboard.ages.cut', { count: number(view.cut) })}</p>`,
])}
${card(t('dashboard.funnel.title'), [
  bars(
    frame,
    named(view.funnel, ({ passage }) => t(`passages.${passage}`)),
    t('dashboard.funnel.unit'),
  ),
  byMonth(frame, view),
])}
${card(t('dashboard.officers.title'), [officers(frame, view)])}
${card(t('dashboard.load.title'), [loads(frame, view)])}
${card(t('dashboard.complaints.title'), [
  definitions(
    (['open', 'late', 'received', 'answered', 'inTime'] as const)
      .map((row) => ({ term: t(`dashboard.complaints.${row}`), text: number(complaints[row]) }))
      .concat({
        term: t('dashboard.complaints.took'),
        text: complaints.took
          ? t('howLong.calendar', { days: complaints.took.median })
          : t('procedureFigures.few'),
      }),
  ),
  isOfficer(frame) &&
    html`<p class="no-print"><a href="/${lang}/complaints">${t('complaints.desk.door')}</a></p>`,
])}
${card(t('dashboard.renewals.title'), [
  view.renewals.every(({ count }) => count === 0)
    ? html`<p class="quiet">${t('dashboard.renewals.none')}</p>`
    : bars(
        frame,
        named(view.renewals, ({ month }) => month),
        t('dashboard.labels.unit'),
      ),
])}
${card(t('dashboard.labels.title'), [
  bars(
    frame,
    named(view.labels, ({ state }) => t(`states.label.${state}`)),
    t('dashboard.labels.unit'),
  ),
])}
${view.published && publishedCard(frame, view.published)}
</div>`,
  );
}

function card(title: string, content: readonly (Html | false)[]): Html {
  return html`<section class="card"><h2>${title}</h2>${content}</section>`;
}

const parts = ['inTime', 'late', 'veryLate', 'waiting'] as const;

function ages({ t, number }: Frame, { ages: all }: DashboardView): Html {
  const most = Math.max(1, ...all.map((row) => parts.reduce((sum, part) => sum + row[part], 0)));
  const columns = [
    ...parts.map((part) => t(`dashboard.ages.${part}`)),
    t('dashboard.ages.oldest'),
    t('dashboard.ages.target'),
  ];
  const rows = all.map((row) => ({
    name: html`<strong>${t(`howLong.names.${row.step}`)}</strong>`,
    bar: stackedBar(
      parts.map((part) => [part, row[part]]),
      most,
    ),
    cells: [
      ...parts.map((part) => number(row[part])),
      t('howLong.days', { days: row.oldest }),
      t('howLong.days', { days: row.target }),
    ],
  }));
  return countTable(t('howLong.step'), columns, rows);
}

function byMonth({ t, number }: Frame, { months, funnel }: DashboardView): Html {
  const title = t('dashboard.funnel.months');
  return html`<details class="disclosure"><summary>${title}</summary>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table>
  <thead><tr><th scope="col">${t('dashboard.funnel.month')}</th>${funnel.map(({ passage }) => html`<th scope="col" class="numeric">${t(`passages.${passage}`)}</th>`)}</tr></thead>
  <tbody>${months.map(({ month, counts }) => html`<tr><th scope="row">${month}</th>${counts.map((count) => html`<td class="numeric">${number(count)}</td>`)}</tr>`)}</tbody>
</table></div></details>`;
}

function isOfficer({ asker }: Frame): boolean {
  return asker?.roles.includes('officer') ?? false;
}

function officers(frame: Frame, { officers: all }: DashboardView): Html {
  const { t, lang, number } = frame;
  const most = Math.max(1, ...all.map(({ files, labels }) => files + labels));
  const columns = (['files', 'labels', 'late'] as const).map((name) => t(`casework.load.${name}`));
  const rows = all.map(({ name, files, labels, late }) => ({
    name,
    bar: stackedBar(
      [
        ['inTime', files + labels - late],
        ['late', late],
      ],
      most,
    ),
    cells: [files, labels, late].map((count) => number(count)),
  }));
  return html`${countTable(t('casework.load.who'), columns, rows)}${isOfficer(frame) && html`<p class="no-print"><a href="/${lang}/load">${t('casework.load.door')}</a></p>`}`;
}

function loads({ t, number }: Frame, { load }: DashboardView): Html {
  if (load.length === 0) return html`<p class="quiet">${t('dashboard.load.none')}</p>`;
  const most = Math.max(1, ...load.map(({ scoring, invited }) => scoring + invited));
  const columns = (['scoring', 'invited'] as const).map((name) => t(`dashboard.load.${name}`));
  const rows = load.map(({ name, scoring, invited }) => ({
    name,
    bar: stackedBar(
      [
        ['inTime', scoring],
        ['waiting', invited],
      ],
      most,
    ),
    cells: [number(scoring), number(invited)],
  }));
  return countTable(t('dashboard.load.person'), columns, rows);
}

function publishedCard(
  frame: Frame,
  { on, year, floors, agreement }: NonNullable<DashboardView['published']>,
): Html {
  const { t, lang, date } = frame;
  return card(t('dashboard.published.title'), [
    html`<p class="quiet small">${t('dashboard.published.note', { day: date(on) })} <a href="/${lang}/figures/${String(year)}">${t('figures.title', { year: String(year) })}</a></p>`,
    html`<p class="no-print"><a href="/${lang}/dashboard/figures/${String(year)}">${t('exactFigures.title', { year: String(year) })}</a></p>`,
    html`<h3>${t('procedureFigures.floors')}</h3>`,
    floors.length > 0
      ? bars(frame, floors, t('procedureFigures.ofHundred'), 100)
      : html`<p class="quiet">${t('procedureFigures.few')}</p>`,
    html`<h3>${t('procedureFigures.agreement')}</h3>
${agreementText(frame, agreement)}`,
  ]);
}
