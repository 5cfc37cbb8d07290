import { removeView, saveView } from '../../../commands/desk/lists/savedViews.ts';
import { deskKinds } from '../../../commands/ports/deskPorts.ts';
import { line } from '../../forms/fields.ts';
import { parse } from '../../forms/parse.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { fieldsOf, listAddress, listHref } from './listAddress.ts';
import { leadFromList } from './showList.ts';

/** Keeps and takes away searches of a list, and goes back to it. */
export function savedViewRoutes(router: WebRouter): void {
  for (const kind of deskKinds) {
    router.post(`/lists/${kind}/views`, async (ctx) => {
      const body = { ...(ctx.request.body as Readonly<Record<string, unknown>> | undefined) };
      await leadFromList(ctx, { kind, body, names: { name: ctx.words.t('desk.views.name') } }, async () => {
        const address = listAddress(kind, body);
        const { name } = parse({ name: line(60) }, { name: body.name });
        const query = new URLSearchParams(fieldsOf(address)).toString();
        await saveView(ctx.deps, askerOf(ctx), { kind, name, query });
        return listHref(ctx.words.language, address);
      });
    });
    router.post(`/lists/${kind}/views/:view/remove`, async (ctx) => {
      await removeView(ctx.deps, askerOf(ctx), ctx.params.view ?? '');
      ctx.redirect(listHref(ctx.words.language, listAddress(kind, {})));
      ctx.status = 303;
    });
  }
}
