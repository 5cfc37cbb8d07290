import * as z from 'zod';
import { attachEvidence, detachEvidence } from '../../../commands/application/evidence/joinEvidence.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { afterwards } from '../evidence/evidence.form.ts';
import { saveExchanges } from './exchanged.form.ts';
import { type FieldShape, formFields, type TypedFields, textOf } from './fields.form.ts';
import { keyOf } from './scope.view.ts';

const fileButton = /^(file|part|take|drop)\.([A-Z]{3}-\d\d)(?:\.([0-9A-Z]{1,26}))?$/;

/** The documents in a form of criteria: boxes `<id>.join.<document>`, and buttons that save and then do one thing more. */
export function fileShape(criteria: readonly Criterion[], documents: ApplicantFile['documents']): FieldShape {
  const boxes = criteria.flatMap(({ id }) =>
    documents.map((document) => [`${id}.join.${document.id}`, z.literal('yes').optional()]),
  );
  const go = z.union([formFields.go, z.string().max(60).regex(fileButton)]).default('next');
  return { ...Object.fromEntries(boxes), go };
}

/** Joins the documents that were ticked, and detaches the one whose button was pressed. Gives where that button leads to, null for another. */
export async function saveFiles(
  ctx: WebContext,
  file: ApplicantFile,
  { offerId, criteria }: { readonly offerId: string; readonly criteria: readonly Criterion[] },
  typed: TypedFields,
): Promise<string | null> {
  const place = { applicationId: file.application.id, offerId };
  const asker = askerOf(ctx);
  for (const { id: criterion } of criteria) {
    for (const { id: document } of file.documents) {
      if (textOf(typed, `${criterion}.join.${document}`) !== 'yes') continue;
      await attachEvidence(ctx.deps, asker, { ...place, criterion, document });
    }
  }
  const [, button, criterion = '', document = ''] = fileButton.exec(textOf(typed, 'go') ?? '') ?? [];
  if (!criteria.some(({ id }) => id === criterion)) return null;
  if (button === 'take' || button === 'drop') {
    await saveExchanges(ctx, place.applicationId, { button, criterion });
    return null;
  }
  if (button === 'file') {
    return `${applicationHref(ctx.words, place.applicationId, 'evidence')}?for=${keyOf(offerId, criterion)}`;
  }
  await detachEvidence(ctx.deps, asker, { ...place, criterion, document });
  return afterwards(file, { offerId, criterion }, ctx);
}
