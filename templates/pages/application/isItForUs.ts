import type { IsItForUsView } from '../../../src/web/application/answers/isItForUs.view.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** Ten questions before anything else, and what follows from the answers. */
export function isItForUsPage(frame: Frame, { isEmpty, questions, answers, result }: IsItForUsView): Html {
  const { t, lang } = frame;
  const name = `${result ? `${result.title} · ` : ''}${t('before.title')}`;
  return layout(
    frame,
    {
      title: `${isEmpty ? `${t('site.errorColon')} ` : ''}${titleOf(frame, name)}`,
      description: t('before.lead'),
    },
    html`${isEmpty && errorSummary(frame, [{ text: t('before.empty'), href: `#${questions[0]?.id}` }])}<h1>${t('before.title')}</h1>
<p class="lead">${t('before.lead')}</p>
${result && outcome(frame, result)}
<form method="get" action="/${lang}/is-it-for-us#result" class="ten">
  <input type="hidden" name="sent" value="yes">
  ${questions.map((question, at) => asked(frame, { question, number: at + 1, answers }))}
  <p class="row ten__end no-print"><button class="button button--large" type="submit">${t('before.button')}</button>${result && html`<a href="/${lang}/is-it-for-us">${t('before.again')}</a>`}</p>
  <p class="quiet">${t('before.kept')}</p>
</form>`,
  );
}

function outcome(
  { t, tOf, lang }: Frame,
  { kind, title, text, items }: NonNullable<IsItForUsView['result']>,
): Html {
  return html`<section class="card outcome outcome--${kind}" id="result" aria-labelledby="result-title">
  <h2 id="result-title">${title}</h2>
  <p>${text}</p>
  ${
    items.length > 0 &&
    html`<ul class="outcome__items">
    ${items.map(
      (
        item,
      ) => html`<li><h3><a href="#${item.id}">${tOf(`before.question.${item.id}.short`)}</a></h3><p>${tOf(item.value === 'no' ? `before.question.${item.id}.no` : `before.${item.value || 'open'}`)}</p>
      ${item.links.length > 0 && html`<p class="small">${links(item.links)}</p>`}</li>`,
    )}
  </ul>`
  }
  <p class="row no-print">${button({ text: t('before.toTry'), href: `/${lang}/try`, kind: 'sun' })}<a href="/${lang}/apply">${t('before.toApply')}</a></p>
</section>`;
}

type Question = IsItForUsView['questions'][number];

interface Asked extends Pick<IsItForUsView, 'answers'> {
  readonly question: Question;
  readonly number: number;
}

function asked({ t, tOf }: Frame, { question, number, answers }: Asked): Html {
  const { id, value } = question;
  return html`<fieldset class="card question" id="${id}">
  <legend class="question__title"><span class="code">${number}</span> ${tOf(`before.question.${id}.question`)}</legend>
  <p class="question__help">${tOf(`before.question.${id}.help`)}</p>
  <div class="ten__options">
    ${answers.map((answer) => html`<div class="choice"><input class="choice__input" type="radio" id="${id}-${answer}" name="${id}" value="${answer}"${answer === value && html` checked`}><label class="choice__label" for="${id}-${answer}"><span class="choice__title">${t(`before.answer.${answer}`)}</span></label></div>`)}
  </div>
  <p class="small ten__links">${t('before.criterion')} ${links(question.links)}</p>
</fieldset>`;
}

function links(all: Question['links']): Content {
  return all.map(({ href, text }, at) => [at > 0 && ' · ', html`<a href="${href}">${text}</a>`]);
}
