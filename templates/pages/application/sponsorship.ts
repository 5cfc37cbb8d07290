import type { SponsorDeskView } from '../../../src/web/application/submission/sponsorship.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import { pill } from '../../components/pill.ts';
import { sponsorTones } from '../../components/sponsorWord.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SponsorshipView {
  readonly one: SponsorDeskView;
  readonly saved?: boolean;
}

/** The statement requested of a label holder, which it gives, declines or withdraws. */
export function sponsorshipPage(frame: Frame, view: SponsorshipView & FormState): Html {
  const { t, lang, date } = frame;
  const { one, refusal, saved } = view;
  const { state } = one;
  const organisation = one.organisation || t('sponsorship.erased');
  const title = t('sponsorship.desk.title', { organisation });
  return layout(
    frame,
    { title: titleOf(frame, title, view) },
    html`${errorSummary(frame, refusal.summary)}
<p><a href="/${lang}/my">${t('nav.mySpace')}</a></p>
${saved && html`<p class="banner" role="status">${pictogram('tick', 'pictogram--small')}<span>${t('applicant.saved')}</span></p>`}
<p class="overline">${one.label}</p>
<h1>${title}</h1>
<p class="lead">${pill({ tone: sponsorTones[state], text: t(`sponsorship.state.${state}`) })} ${t(`sponsorship.line.${state}`, { day: date(one.on) })}</p>
${shownOfFile(frame, { ...one, organisation })}
${one.closed && html`<p class="banner">${t(`sponsorship.closed.${one.closed}`)}</p>`}
${one.may.answer && answer(frame, view)}
${one.note && givenWord(frame, one)}`,
  );
}

/** What a holder may know of the file. */
function shownOfFile({ t }: Frame, { organisation, purpose, offers }: SponsorDeskView): Html {
  return html`<section class="card question">
  <h2 class="question__title">${organisation}</h2>
  ${purpose && html`<p class="reason">${purpose}</p>`}
  ${
    offers.length > 0 &&
    html`<h3>${t('sponsorship.desk.offers')}</h3>
  <ul>${offers.map((offer) => html`<li>${offer}</li>`)}</ul>`
  }
  <p class="quiet small">${t('sponsorship.desk.onlyThis')}</p>
</section>`;
}

function answer(frame: Frame, { one, values, refusal }: SponsorshipView & FormState): Html {
  const { t, lang } = frame;
  const href = `/${lang}/sponsorships/${one.id}`;
  return html`<form class="card question" method="post" action="${href}/give" novalidate>
  <h2 class="question__title">${t('sponsorship.desk.give')}</h2>
  ${csrfField(frame)}
  <p>${t('sponsorship.desk.barred')}</p>
  ${textarea(frame, {
    name: 'note',
    label: t('sponsorship.desk.note'),
    hint: t('sponsorship.desk.noteHint'),
    rows: 8,
    value: values.note,
    error: refusal.faults.note,
  })}
  ${button({ text: t('sponsorship.desk.giveButton') })}
</form>
<form method="post" action="${href}/decline">
  ${csrfField(frame)}
  <p>${t('sponsorship.desk.declineText')}</p>
  ${button({ text: t('sponsorship.desk.decline'), kind: 'quiet' })}
</form>`;
}

function givenWord(frame: Frame, { id, note, may }: SponsorDeskView): Html {
  const { t, lang } = frame;
  return html`<section class="card question">
  <h2 class="question__title">${t('sponsorship.desk.yourNote')}</h2>
  <p class="reason">${note}</p>
  ${
    may.withdraw &&
    html`<form method="post" action="/${lang}/sponsorships/${id}/withdraw">
    ${csrfField(frame)}
    <p class="quiet small">${t('sponsorship.desk.withdrawText')}</p>
    ${button({ text: t('sponsorship.desk.withdraw'), kind: 'quiet' })}
  </form>`
  }
</section>`;
}
