import { lodgeLabelAppeal } from '../../../src/commands/committee/appeal/lodgeLabelAppeal.ts';
import { giveStatement } from '../../../src/commands/complaint/giveStatement.ts';
import { submitConditionProof } from '../../../src/commands/label/conditions/followConditions.ts';
import { answerHearing } from '../../../src/commands/label/sanctions/hearing.ts';
import { giveNotice, takeBackNotice } from '../../../src/commands/label/sanctions/notice.ts';
import { objectToNotice } from '../../../src/commands/label/sanctions/recordedNotice.ts';
import { declare } from '../surveillanceSteps.ts';
import {
  at,
  type Commands,
  complaint,
  condition,
  conditionAt,
  far,
  farInstant,
  hearing,
  label,
  notice,
  reason,
  surveillance,
} from './found.ts';

/** People who write for the holder. */
export const editors = {
  declareSurveillance: {
    finds: surveillance('due'),
    give: (deps, me, { surveillance }) => declare(deps, me, surveillance.id),
  },
  submitConditionProof: {
    finds: condition('open'),
    give: (deps, me, found) =>
      submitConditionProof(deps, me, { ...conditionAt(found), proof: reason, documents: [] }),
  },
  answerHearing: {
    finds: label('active', hearing('suspension', false)),
    give: (deps, me, found) => answerHearing(deps, me, { ...at(found), text: reason }),
  },
  giveStatement: {
    finds: complaint({ statement: { dueAt: farInstant, given: false } }),
    give: (deps, me, { complaint: { id: complaintId, revision } }, { holder }) => {
      const of = { organisationId: holder.organisationId, labelNumber: holder.number };
      return giveStatement(deps, me, { complaintId, revision, ...of, statement: reason });
    },
  },
} as const satisfies Commands;

/** Whoever speaks for the holder. */
export const owners = {
  giveNotice: {
    finds: label('active'),
    give: (deps, me, found) => giveNotice(deps, me, { ...at(found), on: far, reason }),
  },
  takeBackNotice: {
    finds: label('active', { endsOn: far }),
    give: (deps, me, found) => takeBackNotice(deps, me, at(found)),
  },
  objectToNotice: {
    finds: label('active', { endsOn: far, notice: { ...notice, confirmed: true } }),
    give: (deps, me, found) => objectToNotice(deps, me, { ...at(found), reason }),
  },
  lodgeLabelAppeal: {
    finds: label('suspended', { appealable: [{ against: 'suspension', until: farInstant }] }),
    give: (deps, me, found) => {
      const said = { against: 'suspension', ground: 'evidence', grounds: reason, documents: [] } as const;
      return lodgeLabelAppeal(deps, me, { ...at(found), ...said });
    },
  },
} as const satisfies Commands;
