import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { button } from './button.ts';
import { hidden } from './hidden.ts';

interface Step {
  readonly action: string;
  readonly revision: number;
  readonly text: string;
  readonly kind?: 'quiet';
}

/** A form without fields: its button takes a step of what the reader saw. */
export function stepForm(frame: Frame, { action, revision, text, kind }: Step): Html {
  return html`<form method="post" action="${action}">${hidden(frame, revision)}${button({ text, ...(kind && { kind }) })}</form>`;
}
