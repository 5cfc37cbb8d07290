import { labelKitPage } from '../../../templates/pages/label/labelKit.ts';
import { viewLabelKit } from '../../commands/label/viewLabelKit.ts';
import { dayOf } from '../../register/day.ts';
import { isLanguage } from '../../words/i18n.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { labelKitView } from '../presenters/labelKit.ts';
import { shownBadge } from '../shownBadge.ts';
import type { WebRouter } from '../state.ts';

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
    ctx.render(labelKitPage, labelKitView({ entry, shown, language, today, publicUrl }, ctx.words));
  });
}
