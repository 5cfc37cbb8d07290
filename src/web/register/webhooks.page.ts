import { webhookPage } from '../../../templates/pages/register/webhook.ts';
import { webhooksPage as listPage } from '../../../templates/pages/register/webhooks.ts';
import {
  addWebhook,
  changeWebhook,
  removeWebhook,
  rotateWebhookSecret,
} from '../../commands/register/webhooks/changeWebhook.ts';
import {
  pauseWebhook,
  type ReplayFrom,
  replayWebhook,
  resumeWebhook,
  testWebhook,
} from '../../commands/register/webhooks/steerWebhook.ts';
import {
  listWebhooks,
  type ViewedWebhook,
  viewWebhook,
  type WebhookList,
} from '../../commands/register/webhooks/viewWebhooks.ts';
import { languages } from '../../criteria/scheme.ts';
import { invalid } from '../../errors.ts';
import { publicWords } from '../../register/publicStatus.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, email, line, optionalDay, optionalLine, revision } from '../forms/fields.ts';
import { formAction, formPage } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
import type { Typed } from '../forms/parse.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { readCursor } from '../schemas/changes.ts';
import { typePrefix, webhookHref, webhooksView, webhookView } from './webhooks.view.ts';

const fields = {
  name: line(80),
  address: line(500),
  contact: email,
  language: choice(languages),
  ...boxes(typePrefix, publicWords),
};

/** Who subscribed to the changes of the register, for administrators. A secret is shown in the answer to the form that made it, and never again. */
export function webhookPages(router: WebRouter): void {
  const list = {
    template: listPage,
    load: (ctx: WebContext) => listWebhooks(ctx.deps, askerOf(ctx)),
    page: (all: WebhookList, ctx: WebContext) => webhooksView(all, null, ctx.words),
  };
  formPage(router, '/webhooks', {
    ...list,
    shape: fields,
    submit: async (input, _, ctx) => {
      const made = await addWebhook(ctx.deps, askerOf(ctx), subscriberOf(input));
      return { shown: webhooksView(await list.load(ctx), made, ctx.words) };
    },
  });

  const idOf = (ctx: WebContext) => ctx.params.id ?? '';
  const next = (ctx: WebContext) => `${webhookHref(ctx.words, idOf(ctx))}?saved=1`;
  const about = (ctx: WebContext) => ({ webhookId: idOf(ctx) });
  const page = {
    template: webhookPage,
    load: (ctx: WebContext) => viewWebhook(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (viewed: ViewedWebhook, ctx: WebContext) => webhookView(viewed, null, ctx.words),
  };
  formPage(router, '/webhooks/:id', {
    ...page,
    shape: { revision, ...fields },
    submit: async (input, _, ctx) => {
      const { revision: read } = input;
      await changeWebhook(ctx.deps, askerOf(ctx), { ...about(ctx), revision: read, ...subscriberOf(input) });
      return next(ctx);
    },
  });
  formAction(router, '/webhooks/:id/rotate', {
    ...page,
    shape: { revision },
    submit: async (input, _, ctx) => {
      const made = await rotateWebhookSecret(ctx.deps, askerOf(ctx), { ...about(ctx), ...input });
      return { shown: webhookView(await page.load(ctx), made, ctx.words) };
    },
  });
  const form = formsBelow(router, '/webhooks/:id', { ...page, about, next });
  form('pause', { revision }, pauseWebhook);
  form('resume', { revision }, resumeWebhook);
  form('test', { revision }, testWebhook);
  form(
    'replay',
    { revision, cursor: optionalLine(40), day: optionalDay },
    (deps, asker, { cursor, day, ...input }) =>
      replayWebhook(deps, asker, { ...input, from: replayFrom(cursor, day) }),
  );
  form('remove', { revision }, removeWebhook, (ctx) => webhookHref(ctx.words));
}

/** A cursor goes before a day; one of them must be there. */
function replayFrom(cursor: string, day: string): ReplayFrom {
  if (cursor === '' && day !== '') return { kind: 'day', day };
  if (cursor === '') throw invalid('cursor', 'required');
  const change = readCursor(cursor);
  if (change === null) throw invalid('cursor', 'badCursor');
  return { kind: 'change', change };
}

type Sent = Pick<Typed<typeof fields>, 'name' | 'address' | 'contact' | 'language'>;

function subscriberOf(input: Sent) {
  const { name, address, contact, language } = input;
  const types = tickedIn(input, typePrefix, publicWords).map((word) => `label.${word}` as const);
  return { name, address, contact, language, types };
}
