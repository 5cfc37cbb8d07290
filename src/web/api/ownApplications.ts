import { bringEvidence } from '../../commands/application/evidence/bringEvidence.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Evidence } from '../../commands/items/items.ts';
import { listMine, type MyOrganisation } from '../../commands/people/views/listMine.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { parse } from '../forms/parse.ts';
import { organisationKey } from '../http/apiKey.ts';
import { body } from '../http/body.ts';
import { countFor } from '../http/limits.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { Web, WebContext, WebMiddleware, WebRouter } from '../http/state.ts';
import { uploadInRoom } from '../http/uploads/openUpload.ts';
import { fileOf } from '../http/uploads/upload.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { type ApplicationAnswer, type EvidenceAnswer, evidenceFields } from '../schemas/application.ts';
import { standingView } from '../views/standing.view.ts';

type File = MyOrganisation['applications'][number];

/** What a program does for an organisation, by its key: reads where its applications stand, and brings evidence to them. */
export function keyRoutes(router: WebRouter, { deps }: Web): void {
  const reads = organisationKey(deps, 'applications.read');
  router.get('/api/v1/applications', reads, async (ctx) => {
    answer(ctx, { applications: (await ownFiles(ctx)).map((file) => applicationJson(file, ctx)) });
  });
  router.get('/api/v1/applications/:application', reads, async (ctx) => {
    const files = await ownFiles(ctx);
    const file = files.find(({ application }) => application.id === ctx.params.application);
    answer(ctx, applicationJson(requireVisible(file), ctx));
  });
  router.post(
    '/api/v1/applications/:application/evidence',
    organisationKey(deps, 'evidence.write'),
    receiveFile(deps),
    body,
    async (ctx) => {
      const { criterion, ...period } = parse(evidenceFields, ctx.request.body);
      const place = criterion === '' ? undefined : placeOf(criterion);
      const given = { applicationId: ctx.params.application ?? '', ...fileOf(ctx), ...period, place };
      const { evidence, known } = await bringEvidence(ctx.deps, askerOf(ctx), given);
      answer(ctx, evidenceJson(evidence));
      ctx.status = known ? 200 : 201;
    },
  );
}

/** Takes a form with one file, within the limits of those that its maker sends. */
function receiveFile(deps: WebDeps): WebMiddleware {
  return async (ctx, next) => {
    if (!ctx.is('multipart')) throw new LabelError('badRequest');
    await countFor(ctx, deps, 'uploadsOfKey', ctx.state.key?.key.id ?? '');
    const { ownUploads: room, log } = deps;
    await uploadInRoom(ctx, { room, sender: askerOf(ctx).id, log }, async (sent) => {
      ctx.state.upload = sent;
      // The parser's own object has no prototype.
      ctx.request.body = { ...Object(ctx.request.body) };
      await next();
    });
  };
}

async function ownFiles(ctx: WebContext): Promise<readonly File[]> {
  return (await listMine(ctx.deps, askerOf(ctx))).flatMap(({ applications }) => applications);
}

/** States that are one for who waits outside: who evaluates, and where their scores differ, is not told. */
const outside: Readonly<Partial<Record<File['application']['state'], ApplicationAnswer['state']>>> = {
  assignment: 'evaluation',
  moderation: 'evaluation',
  verification: 'evaluation',
  recommendation: 'decision',
  deliberation: 'decision',
};

function applicationJson(file: File, { deps, words }: WebContext): ApplicationAnswer {
  const { id, kind, state, submittedAt, labelNumber } = file.application;
  const now = deps.clock.now().toISOString();
  const { timeline, ends, turn } = standingView(file, { procedure: deps.procedure, now }, words);
  return {
    ...{ number: id, kind, submittedAt },
    // What is told is never `decided`: that reads as a deliberation.
    state: outside[state] ?? (state as ApplicationAnswer['state']),
    waitsFor: turn && (turn.yours ? 'organisation' : 'label'),
    dueOn: turn?.dueAt ? dayOfEnd(turn.dueAt) : null,
    late: turn?.late ?? false,
    steps: timeline.flatMap(({ station, on }) =>
      station === null
        ? []
        : [
            {
              step: station,
              doneOn: on === '' ? null : dayOf(on),
              dueOn: (on === '' && ends.by[station]) || null,
            },
          ],
    ),
    label: labelNumber,
    address: `${deps.publicUrl}/${words.language}/applications/${id}`,
  };
}

/** The day of an end that is a day, or an instant. */
function dayOfEnd(end: string): string {
  return end.includes('T') ? dayOf(end) : end;
}

/** The criterion of its name, `FIN-01`, or with the offer before it; whether the file has it is its command's to say. */
function placeOf(name: string) {
  const cut = name.lastIndexOf('.');
  return { offerId: cut < 0 ? '' : name.slice(0, cut), criterion: name.slice(cut + 1) };
}

function evidenceJson(evidence: Evidence): EvidenceAnswer {
  const { document, revision, name, contentType, size, digest, originalDigest, from, until, scan } = evidence;
  return {
    ...{ document, revision, name, contentType, size, digest },
    sentDigest: originalDigest,
    from,
    until,
    scan,
  };
}

function answer(ctx: WebContext, said: object): void {
  ctx.body = JSON.stringify(said);
  ctx.type = 'json';
}
