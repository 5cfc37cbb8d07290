import { requireVisible } from '../../commands/common/requireVisible.ts';
import { LabelError } from '../../errors.ts';
import { profile } from '../../profile/profile.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { readersLanguage } from '../http/language.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { embeddedPage } from '../register/embeddedPage.ts';
import { readEntry } from '../register/readEntry.ts';
import { beingIssued } from '../views/badge.view.ts';
import { kitCode } from '../views/kitCode.view.ts';

/**
 * What another site shows in the place of a link to a label or an offer (oEmbed 1.0): the badge, which says the status of each day,
 * as a link. Any other address is refused, and so is a label that has no badge yet (`notFound`), a question without one address
 * (`badRequest`), or a format but JSON (501).
 */
export function oembedRoute(router: WebRouter, { deps }: Web): void {
  const { publicUrl } = deps;
  router.get('/oembed', async (ctx) => {
    const { url, format = 'json' } = ctx.query;
    if (typeof url !== 'string') throw new LabelError('badRequest');
    const page = requireVisible(embeddedPage(url, publicUrl));
    if (format !== 'json') {
      ctx.status = 501;
      return;
    }
    const { entry } = await readEntry(ctx, deps, page.number);
    const offer = page.offer === undefined ? entry : entry.offers.find(({ id }) => id === page.offer);
    const status = validityToday(entry, dayOf(deps.clock.now().toISOString()));
    if (offer === undefined || beingIssued(status)) throw new LabelError('notFound');
    const { organisation, number } = entry;
    const { html, size } = kitCode(entry, page.language ?? readersLanguage(ctx), publicUrl);
    ctx.vary('Accept-Language');
    ctx.body = JSON.stringify({
      version: '1.0',
      type: 'rich',
      title: 'name' in offer ? `${offer.name}, ${organisation.name}` : organisation.name,
      provider_name: profile.name,
      provider_url: publicUrl,
      thumbnail_url: `${publicUrl}/badges/${number}.png?form=standard&size=256`,
      thumbnail_width: 256,
      thumbnail_height: 282,
      html,
      ...size,
    });
    ctx.type = 'json';
  });
}
