import type { SignedAgreement } from '../../../../src/commands/items/agreementText.ts';
import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import { button } from '../../../components/button.ts';
import { checkbox } from '../../../components/choices.ts';
import { textField } from '../../../components/fields.ts';
import { hidden } from '../../../components/hidden.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';

type AgreementPart = Pick<ProgressView, 'frame' | 'agreement' | 'signed'> & FormState;
type Agreement = NonNullable<ProgressView['agreement']>;

/** The agreement: all of it to read and to sign, or who signed it. */
export function agreement(frame: Frame, view: AgreementPart): Content {
  if (view.agreement) return toSign(frame, view, view.agreement);
  return view.signed && signed(frame, view.signed, view.frame.href);
}

function toSign(frame: Frame, view: AgreementPart, shown: Agreement): Html {
  const { t } = frame;
  const { organisation } = view.frame;
  const { version, title, reviewed, preamble, articles } = shown;
  return html`<section class="card question agreement" id="agreement" aria-labelledby="agreement-title">
  <p class="overline">${t('agreement.title')} · ${t('agreement.version', { version })}</p>
  <h2 class="question__title" id="agreement-title">${title}</h2>
  <p>${t('agreement.lead', { organisation })}</p>
  ${!reviewed && html`<p class="banner banner--sun">${t('agreement.unreviewed')}</p>`}
  <p>${preamble}</p>
  ${articles.map(
    (article, at) => html`<h3>${at + 1}. ${article.title}</h3>
  <p>${article.text}</p>`,
  )}
  ${shown.mine ? signature(frame, view, shown) : html`<p class="banner banner--sun">${t('agreement.ownerOnly')}</p>`}
</section>`;
}

function signature(frame: Frame, view: AgreementPart, { revision, textDigest }: Agreement): Html {
  const { t } = frame;
  const { values, refusal } = view;
  const { href, organisation } = view.frame;
  return html`<form class="agreement__form" method="post" action="${href}/sign" novalidate aria-labelledby="sign-title">
  <h3 id="sign-title">${t('agreement.signHere')}</h3>
  ${hidden(frame, revision)}
  <input type="hidden" name="textDigest" value="${textDigest}">
  ${textField(frame, {
    name: 'name',
    label: t('agreement.name'),
    hint: t('agreement.nameHint'),
    value: values.name,
    error: refusal.faults.name,
    autocomplete: 'name',
    spellcheck: false,
  })}
  ${textField(frame, {
    name: 'role',
    label: t('agreement.role'),
    hint: t('agreement.roleHint'),
    value: values.role,
    error: refusal.faults.role,
    autocomplete: 'organization-title',
  })}
  ${checkbox(frame, {
    name: 'agreed',
    label: t('agreement.agreed', { organisation }),
    value: values.agreed === 'yes',
    error: refusal.faults.agreed,
  })}
  ${button({ text: t('agreement.sign'), size: 'large' })}
</form>`;
}

function signed({ t, time }: Frame, { at, name, role }: SignedAgreement, href: string): Html {
  return html`<section class="card question" id="agreement" aria-labelledby="agreement-title">
  <h2 class="question__title" id="agreement-title">${t('agreement.title')}</h2>
  <p>${t('agreement.signed', { at: time(at), name, role })}</p>
  <ul class="filelist"><li><a href="${href}/agreement.pdf">${t('agreement.file')}</a></li></ul>
</section>`;
}
