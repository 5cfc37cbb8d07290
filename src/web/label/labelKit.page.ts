import { labelKitPage } from '../../../templates/pages/label/labelKit.ts';
import { labelDoors } from '../../commands/label/views/labelDoors.ts';
import { labelTasks } from '../../commands/label/views/labelTasks.ts';
import { viewLabelKit } from '../../commands/label/views/viewLabelKit.ts';
import { isOfferable } from '../../commands/label/wallet/viewWalletOffer.ts';
import { isLanguage } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { applicationHref } from '../views/applicationFrame.view.ts';
import { shownBadge } from '../views/badge.view.ts';
import { labelKitView } from './labelKit.view.ts';

/** The kit of a label for its holder; `?language=` says in which language badges and code are, the certificate's when it names none. */
export function labelKitRoutes(router: WebRouter): void {
  router.get('/organisations/:id/labels/:number', async (ctx) => {
    const { id: organisationId = '', number = '' } = ctx.params;
    const entry = await viewLabelKit(ctx.deps, askerOf(ctx), { organisationId, number });
    const asked = ctx.query.language;
    const language = isLanguage(asked) ? asked : entry.language;
    const today = dayOf(ctx.deps.clock.now().toISOString());
    const { publicUrl, store } = ctx.deps;
    const lookUp = async (next: string) => ({ entry: await store.entry(next) });
    const shown = await shownBadge(lookUp, entry, today);
    const tasks = await labelTasks(ctx.deps, askerOf(ctx), { organisationId, number });
    const doors = await labelDoors(ctx.deps, askerOf(ctx), { organisationId, number });
    const label = await store.label(number);
    const messages = label && applicationHref(ctx.words, label.context.applicationId, 'messages');
    const wallet = ctx.deps.wallets !== null && (await isOfferable(ctx.deps, askerOf(ctx), entry));
    const kit = { entry, shown, language, today, publicUrl, tasks, doors, messages, wallet };
    ctx.render(labelKitPage, labelKitView(kit, ctx.words));
  });
}
