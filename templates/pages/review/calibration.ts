import type { CalibrationView } from '../../../src/web/review/calibration.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { agreementTable, counted, criteriaTable, wholeAgreement } from './agreement.ts';

const common = ['same', 'kappa', 'alpha'] as const;

/** How far the reviewers agree: together, person by person, criterion by criterion. */
export function calibrationPage(frame: Frame, view: CalibrationView): Html {
  const { t, lang } = frame;
  const { all, people, criteria } = view;
  const name = t('calibration.title');
  return staffLayout(
    frame,
    { name },
    html`<h1>${name}</h1>
<p class="lead">${t('calibration.lead')}</p>
${
  people.length === 0
    ? html`<p>${t('calibration.none')}</p>`
    : [
        wholeAgreement(frame, { ...view, title: t('calibration.all'), line: all, measures: common }),
        agreementTable(frame, {
          id: 'people',
          title: t('calibration.people'),
          of: 'reviewer',
          measures: [...common, 'settled', 'other', 'days'],
          rows: people.map((line) => ({
            name: html`<a href="/${lang}/calibration/${line.person.id}">${personName(line.person) || t('calibration.erased')}</a>${counted(frame, line, view)}`,
            line,
          })),
        }),
        criteriaTable(frame, criteria, common),
      ]
}`,
  );
}
