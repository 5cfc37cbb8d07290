import type { StaffReview } from '../../../src/web/review/review.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { offerList } from '../../components/offerList.ts';
import { panel } from '../../components/panel.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { dueDay, reasonTexts } from '../../staffWords.ts';
import { tieForm } from './ties.ts';

type View = StaffReview & FormState;

/** What a person is invited to read, with the ways to accept, to tell of a tie, and to decline. */
export function invitation(frame: Frame, view: View, address: string): Html {
  const { t } = frame;
  const { moderates, review, organisation } = view;
  const due = dueDay(frame, review.context.dueAt);
  return html`<p class="lead">${moderates ? t('staff.invitation.moderation', { due }) : t('staff.invitation.lead', { due })}</p>
    ${review.substitute && html`<p class="banner">${t('assignment.invitation.substitute')}</p>`}
    ${definitions(organisation.facts)}
    ${panel({ title: t('staff.organisation.offers', { count: organisation.offers.length }) }, offerList(organisation))}
    ${accepting(frame, view, address)}
    <details class="disclosure after">
      <summary>${t('ties.invitationHeading')}</summary>
      <p>${t('ties.invitationText')}</p>
      ${tieForm(frame, view, { action: `${address}/tie` })}
    </details>
    ${declining(frame, view, address)}`;
}

function accepting(frame: Frame, { blockers, review }: View, address: string): Html {
  const { t } = frame;
  return html`<h2 id="accept">${t('staff.invitation.acceptHeading')}</h2>
    ${
      blockers.length > 0
        ? reasonList(reasonTexts(frame, blockers), 'stop')
        : html`<form class="card" method="post" action="${address}/accept" novalidate>
      ${hidden(frame, review.revision)}
      <p>${t('staff.invitation.conflict')}</p>
      ${button({ text: t('assignment.invitation.accept'), name: 'noConflictDeclared', value: 'yes' })}
    </form>`
    }`;
}

function declining(frame: Frame, { declineReasons, review, values, refusal }: View, address: string): Html {
  const { t } = frame;
  const { reason: fault } = refusal.faults;
  return html`<h2>${t('staff.invitation.declineHeading')}</h2>
    <form class="card" method="post" action="${address}/decline" novalidate>
      ${hidden(frame, review.revision)}
      <p>${t('assignment.invitation.quick')}</p>
      <p class="row">${declineReasons.map((why) => html`${button({ text: t(`assignment.invitation.${why}`), kind: 'quiet', name: 'why', value: why })} `)}</p>
    </form>
    <details class="disclosure after"${fault && html` open`}>
      <summary>${t('assignment.invitation.other')}</summary>
      <form method="post" action="${address}/decline" novalidate>
        ${hidden(frame, review.revision)}
        ${textarea(frame, {
          name: 'reason',
          label: t('staff.invitation.reason'),
          hint: t('staff.invitation.reasonHint'),
          value: values.reason,
          error: fault,
          rows: 3,
        })}
        ${button({ text: t('staff.invitation.decline'), kind: 'quiet' })}
      </form>
    </details>`;
}
