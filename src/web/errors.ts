import { errorPage } from '../../templates/pages/site/error.ts';
import { LabelError } from '../errors.ts';
import { heldForm } from './http/heldForm.ts';
import { type Failure, problem } from './http/problem.ts';
import { retryLater } from './http/retryLater.ts';
import { isForDirectory, scimProblem } from './http/scimProblem.ts';
import type { WebContext, WebMiddleware } from './http/state.ts';
import type { WebDeps } from './http/webDeps.ts';
import { credentialTypes } from './register/labelForms.ts';
import { linksetType } from './register/linkset.view.ts';
import { errorBadge } from './views/errorBadge.view.ts';

type ForFailures = Pick<WebDeps, 'log' | 'badges' | 'limits' | 'uploads' | 'publicUrl'>;

/**
 * Around everything: a failure becomes an answer its reader can use. Problem details for programs (RFC 9457), a page for
 * people, a picture for an image request. What is not a LabelError is a 500, logged once with the id of its request.
 */
export function errors(deps: ForFailures): WebMiddleware {
  const { log } = deps;
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw new LabelError('notFound');
    } catch (thrown) {
      const failure = failureOf(thrown, ctx.state.request);
      const { incident } = failure;
      if (failure.error) ctx.state.refusal = failure.error;
      if (incident) {
        const path = withoutSecret(ctx.path);
        log.error({ err: thrown, request: incident, method: ctx.method, path }, 'request failed');
      }
      ctx.remove('ETag');
      ctx.set('Cache-Control', 'no-store');
      if (failure.code === 'databaseUnavailable') ctx.set('Retry-After', '30');
      if (failure.error) retryLater(ctx, failure.error);
      await answer(ctx, failure, deps);
    }
  };
}

/** An address as it may be logged: whoever reads the log must not be able to use it. */
function withoutSecret(path: string): string {
  return path.replace(
    /\/(calendar|questionnaires|verify\/wallet|wallet\/(?:requests|answers))\/[^/]+/i,
    '/$1/…',
  );
}

async function answer(ctx: WebContext, failure: Failure, deps: ForFailures): Promise<void> {
  const { code, error, incident, status } = failure;
  ctx.status = status;
  if (isForDirectory(ctx.path)) {
    const said = scimProblem(failure, ctx.words);
    ctx.body = JSON.stringify(said);
    ctx.type = 'application/scim+json';
    ctx.status = Number(said.status);
  } else if (isPicture(ctx)) {
    const svg = errorBadge(ctx.words.t(`errors.${code}.title`));
    const png = /\.(png|webp)$/.test(ctx.path);
    ctx.body = png ? await deps.badges.png(svg, 300) : svg;
    ctx.type = png ? 'image/png' : 'image/svg+xml';
  } else if (isForPrograms(ctx)) {
    ctx.body = JSON.stringify(problem(failure, ctx.words));
    ctx.type = 'application/problem+json';
  } else {
    const { params = {}, reasons = [] } = error ?? {};
    const form = await heldForm(ctx, code, deps);
    const { request } = ctx.state;
    ctx.render(errorPage, { code, status, params, reasons, incident, request, form });
  }
}

/**
 * Where only data are, also a program that takes anything, or names its kind of JSON, is answered in JSON. Routes are found in
 * whatever case.
 */
function isForPrograms(ctx: WebContext): boolean {
  if (/^\/api\//i.test(ctx.path)) return true;
  if (/^\/(\.well-known|status|credentials|conformity)\//.test(ctx.path))
    return ctx.accepts('json', 'html') !== 'html';
  const wanted = ctx.accepts('html', 'json', linksetType, ...credentialTypes);
  return wanted !== false && wanted !== 'html';
}

/** Badges are shown by other sites; the one for printers is opened by people. */
function isPicture(ctx: WebContext): boolean {
  return (
    (ctx.path.startsWith('/badges/') && !ctx.path.endsWith('.pdf')) || ctx.get('Sec-Fetch-Dest') === 'image'
  );
}

function failureOf(thrown: unknown, request: string): Failure {
  const error = known(thrown);
  return error
    ? { code: error.code, status: error.status, error, incident: null }
    : { code: 'unexpected', status: 500, error, incident: request };
}

/** Errors of libraries that mean a code of ours: a database out of reach, a request that HTTP itself refuses. */
function known(thrown: unknown): LabelError | null {
  if (thrown instanceof LabelError) return thrown;
  if (!(thrown instanceof Error)) return null;
  if (isDatabaseAway(thrown)) return new LabelError('databaseUnavailable');
  const status = 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500
    ? new LabelError(status === 404 ? 'notFound' : 'badRequest')
    : null;
}

/**
 * Codes of a database that is away for now: no room on its disk, no primary, no majority in time or not known yet, a cursor that its
 * server lost or ended, another server that is not reached or answered too late, its end.
 */
const awayCodes: ReadonlySet<unknown> = new Set([
  ...[6, 7, 43, 64, 89, 91, 134, 189, 237, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031],
]);

/** Errors of the driver about connections that broke, and what it says once a client or a session of a broken one is used. */
const awayNames =
  /^Mongo(?:ose)?(?:ServerSelection|Network|PoolCleared|PoolClosed|WaitQueueTimeout|TopologyClosed|NotConnected|ServerClosed|ClientClosed|ExpiredSession)/;
/** What the driver says of an error by labels, whatever its name: it comes of a server that went. */
const awayLabels = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];

function isDatabaseAway(error: Error): boolean {
  if (awayNames.test(error.name)) return true;
  if (!error.name.startsWith('Mongo')) return false;
  if ('code' in error && awayCodes.has(error.code)) return true;
  // A conflict of two that write has the second label as well, and is no fault of the server (WriteConflict).
  if ('code' in error && error.code === 112) return false;
  const { errorLabels = [] } = error as { readonly errorLabels?: readonly string[] };
  return awayLabels.some((label) => errorLabels.includes(label));
}
