import { ownAppealPage } from '../../../templates/pages/committee/ownAppeal.ts';
import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { lodgeAppeal } from '../../commands/committee/appeal/lodgeAppeal.ts';
import { offeredAmong } from '../../commands/file/documentsOf.ts';
import { loadFile } from '../application/submission/loadFile.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { grounds, ownAppealView } from '../views/ownAppeal.view.ts';

/** An appeal against the decision on a request: its form until the last day, then where it stands and how it ended. */
export function appealPage(router: WebRouter): void {
  formPage(router, '/applications/:id/appeal', {
    load: loadFile,
    template: ownAppealPage,
    shape: (file) => ({
      revision,
      ground: choice(grounds),
      grounds: lines(8000),
      ...boxes('document.', offeredIn(file)),
    }),
    page: (file, ctx) => ownAppealView(file, ctx.deps.clock.now().toISOString(), ctx.words),
    submit: async (input, file, ctx) => {
      const { id } = file.application;
      const documents = tickedIn(input, 'document.', offeredIn(file));
      await lodgeAppeal(ctx.deps, askerOf(ctx), { ...input, applicationId: id, documents });
      return `${applicationHref(ctx.words, id, 'appeal')}?saved=1`;
    },
  });
}

function offeredIn({ documents }: ApplicantFile): string[] {
  return offeredAmong(documents).map(({ id }) => id);
}
