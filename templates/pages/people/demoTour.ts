import type { TourStep } from '../../../src/web/people/tour.view.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface TourView {
  readonly steps: readonly TourStep[];
  /** The one that is shown, and its place. */
  readonly step: TourStep;
  readonly at: number;
}

/** In development: one step of the tour, what is seen there, and the button that leads there as whoever sees it. */
export function demoTourPage(frame: Frame, { steps, step, at }: TourView): Html {
  const { t, lang } = frame;
  const title = t(`demo.steps.${step.name}.title`);
  const link = (to: number, text: string) =>
    button({ text, href: `/${lang}/dev/tour/${to + 1}`, kind: 'quiet' });
  return layout(
    frame,
    { title: titleOf(frame, title) },
    html`<div class="tour">
  <ol class="tour__steps">
    ${steps.map(
      ({ name }, i) =>
        html`<li><a href="/${lang}/dev/tour/${i + 1}"${i === at && html` aria-current="step"`}>${t(`demo.steps.${name}.short`)}</a></li>`,
    )}
  </ol>
  <div class="columns">
  <div>
  <p class="quiet">${t('demo.step', { step: at + 1, of: steps.length })}</p>
  <h1>${title}</h1>
  <p class="lead">${t(`demo.steps.${step.name}.text`)}</p>
  <p>${t(`demo.steps.${step.name}.look`)}</p>
  <div class="row">
    <form method="post" action="/${lang}/dev/people">
      ${csrfField(frame)}
      <input type="hidden" name="step" value="${at + 1}">
      ${button({ text: t(`demo.steps.${step.name}.go`), name: 'person', value: step.person })}
    </form>
    ${at > 0 && link(at - 1, t('demo.back'))}
    ${at + 1 < steps.length && link(at + 1, t('demo.next'))}
  </div>
  </div>
  <aside class="panel tour__picture">${pictogram(step.picture)}</aside>
  </div>
</div>`,
  );
}
