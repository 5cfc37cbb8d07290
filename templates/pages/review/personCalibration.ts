import type { PersonCalibrationView } from '../../../src/web/review/calibration.view.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { criteriaTable, wholeAgreement } from './agreement.ts';

const personal = ['same', 'kappa', 'alpha', 'settled', 'other'] as const;

/** How far one reviewer agrees with the others, read by themselves or by an administrator. */
export function personCalibrationPage(frame: Frame, view: PersonCalibrationView): Html {
  const { t, lang } = frame;
  const { own, all, criteria } = view;
  const name = own ? t('calibration.own.title') : personName(all.person) || t('calibration.erased');
  return staffLayout(
    frame,
    {
      name,
      back: own
        ? html`<p><a href="/${lang}/review">${t('staff.queue.back')}</a></p>`
        : html`<p><a href="/${lang}/calibration">${t('calibration.back')}</a></p>`,
    },
    html`<h1>${name}</h1>
<p class="lead">${own ? t('calibration.own.lead') : t('calibration.personLead')}</p>
${
  criteria.length === 0
    ? html`<p>${t('calibration.none')}</p>`
    : [
        wholeAgreement(frame, {
          ...view,
          title: own ? t('calibration.own.all') : t('calibration.allOf'),
          line: all,
          measures: [...personal, 'days'],
        }),
        criteriaTable(frame, criteria, personal),
      ]
}`,
  );
}
