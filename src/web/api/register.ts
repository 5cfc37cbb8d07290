import { searchRegister } from '../../commands/register/searchRegister.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { cursorOf } from '../forms/cursor.ts';
import { asAddress } from '../forms/readQuery.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { labelJson } from '../register/labelJson.ts';
import { readRegisterQuery, registerSearch, searchKept } from '../register/register.form.ts';
import type { SearchAnswer } from '../schemas/search.ts';

/**
 * The search of the register for programs: a page of labels, the addresses of the pages beside it, and words that were taken for
 * others; `badRequest` with one fault per field for what cannot be asked.
 */
export function registerRoute(router: WebRouter, { deps }: Web): void {
  const { publicUrl } = deps;
  router.get('/api/v1/labels', openToAll, licensed, async (ctx) => {
    const { query, page, counted } = asAddress(() => readRegisterQuery(ctx.query));
    const { entries, words, site, counts, previous, next } = await searchRegister(deps, query, {
      page,
      counted,
    });
    const today = dayOf(deps.clock.now().toISOString());
    const also = counts === null ? {} : { counts: 'yes' };
    const pageAt = (cursor: Readonly<Record<string, string>>) =>
      `${publicUrl}/api/v1/labels${registerSearch(query, { ...also, ...cursor })}`;
    const answer: SearchAnswer = {
      labels: entries.map((entry) =>
        labelJson({ entry, asOf: null }, validityToday(entry, today), ctx.words, publicUrl),
      ),
      instead: words.flatMap(({ typed, instead }) => (instead === null ? [] : [{ typed, taken: instead }])),
      unknown: words.flatMap(({ typed, wanted }) => (wanted.length === 0 ? [typed] : [])),
      ...(site && { site: { host: site.host, named: site.isNamed } }),
      ...(counts && { counts: { total: counts.total, all: counts.areAll, ...counts.of } }),
      previous: previous && pageAt({ before: cursorOf(previous, query) }),
      next: next && pageAt({ after: cursorOf(next, query) }),
    };
    ctx.vary('Accept-Language');
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
}
