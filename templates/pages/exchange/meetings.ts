import type { listMeetings } from '../../../src/commands/exchange/views/listMeetings.ts';
import type { Sector } from '../../../src/register/sector.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

type Groups = Awaited<ReturnType<typeof listMeetings>>;
type Group = Groups[number];

/** Who could meet whom by sector, to print before a meeting. */
export function meetingsPage(
  frame: Frame,
  { groups, drawing }: { readonly groups: Groups; readonly drawing: Html | null },
): Html {
  const { t } = frame;
  return staffLayout(
    frame,
    { name: t('meetings.title') },
    html`<h1>${t('meetings.title')}</h1>
<p class="lead">${t('meetings.lead')}</p>
${
  groups.length > 0
    ? html`<section class="card meetings"><h2>${t('meetings.heading')}</h2>${drawing}</section>
<ul class="cards cards--two">${groups.map((group) => html`<li>${groupCard(frame, group)}</li>`)}</ul>`
    : html`<p class="well">${t('meetings.none')}</p>`
}`,
  );
}

function groupCard(frame: Frame, { seeks, has, meets }: Group): Html {
  const { t } = frame;
  return html`<section class="card">
  <h2>${sectorName(frame, seeks)} × ${sectorName(frame, has)}</h2>
  <p class="quiet">${t('meetings.needs', { count: meets.length })}</p>
  ${meets.map((meet) => meetPart(frame, meet))}
</section>`;
}

function meetPart({ t, lang }: Frame, { need, offers }: Group['meets'][number]): Html {
  return html`<h3><a href="/${lang}/exchange/${need.id}">${need.title}</a></h3>
  <p class="quiet">${dotted(need.organisation, need.place)}</p>
  <ul>
    ${offers.map(
      ({ number, id, name, organisation, commune }) =>
        html`<li><a href="/${lang}/labels/${number}/offers/${encodeURIComponent(id)}">${name}</a> ${t('meetings.by', { organisation, commune })}</li>`,
    )}
  </ul>`;
}

function sectorName({ t }: Frame, sector: Sector | null): string {
  return sector === null ? t('meetings.noSector') : t(`sectors.${sector}`);
}
