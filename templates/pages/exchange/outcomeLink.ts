import type { ExchangeOutcome } from '../../../src/commands/items/conversation.ts';
import { button } from '../../components/button.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface OutcomeLinkView {
  /** Null where the link works no more. */
  readonly asked: {
    readonly organisation: string;
    readonly other: string;
    readonly title: string;
    readonly outcome: ExchangeOutcome | null;
  } | null;
  /** Whether it was just said. */
  readonly isSaid: boolean;
  readonly action: string;
  /** The page where one says the rest, after signing in. */
  readonly conversation: string;
}

/** What came of a conversation, said by a click from a letter. */
export function outcomeLinkPage(frame: Frame, view: OutcomeLinkView): Html {
  const { t } = frame;
  const { asked, conversation } = view;
  const title = t(asked ? 'exchange.outcome.heading' : 'exchange.outcome.overTitle');
  return layout(
    frame,
    { title: titleOf(frame, title), head: html`<meta name="robots" content="noindex">` },
    html`<div class="narrow exchange">
${view.isSaid && asked && html`<p class="banner banner--good" role="status">${t('exchange.outcome.said')}</p>`}
<h1>${title}</h1>
${asked ? question(frame, asked, view.action) : html`<p class="lead">${t('exchange.outcome.over')}</p>`}
<p class="below"><a href="${conversation}">${t(asked?.outcome === 'deal' ? 'exchange.outcome.goOnValue' : 'exchange.outcome.goOn')}</a></p>
</div>`,
  );
}

function question({ t }: Frame, asked: NonNullable<OutcomeLinkView['asked']>, action: string): Html {
  const { organisation, other, title, outcome } = asked;
  return html`<p class="lead">${t('exchange.outcome.between', { organisation, other })}${title && html` <strong>${title}</strong>`}</p>
<form class="card" method="post" action="${action}">
  <p>${outcome ? t('exchange.outcome.now', { outcome: t(`exchange.outcome.values.${outcome}`) }) : t('exchange.outcome.lead')}</p>
  <p class="row">${(['deal', 'talking', 'nothing'] as const).map((value) =>
    button({
      ...{ name: 'outcome', value, text: t(`exchange.outcome.values.${value}`) },
      kind: outcome === null || outcome === value ? undefined : 'quiet',
    }),
  )}</p>
</form>`;
}
