import { type Content, type Html, html } from '../html.ts';

interface Panel {
  readonly title?: string;
  readonly class?: string;
  readonly id?: string;
}

/** What stands beside the text. */
export function panel({ title, class: classes, id }: Panel, content: Content): Html {
  return html`<section class="panel${classes && ` ${classes}`}"${id && html` id="${id}"`}>
  ${title && html`<h2 class="panel__title">${title}</h2>`}
  ${content}
</section>`;
}
