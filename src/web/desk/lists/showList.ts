import type { Refusal } from '../../../../templates/frame.ts';
import { deskListPage } from '../../../../templates/pages/desk/lists/list.ts';
import { listDesk } from '../../../commands/desk/lists/listDesk.ts';
import { listViews } from '../../../commands/desk/lists/savedViews.ts';
import type { DeskKind, DeskRow } from '../../../commands/ports/deskPorts.ts';
import { LabelError } from '../../../errors.ts';
import { explains, named, noRefusal, refusalOf } from '../../forms/refusal.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { deskListView } from './list.view.ts';
import { askedBy, listAddress, pickedIn, placeIn } from './listAddress.ts';
import { vocabularyOf } from './vocabulary.ts';

/** An act on rows of a list that was refused: what was ticked and typed comes back. */
interface Refused {
  readonly picked: readonly DeskRow['id'][];
  readonly refusal: Refusal;
}

/** What a form of a list sent, and how its fields are called. */
interface Sent {
  readonly kind: DeskKind;
  readonly body: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
}

/** Sessions that are offered to put files on. */
const maxSessions = 50;

const nothingRefused: Refused = { picked: [], refusal: noRefusal };

/** Shows a page of a list as an address asks for it, or a form that carries what one asked. */
export async function showList(
  ctx: WebContext,
  kind: DeskKind,
  query: Readonly<Record<string, unknown>>,
  refused: Refused = nothingRefused,
): Promise<void> {
  const { deps, words } = ctx;
  const asker = askerOf(ctx);
  const address = listAddress(kind, query);
  const { asked, faults } = askedBy(address, vocabularyOf(kind, words));
  const after = placeIn(query.after);
  const officers = await deps.store.peopleWith('officer');
  // What was not understood in part is not searched for in part: the answer would be another than was meant.
  const withOwners = address.columns.includes('email');
  const list = await listDesk(deps, asker, { kind, asked, sort: address.sort, after, faults, withOwners });
  const views = await listViews(deps, asker, kind);
  const sessions = await deps.store.sessionsIn(['planned'], maxSessions);
  const beside = { views, officers, sessions, asker };
  ctx.render(deskListPage, deskListView(list, { ...refused, ...beside, address, after }, words));
}

/** Goes to the address that a form of a list leads to, or shows the list again with what was ticked and typed and why it was refused. */
export async function leadFromList(ctx: WebContext, { kind, body, names }: Sent, act: () => Promise<string>) {
  try {
    ctx.redirect(await act());
    ctx.status = 303;
  } catch (error) {
    if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
    const refusal = named(refusalOf(error, body, ctx.words), names, ctx.words, { nothingTicked: '#acts' });
    await showList(ctx, kind, body, { picked: pickedIn(body), refusal });
    ctx.status = error.status;
  }
}
