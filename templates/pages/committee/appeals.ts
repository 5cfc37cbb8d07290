import type { StaffAppeals } from '../../../src/web/committee/appeals.view.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** The appeals, by what they wait for. */
export function appealsPage(frame: Frame, groups: StaffAppeals): Html {
  const { t, lang } = frame;
  const open = groups.filter(({ id }) => id !== 'settled').flatMap(({ lines }) => lines);
  return staffLayout(
    frame,
    { name: t('appeals.title') },
    html`<h1>${t('appeals.title')}</h1>
<p class="lead">${t('appeals.list.lead', { count: open.length })}</p>
${groups.map(
  (group) => html`<section class="group" aria-labelledby="group-${group.id}">
  <h2 id="group-${group.id}">${t(`appeals.list.group.${group.id}.title`)} <span class="pill">${group.lines.length}</span></h2>
  <p>${t(`appeals.list.group.${group.id}.lead`)}</p>
  <ul class="cards cards--two">
    ${group.lines.map(
      ({ id, organisation, line, pills }) => html`<li class="offer whole">
      <div class="offer__text">
        <p class="offer__name"><a href="/${lang}/appeals/${id}">${organisation}</a></p>
        <p class="offer__line">${line}</p>
        ${pills.length > 0 && html`<p class="offer__line">${pills.map((one) => [pill(one), ' '])}</p>`}
      </div>
    </li>`,
    )}
  </ul>
</section>`,
)}`,
  );
}
