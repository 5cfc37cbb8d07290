import { hash } from 'node:crypto';
import * as z from 'zod';
import {
  type ExportedAnswers,
  exportAnswers,
  exportFile,
} from '../../../commands/application/views/exportFile.ts';
import { printFile, printProof } from '../../../commands/application/views/printPapers.ts';
import { LabelError } from '../../../errors.ts';
import { parse } from '../../forms/parse.ts';
import { sendZip } from '../../http/sendZip.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { Web, WebContext, WebRouter } from '../../http/state.ts';
import { answerRows, levelRows } from '../../views/table.view.ts';
import { csvOf, xlsxOf } from '../../views/writeTable.ts';
import { fileReadme } from './readme.view.ts';

/** A file that is made for the answer. */
interface MadePart {
  readonly name: string;
  readonly bytes: Buffer;
}

const snapshot = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .optional();

const writers = {
  json: async ({ file }: ExportedAnswers) => jsonOf(file),
  csv: async ({ file, published }: ExportedAnswers, { words }: WebContext) =>
    csvOf(answerRows(file, published, words), words.language),
  xlsx: ({ file, published }: ExportedAnswers, { words }: WebContext) =>
    xlsxOf([
      { name: words.t('transfer.sheets.answers'), rows: answerRows(file, published, words) },
      { name: words.t('transfer.sheets.levels'), rows: levelRows(published, words) },
    ]),
};
function jsonOf(content: object): Buffer {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

const formats = Object.keys(writers) as (keyof typeof writers)[];

/** The answers of an application as files, of the working copy or (`?snapshot=n`) as frozen, and all of it as one ZIP. */
export function exportPages(router: WebRouter, { deps }: Web): void {
  for (const format of formats) {
    router.get(`/applications/:id/export.${format}`, async (ctx) => {
      const n = parse({ snapshot }, queryOf(ctx)).snapshot;
      const applicationId = ctx.params.id ?? '';
      const answers = await exportAnswers(ctx.deps, askerOf(ctx), { applicationId, n: n ?? null });
      ctx.body = await writers[format](answers, ctx);
      ctx.attachment(`${applicationId}${n === undefined ? '' : `-${n}`}.${format}`);
    });
  }

  router.get('/applications/:id/file.zip', async (ctx) => {
    const asker = askerOf(ctx);
    const applicationId = ctx.params.id ?? '';
    await deps.limits.take('exportsOfPerson', asker.id);
    const whole = await exportFile(ctx.deps, asker, { applicationId });
    const certificates = { name: 'certificates.json', bytes: jsonOf(whole.certificates) };
    const made = [...(await tablesOf(whole, ctx)), certificates, ...(await papersOf(whole, ctx))];
    const now = ctx.deps.clock.now();
    const digests = made.map(({ name, bytes }) => ({ name, digest: hash('sha256', bytes) }));
    const text = fileReadme(applicationId, [...digests, ...whole.documents], now, ctx.words);
    const readme = { name: 'README.txt', text };
    sendZip(ctx, `${applicationId}.zip`, [readme, ...made, ...whole.documents], now);
  });
}

/** The answers in each form. */
function tablesOf(answers: ExportedAnswers, ctx: WebContext): Promise<MadePart[]> {
  return Promise.all(
    formats.map(async (format) => ({
      name: `answers.${format}`,
      bytes: await writers[format](answers, ctx),
    })),
  );
}

/** The file to print and the proof of each deposit, one after the other: drawing takes memory. */
async function papersOf({ application }: ExportedAnswers, ctx: WebContext): Promise<MadePart[]> {
  const asker = askerOf(ctx);
  const of = { applicationId: application.id, language: ctx.words.language };
  const papers = [{ name: 'file.pdf', bytes: await printFile(ctx.deps, asker, { ...of, n: null }) }];
  for (let n = 1; n <= application.context.snapshots; n += 1) {
    papers.push({ name: `proof-${n}.pdf`, bytes: await printProof(ctx.deps, asker, { ...of, n }) });
  }
  return papers;
}

/** The query of an address; one with another parameter is refused, so that nobody takes the wrong file for the right one. */
function queryOf({ query }: WebContext): object {
  if (Object.keys(query).some((name) => name !== 'snapshot')) throw new LabelError('notFound');
  return { ...query };
}
