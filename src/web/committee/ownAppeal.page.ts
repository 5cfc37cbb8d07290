import * as z from 'zod';
import { ownAppealPage } from '../../../templates/pages/committee/ownAppeal.ts';
import { lodgeAppeal } from '../../commands/committee/appeal/lodgeAppeal.ts';
import { offeredAmong } from '../../commands/file/documentsOf.ts';
import { loadFile } from '../application/submission/loadFile.ts';
import { choice, lines, revision, ticked } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { grounds, ownAppealView } from '../views/ownAppeal.view.ts';

const maxGroundsLength = 8000;

/** An appeal against the decision on a request: its form until the last day, then where it stands and how it ended. */
export function appealPage(router: WebRouter): void {
  formPage(router, '/applications/:id/appeal', {
    load: loadFile,
    template: ownAppealPage,
    shape: ({ documents }): z.ZodRawShape => ({
      revision,
      ground: choice(grounds),
      grounds: lines(maxGroundsLength),
      ...Object.fromEntries(offeredAmong(documents).map(({ id }) => [`document.${id}`, ticked])),
    }),
    page: (file, ctx) => ({ ...ownAppealView(file, ctx.deps.clock.now().toISOString(), ctx.words) }),
    submit: async (input, { application, documents }, ctx) => {
      const said = given.parse(input);
      await lodgeAppeal(ctx.deps, askerOf(ctx), {
        applicationId: application.id,
        ...said,
        documents: offeredAmong(documents)
          .map(({ id }) => id)
          .filter((id) => input[`document.${id}`] === true),
      });
      return `${applicationHref(ctx.words, application.id, 'appeal')}?saved=1`;
    },
  });
}

const given = z.object({ revision: z.number(), ground: z.enum(grounds), grounds: z.string() });
