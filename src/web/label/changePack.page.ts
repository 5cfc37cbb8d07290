import { changePackPage } from '../../../templates/pages/label/changePack.ts';
import { prepareChangePack, releaseChangePack } from '../../commands/label/changePack/changePack.ts';
import { viewChangePack } from '../../commands/label/changePack/viewChangePack.ts';
import { revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { changePackView } from './changePack.view.ts';

/** What a new version of the criteria changes, whom it would cost the label, and the letters that go once they are released. */
export function changePackRoutes(router: WebRouter): void {
  const asked = (ctx: WebContext, name: string) => {
    const value = ctx.query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const form = pageWithForms(router, '/criteria-changes', {
    template: changePackPage,
    load: (ctx) => viewChangePack(ctx.deps, askerOf(ctx), { from: asked(ctx, 'from'), to: asked(ctx, 'to') }),
    page: (viewed, ctx) => changePackView(viewed, ctx.words),
    about: (_, { after }) => ({ version: after.scheme.version }),
    next: (ctx) => `/${ctx.words.language}/criteria-changes`,
  });
  form('dry-run', {}, prepareChangePack);
  form('release', { revision }, releaseChangePack);
}
