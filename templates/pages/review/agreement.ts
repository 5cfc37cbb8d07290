import type { Agreement } from '../../../src/scoring/agreement.ts';
import type { CalibrationView, PersonCalibrationView } from '../../../src/web/review/calibration.view.ts';
import { criterionLinks } from '../../components/explained.ts';
import { gapBar } from '../../components/gapBar.ts';
import { progress } from '../../components/progress.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

const measures = ['same', 'kappa', 'alpha', 'settled', 'other', 'days'] as const;

type Measure = (typeof measures)[number];
/** The measures of single persons are there where a table has columns for them. */
type Line = CalibrationView['all'] & Partial<PersonCalibrationView['all']>;

type Bounds = Pick<CalibrationView, 'newest' | 'enoughFiles'>;

interface Whole extends Bounds {
  readonly title: string;
  readonly line: Line;
  readonly measures: readonly Measure[];
}

/** How far people agree, all files together, and what each measure means. */
export function wholeAgreement(frame: Frame, { title, line, measures: shown, ...bounds }: Whole): Html {
  const { t, number } = frame;
  return html`<section class="card" aria-labelledby="all">
  <h2 id="all">${title}</h2>
  <p>${counted(frame, line, bounds)}</p>
  <dl class="measures">
    ${shown.map((measure) => html`<div><dt>${t(`calibration.columns.${measure}`)}</dt><dd>${measured(frame, measure, line)}</dd></div>`)}
  </dl>
  <details class="disclosure">
    <summary>${t('calibration.explained')}</summary>
    <dl class="terms">
      ${measures.map((measure) => html`<dt>${t(`calibration.columns.${measure}`)}</dt><dd>${t(`calibration.means.${measure}`)}</dd>`)}
    </dl>
    <p class="quiet">${t('calibration.bounded', { newest: number(bounds.newest) })}</p>
  </details>
</section>`;
}

interface Table {
  readonly id: string;
  readonly title: string;
  /** What its rows are about. */
  readonly of: 'reviewer' | 'criterion';
  readonly measures: readonly Measure[];
  readonly rows: readonly { readonly name: Html; readonly line: Line }[];
}

/** How far people agree, line by line. */
export function agreementTable(frame: Frame, { id, title, of, measures: shown, rows }: Table): Html {
  const { t } = frame;
  return html`<section aria-labelledby="${id}">
  <h2 id="${id}">${title}</h2>
  <table class="stacked agreement" role="table" aria-labelledby="${id}">
    <thead role="rowgroup"><tr role="row">${[of, ...shown].map((column) => html`<th role="columnheader" scope="col">${t(`calibration.columns.${column}`)}</th>`)}</tr></thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ name, line }) => html`<tr role="row">
        <th role="rowheader" scope="row">${name}</th>
        ${shown.map((measure) => cell(frame, measure, line))}
      </tr>`,
      )}
    </tbody>
  </table>
</section>`;
}

/** The table of the criteria. */
export function criteriaTable(
  frame: Frame,
  criteria: readonly (Line & Pick<CalibrationView['criteria'][number], 'id' | 'title' | 'version'>)[],
  shown: readonly Measure[],
): Html {
  return agreementTable(frame, {
    id: 'criteria',
    title: frame.t('calibration.criteria'),
    of: 'criterion',
    measures: shown,
    rows: criteria.map((line) => ({
      name: html`${line.version ? criterionLinks(frame, line.version, line.id) : html`<span class="code">${line.id}</span>`} ${line.title}<span class="stacked__text quiet">${frame.t('calibration.compared', { places: line.places })}</span>`,
      line,
    })),
  });
}

/** Of how many files a line speaks, and whether they are too few. */
export function counted({ t }: Frame, { files, places }: Line, { enoughFiles }: Bounds): Html {
  return html`<span class="stacked__text quiet">${t('calibration.count', { files, places })}</span>${files < enoughFiles && html`<span class="stacked__text"><span class="pill pill--sun">${t('calibration.few', { files })}</span></span>`}`;
}

function cell(frame: Frame, measure: Measure, line: Line): Html {
  return html`<td role="cell" data-column="${frame.t(`calibration.columns.${measure}`)}">${drawn(frame, measure, line)}</td>`;
}

/** In a cell the share of equal levels is a bar, and what is only written stands in an element of its own. */
function drawn(frame: Frame, measure: Measure, line: Line): Content {
  const { same } = line;
  if (measure === 'settled' || measure === 'other') return measured(frame, measure, line);
  if (measure !== 'same') return html`<span>${measured(frame, measure, line)}</span>`;
  return same === null
    ? html`<span class="quiet">${measured(frame, measure, line)}</span>`
    : progress(same, 1, percent(frame, same));
}

function measured(frame: Frame, measure: Measure, line: Line): Content {
  const { t, number } = frame;
  const { same, duration } = line;
  switch (measure) {
    case 'same':
      return same === null ? t('calibration.nothing') : percent(frame, same);
    case 'settled':
      return gapBar(frame, line.towardsSettled, t('calibration.nothing'));
    case 'other':
      return gapBar(frame, line.towardsOther, t('calibration.nothing'));
    case 'days':
      return duration && t('calibration.duration', { median: number(duration.median), max: duration.max });
    default:
      return agreed(frame, line[measure]);
  }
}

/** Never rounded up to a full hundred, which would say that no level differs. */
function percent({ t, number }: Frame, share: number): string {
  return t('calibration.percent', { share: number(Math.floor(share * 100), 0) });
}

function agreed({ t, number }: Frame, agreement: Agreement): string {
  return agreement.value === null ? t(`calibration.why.${agreement.why}`) : number(agreement.value, 2);
}
