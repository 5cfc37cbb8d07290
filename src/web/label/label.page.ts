import { fileLabelPage } from '../../../templates/pages/label/fileLabel.ts';
import type { RevisionAsk } from '../../commands/items/items.ts';
import { askRevision } from '../../commands/label/askRevision.ts';
import { labelActor, suspendLabel, takeWebsite } from '../../commands/label/changeLabel.ts';
import { type FileLabel, viewFileLabel } from '../../commands/label/views/viewFileLabel.ts';
import { maxWebsiteLength } from '../../register/siteHost.ts';
import { day, lines, optionalLine, revision, ticked } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { fileLabelView } from './fileLabel.view.ts';

const maxReasonLength = 4000;

type Shape = Readonly<Record<string, typeof revision | typeof ticked>>;

/** The label of a file: what an officer does with it while it lasts. */
export function staffLabelPage(router: WebRouter): void {
  const path = '/files/:applicationId/label';
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const page = {
    template: fileLabelPage,
    load: (ctx: WebContext) => viewFileLabel(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (label: FileLabel, ctx: WebContext) => ({
      ...fileLabelView(label, ctx.deps.clock.now().toISOString(), ctx.words),
      names: { reason: ctx.words.t('issuing.label.reason'), until: ctx.words.t('issuing.label.until') },
    }),
  };
  const addressOf = (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}/label`;
  const ask = async (ctx: WebContext, { label }: FileLabel, seen: number, said: RevisionAsk) => {
    const actor = await labelActor(ctx.deps, askerOf(ctx), label);
    await askRevision(ctx.deps, actor, { number: label.id, revision: seen, ...said });
    return addressOf(ctx);
  };

  formView(router, path, page);

  formAction(router, `${path}/suspend`, {
    ...page,
    shape: { revision, reason: lines(maxReasonLength), until: day },
    submit: async (input, { label }, ctx) => {
      await suspendLabel(ctx.deps, askerOf(ctx), { number: label.id, ...input });
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/restore`, {
    ...page,
    shape: { revision, reason: lines(maxReasonLength) },
    submit: (input, loaded, ctx) =>
      ask(ctx, loaded, input.revision, { cause: 'restored', reason: input.reason }),
  });

  formAction(router, `${path}/rename`, {
    ...page,
    shape: { revision },
    submit: (input, loaded, ctx) =>
      ask(ctx, loaded, input.revision, { cause: 'name', name: loaded.names.today }),
  });

  formAction(router, `${path}/website`, {
    ...page,
    shape: { revision, website: optionalLine(maxWebsiteLength) },
    submit: async (input, { label }, ctx) => {
      await takeWebsite(ctx.deps, askerOf(ctx), { number: label.id, ...input });
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/reduce`, {
    ...page,
    shape: ({ label }: FileLabel): Shape => ({
      revision,
      ...Object.fromEntries(label.offers.map(({ id }) => [`offer.${id}`, ticked])),
    }),
    submit: (input, loaded, ctx) => {
      const offers = loaded.label.offers.filter(({ id }) => input[`offer.${id}`] === true);
      const seen = Number(input.revision);
      return ask(ctx, loaded, seen, { cause: 'scope', offers: offers.map(({ id }) => id) });
    },
  });
}
