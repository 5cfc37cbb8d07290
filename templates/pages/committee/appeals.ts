import type { AppealLine } from '../../../src/commands/committee/views/listAppeals.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { exportLinks } from '../desk/exportLinks.ts';
import { appealPill } from './appealPill.ts';

const open = ['lodged', 'admitted', 'panelFormed'] as const;

/** The appeals, by what they wait for, then those that are settled; empty groups are left out. */
export function appealsPage(frame: Frame, appeals: readonly AppealLine[]): Html {
  const { t } = frame;
  const waiting = open.map((id) => ({ id, lines: appeals.filter(({ state }) => state === id) }));
  const count = waiting.flatMap(({ lines }) => lines).length;
  const settled = appeals.filter(({ state }) => !open.some((id) => id === state));
  const groups = [...waiting, { id: 'settled' as const, lines: settled }];
  return staffLayout(
    frame,
    { name: t('appeals.title') },
    html`<h1>${t('appeals.title')}</h1>
<p class="lead">${t('appeals.list.lead', { count })}</p>
${appeals.length > 0 && exportLinks(frame, 'appeals')}
${groups
  .filter(({ lines }) => lines.length > 0)
  .map(
    (group) => html`<section class="group" aria-labelledby="group-${group.id}">
  <h2 id="group-${group.id}">${t(`appeals.list.group.${group.id}.title`)} <span class="pill">${group.lines.length}</span></h2>
  <p>${t(`appeals.list.group.${group.id}.lead`)}</p>
  <ul class="cards cards--two">
    ${group.lines.map((line) => appealCard(frame, line, group.id === 'settled'))}
  </ul>
</section>`,
  )}`,
  );
}

function appealCard(frame: Frame, line: AppealLine, isSettled: boolean): Html {
  const { t, lang, date } = frame;
  const { appealId, applicationId, organisation, against, state, days, lodgedAt, mine, stayed } = line;
  const when = isSettled ? date(lodgedAt) : t('appeals.list.age', { days });
  const pills = [
    isSettled && appealPill(frame, state),
    mine && !isSettled && pill({ text: t('appeals.list.mine'), tone: 'sun' }),
    stayed && pill({ text: t('appeals.list.stayed'), tone: 'lake' }),
  ].filter((one) => one !== false);
  return html`<li class="offer whole">
      <div class="offer__text">
        <p class="offer__name"><a href="/${lang}/appeals/${appealId}">${organisation}</a></p>
        <p class="offer__line">${applicationId} · ${t(`appeals.against.${against}`)} · ${when}</p>
        ${pills.length > 0 && html`<p class="offer__line">${pills.map((one) => [one, ' '])}</p>`}
      </div>
    </li>`;
}
