import { button } from '../../components/button.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

interface Chair {
  /** Address of the session or of the file that is chaired. */
  readonly href: string;
  /** Of the session. */
  readonly revision: number;
  readonly text: string;
  /** The item of the agenda that it is for; none for the whole session. */
  readonly item?: string;
}

/** Taking the chair of a session or of one file, where it stands empty. */
export function chairForm(
  frame: Frame,
  { href, revision, text, item }: Chair,
  { values, refusal }: FormState,
): Html {
  const { t } = frame;
  return html`<details class="disclosure after"${values.chairWhy && html` open`}>
  <summary>${t('sessions.chair.title')}</summary>
  <form method="post" action="${href}/chair" novalidate>
    ${hidden(frame, revision)}${item && itemField(item)}
    <p>${text}</p>
    ${textarea(frame, { name: 'chairWhy', label: t('sessions.chair.reason'), value: values.chairWhy, error: refusal.faults.chairWhy, rows: 2 })}
    ${button({ text: t('sessions.chair.button'), kind: 'quiet' })}
  </form>
</details>`;
}

/** The item of the agenda that a form of the committee is about. */
export function itemField(item: string): Html {
  return html`<input type="hidden" name="item" value="${item}">`;
}
