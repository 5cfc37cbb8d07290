import type { PersonPage } from '../../../src/commands/people/views/viewPerson.ts';
import type { Seat } from '../../../src/policies/reviewer.ts';
import type { Sector } from '../../../src/register/sector.ts';
import { button } from '../../components/button.ts';
import { radios, select } from '../../components/choices.ts';
import { hidden } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { Frame, WithRefusal } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

export interface AdmissionView extends PersonPage {
  /** Address of the person's page. */
  readonly href: string;
  /** Seat and admission in a sentence. */
  readonly standing: string;
  readonly seats: readonly Seat[];
  readonly sectors: readonly Sector[];
}

/** What a person is as a reviewer, and the forms with which an administrator admits, renews and suspends. */
export function admission(frame: Frame, view: AdmissionView & WithRefusal): Html {
  const { t } = frame;
  const { reviewer, unavailable, self, standing } = view;
  const state =
    unavailable === null
      ? pill({ tone: 'leaf', text: t('reviewers.admission.open') })
      : pill({ tone: 'sun', text: t('reviewers.admission.closed') });
  return html`<h2>${t('reviewers.admission.title')}</h2>
<p>${state} ${standing}</p>
${!self && [admitForm(frame, view), reviewer?.suspendedOn === null && suspendForm(frame, view)]}`;
}

function admitForm(frame: Frame, view: AdmissionView & WithRefusal): Html {
  const { t } = frame;
  const { reviewer, href, seats, sectors, refusal } = view;
  const { typed, faults } = refusal;
  return html`<form class="card" method="post" action="${href}/admit" novalidate>
  ${hidden(frame, reviewer?.revision ?? 0)}
  ${radios(frame, { name: 'seat', label: t('reviewers.admission.seat'), value: typed.seat || reviewer?.seat, error: faults.seat, items: seats.map((value) => ({ value, text: t(`reviewers.seats.${value}`), hint: t(`reviewers.seatHints.${value}`) })) })}
  ${select(frame, {
    name: 'sector',
    label: t('reviewers.admission.sector'),
    hint: t('reviewers.admission.sectorHint'),
    value: typed.sector || reviewer?.sector,
    error: faults.sector,
    empty: t('reviewers.admission.noSector'),
    items: sectors.map((value) => ({ value, text: t(`sectors.${value}`) })),
  })}
  ${button({ text: t(reviewer ? 'reviewers.admission.renew' : 'reviewers.admission.admit') })}
</form>`;
}

function suspendForm(frame: Frame, { reviewer, href }: AdmissionView): Html {
  const { t } = frame;
  return html`<details class="disclosure">
  <summary>${t('reviewers.admission.suspendSummary')}</summary>
  <form method="post" action="${href}/suspend" novalidate>
    ${hidden(frame, reviewer?.revision ?? 0)}
    <p>${t('reviewers.admission.suspendText')}</p>
    ${button({ text: t('reviewers.admission.suspend'), kind: 'danger' })}
  </form>
</details>`;
}
