import { errorSummary } from './components/errorSummary.ts';
import type { Frame, WithRefusal } from './frame.ts';
import { type Content, type Html, html } from './html.ts';
import { layout, type PageParts, titleOf } from './layout.ts';

interface StaffParts extends Pick<PageParts, 'back' | 'head'> {
  /** What the page is called, without the name of the site. */
  readonly name: string;
  /** Of a page with a form: what was wrong with it. */
  readonly refusal?: WithRefusal['refusal'] | undefined;
}

/** Around every page of reviewers, officers and the committee: their title, and the errors of their forms. */
export function staffLayout(frame: Frame, parts: StaffParts, content: Content): Html {
  const { name, refusal, ...rest } = parts;
  return layout(
    frame,
    { ...rest, title: titleOf(frame, name, refusal && { refusal }), bodyClass: 'staff' },
    html`${refusal && errorSummary(frame, refusal.summary)}${content}`,
  );
}
