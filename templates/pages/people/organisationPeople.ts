import type { OrganisationView } from '../../../src/web/views/organisation.view.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';

type View = OrganisationView & FormState;
type Member = OrganisationView['people'][number];

/** Everyone of an organisation; those who speak for it change roles, anyone may leave. */
export function members(frame: Frame, view: View): Html {
  const { t } = frame;
  return html`<section class="card question" aria-labelledby="people">
  <h2 class="question__title" id="people">${t('organisation.peopleTitle')}</h2>
  <ul class="tasks tasks--inside">
    ${view.people.map(
      (person, at) => html`<li class="task member">
      <span class="task__text">${personName(person)}${person.isSelf && html` <span class="pill">${t('organisation.you')}</span>`}<span class="task__line">${person.name && html`<span class="member__address">${person.email}</span><br>`}${person.removedAt === null ? t(`organisation.mays.${person.position}`) : t('organisation.removedPerson')}</span></span>
      ${(view.maySpeak || person.isSelf) && changeMember(frame, view, person, `newRole-${at + 1}`)}
    </li>`,
    )}
  </ul>
</section>`;
}

function changeMember(frame: Frame, view: View, person: Member, id: string): Html {
  const { t } = frame;
  const { href, maySpeak, mayInvite, refusal } = view;
  const who = html`${csrfField(frame)}<input type="hidden" name="person" value="${person.id}">`;
  const { isSelf } = person;
  const name = personName(person);
  return html`<details class="disclosure small member__more"${refusal.typed.person === person.id && html` open`}>
  <summary>${isSelf && !maySpeak ? t('organisation.leaveTitle') : t('organisation.changePerson', { name })}</summary>
  ${
    maySpeak &&
    html`<form method="post" action="${href}/people/role" novalidate>
    ${who}
    ${select(frame, { id, name: 'newRole', label: t('organisation.role'), items: roleChoices(frame, view), value: person.position })}
    ${button({ text: t('organisation.saveRole'), kind: 'quiet', size: 'small' })}
  </form>`
  }
  ${
    maySpeak &&
    mayInvite &&
    !isSelf &&
    person.removedAt === null &&
    html`<form method="post" action="${href}/people/hand-over">
    ${who}
    <p class="quiet">${t('organisation.handOverText', { name })}</p>
    ${button({ text: t('organisation.handOver'), kind: 'quiet', size: 'small' })}
  </form>`
  }
  <form method="post" action="${href}/people/remove">
    ${who}
    <p class="quiet">${t(isSelf ? 'organisation.leaveText' : 'organisation.removeText')}</p>
    ${button({ text: t(isSelf ? 'organisation.leave' : 'organisation.remove'), kind: 'danger', size: 'small' })}
  </form>
</details>`;
}

/** Who was invited, and the form that invites someone else. */
export function invitations(frame: Frame, view: View): Html {
  const { t, date } = frame;
  const { invitations: sent, href, mayInvite } = view;
  return html`<section class="card question" aria-labelledby="invitations">
  <h2 class="question__title" id="invitations">${t('organisation.inviteTitle')}</h2>
  ${
    sent.length > 0 &&
    html`<ul class="tasks tasks--inside">
    ${sent.map(
      ({ id, email, position, expiresAt, standing }) => html`<li class="task">
      <span class="task__text"><span class="member__address">${email}</span> ${pill({ tone: standing === 'open' ? 'sun' : '', text: t(`organisation.invitationStates.${standing}`) })}<span class="task__line">${t(`roles.${position}`)}${standing === 'open' && ` · ${t('organisation.until', { day: date(expiresAt) })}`}</span></span>
      ${
        standing === 'open' &&
        html`<form class="task__state" method="post" action="${href}/invitations/withdraw">
        ${csrfField(frame)}<input type="hidden" name="invitation" value="${id}">
        <button class="button button--quiet button--small" type="submit" aria-label="${t('organisation.withdrawNamed', { email })}">${t('organisation.withdraw')}</button>
      </form>`
      }
    </li>`,
    )}
  </ul>`
  }
  ${mayInvite && inviteForm(frame, view)}
</section>`;
}

function roleChoices({ t }: Frame, { positions }: View) {
  return positions.map((value) => ({ value, text: t(`organisation.mays.${value}`) }));
}

function inviteForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { href, values, refusal } = view;
  const { faults } = refusal;
  return html`<p>${t('organisation.inviteText')}</p>
<form method="post" action="${href}/invitations" novalidate>
  ${csrfField(frame)}
  ${textField(frame, { name: 'email', type: 'email', label: t('organisation.email'), value: values.email, error: faults.email, autocomplete: 'off', spellcheck: false })}
  ${select(frame, { name: 'role', label: t('organisation.role'), items: roleChoices(frame, view), value: values.role, error: faults.role })}
  ${button({ text: t('organisation.invite') })}
</form>`;
}
