import { button } from '../../components/button.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { type AdmissionView, admission } from './admission.ts';
import { personRoles, type RolesView } from './personRoles.ts';

/** `mailWarning` says why letters to the person come back. */
type View = AdmissionView & RolesView & FormState & { readonly mailWarning: string | null };

/** One person, with what an administrator can change. */
export function personPage(frame: Frame, view: View): Html {
  const { t, lang, date } = frame;
  const { person, organisations, refusal } = view;
  const { email, removedAt, roles, provisioned } = person;
  const name = personName(person) || t('people.erased');
  return staffLayout(
    frame,
    { name, refusal, narrow: true },
    html`<p class="overline"><a href="/${lang}/people">${t('people.title')}</a></p>
<h1>${name}</h1>
${view.saved && html`<p class="banner" role="status">${t('people.saved')}</p>`}
${email && html`<p class="lead member__address">${email}</p>`}
${view.mailWarning && html`<p class="banner banner--sun">${view.mailWarning}</p>`}
${provisioned?.deleted === false && html`<p>${t('scim.manages')}</p>`}
${removedAt !== null && html`<p><span class="pill pill--coral">${t('people.removed')}</span> ${t('people.removedOn', { day: date(removedAt) })}</p>`}
${
  organisations.length > 0 &&
  html`<h2>${t('people.organisations')}</h2>
<ul>${organisations.map((one) => html`<li>${one.organisation.name} – ${t(`roles.${one.role}`)}</li>`)}</ul>`
}
${
  email !== '' &&
  html`<h2>${t('people.rolesTitle')}</h2>
${personRoles(frame, view)}
${removedAt !== null && letBack(frame, view)}
${removedAt === null && roles.includes('reviewer') && admission(frame, view)}
${removedAt === null && !view.self && access(frame, view)}`
}`,
  );
}

function letBack(frame: Frame, { href, person: { revision } }: View): Html {
  const { t } = frame;
  return html`<p>${t('people.removedText')}</p>
<form class="card" method="post" action="${href}/let-back">
  ${hidden(frame, revision)}
  <p>${t('people.letBackText')}</p>
  ${button({ text: t('people.letBack'), kind: 'quiet' })}
</form>`;
}

/** Taking away a person's passkeys, their access, or all that is kept of them. */
function access(frame: Frame, { href, person: { revision } }: View): Html {
  const { t } = frame;
  return html`<h2>${t('people.removeTitle')}</h2>
<details class="disclosure">
  <summary>${t('people.resetSummary')}</summary>
  <form method="post" action="${href}/reset-passkeys">
    ${hidden(frame, revision)}
    <p>${t('people.resetText')}</p>
    ${button({ text: t('people.reset'), kind: 'quiet' })}
  </form>
</details>
<details class="disclosure">
  <summary>${t('people.removeSummary')}</summary>
  <form method="post" action="${href}/remove">
    ${hidden(frame, revision)}
    <p>${t('people.removeText')}</p>
    ${button({ text: t('people.remove'), kind: 'danger' })}
  </form>
</details>
<p><a href="${href}/erase">${t('privacy.erasePerson.title')}</a></p>`;
}
