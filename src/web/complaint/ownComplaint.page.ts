import type { FormState, Refusal } from '../../../templates/frame.ts';
import {
  type OwnComplaintView,
  ownComplaintPage as page,
} from '../../../templates/pages/complaint/ownComplaint.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import { contestComplaint, openComplaint } from '../../commands/complaint/contestComplaint.ts';
import { renewComplaintSecret } from '../../commands/complaint/renewSecret.ts';
import { LabelError } from '../../errors.ts';
import { isComplaintNumber } from '../../register/complaintNumber.ts';
import { email, line, lines } from '../forms/fields.ts';
import { parse, type Typed } from '../forms/parse.ts';
import { explains, named, noRefusal, refusalOf, textsOf } from '../forms/refusal.ts';
import { body } from '../http/body.ts';
import { clientKey } from '../http/clientKey.ts';
import { retryLater } from '../http/retryLater.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';

const key = { secret: line(40) };
const lost = { email };
const contest = { ...key, grounds: lines(4000) };

/**
 * Where whoever complained reads the answer by number and secret, and contests it. The secret comes in a form, never in an address,
 * so that no history, log or cache has it; no session is read.
 */
export function ownComplaintPage(router: WebRouter, { deps }: Web): void {
  router.get('/report/follow', (ctx) => {
    show(ctx, { number: null, complaint: null }, noRefusal);
  });
  router.post('/report/follow', body, (ctx) =>
    answer(ctx, { ...key, number: line(40) }, async () => {}, typedNumber(ctx)),
  );
  router.get('/report/:complaint', (ctx) => {
    const number = numberOf(ctx);
    ctx.set('Cache-Control', 'no-store');
    show(ctx, { number, complaint: null }, noRefusal);
  });
  router.post('/report/:complaint', body, (ctx) => answer(ctx, key, async () => {}));
  router.post('/report/:complaint/contest', body, (ctx) =>
    answer(ctx, contest, (input) =>
      contestComplaint(deps, { ...input, number: numberOf(ctx), request: ctx.state.request }),
    ),
  );

  router.post('/report/:complaint/secret', body, async (ctx) => {
    const number = numberOf(ctx);
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('urlencoded')) throw new LabelError('badRequest');
    try {
      await deps.limits.take('complaintSecretsFromClient', clientKey(ctx.ip));
      await renewComplaintSecret(deps, {
        ...parse(lost, ctx.request.body),
        number,
        request: ctx.state.request,
      });
      show(ctx, { number, complaint: null, isSent: true }, noRefusal);
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      show(ctx, { number, complaint: null }, refusalOf(error, ctx.request.body, ctx.words));
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });

  /** Does what a form asks and shows the complaint as it is then; refused, the form is shown again, with it where the secret is right. */
  async function answer<Shape extends typeof key>(
    ctx: WebContext,
    shape: Shape,
    act: (input: Typed<Shape>) => Promise<void>,
    number: string | null = numberOf(ctx),
  ): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('urlencoded')) throw new LabelError('badRequest');
    const { secret = '' } = textsOf(ctx.request.body);
    try {
      await deps.limits.take('complaintSecretsFromClient', clientKey(ctx.ip));
      await act(parse(shape, ctx.request.body));
      show(
        ctx,
        { number, complaint: await openComplaint(deps, { number: number ?? '', secret }) },
        noRefusal,
        { secret },
      );
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      const refusal = refusalOf(error, ctx.request.body, ctx.words);
      const complaint = await opened(error, number, secret);
      show(ctx, { number, complaint }, refusal, { secret });
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  }

  /** The complaint behind a form that was refused for something else than its secret, or than too many of them. */
  async function opened({ code, faults }: LabelError, number: string | null, secret: string) {
    if (number === null || code === 'tooManyRequests' || faults.some(({ field }) => field === 'secret'))
      return null;
    try {
      return await openComplaint(deps, { number, secret });
    } catch (error) {
      if (error instanceof LabelError) return null;
      throw error;
    }
  }
}

/** The number of a complaint as it was typed, in small letters and with spaces too; null for what is none. */
function typedNumber(ctx: WebContext): string | null {
  const { number = '' } = textsOf(ctx.request.body);
  const read = number
    .trim()
    .toUpperCase()
    .replaceAll(/[\s‐-―]+/g, '-');
  return isComplaintNumber(read) ? read : null;
}

function numberOf(ctx: WebContext): string {
  const { complaint = '' } = ctx.params;
  if (!isComplaintNumber(complaint)) throw new LabelError('notFound');
  return complaint;
}

function show(
  ctx: WebContext,
  view: Pick<OwnComplaintView, 'number' | 'complaint'> & Partial<Pick<OwnComplaintView, 'isSent'>>,
  refusal: Refusal,
  values: FormState['values'] = {},
): void {
  const { words } = ctx;
  const names = {
    number: words.t('report.follow.number'),
    secret: words.t('report.own.secret'),
    grounds: words.t('report.own.grounds'),
    email: words.t('report.email'),
  };
  ctx.render(page, {
    isSent: false,
    ...view,
    min: minReasonLength,
    values: { ...refusal.typed, ...values },
    refusal: named(refusal, names, words),
  });
}
