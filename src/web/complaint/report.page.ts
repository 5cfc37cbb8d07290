import * as z from 'zod';
import type { FormState, Refusal } from '../../../templates/frame.ts';
import { reportPage as page } from '../../../templates/pages/complaint/report.ts';
import { reportedPage } from '../../../templates/pages/complaint/reported.ts';
import { newSecret, secretShape } from '../../commands/common/secret.ts';
import { type FiledComplaint, fileComplaint } from '../../commands/complaint/fileComplaint.ts';
import { reportedIn } from '../../commands/complaint/reportedIn.ts';
import { complaintKinds, complaintPlaces, kindsOf } from '../../commands/items/complaint.ts';
import { LabelError } from '../../errors.ts';
import { choice, email, lines, once, optionalLine, optionalLink, trap } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { explains, named, noRefusal, refusalOf } from '../forms/refusal.ts';
import { clientKey } from '../http/clientKey.ts';
import { retryLater } from '../http/retryLater.ts';
import { returnForm } from '../http/session/returnForm.ts';
import type { Upload, Web, WebContext, WebRouter } from '../http/state.ts';
import { openUpload } from '../http/uploads/openUpload.ts';
import { fieldsOf, requireSize } from '../http/uploads/upload.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { shown } from '../views/shownText.view.ts';

const fields = {
  kind: choice(complaintKinds),
  number: optionalLine(60),
  // Asked for a misuse alone (commands/complaint/fileComplaint.ts).
  place: z.preprocess((typed) => typed || undefined, choice(complaintPlaces).optional()),
  text: lines(4000),
  link: optionalLink(500),
  // A field that is left empty is sent all the same.
  email: z.preprocess((typed) => typed || undefined, email.optional()),
  once,
  // Whoever spoils theirs gets another one.
  secret: z.string().regex(secretShape).optional().catch(undefined),
  topic: trap,
};

/**
 * Where anyone reports a misuse of the label, without saying who they are. No session is read: a form of another site could do
 * no more than its sender can anyway.
 */
export function reportPage(router: WebRouter, { deps }: Web): void {
  router.get('/report', (ctx) => {
    const { number, link } = ctx.query;
    // Each form has a mark of its own; a browser keeps it, so that who comes back to it finds what they typed.
    ctx.set('Cache-Control', 'private, no-cache');
    const first = {
      number: typeof number === 'string' ? shown(number, 60) : '',
      link: typeof link === 'string' ? shown(link, 500) : '',
      once: deps.ids.next(),
    };
    show(ctx, deps, { ...first, secret: newSecret(deps) }, noRefusal);
  });
  router.post('/report', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('multipart')) throw new LabelError('badRequest');
    requireSize(ctx);
    try {
      await deps.limits.take('complaintsFromClient', clientKey(ctx.ip));
      await openUpload(ctx, deps, (upload) => take(ctx, photoOf(upload)));
    } catch (error) {
      if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
      const typed = ctx.state.sentBesideFile ?? (await returnForm(ctx, deps, () => fieldsOf(ctx)));
      const refusal = refusalOf(error, typed, ctx.words);
      const again = {
        once: fields.once.safeParse(refusal.typed.once).data ?? deps.ids.next(),
        secret: fields.secret.parse(refusal.typed.secret) ?? newSecret(deps),
      };
      show(ctx, deps, again, refusal);
      ctx.status = error.status;
      retryLater(ctx, error);
    }
  });

  async function take(ctx: WebContext, photo: Upload | null): Promise<void> {
    const { topic: _, email: address = '', place = null, ...report } = parse(fields, ctx.request.body);
    const { language } = ctx.words;
    const from = { email: address, language, request: ctx.state.request };
    answer(ctx, await fileComplaint(deps, { ...report, ...from, place, photo }));
  }
}

/** Told in the answer itself: the secret is in no address, and nowhere once this page is gone. */
function answer(ctx: WebContext, filed: FiledComplaint): void {
  ctx.render(reportedPage, filed);
  ctx.status = 201;
  ctx.set('Location', `/${ctx.words.language}/report/${filed.number}`);
}

/** The photo, or none: nobody has to bring one. */
function photoOf(upload: Upload | LabelError): Upload | null {
  if (!(upload instanceof LabelError)) return upload;
  if (upload.faults.some(({ code }) => code === 'fileMissing')) return null;
  throw upload;
}

function show(
  ctx: WebContext,
  { publicUrl }: Pick<WebDeps, 'publicUrl'>,
  first: Readonly<Record<string, string>>,
  refusal: Refusal,
): void {
  const { words } = ctx;
  const inputs = ['kind', 'number', 'place', 'text', 'link', 'email', 'file', 'topic'] as const;
  const names = Object.fromEntries(inputs.map((field) => [field, words.t(`report.${field}`)]));
  const values: FormState['values'] = { ...refusal.typed, ...first };
  const about = reportedIn(values.link ?? '', publicUrl)?.about ?? null;
  ctx.render(page, {
    values,
    refusal: named(refusal, names, words),
    about,
    kinds: about === null ? complaintKinds : kindsOf[about],
    places: complaintPlaces,
  });
}
