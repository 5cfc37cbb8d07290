import type { Application } from '../src/commands/items/items.ts';
import type { Frame } from './frame.ts';
import { type Content, html } from './html.ts';

interface Scoped {
  readonly application?: { readonly context: About; readonly reconsideration?: Reason };
  readonly published: { readonly scheme: { readonly criteria: readonly { readonly id: string }[] } };
}
interface About {
  readonly scope: { readonly label: string } | null;
  readonly succeeds?: { readonly label: string } | null;
}
type Reason = { readonly reason: string } | null;
type Stage = Pick<Application, 'state'> & Pick<Application['context'], 'kind'>;

/** Where an application stands; what was granted, in the word of its kind. */
export function stateWord({ t }: Pick<Frame, 't'>, { state, kind }: Stage): string {
  return state === 'granted' ? t(`scope.outcome.${kind}.granted`) : t(`states.application.${state}`);
}

/** Of a file on a label that is there: why an officer asked for it, and that everything else is taken over; of one in its place, that. */
export function aboutScope(
  { t, lang }: Frame,
  view: Scoped & Partial<About> & { readonly reconsideration?: Reason; readonly lost?: readonly string[] },
): Content {
  const scope = view.application?.context.scope ?? view.scope ?? null;
  const reason = view.application?.reconsideration ?? view.reconsideration ?? null;
  const succeeds = view.application?.context.succeeds ?? view.succeeds ?? null;
  if (succeeds)
    return html`<section class="card">
  <p>${t('scope.staff.succeeds', { number: succeeds.label })}</p>
  <p><a href="/${lang}/labels/${succeeds.label}">${t('scope.staff.toLabel', { number: succeeds.label })}</a></p>
</section>`;
  if (!scope) return undefined;
  const criteria = view.published.scheme.criteria.map(({ id }) => id).join(', ');
  const lost = view.lost ?? [];
  return html`<section class="card">
  ${reason && html`<p><strong>${t('scope.staff.criteria', { criteria })}</strong></p><p class="typed">${reason.reason}</p>`}
  ${lost.length > 0 && html`<p class="note note--stop">${t('scope.staff.lost', { offers: lost.join(', ') })}</p>`}
  <p class="quiet">${t('scope.staff.carried', { number: scope.label })}</p>
  <p><a href="/${lang}/labels/${scope.label}">${t('scope.staff.toLabel', { number: scope.label })}</a></p>
</section>`;
}
