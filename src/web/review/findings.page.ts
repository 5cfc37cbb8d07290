import { findingsPage } from '../../../templates/pages/review/findings.ts';
import { acceptCorrection, rejectCorrection } from '../../commands/review/findings/corrections.ts';
import { extendFinding, type Judgement, judgeFinding } from '../../commands/review/findings/findings.ts';
import {
  type FileFindings,
  viewOfficeFindings,
  viewReviewFindings,
} from '../../commands/review/views/viewFindings.ts';
import { day, lines, optionalLines, revision } from '../forms/fields.ts';
import { formsBelow, pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { staffFindings } from './findings.view.ts';

const maxLength = 4000;

/** The last part of each address names the event: no form body can. */
const judgementAt: readonly (readonly [string, Judgement])[] = [
  ['accept', 'acceptAction'],
  ['return', 'returnAction'],
  ['close', 'close'],
  ['returnProof', 'returnProof'],
];

/** Findings for those who scored the file. */
export function reviewFindingsPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.reviewId ?? '';
  const { ofFile } = findingsOn(router, '/review/:reviewId', {
    baseOf: (ctx) => `review/${idOf(ctx)}`,
    load: (ctx) => viewReviewFindings(ctx.deps, askerOf(ctx), idOf(ctx)),
  });
  const shape = { revision, correction: lines(maxLength) };
  for (const [end, command] of [
    ['accept', acceptCorrection],
    ['reject', rejectCorrection],
  ] as const)
    ofFile(end, shape, (deps, asker, { correction: reason, ...at }) =>
      command(deps, asker, { ...at, reason }),
    );
}

/** Findings for the officers, who judge them once the label carries them on, and give time to who is late. */
export function officeFindingsPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const { ofFinding } = findingsOn(router, '/files/:applicationId', {
    baseOf: (ctx) => `files/${idOf(ctx)}`,
    load: (ctx) => viewOfficeFindings(ctx.deps, askerOf(ctx), idOf(ctx)),
  });
  ofFinding('extend', { revision, dueOn: day, reason: lines(maxLength) }, extendFinding);
}

interface Desk {
  /** Address of the page that they hang below, without its language. */
  readonly baseOf: (ctx: WebContext) => string;
  readonly load: (ctx: WebContext) => Promise<FileFindings>;
}

/** The page itself, and the forms of one finding that both desks have. */
function findingsOn(router: WebRouter, base: string, { baseOf, load }: Desk) {
  const path = `${base}/findings`;
  const at = (ctx: WebContext) => ctx.params.findingId ?? '';
  const here = (ctx: WebContext) => `/${ctx.words.language}/${baseOf(ctx)}/findings`;
  const page = {
    template: findingsPage,
    load,
    page: (file: FileFindings, ctx: WebContext) => staffFindings(file, baseOf(ctx), at(ctx), ctx.words),
  };
  const ofFinding = formsBelow(router, `${path}/:findingId`, {
    ...page,
    about: (ctx) => ({ findingId: at(ctx) }),
    next: (ctx) => `${here(ctx)}#finding-${at(ctx)}`,
  });
  for (const [end, judgement] of judgementAt)
    ofFinding(end, { revision, reason: optionalLines(maxLength) }, (deps, asker, input) =>
      judgeFinding(deps, asker, { ...input, judgement }),
    );
  const about = (_: WebContext, { application }: FileFindings) => ({ applicationId: application.id });
  return { ofFinding, ofFile: pageWithForms(router, path, { ...page, about, next: here }) };
}
