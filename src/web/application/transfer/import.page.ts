import * as z from 'zod';
import { importPage } from '../../../../templates/pages/application/import.ts';
import { applyImport, type NewOffer } from '../../../commands/application/transfer/applyImport.ts';
import { type ImportMode, importModes } from '../../../commands/application/transfer/line.ts';
import { previewImport } from '../../../commands/application/views/previewImport.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { LabelError } from '../../../errors.ts';
import type { Entries } from '../../forms/entry.ts';
import { choice, revision } from '../../forms/fields.ts';
import { parse } from '../../forms/parse.ts';
import { explains, noRefusal, refusalOf } from '../../forms/refusal.ts';
import { retryLater } from '../../http/retryLater.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { fileOf } from '../../http/uploads/upload.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { packed, unpacked } from './carry.form.ts';
import { entriesOf, maxRows } from './entries.form.ts';
import { importView, type ReportView, reportView } from './import.view.ts';
import { linesOf } from './lines.form.ts';

const mode = choice(importModes);

/** Answers from a file: first a report of what it would change, line by line, then one button that imports them. */
export function importPages(router: WebRouter): void {
  router.get('/applications/:id/import', async (ctx) => {
    const taken = /^\d{1,4}$/.test(String(ctx.query.taken)) ? Number(ctx.query.taken) : null;
    show(ctx, await loadFile(ctx), { taken });
  });

  router.post('/applications/:id/import', (ctx) =>
    explained(ctx, async (file) => {
      const input = parse({ mode }, ctx.request.body);
      const { bytes, name } = fileOf(ctx);
      const entries = entriesOf(await ctx.deps.intake.readTable(bytes, name, maxRows));
      show(ctx, file, { report: await reported(ctx, file, entries, input.mode) });
    }),
  );

  router.post('/applications/:id/import/take', (ctx) =>
    explained(ctx, async (file) => {
      const fields = { mode, revision, lines: z.string().max(300_000) };
      const { lines, ...input } = parse(fields, ctx.request.body);
      const { newOffers, ...entries } = unpacked(lines);
      const { id } = file.application;
      const read = { ...input, applicationId: id, file: linesOf(entries), newOffers };
      try {
        const taken = await applyImport(ctx.deps, askerOf(ctx), read);
        ctx.redirect(`${applicationHref(ctx.words, id, 'import')}?taken=${taken}`);
        ctx.status = 303;
      } catch (error) {
        if (!(error instanceof LabelError) || error.code !== 'stale') throw error;
        // The copy changed since: the report is made anew, and says why it is shown again.
        const report = await reported(ctx, file, entries, input.mode, newOffers);
        show(ctx, file, { report }, refusalOf(error, {}, ctx.words));
        ctx.status = error.status;
      }
    }),
  );
}

/** The report of what was read; what it refuses is not carried along. Offers that have their `ids` already keep them. */
async function reported(
  ctx: WebContext,
  { application, published }: ApplicantFile,
  entries: Entries,
  chosen: ImportMode,
  ids: readonly NewOffer[] = [],
): Promise<ReportView> {
  const read = { applicationId: application.id, file: linesOf(entries), mode: chosen };
  const preview = await previewImport(ctx.deps, askerOf(ctx), read);
  const open = entries.entries.filter((_, i) => preview.plan.lines[i]?.outcome !== 'refused');
  const newOffers = preview.plan.offers
    .filter(({ known }) => !known)
    .map(({ offer }) => ids.find((one) => one.offer === offer) ?? { offer, id: ctx.deps.ids.next() });
  const text = published.texts[ctx.words.language];
  return reportView(preview, text, chosen, packed({ ...entries, entries: open, newOffers }), ctx.words);
}

function show(
  ctx: WebContext,
  file: ApplicantFile,
  shown: Parameters<typeof importView>[1],
  refusal = noRefusal,
): void {
  const values = { mode: shown.report?.mode ?? 'fill', ...refusal.typed };
  ctx.render(importPage, { ...importView(file, shown, ctx.words), values, refusal });
}

/** Does the work on a file that takes answers, or shows the page again with the reasons of the refusal. */
async function explained(ctx: WebContext, work: (file: ApplicantFile) => Promise<void>): Promise<void> {
  const file = await loadFile(ctx);
  try {
    requireTakesAnswers(file);
    await work(file);
  } catch (error) {
    if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
    show(ctx, file, {}, refusalOf(error, ctx.request.body, ctx.words));
    ctx.status = error.status;
    retryLater(ctx, error);
  }
}
