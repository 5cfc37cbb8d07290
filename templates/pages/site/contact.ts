import type { WebDeps } from '../../../src/web/http/webDeps.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type Operator = WebDeps['operator'];

/** Who runs the label and how to reach a person there. */
export function contactPage(frame: Frame, { operator }: { readonly operator: Operator }): Html {
  const { t, lang } = frame;
  const { name, email, phone, address } = operator;
  const lead = t('contact.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('contact.title')), description: lead },
    html`<div class="narrow">
  <h1>${t('contact.title')}</h1>
  <p class="lead">${lead}</p>
  ${definitions(
    [
      { term: t('apply.runs.term'), text: name ?? t('apply.runs.office') },
      { term: t('contact.email'), text: email, href: `mailto:${email}` },
      { term: t('contact.phone'), text: phone, href: phone && `tel:${dialled(phone)}` },
      { term: t('contact.address'), text: address },
    ],
    'well',
  )}
  <h2>${t('contact.alsoHeading')}</h2>
  <ul>
    <li><a href="/${lang}/report">${t('report.title')}</a></li>
    <li><a href="/${lang}/verify">${t('nav.verify')}</a></li>
    <li><a href="/${lang}/glossary">${t('nav.glossary')}</a></li>
  </ul>
</div>`,
  );
}

/** The quickest ways to a person, in one line. */
export function reach({ email, phone }: Operator): Html {
  return html`<a href="mailto:${email}">${email}</a>${phone && html` · <a href="tel:${dialled(phone)}">${phone}</a>`} ·`;
}

/** What a telephone takes: digits, with the sign of the country before them. */
function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, '');
}
