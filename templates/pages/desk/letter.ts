import type { LetterView } from '../../../src/web/desk/letter.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { csrfField } from '../../components/hidden.ts';
import { panel } from '../../components/panel.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** A letter of the mail log: how it reads today, what became of it, and a button that sends it again. */
export function letterPage(frame: Frame, view: LetterView & FormState): Html {
  const { t, lang, time } = frame;
  const { what, to, name, at, events, returned, refusal, saved, sameHref, file, label, personHref } = view;
  const mayOpenPeople = personHref !== null && frame.doors.some(({ path }) => path === '/people');
  return staffLayout(
    frame,
    { name: what, refusal, back: html`<p><a href="/${lang}/mail">${t('mail.back')}</a></p>` },
    html`<div class="columns">
  <div>
    <h1>${what}</h1>
    <p class="lead">${pill(view.pill)} ${name || to}</p>
    ${saved && html`<p class="banner" role="status">${t('mail.resent')}</p>`}
    ${view.isGivenUp && html`<p class="banner banner--sun">${t('mail.givenUp')}</p>`}
    ${view.stoppedHref && html`<p class="banner banner--sun"><a href="${view.stoppedHref}">${t('mail.stopped')}</a></p>`}
    ${returned && html`<p class="banner banner--sun">${returned}</p>`}
    <h2>${t('mail.text')}</h2>
    ${written(frame, view)}
  </div>
  <aside>
    ${panel({ title: t('mail.went') }, [
      definitions([
        ...(mayOpenPeople ? [{ term: t('mail.filter.person'), text: name || to, href: personHref }] : []),
        { term: t('mail.address'), text: to, href: sameHref },
        ...(file ? [{ term: t('mail.filter.file'), text: file.number, href: file.href }] : []),
        ...(label ? [{ term: t('lists.columns.label'), text: label.number, href: label.href }] : []),
        { term: t('mail.queued'), text: time(at) },
      ]),
      events.length > 0 &&
        html`<ol class="plain mail__events">${events.map(
          (event) =>
            html`<li><span class="small quiet">${event.at}</span><br>${event.text}${event.why && html`<br><span class="small">${event.why}</span>`}</li>`,
        )}</ol>`,
    ])}
    ${view.maySend && panel({ title: t('mail.again.title') }, again(frame, view))}
  </aside>
</div>`,
  );
}

function written({ t }: Frame, { readable, written: letter, href }: LetterView): Html {
  if (!readable) return html`<p>${t('mail.notReadable')}</p>`;
  if (letter === null) return html`<p>${t('mail.outdated')}</p>`;
  return html`<p class="quiet">${t('mail.anew')}</p>
<article class="card mail__letter" lang="${letter.language}">
  <h3>${letter.subject}</h3>
  <pre class="mail__text">${letter.text}</pre>
</article>
<p><a href="${href}/html">${t('mail.html')}</a></p>`;
}

function again(frame: Frame, { href }: LetterView): Html {
  const { t } = frame;
  return html`<form method="post" action="${href}/resend">
  ${csrfField(frame)}
  <p>${t('mail.again.text')}</p>
  ${button({ text: t('mail.again.button'), kind: 'quiet' })}
</form>`;
}
