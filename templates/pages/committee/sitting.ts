import type { Sitting } from '../../../src/commands/committee/decision/sittingOf.ts';
import type { StaffDeliberation } from '../../../src/web/committee/deliberation.view.ts';
import { button } from '../../components/button.ts';
import { radios, select } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';
import { chairForm, itemField } from './chair.ts';

interface View extends Pick<StaffDeliberation, 'application' | 'href' | 'members'>, FormState {
  /** What a vote in favour is for, where it is not the application itself. */
  readonly voteFor?: string;
}

/** The committee on one file: who votes, one's own vote, stepping out. */
export function sittingCard(frame: Frame, view: View, sitting: Sitting): Html {
  const { t, lang, date } = frame;
  const { session, vote, voters, chair, waitedFor, mayVote, mayTakeChair } = sitting;
  const { quorum } = view.application.context.limits;
  const { item } = sitting;
  const chairOf = { item, href: view.href, revision: session.revision, text: t('sessions.chair.ofFile') };
  return html`<section class="card" aria-labelledby="sitting">
  <h2 id="sitting">${t('sessions.sitting.title')}</h2>
  <p><a href="/${lang}/sessions/${session.id}">${t('sessions.of', { date: date(session.context.plannedFor) })}</a> · ${t('sessions.sitting.room', { count: voters.length, quorum })}</p>
  <p>${chair === null ? t('sessions.chair.nobody') : t('sessions.chair.now', { name: personName(chair) })}</p>
  ${waitedFor.length > 0 && html`<p class="quiet">${t('sessions.sitting.waitedFor', { names: waitedFor.map(personName).join(', ') })}</p>`}
  ${waitedFor.length === 0 && voters.length > 0 && html`<p><strong>${t('sessions.sitting.tally', vote)}</strong></p>`}
  ${notSitting(frame, sitting.recused, view.members)}
  ${mayVote && voteForm(frame, view, sitting)}
  ${mayTakeChair && chairForm(frame, chairOf, view)}
  ${sitting.recusable.length > 0 && recuseForm(frame, view, sitting)}
</section>`;
}

/** Who stepped out and said why, and who cannot sit on the file. */
function notSitting(
  { t }: Frame,
  recused: Sitting['recused'],
  members: StaffDeliberation['members'],
): Content {
  const outside = members.flatMap(({ person, part }) =>
    part === null ? [] : { name: personName(person), why: t(`staff.part.${part}`) },
  );
  return (
    (recused.length > 0 || outside.length > 0) &&
    html`<ul class="notes notes--spaced">
  ${recused.map(({ person, reason }) => reason && html`<li class="note note--stop">${t('sessions.sitting.recused', { name: personName(person) })} ${reason}</li>`)}
  ${outside.map((member) => html`<li class="note note--stop">${t('staff.decide.outside', member)}</li>`)}
</ul>`
  );
}

function voteForm(frame: Frame, view: View, { own, item }: Sitting): Html {
  const { t } = frame;
  const { application, href, values, refusal } = view;
  const { faults } = refusal;
  const inFavour = view.voteFor ?? t(`sessions.vote.for.${application.context.kind}`);
  const choices = ['for', 'against', 'abstain'] as const;
  return html`<form method="post" action="${href}/vote" novalidate>
  ${csrfField(frame)}${itemField(item)}
  ${radios(frame, {
    name: 'choice',
    label: t('sessions.vote.choice'),
    inline: true,
    value: values.choice || own?.choice,
    error: faults.choice,
    items: choices.map((value) => ({
      value,
      text: value === 'for' ? inFavour : t(`sessions.vote.${value}`),
    })),
  })}
  ${textarea(frame, { name: 'word', label: t('sessions.vote.reason'), hint: t('sessions.vote.reasonHint'), value: values.word ?? own?.reason, error: faults.word, rows: 2 })}
  ${button({ text: t(`sessions.vote.${own ? 'change' : 'button'}`) })}
</form>`;
}

function recuseForm(frame: Frame, { href, values, refusal }: View, { recusable, item }: Sitting): Html {
  const { t, asker } = frame;
  const { faults } = refusal;
  const [only, ...others] = recusable;
  const items = recusable.map((one) => ({ value: one.id, text: personName(one) }));
  const person = { name: 'person', label: t('sessions.recuse.who'), items, error: faults.person };
  return html`<details class="disclosure after"${values.why && html` open`}>
  <summary>${t('sessions.recuse.title')}</summary>
  <form method="post" action="${href}/recuse" novalidate>
    ${csrfField(frame)}${itemField(item)}
    ${
      others.length > 0
        ? select(frame, { ...person, value: values.person || asker?.id })
        : html`<input type="hidden" name="person" value="${only?.id}">`
    }
    ${textarea(frame, { name: 'why', label: t('sessions.recuse.reason'), value: values.why, error: faults.why, rows: 2 })}
    ${button({ text: t('sessions.recuse.button'), kind: 'quiet' })}
  </form>
</details>`;
}
