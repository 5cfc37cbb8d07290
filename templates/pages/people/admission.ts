import type { AdmissionView } from '../../../src/web/views/reviewerProfile.view.ts';
import { button } from '../../components/button.ts';
import { radios, select } from '../../components/choices.ts';
import { hidden } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { Frame, WithRefusal } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

interface Admission extends WithRefusal {
  readonly one: AdmissionView;
  /** Address of the person's page. */
  readonly href: string;
}

/** What a person is as a reviewer, and the forms with which an administrator admits, renews and suspends. */
export function admission(frame: Frame, view: Admission): Html {
  const { t } = frame;
  const { open, standing, mayAdmit, maySuspend } = view.one;
  const state = open
    ? pill({ tone: 'leaf', text: t('reviewers.admission.open') })
    : pill({ tone: 'sun', text: t('reviewers.admission.closed') });
  return html`<h2>${t('reviewers.admission.title')}</h2>
<p>${state} ${standing}</p>
${mayAdmit && [admitForm(frame, view), maySuspend && suspendForm(frame, view)]}`;
}

function admitForm(frame: Frame, { one, href, refusal }: Admission): Html {
  const { t } = frame;
  const { typed, faults } = refusal;
  return html`<form class="card" method="post" action="${href}/admit" novalidate>
  ${hidden(frame, one.revision)}
  ${radios(frame, { name: 'seat', label: t('reviewers.admission.seat'), value: typed.seat || one.seat, error: faults.seat, items: one.seats.map((value) => ({ value, text: t(`reviewers.seats.${value}`), hint: t(`reviewers.seatHints.${value}`) })) })}
  ${select(frame, {
    name: 'sector',
    label: t('reviewers.admission.sector'),
    hint: t('reviewers.admission.sectorHint'),
    value: typed.sector || one.sector,
    error: faults.sector,
    empty: t('reviewers.admission.noSector'),
    items: one.sectors.map((value) => ({ value, text: t(`sectors.${value}`) })),
  })}
  ${button({ text: t(one.admitted ? 'reviewers.admission.renew' : 'reviewers.admission.admit') })}
</form>`;
}

function suspendForm(frame: Frame, { one, href }: Admission): Html {
  const { t } = frame;
  return html`<details class="disclosure">
  <summary>${t('reviewers.admission.suspendSummary')}</summary>
  <form method="post" action="${href}/suspend" novalidate>
    ${hidden(frame, one.revision)}
    <p>${t('reviewers.admission.suspendText')}</p>
    ${button({ text: t('reviewers.admission.suspend'), kind: 'danger' })}
  </form>
</details>`;
}
