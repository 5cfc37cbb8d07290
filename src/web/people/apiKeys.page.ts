import { apiKeysPage as template } from '../../../templates/pages/people/apiKeys.ts';
import { type KeyScope, organisationScopes, partnerScopes } from '../../commands/items/apiKey.ts';
import {
  keyFaults,
  makeKey,
  revokeKey,
  rotateKey,
  rotationFaults,
} from '../../commands/people/keys/makeKey.ts';
import { type KeyList, listKeys } from '../../commands/people/views/listKeys.ts';
import { dayOf } from '../../register/day.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, day, line, revision } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { apiKeysHref, apiKeysView, graceDays } from './apiKeys.view.ts';

/** The keys of an organisation, for who speaks for it. */
export function organisationKeyPage(router: WebRouter): void {
  keyPage(router, '/organisations/:id/keys', organisationScopes, (ctx) => ctx.params.id ?? '');
}

/** The keys of partners, for administrators. */
export function partnerKeyPage(router: WebRouter): void {
  keyPage(router, '/api-keys', partnerScopes, () => null);
}

function keyPage(
  router: WebRouter,
  path: string,
  scopes: typeof organisationScopes | typeof partnerScopes,
  of: (ctx: WebContext) => string | null,
): void {
  const today = ({ deps }: WebContext) => dayOf(deps.clock.now().toISOString());
  const page = {
    template,
    load: (ctx: WebContext) => listKeys(ctx.deps, askerOf(ctx), { organisationId: of(ctx) }),
    page: (list: KeyList, ctx: WebContext) => apiKeysView(list, null, ctx.words),
  };
  // In the answer itself, with the list as it is then: the key is in no address, and nowhere once this page is gone.
  const shownOnce = async (ctx: WebContext, made: string) => {
    return { shown: apiKeysView(await page.load(ctx), made, ctx.words) };
  };
  const which = { key: line(60), revision };
  const keyOf = (ctx: WebContext, { key: keyId, revision: read }: { key: string; revision: number }) => ({
    ...{ organisationId: of(ctx), keyId, revision: read },
  });

  formView(router, path, page);
  formAction(router, path, {
    ...page,
    shape: { name: line(80), endsOn: day, ...boxes('scopes.', scopes) },
    check: (input, _, ctx) => keyFaults(typedKey(input, of(ctx), scopes), today(ctx)),
    submit: async (input, _, ctx) => {
      const made = await makeKey(ctx.deps, askerOf(ctx), {
        ...{ name: input.name, endsOn: input.endsOn, organisationId: of(ctx) },
        scopes: tickedIn(input, 'scopes.', scopes),
      });
      return shownOnce(ctx, made);
    },
  });
  formAction(router, `${path}/rotate`, {
    ...page,
    shape: { ...which, endsOn: day, days: choice(graceDays) },
    check: ({ endsOn }, _, ctx) => rotationFaults(endsOn === undefined ? {} : { endsOn }, today(ctx)),
    submit: async ({ endsOn, days, ...input }, _, ctx) => {
      const to = { ...keyOf(ctx, input), endsOn, days: Number(days) };
      return shownOnce(ctx, await rotateKey(ctx.deps, askerOf(ctx), to));
    },
  });
  formAction(router, `${path}/revoke`, {
    ...page,
    shape: which,
    submit: async (input, _, ctx) => {
      await revokeKey(ctx.deps, askerOf(ctx), keyOf(ctx, input));
      return `${apiKeysHref(of(ctx), ctx.words)}?saved=1`;
    },
  });
}

/** What was typed of a new key, as far as it is right by itself. */
function typedKey(
  { endsOn, ...ticked }: { readonly endsOn?: string; readonly name?: string },
  organisationId: string | null,
  scopes: typeof organisationScopes | typeof partnerScopes,
) {
  const chosen = tickedIn(ticked, 'scopes.', scopes as readonly KeyScope[]);
  return { organisationId, scopes: chosen, ...(endsOn !== undefined && { endsOn }) };
}
