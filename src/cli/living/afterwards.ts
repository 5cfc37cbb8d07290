import { requestInformation } from '../../commands/application/screening/requestInformation.ts';
import { formPanel } from '../../commands/committee/appeal/formPanel.ts';
import { admitAppeal } from '../../commands/committee/appeal/judgeAppeal.ts';
import { lodgeAppeal } from '../../commands/committee/appeal/lodgeAppeal.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { fileComplaint } from '../../commands/complaint/fileComplaint.ts';
import { askHolder, takeComplaint } from '../../commands/complaint/handleComplaint.ts';
import type { Application, Label } from '../../commands/items/items.ts';
import { notifyChange } from '../../commands/label/changes/notifyChange.ts';
import { submitConditionProof } from '../../commands/label/conditions/followConditions.ts';
import { answerHearing } from '../../commands/label/sanctions/hearing.ts';
import { proposeSuspension } from '../../commands/label/sanctions/suspension.ts';
import { openSurveillances } from '../../commands/label/surveillance/openSurveillances.ts';
import { proposeAction } from '../../commands/review/findings/findings.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { dayOf } from '../../register/day.ts';
import { said, stops } from './organisations.ts';
import { fileAt, type Stage } from './stage.ts';

/** The officer asks the applicant for something before finding the file complete. */
export async function askInformation(stage: Stage, file: Application): Promise<void> {
  const place = { offerId: '', criterion: stops.information };
  const items = [{ place, question: said.information }];
  await requestInformation(stage.deps, await stage.person('officer'), {
    ...(await fileAt(stage, file)),
    items,
  });
}

/** The applicant says how it will put right what was found. */
export async function answerFinding(stage: Stage, file: Application, owner: string): Promise<void> {
  const { deps } = stage;
  const finding = requireVisible((await deps.store.findingsOf(file.id)).find(isRaised) ?? null);
  const of = { findingId: finding.id, revision: finding.revision };
  await proposeAction(deps, await stage.person(owner), { ...of, action: said.action });
}

function isRaised({ state }: { readonly state: string }): boolean {
  return state === 'raised';
}

/** A refused applicant appeals, and three of the committee who had no part in it are named to judge. */
export async function appeal(stage: Stage, file: Application, owner: string): Promise<void> {
  const { deps } = stage;
  await lodgeAppeal(deps, await stage.person(owner), {
    ...(await fileAt(stage, file)),
    ...{ ground: 'evidence', grounds: said.grounds, documents: [] },
  });
  const panel = await Promise.all(['member-3', 'member-4', 'member-5'].map(stage.person));
  const at = async () => {
    const { id: appealId, revision } = requireVisible((await deps.store.appealsOf(file.id))[0] ?? null);
    return { appealId, revision };
  };
  const judge = requireVisible(panel[0] ?? null);
  await admitAppeal(deps, judge, { ...(await at()), reason: said.admitted });
  await formPanel(deps, await stage.person('officer'), { ...(await at()), panel: panel.map(({ id }) => id) });
}

/** The label owes its yearly declaration from today on. */
export async function askDeclaration({ deps, clock }: Stage): Promise<void> {
  await openSurveillances(deps, clock.now());
}

/** The holder proves that it met its condition. */
export async function proveCondition(stage: Stage, label: Label, owner: string): Promise<void> {
  const { deps } = stage;
  const condition = requireVisible((await deps.store.conditionsOf(label.id))[0] ?? null);
  const at = { conditionId: condition.id, revision: condition.revision };
  await submitConditionProof(deps, await stage.person(owner), { ...at, proof: said.proof, documents: [] });
}

/** An officer proposes to suspend a label, and its holder is heard. */
export async function hear(stage: Stage, label: Label, owner: string): Promise<void> {
  const { deps } = stage;
  const at = async () => {
    const { id: number, revision } = requireVisible(await deps.store.label(label.id));
    return { number, revision };
  };
  await proposeSuspension(deps, await stage.person('officer'), {
    ...(await at()),
    code: 'misuse',
    reason: said.misuse,
    todo: said.todo,
  });
  await answerHearing(deps, await stage.person(owner), { ...(await at()), text: said.mistake });
}

/** Someone complains about a label; an officer without part in its file takes it and asks the holder. */
export async function complain(stage: Stage, label: Label): Promise<void> {
  const { deps } = stage;
  const report = {
    language: bindingLanguage,
    kind: 'misuse',
    place: 'shop',
    text: said.complaint,
    link: '',
    email: '',
  } as const;
  const filed = { ...report, number: label.id, photo: null, request: 'demonstration' };
  const { number: complaintId } = await fileComplaint(deps, filed);
  await stage.settle();
  const handler = await stage.person('officer-2');
  const at = async () => {
    const { revision } = requireVisible(await deps.store.complaint(complaintId));
    return { complaintId, revision };
  };
  await takeComplaint(deps, handler, await at());
  await askHolder(deps, handler, { ...(await at()), question: said.question });
}

/** The holder tells that it moved. */
export async function move(stage: Stage, label: Label, owner: string): Promise<void> {
  const { deps, clock } = stage;
  const on = dayOf(clock.now().toISOString());
  const told = { number: label.id, things: ['place'], on, text: said.moved } as const;
  await notifyChange(deps, await stage.person(owner), told);
}
