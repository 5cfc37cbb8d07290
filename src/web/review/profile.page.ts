import * as z from 'zod';
import { profilePage } from '../../../templates/pages/review/profile.ts';
import { changeProfile } from '../../commands/review/reviewers/changeProfile.ts';
import { type OwnProfile, viewProfile } from '../../commands/review/views/viewProfile.ts';
import { languages } from '../../criteria/scheme.ts';
import { legalForms } from '../../register/legalForm.ts';
import { sectors } from '../../register/sector.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { dayOrNull, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { reviewerProfile } from '../views/reviewerProfile.view.ts';

const capacity = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** The themes of the scheme that is open now. */
const themesOf = ({ published }: OwnProfile) => published.scheme.themes.map(({ id }) => id);

/** What a reviewer says of themselves: what they know, and when and for how much they can be asked. */
export function reviewerProfilePage(router: WebRouter): void {
  formPage(router, '/review/profile', {
    template: profilePage,
    load: (ctx) => viewProfile(ctx.deps, askerOf(ctx)),
    shape: (own) => ({
      revision,
      capacity,
      awayFrom: dayOrNull,
      awayUntil: dayOrNull,
      ...boxes('theme-', themesOf(own)),
      ...boxes('sector-', sectors),
      ...boxes('form-', legalForms),
      ...boxes('language-', languages),
    }),
    page: (own, ctx) => reviewerProfile(own, ctx.words),
    submit: async (input, own, ctx) => {
      await changeProfile(ctx.deps, askerOf(ctx), {
        revision: input.revision,
        capacity: input.capacity,
        awayFrom: input.awayFrom,
        awayUntil: input.awayUntil,
        themes: tickedIn(input, 'theme-', themesOf(own)),
        sectors: tickedIn(input, 'sector-', sectors),
        legalForms: tickedIn(input, 'form-', legalForms),
        languages: tickedIn(input, 'language-', languages),
      });
      return `/${ctx.words.language}/review/profile?saved=1`;
    },
  });
}
