import type { IsItForUsView } from '../../../src/web/application/answers/isItForUs.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { answerCards } from './parts/answerCards.ts';

/** Questions before anything else, those that exclude first, and what follows from the answers. */
export function isItForUsPage(frame: Frame, view: IsItForUsView): Html {
  const { t, lang } = frame;
  const { isEmpty, excluding, plain, result } = view;
  const name = `${result ? `${result.title} · ` : ''}${t('before.title')}`;
  const counts = { excluding: excluding.length, plain: plain.length };
  return layout(
    frame,
    {
      title: `${isEmpty ? `${t('site.errorColon')} ` : ''}${titleOf(frame, name)}`,
      description: t('before.lead', counts),
    },
    html`${isEmpty && errorSummary(frame, [{ text: t('before.empty'), href: `#${excluding[0]?.id}` }])}<h1>${t('before.title')}</h1>
<p class="lead">${t('before.lead', counts)}</p>
${result && outcome(frame, view, result)}
<form method="get" action="/${lang}/is-it-for-us#result" class="ten">
  <input type="hidden" name="sent" value="yes">
  <h2>${t('before.excluding.heading', { count: excluding.length })}</h2>
  <p>${t('before.excluding.text')}</p>
  ${excluding.map((question, at) => asked(frame, view, question, at + 1))}
  <h2>${t('before.plain', { count: plain.length })}</h2>
  ${plain.map((question, at) => asked(frame, view, question, excluding.length + at + 1))}
  <p class="row ten__end no-print"><button class="button button--large" type="submit">${t('before.button')}</button>${result && html`<a href="/${lang}/is-it-for-us">${t('before.again')}</a>`}</p>
  <p class="quiet">${t('before.kept')}</p>
</form>`,
  );
}

function outcome(
  { t, lang }: Frame,
  view: IsItForUsView,
  result: NonNullable<IsItForUsView['result']>,
): Html {
  const { kind, title, text, items } = result;
  const toTry = { text: t('before.toTry'), href: `/${lang}/try` };
  return html`<section class="card outcome outcome--${kind}" id="result" aria-labelledby="result-title">
  <h2 id="result-title">${title}</h2>
  <p>${text}</p>
  ${
    items.length > 0 &&
    html`<ul class="outcome__items">
    ${items.map(
      (item) => html`<li><h3><a href="#${item.id}">${item.short}</a></h3><p>${item.text}</p>
      ${item.links.length > 0 && html`<p class="small">${links(item.links)}</p>`}</li>`,
    )}
  </ul>`
  }
  ${
    kind === 'excluded'
      ? html`<p class="row no-print">${button({ text: t('contact.write'), href: `/${lang}/contact` })}</p>`
      : html`<p class="row no-print">${button({ text: t('apply.open'), href: view.startHref, kind: 'sun' })}<a href="${toTry.href}">${toTry.text}</a></p>`
  }
</section>`;
}

type Question = IsItForUsView['plain'][number];

function asked(frame: Frame, { answers }: IsItForUsView, question: Question, number: number): Html {
  const { id, value, help, links: all } = question;
  return answerCards(frame, {
    ...{ id, number, value, help, answers },
    text: question.question,
    below: html`<p class="small ten__links">${frame.t('before.criterion')} ${links(all)}</p>`,
  });
}

function links(all: Question['links']): Content {
  return all.map(({ href, text }, at) => [at > 0 && ' · ', html`<a href="${href}">${text}</a>`]);
}
