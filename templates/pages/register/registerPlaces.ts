import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface RegisterPlacesView {
  readonly places: readonly { readonly name: string; readonly count: string; readonly href: string }[];
}

/** The communes of the register with how many labels each has: a list in place of a map. */
export function registerPlacesPage(frame: Frame, { places }: RegisterPlacesView): Html {
  const { t, lang } = frame;
  const lead = t('register.places.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('register.places.title')), description: lead },
    html`<h1>${t('register.places.title')}</h1>
<p class="lead">${lead}</p>
${
  places.length > 0
    ? html`<ul class="facet facet--wide">
  ${places.map(({ href, name, count }) => html`<li class="facet__value"><a href="${href}">${name}</a> <span class="facet__count">${count}</span></li>`)}
</ul>`
    : html`<p class="quiet">${t('register.places.none')}</p>`
}
<p><a href="/${lang}/register">${t('register.steps.all')}</a></p>`,
  );
}
