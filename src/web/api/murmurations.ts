import { requireVisible } from '../../commands/common/requireVisible.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { readQuery } from '../forms/readQuery.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { offerProfile, organisationProfile, profileAddresses } from '../register/murmurations.view.ts';
import { readEntry } from '../register/readEntry.ts';
import { type ProfilesAnswer, profilesQuery } from '../schemas/murmurations.ts';

/** Labels that one answer of the list looks at. */
const max = 100;

/**
 * Holders and offers as profiles that indexes of Murmurations read, each at an address of its own, and a list of these addresses in
 * pages. A profile cannot say a status: there is one only while the label holds (`notFound` after that, and the index drops it).
 */
export function murmurationsRoutes(router: WebRouter, { deps, i18n }: Web): void {
  const { publicUrl, store } = deps;
  const today = () => dayOf(deps.clock.now().toISOString());
  const holding = async (ctx: WebContext) => {
    const { entry } = await readEntry(ctx, deps, ctx.params.number ?? '');
    const status = validityToday(entry, today());
    if (!status.valid) throw new LabelError('notFound');
    return { entry, status, words: i18n[entry.language] };
  };
  const send = (ctx: WebContext, answer: object) => {
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  };

  router.get('/api/v1/murmurations', openToAll, licensed, async (ctx) => {
    const { last: before = '' } = readQuery(profilesQuery, ctx.query);
    const found = await store.entriesAfter(before, max + 1);
    const entries = found.slice(0, max);
    const last = found.length > max ? entries.at(-1) : undefined;
    const day = today();
    const answer: ProfilesAnswer = {
      profiles: entries.flatMap((entry) =>
        validityToday(entry, day).valid ? profileAddresses(entry, publicUrl) : [],
      ),
      next: last ? `${publicUrl}/api/v1/murmurations?last=${last.number}` : null,
    };
    if (answer.next) ctx.append('Link', `<${answer.next}>; rel="next"`);
    send(ctx, answer);
  });
  router.get('/api/v1/murmurations/labels/:number', openToAll, licensed, async (ctx) => {
    const { entry, words } = await holding(ctx);
    send(ctx, organisationProfile(entry, words, publicUrl));
  });
  router.get('/api/v1/murmurations/labels/:number/offers/:offer', openToAll, licensed, async (ctx) => {
    const { entry, status, words } = await holding(ctx);
    const offer = requireVisible(entry.offers.find(({ id }) => id === ctx.params.offer) ?? null);
    send(ctx, offerProfile(entry, offer, status, words, publicUrl));
  });
}
