import * as z from 'zod';
import { duplicatesPage } from '../../../templates/pages/people/duplicates.ts';
import { mergeOrganisations } from '../../commands/people/organisations/mergeOrganisations.ts';
import { listDuplicates } from '../../commands/people/views/listDuplicates.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';

/** A registration with the revision that the officer saw, as the form carries it: `<id>:<revision>`. */
const registration = z
  .string()
  .regex(/^[\w-]{1,60}:\d{1,9}$/)
  .transform((value) => {
    const [id = '', revision] = value.split(':');
    return { id, revision: Number(revision) };
  });

/** Which of the forms of the page it is, so that its faults are shown in it. */
const group = z
  .string()
  .regex(/^[\w-]{1,60}$/)
  .optional();

/** Registrations that look like one organisation, and making one of two go on alone. */
export function duplicatesRoutes(router: WebRouter): void {
  formPage(router, '/duplicates', {
    template: duplicatesPage,
    shape: { group, keep: registration, merge: registration },
    load: (ctx) => listDuplicates(ctx.deps, askerOf(ctx)),
    page: (groups) => ({ groups }),
    submit: async ({ keep, merge }, _, ctx) => {
      await mergeOrganisations(ctx.deps, askerOf(ctx), { keep, merge });
      return `/${ctx.words.language}/duplicates?saved=1`;
    },
  });
}
