import { findingsPage } from '../../../templates/pages/review/findings.ts';
import { acceptCorrection, rejectCorrection } from '../../commands/review/findings/corrections.ts';
import { extendFinding, type Judgement, judgeFinding } from '../../commands/review/findings/findings.ts';
import {
  type FileFindings,
  viewOfficeFindings,
  viewReviewFindings,
} from '../../commands/review/views/viewFindings.ts';
import { day, lines, optionalLines, revision } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { staffFindings } from './findings.view.ts';

const maxLength = 4000;

/** Addresses of what can be said of a finding; the last part of each names the event, which no body does. */
const judgementAt: readonly (readonly [string, Judgement])[] = [
  ['accept', 'acceptAction'],
  ['return', 'returnAction'],
  ['close', 'close'],
  ['returnProof', 'returnProof'],
];

/** Findings for those who scored the file. */
export function reviewFindingsPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.reviewId ?? '';
  const path = '/review/:reviewId/findings';
  const page = findingsOn(router, path, {
    baseOf: (ctx) => `review/${idOf(ctx)}`,
    load: (ctx) => viewReviewFindings(ctx.deps, askerOf(ctx), idOf(ctx)),
  });
  for (const [end, judge] of [
    ['accept', acceptCorrection],
    ['reject', rejectCorrection],
  ] as const) {
    formAction(router, `${path}/${end}`, {
      ...page,
      shape: { revision, correction: lines(maxLength) },
      submit: async (input, { application }, ctx) => {
        await judge(ctx.deps, askerOf(ctx), {
          applicationId: application.id,
          revision: input.revision,
          reason: input.correction,
        });
        return `/${ctx.words.language}/review/${idOf(ctx)}/findings`;
      },
    });
  }
}

/** Findings for the officers, who judge them once the label carries them on, and give time to who is late. */
export function officeFindingsPage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const path = '/files/:applicationId/findings';
  const page = findingsOn(router, path, {
    baseOf: (ctx) => `files/${idOf(ctx)}`,
    load: (ctx) => viewOfficeFindings(ctx.deps, askerOf(ctx), idOf(ctx)),
  });
  formAction(router, `${path}/:findingId/extend`, {
    ...page,
    shape: { revision, dueOn: day, reason: lines(maxLength) },
    submit: async (input, _, ctx) => {
      const findingId = ctx.params.findingId ?? '';
      await extendFinding(ctx.deps, askerOf(ctx), { findingId, ...input });
      return `/${ctx.words.language}/files/${idOf(ctx)}/findings#finding-${findingId}`;
    },
  });
}

interface Desk {
  /** Address of the page that they hang below, without its language. */
  readonly baseOf: (ctx: WebContext) => string;
  readonly load: (ctx: WebContext) => Promise<FileFindings>;
}

/** The page itself, and the forms of one finding that both desks have. */
function findingsOn(router: WebRouter, path: string, { baseOf, load }: Desk) {
  const at = (ctx: WebContext) => ctx.params.findingId ?? '';
  const page = {
    template: findingsPage,
    load,
    page: (file: FileFindings, ctx: WebContext) => staffFindings(file, baseOf(ctx), at(ctx), ctx.words),
  };
  formView(router, path, page);
  for (const [end, judgement] of judgementAt) {
    formAction(router, `${path}/:findingId/${end}`, {
      ...page,
      shape: { revision, reason: optionalLines(maxLength) },
      submit: async (input, _, ctx) => {
        await judgeFinding(ctx.deps, askerOf(ctx), { findingId: at(ctx), judgement, ...input });
        return `/${ctx.words.language}/${baseOf(ctx)}/findings#finding-${at(ctx)}`;
      },
    });
  }
  return page;
}
