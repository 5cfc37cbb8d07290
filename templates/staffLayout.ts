import { errorSummary } from './components/errorSummary.ts';
import type { Frame, WithRefusal } from './frame.ts';
import { type Content, type Html, html } from './html.ts';
import { layout, type PageParts, titleOf } from './layout.ts';

interface StaffParts extends Pick<PageParts, 'back' | 'head'> {
  /** What the page is called, without the name of the site. */
  readonly name: string;
  /** Of a page with a form: what was wrong with it. */
  readonly refusal?: WithRefusal['refusal'] | undefined;
  /** In a column no wider than text is read. */
  readonly narrow?: true;
}

/** Around every page of reviewers, officers and the committee: their title, and the errors of their forms. */
export function staffLayout(frame: Frame, parts: StaffParts, content: Content): Html {
  const { name, refusal, narrow, ...rest } = parts;
  const main = html`${refusal && errorSummary(frame, refusal.summary)}${content}`;
  return layout(
    frame,
    { ...rest, title: titleOf(frame, name, refusal && { refusal }), bodyClass: 'staff' },
    narrow ? html`<div class="narrow">${main}</div>` : main,
  );
}
