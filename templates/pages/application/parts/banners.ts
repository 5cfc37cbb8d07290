import type { FrameView } from '../../../../src/web/views/applicationFrame.view.ts';
import { type Html, html } from '../../../html.ts';

/** Above a form: why it cannot be filled any more, or that what is typed stands beside what was sent. */
export function banners({ closed, beside }: Pick<FrameView, 'closed' | 'beside'>): Html {
  return html`${closed && html`<p class="banner">${closed}</p>`}
${beside && html`<p class="banner banner--sun">${beside}</p>`}`;
}
