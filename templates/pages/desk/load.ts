import type { Load } from '../../../src/commands/desk/casework/viewLoad.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { dateField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';

type View = FormState & { readonly officers: readonly Load[] };

/** What each officer has, how much of it is late, who is away and who stands in; and the form of an absence. */
export function loadPage(frame: Frame, view: View): Html {
  const { t, number } = frame;
  const name = t('casework.load.title');
  const row = ({ person, files, labels, late, ...rest }: Load) => html`<tr>
    <th scope="row">${personName(person)}${absence(frame, view, { person, ...rest })}</th>
    <td class="numeric">${number(files)}</td><td class="numeric">${number(labels)}</td><td class="numeric">${number(late)}</td>
  </tr>`;
  return staffLayout(
    frame,
    { name, refusal: view.refusal, narrow: true },
    html`<h1>${name}</h1>
<p class="lead">${t('casework.load.lead')}</p>
<table>
  <thead><tr><th scope="col">${t('casework.load.who')}</th><th scope="col" class="numeric">${t('casework.load.files')}</th><th scope="col" class="numeric">${t('casework.load.labels')}</th><th scope="col" class="numeric">${t('casework.load.late')}</th></tr></thead>
  <tbody>${view.officers.map(row)}</tbody>
</table>
${absenceForm(frame, view)}`,
  );
}

type Away = Pick<Load, 'person' | 'absence'>;

function absence(frame: Frame, { officers }: View, { person, absence: away }: Away): Content {
  if (!away) return undefined;
  const { t, lang, date } = frame;
  const standIn = officers.find((one) => one.person.id === away.standIn)?.person;
  const days = { from: date(away.from), until: date(away.until) };
  const line = standIn
    ? t('casework.load.awayWith', { ...days, name: personName(standIn) })
    : t('casework.load.away', days);
  return html`<p class="quiet small">${line}</p>
<form method="post" action="/${lang}/load/back">${csrfField(frame)}<input type="hidden" name="personId" value="${person.id}">${button({ text: t('casework.load.back'), kind: 'quiet', size: 'small' })}</form>`;
}

function absenceForm(frame: Frame, { officers, values, refusal: { faults } }: View): Html {
  const { t, lang } = frame;
  const items = officers.map(({ person }) => ({ value: person.id, text: personName(person) }));
  const day = (name: 'from' | 'until') =>
    dateField(frame, { name, label: t(`casework.load.${name}`), value: values[name], error: faults[name] });
  return html`<section class="card">
  <h2>${t('casework.load.absence')}</h2>
  <p>${t('casework.load.absenceText')}</p>
  <form method="post" action="/${lang}/load/absence" novalidate>
    ${csrfField(frame)}
    ${select(frame, { name: 'personId', label: t('casework.load.who'), value: values.personId ?? frame.asker?.id, error: faults.personId, items })}
    <div class="side-by-side">${day('from')}${day('until')}</div>
    ${select(frame, { name: 'standIn', label: t('casework.load.standIn'), value: values.standIn, error: faults.standIn, empty: t('casework.load.noStandIn'), items })}
    ${button({ text: t('casework.load.button') })}
  </form>
</section>`;
}
