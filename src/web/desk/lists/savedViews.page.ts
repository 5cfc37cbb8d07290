import { removeView, saveView } from '../../../commands/desk/lists/savedViews.ts';
import { deskKinds } from '../../../commands/ports/deskPorts.ts';
import { line } from '../../forms/fields.ts';
import { parse } from '../../forms/parse.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fieldsOf, listAddress, listHref } from './listAddress.ts';

/** Keeps and takes away searches of a list, and goes back to it. */
export function savedViewRoutes(router: WebRouter): void {
  for (const kind of deskKinds) {
    const goOn = (ctx: WebContext, address = listAddress(kind, {})) => {
      ctx.redirect(listHref(ctx.words.language, address));
      ctx.status = 303;
    };
    router.post(`/lists/${kind}/views`, async (ctx) => {
      const body = { ...(ctx.request.body as Readonly<Record<string, unknown>> | undefined) };
      const address = listAddress(kind, body);
      const { name } = parse({ name: line(60) }, { name: body.name });
      const query = new URLSearchParams(fieldsOf(address)).toString();
      await saveView(ctx.deps, askerOf(ctx), { kind, name, query });
      goOn(ctx, address);
    });
    router.post(`/lists/${kind}/views/:view/remove`, async (ctx) => {
      await removeView(ctx.deps, askerOf(ctx), ctx.params.view ?? '');
      goOn(ctx);
    });
  }
}
