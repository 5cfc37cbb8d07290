import { profilePage } from '../../../templates/pages/review/profile.ts';
import { changeProfile } from '../../commands/review/reviewers/changeProfile.ts';
import { type OwnProfile, viewProfile } from '../../commands/review/views/viewProfile.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { reviewerProfile } from '../views/reviewerProfile.view.ts';
import { profileFields, profileIn } from './profile.form.ts';

/** What a reviewer says of themselves: what they know, and when and for how much they can be asked. */
export function reviewerProfilePage(router: WebRouter): void {
  formPage(router, '/review/profile', {
    template: profilePage,
    load: (ctx: WebContext) => viewProfile(ctx.deps, askerOf(ctx)),
    shape: (own: OwnProfile) => profileFields(themesOf(own)),
    page: (own: OwnProfile, ctx: WebContext) => ({
      ...reviewerProfile(own, ctx.words),
    }),
    submit: async ({ revision, ...typed }, own, ctx) => {
      await changeProfile(ctx.deps, askerOf(ctx), { revision, ...profileIn(typed, themesOf(own)) });
      return `/${ctx.words.language}/review/profile?saved=1`;
    },
  });
}

function themesOf({ published }: OwnProfile): readonly string[] {
  return published.scheme.themes.map(({ id }) => id);
}
