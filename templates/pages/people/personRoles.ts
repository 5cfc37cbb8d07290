import type { StaffRole } from '../../../src/commands/items/items.ts';
import type { PersonPage } from '../../../src/commands/people/views/viewPerson.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { hidden } from '../../components/hidden.ts';
import type { Frame, Refusal, WithRefusal } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';

export interface RolesView extends PersonPage {
  /** Address of the person's page. */
  readonly href: string;
  readonly staffRoles: readonly StaffRole[];
}

type Proposal = NonNullable<PersonPage['proposal']>;

/** Roles of a person: what waits for a second administrator, or the form that proposes a change. */
export function personRoles(frame: Frame, view: RolesView & WithRefusal): Html {
  const { t } = frame;
  return html`<p>${t('people.twoAdministrators')}</p>
${view.proposal ? proposed(frame, view, view.proposal) : change(frame, view)}`;
}

function proposed(frame: Frame, view: RolesView, proposal: Proposal): Html {
  const { t, date, time } = frame;
  const { href, person, self, asker } = view;
  const { given, taken, proposer, at, until } = proposal;
  const by = proposer ? personName(proposer) : '–';
  const reader = self ? 'about' : proposal.by === asker ? 'own' : 'second';
  const names = (roles: readonly StaffRole[]) => roles.map((role) => t(`roles.${role}`)).join(', ');
  return html`<div class="card">
  <h3>${t('people.proposal.title')}</h3>
  <dl class="terms">
    ${given.length > 0 && html`<dt>${t('letters.rows.given')}</dt><dd>${names(given)}</dd>`}
    ${taken.length > 0 && html`<dt>${t('letters.rows.taken')}</dt><dd>${names(taken)}</dd>`}
  </dl>
  <p>${t('people.proposal.line', { by, day: date(at), until: time(until) })}</p>
  ${reader !== 'second' && html`<p>${t(`people.proposal.${reader}`)}</p>`}
  <div class="row">
    ${
      reader === 'second' &&
      html`<form method="post" action="${href}/confirm-roles">
      ${hidden(frame, person.revision)}
      ${button({ text: t('people.proposal.confirm') })}
    </form>`
    }
    ${
      reader !== 'about' &&
      html`<form method="post" action="${href}/decline-roles">
      ${hidden(frame, person.revision)}
      ${button({ text: t(reader === 'own' ? 'people.proposal.withdraw' : 'people.proposal.decline'), kind: 'quiet' })}
    </form>`
    }
  </div>
</div>`;
}

function change(frame: Frame, view: RolesView & WithRefusal): Html {
  const { t } = frame;
  const { person, self, confirmable, href, staffRoles, refusal } = view;
  const { roles: held } = person;
  const now = html`<p>${held.map((role) => t(`roles.${role}`)).join(', ') || t('people.noRoles')}</p>`;
  if (self) return html`${now}<p>${t('reasons.ownRoles')}</p>`;
  if (!confirmable) return html`${now}<p class="banner">${t('reasons.noSecondAdministrator')}</p>`;
  const sent = isRolesForm(refusal);
  return html`<form class="card" method="post" action="${href}" novalidate>
  ${hidden(frame, person.revision)}
  ${staffRoles.map((role) => checkbox(frame, { name: role, label: t(`roles.${role}`), hint: t(`people.does.${role}`), value: sent ? refusal.typed[role] === 'yes' : held.includes(role), error: refusal.faults[role] }))}
  ${button({ text: t('people.proposal.propose') })}
</form>`;
}

/** Whether what was refused is the form of the roles, not the one of the admission: boxes without a tick are not sent. */
function isRolesForm({ summary, typed }: Refusal): boolean {
  const { revision, seat, sector } = typed;
  return summary.length > 0 && revision !== undefined && seat === undefined && sector === undefined;
}
