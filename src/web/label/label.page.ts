import { fileLabelPage } from '../../../templates/pages/label/fileLabel.ts';
import { openCasework } from '../../commands/desk/casework/openCasework.ts';
import { askRevision } from '../../commands/label/askRevision.ts';
import { labelActor, takeWebsite } from '../../commands/label/changeLabel.ts';
import { type FileLabel, viewFileLabel } from '../../commands/label/views/viewFileLabel.ts';
import { maxWebsiteLength } from '../../register/siteHost.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { caseworkForms, caseworkNames } from '../forms/casework.ts';
import { lines, optionalLine, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { fileLabelView } from './fileLabel.view.ts';

/** The label of a file: what an officer does with it while it lasts. */
export function staffLabelPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const offersOf = ({ label }: FileLabel) => label.offers.map(({ id }) => id);
  const next = (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}/label`;
  const form = pageWithForms(router, '/files/:applicationId/label', {
    template: fileLabelPage,
    load: async (ctx) => {
      const file = await viewFileLabel(ctx.deps, askerOf(ctx), idOf(ctx));
      return { ...file, casework: await openCasework(ctx.deps, askerOf(ctx), `labels/${file.label.id}`) };
    },
    page: (label, ctx) => ({
      ...fileLabelView(label, ctx.deps.clock.now().toISOString(), ctx.words),
      casework: label.casework,
      names: { reason: ctx.words.t('issuing.label.reason'), ...caseworkNames(ctx.words) },
    }),
    about: (_, { label }) => ({ number: label.id }),
    next,
  });
  caseworkForms(form, next);
  const reason = lines(4000);
  form('rename', { revision }, async (deps, asker, input, { label, names }) => {
    const ask = { cause: 'name', name: names.today } as const;
    await askRevision(deps, await labelActor(deps, asker, label), { ...input, ...ask });
  });
  form('website', { revision, website: optionalLine(maxWebsiteLength) }, takeWebsite);
  form(
    'reduce',
    (file) => ({ revision, reason, ...boxes('offer.', offersOf(file)) }),
    async (deps, asker, { number, revision, reason, ...input }, file) => {
      const ask = { cause: 'scope', offers: tickedIn(input, 'offer.', offersOf(file)), reason } as const;
      await askRevision(deps, await labelActor(deps, asker, file.label), { number, revision, ...ask });
    },
  );
}
