import { typedPage as page } from '../../../templates/pages/site/typed.ts';
import type { Asker } from '../../commands/ports/ports.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { guardedAction } from '../../policies/recentSignIn.ts';
import { isAdministrator } from '../../policies/who.ts';
import { type SessionData, sessionOf } from '../http/session/sessionOf.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { typedTexts } from '../http/typedTexts.view.ts';

type Typed = NonNullable<SessionData['typed']>;

/** A form sent after its session had expired or without a required recent sign-in: shown once more, to be sent by hand only. */
export function typedPage(router: WebRouter, { deps }: Web): void {
  router.get('/typed', async (ctx) => {
    const typed = sessionOf(ctx)?.typed;
    if (!typed) return ctx.redirect(`/${ctx.words.language}/my`);
    const action = guardedAction(partsOf(typed).join('/'));
    const person = action && (await personAbout(deps, askerOf(ctx), typed));
    const about = person && (person.name || person.email);
    ctx.render(page, { ...typed, action, about, texts: typedTexts(typed.fields) });
  });
  router.post('/typed/discard', (ctx) => {
    delete sessionOf(ctx)?.typed;
    ctx.redirect(`/${ctx.words.language}/my`);
    ctx.status = 303;
  });
}

/** The parts of the form's path after the language. */
function partsOf({ path }: Typed): string[] {
  return path.replace(/\?.*$/, '').split('/').slice(2);
}

/** Whom the form is about, for who may know them: an administrator, or who speaks for an organisation of both. */
async function personAbout({ store }: Web['deps'], asker: Asker, typed: Typed) {
  const [section, id = ''] = partsOf(typed);
  if (section === 'people') return isAdministrator(asker) ? store.person(id) : null;
  const named = typed.fields.find(([name]) => name === 'person')?.[1];
  if (section !== 'organisations' || named === undefined || !speaksFor(asker, id)) return null;
  const person = await store.person(named);
  return person?.memberships.some(({ organisationId }) => organisationId === id) ? person : null;
}
