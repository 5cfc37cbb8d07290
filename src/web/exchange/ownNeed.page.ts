import * as z from 'zod';
import { ownNeedPage } from '../../../templates/pages/exchange/ownNeed.ts';
import { closeNeed, needOutcomes, withdrawNeed } from '../../commands/exchange/endNeed.ts';
import { ownNeed } from '../../commands/exchange/ownNeed.ts';
import {
  editNeed,
  isOpen,
  maxNeedDays,
  maxOpenNeeds,
  needFaults,
  publishNeed,
} from '../../commands/exchange/publishNeed.ts';
import { listExchanges } from '../../commands/exchange/views/listExchanges.ts';
import { type Need, needKinds } from '../../commands/items/need.ts';
import { categories, categoryBranches } from '../../criteria/category.ts';
import { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addDays, dayOf } from '../../register/day.ts';
import { choice, day, line, lines, optionalLine, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { exchangesHref } from './exchangeHref.ts';

const fields = {
  kind: choice(needKinds),
  title: line(120),
  text: lines(2000),
  quantity: optionalLine(120),
  place: line(80),
  category: z.preprocess((typed) => typed || null, z.enum(categories).nullable()),
  until: day,
};
const idOf = (ctx: WebContext) => ctx.params.id ?? '';

/** Where an organisation says what it looks for, says it anew, and says what became of it. */
export function ownNeedPages(router: WebRouter): void {
  formPage(router, '/organisations/:id/exchanges/new', {
    template: ownNeedPage,
    shape: fields,
    check: faultsOf,
    load: async (ctx) => {
      const { organisation, mayEdit } = await listExchanges(ctx.deps, askerOf(ctx), idOf(ctx));
      if (!mayEdit) throw new LabelError('notFound');
      const { commune } = (await ctx.deps.store.organisation(organisation.id)) ?? { commune: '' };
      return { organisation, commune };
    },
    page: ({ organisation, commune }, ctx) => ({
      ...viewOf(ctx, null),
      organisation,
      values: { place: commune, until: lastDay(ctx, 60) },
    }),
    submit: async (input, _, ctx) => {
      await ctx.deps.limits.take('needsOfOrganisation', idOf(ctx));
      const id = await publishNeed(ctx.deps, askerOf(ctx), { ...input, organisationId: idOf(ctx) });
      return `/${ctx.words.language}/exchange/${id}?saved=1`;
    },
  });

  const about = (ctx: WebContext) => ({ organisationId: idOf(ctx), needId: ctx.params.needId ?? '' });
  const page = {
    template: ownNeedPage,
    load: (ctx: WebContext) => ownNeed(ctx.deps, askerOf(ctx), about(ctx)),
    page: async (need: Need, ctx: WebContext) => {
      const { kind, title, text, quantity, place, category, context } = need;
      const organisation = await ctx.deps.store.organisation(context.organisationId);
      return {
        ...viewOf(ctx, need),
        organisation: { id: context.organisationId, name: organisation?.name ?? '' },
        values: {
          ...{ kind, title, text, quantity, place },
          ...{ category: category ?? '', until: context.dueAt.slice(0, 10) },
        },
      };
    },
  };
  formPage(router, '/organisations/:id/exchanges/needs/:needId', {
    ...page,
    shape: { revision, ...fields },
    check: faultsOf,
    submit: async (input, _, ctx) => {
      await editNeed(ctx.deps, askerOf(ctx), { ...about(ctx), ...input });
      return `/${ctx.words.language}/exchange/${about(ctx).needId}?saved=1`;
    },
  });
  const form = formsBelow(router, '/organisations/:id/exchanges/needs/:needId', {
    ...page,
    about,
    next: (ctx) => exchangesHref(ctx.words, idOf(ctx)),
  });
  form('close', { revision, outcome: choice(needOutcomes) }, closeNeed);
  form('withdraw', { revision }, withdrawNeed);
}

function viewOf(ctx: WebContext, need: Need | null) {
  const exchanges = exchangesHref(ctx.words, idOf(ctx));
  return {
    need: need && { id: need.id, revision: need.revision, state: need.state, isOpen: isOpen(need) },
    exchanges,
    href: need ? `${exchanges}/needs/${need.id}` : `${exchanges}/new`,
    branches: categoryBranches,
    limits: { needs: maxOpenNeeds, days: maxNeedDays },
    names: namesOf(ctx.words),
  };
}

function namesOf({ t }: Pick<Translator, 't'>) {
  return {
    kind: t('exchange.form.kind'),
    title: t('exchange.form.title'),
    text: t('exchange.form.text'),
    quantity: t('exchange.form.quantity'),
    place: t('exchange.form.place'),
    category: t('offer.fields.category'),
    until: t('exchange.form.until'),
    outcome: t('exchange.close.outcome'),
  };
}

function faultsOf(input: Parameters<typeof needFaults>[0], _: unknown, { deps }: WebContext) {
  return needFaults(input, dayOf(deps.clock.now().toISOString()));
}

function lastDay(ctx: WebContext, days: number): string {
  return addDays(dayOf(ctx.deps.clock.now().toISOString()), days);
}
