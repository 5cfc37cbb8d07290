import type { declarableKinds } from '../../../src/commands/review/ties/declareTie.ts';
import type { Tie } from '../../../src/policies/tie.ts';
import { button } from '../../components/button.ts';
import { type Choice, select } from '../../components/choices.ts';
import { dateField, figureField, textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

export interface DeclarableKinds {
  readonly kinds: typeof declarableKinds;
}

interface TieRow {
  readonly tie: Tie;
  readonly bars: boolean;
  /** The organisation on one's own page, the person on the page of a file. */
  readonly who: string;
}

interface Ending extends FormState {
  readonly action: string;
}

/** The ties that are known; `ending` where their end may be said. */
export function tieList(frame: Frame, ties: readonly TieRow[], ending?: Ending): Html {
  const { t } = frame;
  if (ties.length === 0) return html`<p class="quiet">${t('ties.none')}</p>`;
  return html`<ul class="cards">
  ${ties.map(
    ({ tie, who, bars }, at) => html`<li class="card tie">
    <h3>${who}</h3>
    <p><span class="pill${bars && ' pill--coral'}">${bars ? t('ties.bars') : t('ties.free')}</span> ${t(`ties.kinds.${tie.source === 'detected' && tie.kind === 'board' ? 'shared' : tie.kind}`)}</p>
    <p class="quiet small">${tieLine(frame, tie)}</p>
    ${ending && tie.source === 'declared' && tie.ended === null && endForm(frame, tie, ending, at + 1)}
  </li>`,
  )}
</ul>`;
}

function tieLine({ t, date, number }: Frame, { share, since, ended, note }: Tie): string {
  return dotted(
    share === null ? '' : t('ties.share', { share: number(share) }),
    t('ties.since', { day: date(since) }),
    ended === null ? '' : t('ties.ended', { day: date(ended) }),
    note,
  );
}

function endForm(frame: Frame, { id, personId }: Tie, ending: Ending, at: number): Html {
  const { t } = frame;
  const { action, values, refusal } = ending;
  const typed = values.tie === id;
  return html`<details class="disclosure small">
      <summary>${t('ties.endHeading')}</summary>
      <form method="post" action="${action}" novalidate>
        ${csrfField(frame)}
        <input type="hidden" name="tie" value="${id}">
        <input type="hidden" name="person" value="${personId}">
        ${dateField(frame, {
          id: `ended-${at}`,
          name: 'ended',
          label: t('ties.endDay'),
          value: typed ? values.ended : '',
          error: typed ? refusal.faults.ended : undefined,
        })}
        ${button({ text: t('ties.end'), kind: 'quiet' })}
      </form>
    </details>`;
}

interface TieForm {
  readonly action: string;
  /** The other side of the tie, where it is not known already. */
  readonly who?: { readonly name: string; readonly label: string; readonly choices: readonly Choice[] };
}

/** The fields of a new tie. */
export function tieForm(frame: Frame, view: FormState & DeclarableKinds, { action, who }: TieForm): Html {
  const { t } = frame;
  const { values, kinds, refusal } = view;
  const field = (name: string) => ({ name, value: values[name], error: refusal.faults[name] });
  const empty = t('ties.choose');
  const items = kinds.map((kind) => ({ value: kind, text: t(`ties.kinds.${kind}`) }));
  return html`<form class="card" method="post" action="${action}" novalidate>
  ${csrfField(frame)}
  ${who && select(frame, { ...field(who.name), label: who.label, empty, items: who.choices })}
  ${select(frame, { ...field('kind'), label: t('ties.kind'), empty, items })}
  ${figureField(frame, { ...field('share'), label: t('ties.shareLabel'), hint: t('ties.shareHint'), unit: '%' })}
  ${dateField(frame, { ...field('since'), label: t('ties.sinceLabel') })}
  ${textarea(frame, { ...field('note'), label: t('ties.note'), hint: t('ties.noteHint'), rows: 2 })}
  ${button({ text: t('ties.declare') })}
</form>`;
}
