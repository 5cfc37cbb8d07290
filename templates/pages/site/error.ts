import type { HeldForm } from '../../../src/web/http/heldForm.ts';
import type { Failure } from '../../../src/web/http/problem.ts';
import { button } from '../../components/button.ts';
import { fileField } from '../../components/fields.ts';
import { heldFields, heldTexts } from '../../components/heldForm.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface ErrorView extends Pick<Failure, 'code' | 'status' | 'incident'> {
  /** Id of the request, for a person to quote; of an address that leads nowhere there is nothing to look for, and all are told alike. */
  readonly request: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Names of the guards that said no. */
  readonly reasons: readonly string[];
  /** What was sent, to be sent once more. */
  readonly form: HeldForm | null;
}

/** Failures after which signing in may help. */
const helpedBySignIn: readonly ErrorView['code'][] = [
  'signInRequired',
  'forbidden',
  'codeSpent',
  'otherBrowser',
  'providerRefused',
  'providerUnavailable',
];

/** What went wrong, what can be done about it, and the form that was not taken. */
export function errorPage(frame: Frame, view: ErrorView): Html {
  const { t, lang } = frame;
  const { code, status, params, reasons, incident, request, form } = view;
  const title = t(`errors.${code}.title`);
  return layout(
    frame,
    { title: titleOf(frame, title), head: html`<meta name="robots" content="noindex">` },
    html`<div class="narrow trouble">
  <p class="trouble__status" aria-hidden="true">${status}</p>
  <h1>${title}</h1>
  <p class="lead lead--ink">${sentence(frame, view)}</p>
  ${
    reasons.length > 0 &&
    html`<section class="well">
    <h2 class="well__title">${t('pages.error.reasons')}</h2>
    <ul>${reasons.map((reason) => html`<li>${reasonText(frame, reason)}</li>`)}</ul>
  </section>`
  }
  ${status !== 404 && html`<p class="quiet">${incident ? t('pages.error.incident', { incident }) : t('pages.error.request', { request })}</p>`}
  ${form && sendAgain(frame, form)}
  <p class="row">
    ${helpedBySignIn.includes(code) && button({ text: t('pages.error.signIn'), href: `/${lang}/sign-in` })}
    ${code === 'needOver' && button({ text: t('exchange.mine.all'), href: `/${lang}/needs` })}
    ${
      code === 'badHost'
        ? button({ text: `${params.address}`, href: `${params.address}/${lang}` })
        : html`${button({ text: t('pages.error.home'), href: `/${lang}`, kind: 'quiet' })}
    ${button({ text: t('pages.error.search'), href: `/${lang}/register`, kind: 'quiet' })}`
    }
  </p>
</div>`,
  );
}

function sentence({ tOf }: Frame, { code, params }: ErrorView): string {
  return tOf(`errors.${code}.text`, params);
}

function reasonText({ t, has }: Frame, reason: string): string {
  const key = `reasons.${reason}` as const;
  return has(key) ? t(key) : reason;
}

function sendAgain(frame: Frame, form: HeldForm): Html {
  const { t } = frame;
  const { action, takesFile, texts } = form;
  return html`<form class="card late" method="post" action="${action}"${takesFile && html` enctype="multipart/form-data"`}>
  ${heldFields(form)}
  <p>${t('pages.error.held')}</p>
  ${heldTexts(frame, texts)}
  ${takesFile && fileField(frame, { name: 'file', label: t('pages.error.heldFile'), hint: t('pages.error.heldFileHint') })}
  ${button({ text: t('pages.error.sendAgain'), size: 'large' })}
</form>`;
}
