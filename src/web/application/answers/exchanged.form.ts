import { dropExchanges, takeExchanges } from '../../../commands/application/evidence/takeExchanges.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { countExchanges, countsExchanges } from '../../../commands/exchange/views/countExchanges.ts';
import type { ExchangesCount } from '../../../commands/items/ownExchanges.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { exchangesText } from '../../views/exchanges.view.ts';

export type ExchangedCard = Awaited<ReturnType<typeof exchangedCards>>[number];

/** What the organisation's exchanges here say about criteria of a page, where there are any or some were taken over. */
export async function exchangedCards(
  ctx: WebContext,
  { assessment, organisation }: ApplicantFile,
  criteria: readonly Criterion[],
) {
  const some = criteria.filter(({ id }) => countsExchanges(id));
  if (some.length === 0) return [];
  const counts = await countExchanges(ctx.deps, organisation.id);
  return some.flatMap(({ id: criterion }) => {
    const count = counts.get(criterion);
    const taken = assessment.exchanges?.find((one) => one.criterion === criterion);
    const text = count && count.deals > 0 ? exchangesText(count, ctx.words) : null;
    const takenText = taken ? exchangesText(taken, ctx.words) : null;
    if (text === null && takenText === null) return [];
    // The same numbers, counted on another day, are no reason to take them again.
    const isNew = text !== null && !(taken && count && saySame(taken, count));
    return [{ criterion, text: isNew ? text : null, taken: takenText }];
  });
}

/** Takes over what exchanges say, or takes it back, as the button of a criterion asks. */
export async function saveExchanges(
  ctx: WebContext,
  applicationId: string,
  { button, criterion }: { readonly button: 'take' | 'drop'; readonly criterion: string },
): Promise<void> {
  const asker = askerOf(ctx);
  if (button === 'drop') await dropExchanges(ctx.deps, asker, { applicationId, criterion });
  else {
    const say = (count: ExchangesCount) => evidenceText(count, ctx.words);
    await takeExchanges(ctx.deps, asker, { applicationId, criterion, say });
  }
}

/** The criterion whose button for exchanges was pressed. */
export function exchangedIn(go: string | undefined): string | undefined {
  return /^(?:take|drop)\.(.+)$/.exec(go ?? '')?.[1];
}

/** How the answer names it as evidence: short enough for that field. */
function evidenceText(count: ExchangesCount, words: Translator): string {
  const { kind, from, until, deals } = count;
  return words.t('exchanged.evidence', { kind, deals, from: words.date(from), until: words.date(until) });
}

function saySame(one: ExchangesCount, other: ExchangesCount): boolean {
  return one.deals === other.deals && one.labelled === other.labelled && one.value === other.value;
}
