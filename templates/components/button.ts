import { type Html, html } from '../html.ts';

interface Button {
  readonly text: string;
  readonly href?: string | undefined;
  readonly kind?: 'sun' | 'quiet' | 'danger' | undefined;
  readonly size?: 'large' | 'small' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formaction?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A link when it has an address, a button that sends its form otherwise. */
export function button({ text, href, kind, size, name, value, formaction, disabled }: Button): Html {
  const classes = `button${kind ? ` button--${kind}` : ''}${size ? ` button--${size}` : ''}`;
  if (href) return html`<a class="${classes}" href="${href}">${text}</a>`;
  return html`<button class="${classes}" type="submit"${name && html` name="${name}" value="${value}"`}${formaction && html` formaction="${formaction}"`}${disabled && html` disabled`}>${text}</button>`;
}
