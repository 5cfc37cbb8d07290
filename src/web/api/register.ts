import {
  type RegisterAnswer,
  type RegisterQuery,
  searchRegister,
} from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { cursorOf } from '../forms/cursor.ts';
import { asAddress } from '../forms/readQuery.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { labelJson } from '../register/labelJson.ts';
import { readRegisterQuery, registerSearch, searchKept } from '../register/register.form.ts';
import type { SearchAnswer } from '../schemas/search.ts';

/** The search of the register for programs; `badRequest` with one fault per field for what cannot be asked. */
export function registerRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/labels', openToAll, licensed, async (ctx) => {
    const { query, page, counted } = asAddress(() => readRegisterQuery(ctx.query));
    const answer = await searchRegister(deps, query, { page, counted });
    const today = dayOf(deps.clock.now().toISOString());
    ctx.vary('Accept-Language');
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(
      answerJson(query, answer, { today, words: ctx.words, publicUrl: deps.publicUrl }),
    );
    ctx.type = 'json';
  });
}

/** A page of labels as programs read them, the addresses of the pages beside it, and words that were taken for others. */
function answerJson(
  query: RegisterQuery,
  answer: RegisterAnswer,
  { today, words, publicUrl }: { today: Day; words: Translator; publicUrl: string },
): SearchAnswer {
  const { entries, previous, next, counts, site } = answer;
  const also = counts === null ? {} : { counts: 'yes' };
  const page = (cursor: Readonly<Record<string, string>>) =>
    `${publicUrl}/api/v1/labels${registerSearch(query, { ...also, ...cursor })}`;
  return {
    labels: entries.map((entry) =>
      labelJson({ entry, asOf: null }, validityToday(entry, today), words, publicUrl),
    ),
    instead: answer.words.flatMap(({ typed, instead }) =>
      instead === null ? [] : [{ typed, taken: instead }],
    ),
    unknown: answer.words.flatMap(({ typed, wanted }) => (wanted.length === 0 ? [typed] : [])),
    ...(site && { site: { host: site.host, named: site.isNamed } }),
    ...(counts && { counts: { total: counts.total, all: counts.areAll, ...counts.of } }),
    previous: previous && page({ before: cursorOf(previous, query) }),
    next: next && page({ after: cursorOf(next, query) }),
  };
}
