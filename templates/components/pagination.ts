import { type Html, html } from '../html.ts';

interface Neighbour {
  readonly href: string;
  readonly text: string;
}

interface Pagination {
  readonly label: string;
  readonly previous?: Neighbour | null | false;
  readonly next: Neighbour | null | false;
}

/** The pages before and after; nothing where there is neither. */
export function pagination({ label, previous, next }: Pagination): Html | undefined {
  if (!previous && !next) return undefined;
  return html`<nav class="pages" aria-label="${label}">
  ${previous && html`<a class="button button--quiet" rel="prev" href="${previous.href}"><span aria-hidden="true">←</span>${previous.text}</a>`}${next && html`<a class="button button--quiet" rel="next" href="${next.href}">${next.text}<span aria-hidden="true">→</span></a>`}
</nav>`;
}
