import type { AgendaLine } from '../../../src/commands/committee/views/listAgenda.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { exportLinks } from '../desk/exportLinks.ts';

type Line = AgendaLine & { readonly about: string };

const states = ['deliberation', 'withdrawal', 'recommendation', 'decided'] as const;

/** The committee's agenda: what is to be decided first, then what waits for its recommendation, then what is sealed. */
export function agendaPage(frame: Frame, lines: readonly Line[]): Html {
  const { t } = frame;
  return staffLayout(
    frame,
    { name: t('staff.agenda.title') },
    html`<h1>${t('staff.agenda.title')}</h1>
${lines.length === 0 ? html`<p class="lead">${t('staff.agenda.none')}</p>` : exportLinks(frame, 'committee')}
${states.map((state) =>
  group(
    frame,
    state,
    lines.filter((line) => line.state === state),
  ),
)}`,
  );
}

function group(frame: Frame, state: AgendaLine['state'], files: readonly Line[]): Content {
  const { t } = frame;
  return (
    files.length > 0 &&
    html`<section class="group" aria-labelledby="group-${state}">
  <h2 id="group-${state}">${t(`staff.agenda.${state}.title`)} <span class="pill">${files.length}</span></h2>
  <p>${t(`staff.agenda.${state}.lead`)}</p>
  <ul class="cards cards--two">
    ${files.map((file) => fileCard(frame, file))}
  </ul>
</section>`
  );
}

function fileCard({ lang, date }: Frame, file: Line): Html {
  const { applicationId, about, organisation, commune, state, submittedAt } = file;
  const room = state === 'recommendation' ? 'files' : 'committee';
  return html`<li class="offer whole">
      <div class="offer__text">
        <p class="offer__name"><a href="/${lang}/${room}/${applicationId}${state === 'withdrawal' && '/withdrawal'}">${organisation}</a></p>
        <p class="offer__line">${dotted(applicationId, about, commune, submittedAt && date(submittedAt))}</p>
      </div>
    </li>`;
}
