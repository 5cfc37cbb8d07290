import { storyPage } from '../../../templates/pages/people/story.ts';
import { maxSentences, maxStory, tellStory } from '../../commands/people/organisations/tellStory.ts';
import { viewOrganisation } from '../../commands/people/views/viewOrganisation.ts';
import { optionalLines, revision, ticked } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { organisationHref, organisationView } from '../views/organisation.view.ts';

/** What an organisation tells the public of itself, written by its people. */
export function ownStoryPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.id ?? '';
  formPage(router, '/organisations/:id/story', {
    template: storyPage,
    shape: { revision, story: optionalLines(maxStory), showsNeeds: ticked },
    load: (ctx) => viewOrganisation(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (page, ctx) => {
      const { organisation, href, mayEdit, labels } = organisationView(page, ctx.words);
      const { story = '', showsNeeds = false } = organisation;
      return {
        ...{ organisation, href, mayEdit, story },
        hasPublicPage: labels.length > 0,
        limits: { sentences: maxSentences, letters: maxStory },
        values: { story, showsNeeds: showsNeeds ? 'yes' : '' },
      };
    },
    submit: async (input, { organisation }, ctx) => {
      await tellStory(ctx.deps, askerOf(ctx), { ...input, organisationId: organisation.id });
      return `${organisationHref(ctx.words, idOf(ctx))}?saved=1`;
    },
  });
}
