import type { SessionPage } from '../../../src/web/committee/session.view.ts';
import { button } from '../../components/button.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import { stepForm } from '../../components/stepForm.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { chairForm } from './chair.ts';

type Member = SessionPage['members'][number];

/** Who is in the room of an open session, and who notes it. */
export function room(frame: Frame, view: SessionPage & FormState): Html {
  const { t, asker } = frame;
  const { href, members, may, presides } = view;
  const { revision, context } = view.session;
  const mayBeNoted = ({ id, here, chairs }: Member) =>
    here && id !== asker?.id && (presides || (chairs && may.noteChair));
  return html`<section class="card" aria-labelledby="room">
  <h2 id="room">${t('sessions.room.title')}</h2>
  <p>${t('sessions.quorum', { count: context.quorum })}</p>
  <ul class="plain room">
    ${members.map((member) => memberLine(frame, view, member))}
  </ul>
  <p class="quiet small">${t('sessions.room.voteCounts')}</p>
  ${members.filter(mayBeNoted).map((member) => departureForm(frame, view, member))}
  ${may.takeChair && chairForm(frame, { href, revision, text: t('sessions.chair.ofSession') }, view)}
  ${
    may.close
      ? stepForm(frame, { action: `${href}/close`, revision, text: t('sessions.close') })
      : presides && html`<p class="quiet">${t('reasons.agendaConcluded')}</p>`
  }
</section>`;
}

function memberLine(frame: Frame, view: SessionPage, member: Member): Html {
  const { t } = frame;
  const { name, here, chairs, excused } = member;
  const gone = t(excused ? 'sessions.excuse.excused' : 'sessions.room.away');
  return html`<li class="room__member">
  <span>${name} ${pill(here ? { tone: 'leaf', text: t('sessions.room.here') } : { tone: '', text: gone })}${chairs && [' ', pill({ tone: 'lake', text: t('sessions.room.chair') })]}</span>
  ${attendanceForm(frame, view, member)}
</li>`;
}

/** One's own coming and going; who presides notes the arrival of others. */
function attendanceForm(frame: Frame, view: SessionPage, { id, name, here }: Member): Html | undefined {
  const { t, asker } = frame;
  const { href, session, may, presides } = view;
  const own = id === asker?.id && (may.leave || may.comeBack);
  if (!own && (here || !presides)) return undefined;
  const text = own ? t(`sessions.room.${here ? 'leaveOwn' : 'comeBack'}`) : t('sessions.room.arrive');
  return html`<form method="post" action="${href}/attendance">
  ${hidden(frame, session.revision)}
  ${stepFields(id, here ? 'leave' : 'arrive')}
  <button class="button button--quiet button--small" type="submit">${text}<span class="govuk-visually-hidden">: ${name}</span></button>
</form>`;
}

function departureForm(frame: Frame, view: SessionPage & FormState, { id, name }: Member): Html {
  const { t } = frame;
  const { href, session, presides, values, refusal } = view;
  const isSent = values.person === id;
  return html`<details class="disclosure after"${isSent && html` open`}>
  <summary>${t(`sessions.room.${presides ? 'noteLeave' : 'noteChair'}`, { name })}</summary>
  <form method="post" action="${href}/attendance" novalidate>
    ${hidden(frame, session.revision)}
    ${stepFields(id, 'leave')}
    ${textarea(frame, {
      name: 'whyLeave',
      id: `whyLeave-${id}`,
      label: t('sessions.room.whyLeave'),
      hint: t('sessions.room.whyLeaveHint'),
      value: isSent ? values.whyLeave : undefined,
      error: isSent ? refusal.faults.whyLeave : undefined,
      rows: 2,
    })}
    ${button({ text: t('sessions.room.leave'), kind: 'quiet' })}
  </form>
</details>`;
}

function stepFields(person: string, step: 'arrive' | 'leave'): Html {
  return html`<input type="hidden" name="person" value="${person}"><input type="hidden" name="step" value="${step}">`;
}
