import type { Handover, MinutesFile } from '../../../src/commands/items/papers.ts';
import type { SessionPage } from '../../../src/web/committee/session.view.ts';
import { button } from '../../components/button.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { chairForm } from './chair.ts';

type Minutes = NonNullable<SessionPage['minutes']>;

/** The minutes of a closed session, and their approval. */
export function minutesCard(frame: Frame, view: SessionPage & FormState, minutes: Minutes): Html {
  const { t, time } = frame;
  const { href, session, may } = view;
  const { partial, names, files, digest } = minutes;
  const nameOf = (id: string) => names(id) || t('sessions.formerMember');
  const ofSession = (session.handovers ?? []).filter(({ applicationId }) => applicationId === null);
  const events = [
    ...session.attendance.flatMap(({ personId, noted }) =>
      noted
        ? `${nameOf(personId)}. ${t('papers.minutes.departure', { ...noted, name: nameOf(noted.by) })}`
        : [],
    ),
    ...ofSession.map((one) => handover(frame, { ...one, name: nameOf(one.personId) })),
  ];
  const signatures = session.signatures.map(({ personId, at }) =>
    t('sessions.minutes.signedBy', { name: nameOf(personId), time: time(at) }),
  );
  return html`<section class="card" aria-labelledby="minutes">
  <h2 id="minutes">${t('sessions.minutes.title')}</h2>
  <p><a href="${href}/minutes.pdf">${t('sessions.minutes.read')}</a></p>
  ${partial && html`<p class="quiet small">${t('papers.minutes.partial')}</p>`}
  <h3>${t('sessions.draft.present')}</h3>
  ${list(session.attendance.map((one) => presence(frame, { ...one, name: nameOf(one.personId) })))}
  ${list(events)}
  ${files.map((file) => fileMinutes(frame, file))}
  ${session.remarks.map((remark) => html`<p class="typed">${remark}</p>`)}
  ${list(signatures)}
  ${may.sign && signForm(frame, view, digest)}
  ${session.state !== 'open' && may.takeChair && chairForm(frame, { href, revision: session.revision, text: t('sessions.chair.ofSession') }, view)}
  ${may.revise && remarksForm(frame, view, minutes)}
  ${may.draft && !may.revise && draftForm(frame, view, minutes)}
  <details class="disclosure small"><summary>${t('sessions.minutes.digest')}</summary><p><code>${digest}</code></p></details>
</section>`;
}

function fileMinutes(frame: Frame, file: Minutes['files'][number]): Html {
  const { t } = frame;
  const { organisation, number, about, kind, outcome, chair, votes, recusals, handovers } = file;
  const ballots = votes.map(({ name, choice, reason }) => [
    t('papers.minutes.ballot', { name, choice: t(`papers.minutes.choice.${choice}`) }),
    reason && html`<br><span class="typed quiet">${reason}</span>`,
  ]);
  const notes = [
    ...handovers.map((one) => handover(frame, one)),
    ...recusals.map((one) => recusal(frame, one)),
  ];
  return html`<h3>${dotted(organisation, number, about)}</h3>
<p><strong>${outcome === 'deferred' || outcome === 'withdrawn' || outcome === 'kept' ? t(`outcomes.${outcome}`) : t(`scope.outcome.${kind}.${outcome}`)}</strong> · ${counted(frame, file)}<br><span class="quiet small">${t('papers.minutes.fileChair', { name: chair })}</span></p>
${list(ballots)}
${notes.map((note) => html`<p class="quiet small">${note}</p>`)}
${file.remarks.map((remark) => html`<p class="typed">${remark}</p>`)}`;
}

/** The count, of the votes that are listed. */
function counted({ t }: Frame, { votes, casting }: MinutesFile): string {
  const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  const counts = { for: count('for'), against: count('against'), abstained: count('abstain') };
  const tally = votes.length === 0 ? t('papers.minutes.noVote') : t('papers.minutes.votes', counts);
  return casting ? `${tally} ${t('papers.minutes.casting')}` : tally;
}

function presence(
  { t, time }: Frame,
  { name, from, until }: { readonly name: string; readonly from: string; readonly until: string | null },
): string {
  return `${name}, ${t('papers.minutes.span', { from: time(from), until: until === null ? '' : time(until) })}`;
}

function handover({ t, time }: Frame, { name, reason, at }: Handover): string {
  return t('papers.minutes.handover', { name, time: time(at), reason });
}

function recusal({ t }: Frame, { name, reason, ground, by }: MinutesFile['recusals'][number]): string {
  const who =
    ground === 'word' ? t('sessions.sitting.recused', { name }) : `${name} ${t(`staff.part.${ground}`)}.`;
  const noted = by === '' ? '' : t('papers.minutes.notedBy', { name: by });
  return [who, reason, noted].filter((part) => part !== '').join(' ');
}

function list(lines: readonly Content[]): Content {
  return lines.length > 0 && html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function signForm(frame: Frame, { href, session: { revision } }: SessionPage, digest: string): Html {
  const { t } = frame;
  return html`<form method="post" action="${href}/sign">
  ${hidden(frame, revision)}
  <input type="hidden" name="minutes" value="${digest}">
  <p>${t('sessions.minutes.signText')}</p>
  ${button({ text: t('sessions.minutes.sign') })}
</form>`;
}

function remarksForm(frame: Frame, view: SessionPage & FormState, minutes: Minutes): Html {
  const { t } = frame;
  const { href, session, values } = view;
  const files = minutes.files.map(({ number, organisation }) => ({ id: number, name: organisation }));
  const isOpen = [values.remarks, ...files.map(({ id }) => values[`remarks.${id}`])].some(Boolean);
  return html`<details class="disclosure after"${isOpen && html` open`}>
  <summary>${t('sessions.minutes.add')}</summary>
  ${handedOver(frame, minutes)}
  <form method="post" action="${href}/remarks" novalidate>
    ${hidden(frame, session.revision)}
    ${texts(frame, view, t('sessions.minutes.remarks'), files, t('sessions.minutes.remarksHint'))}
    ${button({ text: t('sessions.minutes.addButton'), kind: 'quiet' })}
  </form>
</details>`;
}

/** Where an officer writes down what the minutes do not say by themselves, for the chair. */
function draftForm(frame: Frame, view: SessionPage & FormState, minutes: Minutes): Html {
  const { t } = frame;
  const { href, session, refusal } = view;
  const files = view.files.map(({ file, name }) => ({ id: file.id, name: name.name }));
  return html`<details class="disclosure after"${refusal.summary.length > 0 && html` open`}>
  <summary>${t('sessions.draft.prepare')}</summary>
  <p>${t('sessions.draft.text')}</p>
  ${handedOver(frame, minutes)}
  <form method="post" action="${href}/draft" novalidate>
    ${hidden(frame, session.revision)}
    ${texts(frame, view, t('sessions.draft.session'), files)}
    ${button({ text: t('sessions.draft.button'), kind: 'quiet' })}
  </form>
</details>`;
}

function handedOver({ t, time }: Frame, { draft }: Minutes): Content {
  return (
    draft &&
    html`<p class="quiet small">${t('sessions.draft.by', { name: draft.by, time: time(draft.at) })}</p>`
  );
}

/** One field for the session, and one for each file. */
function texts(
  frame: Frame,
  { values, refusal: { faults } }: FormState,
  label: string,
  files: readonly { readonly id: string; readonly name: string }[],
  hint?: string,
): Html {
  const field = (name: string, text: string, also = {}) =>
    textarea(frame, { name, label: text, value: values[name], error: faults[name], rows: 3, ...also });
  return html`${field('remarks', label, { hint })}${files.map(({ id, name }) => field(`remarks.${id}`, `${name} (${id})`))}`;
}
