import type { KeptLetter } from '../../../src/commands/items/letters.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface MailboxView {
  readonly letters: readonly KeptLetter[];
}

/** In development: the letters that were written instead of sent. */
export function mailboxPage(frame: Frame, { letters }: MailboxView): Html {
  const { t, lang, time } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('pages.mailbox.title')) },
    html`<div class="narrow">
  <h1>${t('pages.mailbox.title')}</h1>
  <p class="lead">${t('pages.mailbox.lead')}</p>
  ${letters.map(
    ({ id, to, at, subject, text, calendar }) => html`<article class="card letter">
    <h2 class="letter__subject">${subject}</h2>
    <p class="quiet small">${t('pages.mailbox.to', { to })} · ${time(at)} · <a href="/${lang}/dev/mailbox/${encodeURIComponent(id)}">${t('pages.mailbox.html')}<span class="govuk-visually-hidden"> ${subject}</span></a></p>
    <p class="letter__text">${linked(text.trim())}</p>
    ${calendar && html`<details class="disclosure"><summary>${t('pages.mailbox.calendar')}</summary><pre>${calendar}</pre></details>`}
  </article>`,
  )}
  ${letters.length === 0 && html`<p>${t('pages.mailbox.none')}</p>`}
</div>`,
  );
}

/** A text whose web addresses are links; what ends the sentence around one is no part of it. */
function linked(text: string): Content {
  return text
    .split(/(https?:\/\/\S*[^\s.,)])/)
    .map((piece, at) => (at % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece));
}
