import { typedPage as page } from '../../../templates/pages/site/typed.ts';
import type { Person } from '../../commands/items/items.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { guardedAction } from '../../policies/recentSignIn.ts';
import { isAdministrator } from '../../policies/who.ts';
import { type SessionData, sessionOf } from '../http/session/sessionOf.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { typedTexts } from '../http/typedTexts.view.ts';

type Typed = NonNullable<SessionData['typed']>;

/**
 * What was typed in a form whose session had expired, or without a required recent sign-in: shown once more, and sent to where it
 * belongs by hand only.
 */
export function typedPage(router: WebRouter, { deps }: Web): void {
  router.get('/typed', async (ctx) => {
    const typed = sessionOf(ctx)?.typed;
    if (!typed) return ctx.redirect(`/${ctx.words.language}/my`);
    const action = guardedAction(partsOf(typed).join('/'));
    const person = action && (await personAbout(ctx, typed, (id) => deps.store.person(id)));
    const about = person && (person.name || person.email);
    ctx.render(page, { ...typed, action, about, texts: typedTexts(typed.fields) });
  });
  router.post('/typed/discard', (ctx) => {
    delete sessionOf(ctx)?.typed;
    ctx.redirect(`/${ctx.words.language}/my`);
    ctx.status = 303;
  });
}

/** Of the path that the form goes to, after the language. */
function partsOf({ path }: Typed): string[] {
  return path.replace(/\?.*$/, '').split('/').slice(2);
}

/** Whom the form is about, for who may know them: an administrator, or who speaks for an organisation of both. */
async function personAbout(
  ctx: WebContext,
  typed: Typed,
  find: (id: string) => Promise<Person | null>,
): Promise<Person | null> {
  const asker = askerOf(ctx);
  const [section, id = ''] = partsOf(typed);
  if (section === 'people') return isAdministrator(asker) ? find(id) : null;
  const named = typed.fields.find(([name]) => name === 'person')?.[1];
  if (section !== 'organisations' || named === undefined || !speaksFor(asker, id)) return null;
  const person = await find(named);
  return person?.memberships.some(({ organisationId }) => organisationId === id) ? person : null;
}
