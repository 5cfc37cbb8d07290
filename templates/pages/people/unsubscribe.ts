import type { Topic } from '../../../src/commands/items/letters.ts';
import { button } from '../../components/button.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface UnsubscribeView {
  readonly topic: Topic;
  /** Whether the letters of the topic are stopped already. */
  readonly done: boolean;
  /** Address that stops them. */
  readonly action: string;
}

/** Ends the letters of a topic, and says so once it is done. */
export function unsubscribePage(frame: Frame, { topic, done, action }: UnsubscribeView): Html {
  const { t, lang } = frame;
  const part = done ? 'done' : 'ask';
  return layout(
    frame,
    {
      title: titleOf(frame, t(`pages.unsubscribe.${part}.title`)),
      head: html`<meta name="robots" content="noindex">`,
    },
    html`<div class="narrow">
  <h1>${t(`pages.unsubscribe.${part}.title`)}</h1>
  <p class="lead">${t(`pages.unsubscribe.${part}.lead`, { topic: t(`letters.topics.${topic}`) })}</p>
  ${
    done
      ? html`<p>${t('pages.unsubscribe.done.back')}</p>
  <p class="row">${button({ text: t('pages.error.home'), href: `/${lang}`, kind: 'quiet' })}</p>`
      : html`<form class="card" method="post" action="${action}">
    <p>${t('pages.unsubscribe.ask.duty')}</p>
    ${button({ text: t('pages.unsubscribe.ask.button') })}
  </form>`
  }
</div>`,
  );
}
