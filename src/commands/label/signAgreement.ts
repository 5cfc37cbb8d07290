import { type Fault, fault, LabelError, requireNoFaults } from '../../errors.ts';
import { everything } from '../../policies/view.ts';
import { dayOf } from '../../register/day.ts';
import { labelNumber } from '../../register/number.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { actorOn, systemActor } from '../common/actor.ts';
import { applyToApplication, applyToChange, applyToLabel } from '../common/applyEvent.ts';
import type { FileInput } from '../common/fileInput.ts';
import { nameFaults, printFaults } from '../common/nameFaults.ts';
import { addItem } from '../common/noteOn.ts';
import { requireRevision, requireVisible } from '../common/requireVisible.ts';
import { conditionsNow } from '../file/applicantAppeal.ts';
import { frozenFile } from '../file/frozenFile.ts';
import { agreementDigest, type SignedAgreement } from '../items/agreementText.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { carryOver } from '../review/findings/followFindings.ts';
import { firstDue, newCondition } from './conditions/newCondition.ts';
import { labelRow } from './labelEntry.ts';
import { openedLabel, renewedLabel, succeededLabel } from './openedLabel.ts';

/** What a person signs: the text shown, by its digest, with their name and their role there. */
type Signature = FileInput & Pick<SignedAgreement, 'language' | 'textDigest' | 'name' | 'role'>;

/** The owner signs the holder's duties, which grants the file and opens its label; a text that changed is `stale`. Gives the label's number. */
export async function signAgreement(deps: Deps, asker: Asker, input: Signature): Promise<string> {
  const file = await frozenFile(deps, input.applicationId);
  const known = file.application;
  const actor = await actorOn(deps, asker, known);
  requireVisible(actor.roles.some((role) => role === 'owner' || role === 'editor'));
  requireRevision(known, input.revision);
  requireSignature(deps, input);
  const at = deps.clock.now().toISOString();
  const { language, textDigest, name, role } = input;
  const { version } = deps.agreement;
  const [appeal] = await deps.store.appealsOf(known.id);
  const conditions = conditionsNow(known.context.conditions, appeal, dayOf(at));
  const signedAs = (number: string): Omit<SignedAgreement, 'paper'> => {
    const signed = { version, language, textDigest, name, role, personId: asker.id, at };
    const { organisationId } = known.context;
    const of = { applicationId: known.id, organisationId, labelNumber: number, conditions };
    return { ...signed, digest: digestOf({ ...signed, ...of }) };
  };
  const sign = (number: string, paper: string) => {
    const agreement = { ...signedAs(number), paper };
    const event = { type: 'sign', at, actor, digest: agreement.digest, labelNumber: number } as const;
    const data = { agreement: { version, language, textDigest, paper } };
    return applyToApplication(deps, known, event, { agreement }, data);
  };
  // Tried before a number is drawn: a refused signature uses up none.
  sign('untried', '');
  const year = Number(dayOf(at).slice(0, 4));
  const number = labelNumber(year, await deps.store.nextNumber('label', year));
  const paper = await deps.files.save(
    await deps.papers.agreement({
      applicationId: known.id,
      labelNumber: number,
      organisation: file.snapshot.content.organisation,
      conditions,
      text: deps.agreement.texts[language],
      signed: signedAs(number),
    }),
    'application/pdf',
  );
  const old = await renewedLabel(deps, file);
  const succeeded = await succeededLabel(deps, file);
  const replaced = old ?? succeeded?.label ?? null;
  const opened = openedLabel(file, number, at, asker.language, old);
  // The file says nothing of them: the same offers go on with theirs.
  const photos = replaced?.photos && { photos: replaced.photos };
  const label = { ...opened, ...firstDue(conditions), ...photos };
  const { machineVersion, state, context } = label;
  const stored = { machineVersion, state, context };
  const data = { stored, offers: digestOf(label.offers) };
  const line = { at, actor, facts: ['label.opened'], data } as const;
  // By the service itself, because the holder signed.
  const renewal = { type: 'renew', at, actor: systemActor, successor: number } as const;
  const renewed = replaced && applyToLabel(deps, replaced, renewal);
  const conclude = { type: 'conclude', at, actor: systemActor, reason: known.id } as const;
  const store = succeeded ? deps.store.seenBy(everything) : deps.store;
  await store.commit(
    [
      sign(number, paper),
      addItem(deps, 'labels', label, line),
      ...conditions.map((condition) => newCondition(deps, label, { ...condition, at, actor })),
      ...(renewed ? [renewed] : []),
      ...(succeeded ? [applyToChange(deps, succeeded.change, conclude)] : []),
      ...(await carryOver(deps, { applicationId: known.id, labelNumber: number, at })),
    ],
    renewed ? await labelRow(deps, renewed.after, at) : [],
  );
  return number;
}

function requireSignature(
  { agreement }: Pick<Deps, 'agreement'>,
  { language, textDigest, name, role }: Signature,
): void {
  if (textDigest !== agreementDigest(agreement, language)) throw new LabelError('stale');
  const faults = Object.entries({ name, role }).flatMap(([field, text]): Fault[] =>
    text.trim() === ''
      ? [fault(field, 'required')]
      : (field === 'name' ? nameFaults : printFaults)(field, text),
  );
  requireNoFaults(faults);
}
