import { type Html, html } from '../html.ts';

export interface Pill {
  readonly tone: '' | 'sun' | 'leaf' | 'lake' | 'coral';
  readonly text: string;
}

/** A word of state on a ground of its tone; the word says it all, the tone repeats it. */
export function pill({ tone, text }: Pill): Html {
  return html`<span class="pill${tone && ` pill--${tone}`}">${text}</span>`;
}
