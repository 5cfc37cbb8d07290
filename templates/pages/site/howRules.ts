import type { Frame } from '../../frame.ts';
import { type Html, html, raw } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface RulesView {
  /** How an application moves, drawn as SVG. */
  readonly diagram: string;
}

/** Every step of an application and every passage that is allowed, as the program itself has them. */
export function howRulesPage(frame: Frame, { diagram }: RulesView): Html {
  const { t, lang } = frame;
  const title = t('pages.how.diagramHeading');
  return layout(
    frame,
    {
      title: titleOf(frame, title),
      description: t('pages.how.diagramText'),
      back: html`<p><a href="/${lang}/how">${t('pages.how.title')}</a></p>`,
    },
    html`<h1>${title}</h1>
<p class="lead">${t('pages.how.diagramText')}</p>
<div class="diagram scroll" tabindex="0" role="group" aria-label="${title}">${raw(diagram)}</div>`,
  );
}
