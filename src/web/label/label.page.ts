import { fileLabelPage } from '../../../templates/pages/label/fileLabel.ts';
import type { RevisionAsk } from '../../commands/items/items.ts';
import { askRevision } from '../../commands/label/askRevision.ts';
import { labelActor, suspendLabel, takeWebsite } from '../../commands/label/changeLabel.ts';
import { type FileLabel, viewFileLabel } from '../../commands/label/views/viewFileLabel.ts';
import type { Asker } from '../../commands/ports/ports.ts';
import { maxWebsiteLength } from '../../register/siteHost.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { day, lines, optionalLine, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { fileLabelView } from './fileLabel.view.ts';

const maxReasonLength = 4000;

/** The label of a file: what an officer does with it while it lasts. */
export function staffLabelPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const form = pageWithForms(router, '/files/:applicationId/label', {
    template: fileLabelPage,
    load: (ctx) => viewFileLabel(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (label, ctx) => ({
      ...fileLabelView(label, ctx.deps.clock.now().toISOString(), ctx.words),
      names: { reason: ctx.words.t('issuing.label.reason'), until: ctx.words.t('issuing.label.until') },
    }),
    about: (_, { label }) => ({ number: label.id }),
    next: (ctx) => `/${ctx.words.language}/files/${idOf(ctx)}/label`,
  });
  const reason = lines(maxReasonLength);
  form('suspend', { revision, reason, until: day }, suspendLabel);
  form('restore', { revision, reason }, (deps, asker, input, { label }) =>
    ask(deps, asker, label, { ...input, cause: 'restored' }),
  );
  form('rename', { revision }, (deps, asker, input, { label, names }) =>
    ask(deps, asker, label, { ...input, cause: 'name', name: names.today }),
  );
  form('website', { revision, website: optionalLine(maxWebsiteLength) }, takeWebsite);
  form(
    'reduce',
    ({ label }) => ({ revision, ...boxes('offer.', idsOf(label)) }),
    (deps, asker, { revision, ...input }, { label }) =>
      ask(deps, asker, label, { revision, cause: 'scope', offers: tickedIn(input, 'offer.', idsOf(label)) }),
  );
}

function idsOf({ offers }: FileLabel['label']): string[] {
  return offers.map(({ id }) => id);
}

async function ask(
  deps: WebDeps,
  asker: Asker,
  label: FileLabel['label'],
  said: RevisionAsk & { readonly revision: number },
): Promise<void> {
  const actor = await labelActor(deps, asker, label);
  await askRevision(deps, actor, { number: label.id, ...said });
}
