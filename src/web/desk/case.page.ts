import { hash } from 'node:crypto';
import { printFile, printProof } from '../../commands/application/views/printPapers.ts';
import { printDecision } from '../../commands/committee/views/printDecision.ts';
import type { ExportPart } from '../../commands/common/exportPart.ts';
import { type ExportedCase, exportCase } from '../../commands/desk/exportCase.ts';
import type { Asker } from '../../commands/ports/ports.ts';
import type { Language } from '../../criteria/scheme.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { sendZip } from '../http/sendZip.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { caseReadme } from './caseReadme.view.ts';
import { caseTexts } from './caseTexts.view.ts';

/** A part that is made for the answer. */
interface Made {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The whole of a file as one ZIP, for officers: papers to read, data, documents, journal, and a list of all with their digests. */
export function caseRoutes(router: WebRouter): void {
  router.get('/files/:applicationId/case.zip', async (ctx) => {
    const asker = askerOf(ctx);
    const applicationId = ctx.params.applicationId ?? '';
    await ctx.deps.limits.take('exportsOfPerson', asker.id);
    const { language } = ctx.words;
    const { made, whole } = await ctx.deps.store.atOneInstant(async (store) => {
      const deps = { ...ctx.deps, store };
      const whole = await exportCase(deps, asker, applicationId);
      const texts = textsOf([...whole.data, ...whole.chains, ...caseTexts(whole, ctx.words)]);
      return { whole, made: [...texts, ...(await papersOf(deps, asker, whole, language))] };
    });
    await ctx.deps.store.note(whole.note);
    const now = ctx.deps.clock.now();
    const manifest = manifestOf(whole, made, now);
    const names = [...made, ...whole.documents].map(({ name }) => name);
    const told = { id: applicationId, version: whole.application.context.criteriaVersion, at: now, names };
    const readme = caseReadme({ ...told, manifest: hash('sha256', manifest) }, ctx.words);
    const zip = [
      { name: 'README.txt', text: readme },
      { name: 'manifest.json', bytes: manifest },
      ...made,
      ...whole.documents,
    ];
    sendZip(ctx, `${applicationId}-${now.toISOString().slice(0, 10)}.zip`, zip, now);
  });
}

function textsOf(parts: readonly ExportPart[]): Made[] {
  return parts.flatMap((part) =>
    'text' in part ? [{ name: part.name, bytes: Buffer.from(part.text) }] : [],
  );
}

/** One after the other: drawing takes memory. */
async function papersOf(
  deps: WebDeps,
  asker: Asker,
  { application: { id: applicationId }, snapshots, decisions }: ExportedCase,
  language: Language,
): Promise<Made[]> {
  const papers: Made[] = [];
  const add = async (name: string, bytes: Promise<Buffer>) => void papers.push({ name, bytes: await bytes });
  await add('papers/file.pdf', printFile(deps, asker, { applicationId, n: snapshots, language }));
  for (let n = 1; n <= snapshots; n += 1)
    await add(`papers/proof-${n}.pdf`, printProof(deps, asker, { applicationId, n, language }));
  for (let n = 1; n <= decisions; n += 1)
    await add(`papers/decision-${n}.pdf`, printDecision(deps, asker, { applicationId, n, language }));
  return papers;
}

/** What is in it, each file with its SHA-256. */
function manifestOf({ application, documents }: ExportedCase, made: readonly Made[], at: Date): Buffer {
  const { id, context } = application;
  const files = [
    ...made.map(({ name, bytes }) => ({ name, sha256: hash('sha256', bytes) })),
    ...documents.map(({ name, digest }) => ({ name, sha256: digest })),
  ];
  const about = {
    format: `${schemeId}-case`,
    formatVersion: 1,
    application: id,
    criteria: context.criteriaVersion,
  };
  return Buffer.from(`${JSON.stringify({ ...about, madeAt: at.toISOString(), files }, null, 2)}\n`);
}
