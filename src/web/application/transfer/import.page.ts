import * as z from 'zod';
import { importPage } from '../../../../templates/pages/application/import.ts';
import { applyImport, type NewOffer } from '../../../commands/application/transfer/applyImport.ts';
import { importModes } from '../../../commands/application/transfer/line.ts';
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
import { importView } from './import.view.ts';
import { linesOf } from './lines.form.ts';
import { type ReportView, reportView } from './report.view.ts';

const mode = choice(importModes);

/** Answers from a file: first a report of what it would change, line by line, then one button that takes them. */
export function importPages(router: WebRouter): void {
  router.get('/applications/:id/import', async (ctx) => {
    const file = await loadFile(ctx);
    const taken = /^\d{1,4}$/.test(String(ctx.query.taken)) ? Number(ctx.query.taken) : null;
    ctx.render(importPage, {
      ...importView(file, { taken }, ctx.words),
      values: { mode: 'fill' },
      refusal: noRefusal,
    });
  });

  router.post('/applications/:id/import', async (ctx) => {
    const file = await loadFile(ctx);
    await explained(ctx, file, async () => {
      requireTakesAnswers(file);
      const input = parse({ mode }, ctx.request.body);
      const { bytes, name } = fileOf(ctx);
      const entries = entriesOf(await ctx.deps.intake.readTable(bytes, name, maxRows));
      show(ctx, file, await reported(ctx, file, entries, input.mode));
    });
  });

  router.post('/applications/:id/import/take', async (ctx) => {
    const file = await loadFile(ctx);
    await explained(ctx, file, async () => {
      requireTakesAnswers(file);
      const input = parse({ mode, revision, lines: z.string().max(300_000) }, ctx.request.body);
      const { newOffers, ...entries } = unpacked(input.lines);
      const { id } = file.application;
      const { mode: chosen, revision: seen } = input;
      const read = { applicationId: id, file: linesOf(entries), mode: chosen, revision: seen, newOffers };
      try {
        const taken = await applyImport(ctx.deps, askerOf(ctx), read);
        ctx.redirect(`${applicationHref(ctx.words, id, 'import')}?taken=${taken}`);
        ctx.status = 303;
      } catch (error) {
        if (!(error instanceof LabelError) || error.code !== 'stale') throw error;
        // Someone was quicker: the report is made anew, and says why it is shown again.
        const anew = await reported(ctx, file, entries, input.mode, newOffers);
        show(ctx, file, anew, refusalOf(error, {}, ctx.words));
        ctx.status = error.status;
      }
    });
  });
}

/** The report of what was read; what it refuses is not carried along. Offers that have their `ids` already keep them. */
async function reported(
  ctx: WebContext,
  { application, published }: ApplicantFile,
  entries: Entries,
  chosen: (typeof importModes)[number],
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

function show(ctx: WebContext, file: ApplicantFile, report: ReportView, refusal = noRefusal): void {
  ctx.render(importPage, {
    ...importView(file, { report }, ctx.words),
    values: { mode: report.mode },
    refusal,
  });
}

/** Does the work, or shows the page again with what stood in its way. */
async function explained(ctx: WebContext, file: ApplicantFile, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
    const refusal = refusalOf(error, ctx.request.body, ctx.words);
    const values = { mode: 'fill', ...refusal.typed };
    ctx.render(importPage, { ...importView(file, {}, ctx.words), values, refusal });
    ctx.status = error.status;
    retryLater(ctx, error);
  }
}
