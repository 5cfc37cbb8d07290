import type { StaffReview } from '../../../src/web/review/review.view.ts';
import { aboutScope } from '../../aboutScope.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { levels } from '../../components/levels.ts';
import { offerList } from '../../components/offerList.ts';
import { panel } from '../../components/panel.ts';
import { visitsPart } from '../../components/visits.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { invitation } from './invitation.ts';
import { scoring } from './scoring.ts';

type View = StaffReview & FormState;

/** A reviewer's own review: the invitation, the way through the themes, or what was delivered. */
export function reviewPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { review, stage, organisation, applicationId: number, refusal } = view;
  const title = t(`staff.review.title.${stage}`);
  return staffLayout(
    frame,
    {
      name: `${title} · ${organisation.name}`,
      refusal,
      back: html`<p><a href="/${lang}/review">${t('staff.queue.back')}</a></p>`,
    },
    html`<div class="columns">
  <div>
    <p class="overline">${dotted(title, number, view.about)}</p>
    <h1>${organisation.name}</h1>
    ${aboutScope(frame, view)}
    ${stages[stage](frame, view, `/${lang}/review/${review.id}`)}
  </div>
  ${
    stage !== 'invitation' &&
    html`<aside>
    ${panel({ title: t('staff.organisation.title') }, definitions(organisation.facts))}
    ${panel({ title: t('staff.organisation.offers', { count: organisation.offers.length }) }, offerList(organisation))}
  </aside>`
  }
</div>`,
  );
}

const stages = { invitation, waiting, scoring, delivered } satisfies Record<StaffReview['stage'], unknown>;

function waiting({ t }: Frame, { review }: View): Html {
  return html`<p class="lead">${review.substitute ? t('assignment.invitation.waits') : t('staff.review.waiting')}</p>`;
}

function delivered(frame: Frame, view: View, address: string): Content {
  const { t } = frame;
  const { seesOther, jump, findings, visits, applicationRevision: revision } = view;
  return html`<p class="lead">${t('staff.review.delivered')} ${seesOther ? t('staff.review.seesOther') : t('staff.review.otherHidden')}</p>
    <p><a href="${jump[0]?.places[0]?.href}">${t('workbench.reread')}</a></p>
    ${findings && findings.length > 0 && html`<p>${button({ text: t('findings.staff.go'), href: `${address}/findings` })}</p>`}
    ${visits && visitsPart(frame, visits, { ...view, action: `${address}/visits`, revision })}
    ${view.levels && levels(frame, view.levels)}`;
}
