import type { Frame } from './frame.ts';
import { type Content, html } from './html.ts';

interface Scoped {
  readonly application?: { readonly context: About; readonly reconsideration?: Reason };
  readonly published: { readonly scheme: { readonly criteria: readonly { readonly id: string }[] } };
}
interface About {
  readonly scope: { readonly label: string } | null;
}
type Reason = { readonly reason: string } | null;

/** Of a file on a label that is there: why an officer asked for it, and that everything else is taken over from the label. */
export function aboutScope(
  { t, lang }: Frame,
  view: Scoped & Partial<About> & { readonly reconsideration?: Reason },
): Content {
  const scope = view.application?.context.scope ?? view.scope ?? null;
  const reason = view.application?.reconsideration ?? view.reconsideration ?? null;
  if (!scope) return undefined;
  const criteria = view.published.scheme.criteria.map(({ id }) => id).join(', ');
  return html`<section class="card">
  ${reason && html`<p><strong>${t('scope.staff.criteria', { criteria })}</strong></p><p class="typed">${reason.reason}</p>`}
  <p class="quiet">${t('scope.staff.carried', { number: scope.label })}</p>
  <p><a href="/${lang}/labels/${scope.label}">${t('scope.staff.toLabel', { number: scope.label })}</a></p>
</section>`;
}
