import { withdrawalItem } from '../../src/commands/committee/session/agendaItem.ts';
import { castVote } from '../../src/commands/committee/session/castVote.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { askHolder, takeComplaint } from '../../src/commands/complaint/handleComplaint.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { notifyChange } from '../../src/commands/label/changes/notifyChange.ts';
import { answerHearing } from '../../src/commands/label/sanctions/hearing.ts';
import { proposeWithdrawal } from '../../src/commands/label/sanctions/suspension.ts';
import { panelOf } from './appealSteps.ts';
import { type Cast, castOf } from './applicationSteps.ts';
import { openSessionOn } from './committeeSession.ts';
import { complaintVersion, reason, sendComplaint } from './complaintSteps.ts';
import { issueConditionalLabel } from './issueConditionalLabel.ts';
import type { IssuedLabel } from './issueLabel.ts';
import { lodgeOnLabel, toPanel } from './labelAppealSteps.ts';
import { labelNow, suspendNow } from './labelSteps.ts';
import { remembered } from './run/remember.ts';
import type { TestService } from './run/service.ts';
import { morningOf, taskOf } from './surveillanceSteps.ts';

/** A label on which everything waits at once, and whoever has a part in it. */
export interface LabelWorld {
  readonly cast: Cast;
  readonly holder: IssuedLabel;
  readonly panel: readonly [Person, Person, Person];
  /** Handles its complaint. */
  readonly handler: Person;
  readonly sessionId: string;
  readonly conditionId: string;
  readonly surveillanceId: string;
  readonly changeId: string;
  readonly complaintId: string;
  readonly appealId: string;
}

/**
 * A conditional label, suspended at once, in its second year: a condition, a declaration, a notice of change, a complaint with a
 * question to the holder, an appeal before its panel, and a withdrawal that a session voted on and did not conclude.
 */
async function labelWorld_(service: TestService): Promise<LabelWorld> {
  const { deps } = service;
  const cast = await castOf(service);
  const panel = await panelOf(service);
  const handler = await service.person('handler', 'officer');
  const text = 'Publier les comptes de l’année.';
  const holder = await issueConditionalLabel(service, cast, 'holder', [{ text, due: '2028-01-31' }]);
  const { number, owner, applicationId } = holder;
  await morningOf(service, '2027-10-01');
  const { id: surveillanceId } = await taskOf(deps, number, 'declaration');
  const [condition] = await deps.store.conditionsOf(number);
  const moved = {
    things: ['place'],
    on: '2027-09-01',
    text: 'Nous avons déménagé à Carouge en septembre. Spécimen.',
  } as const;
  const changeId = await notifyChange(deps, owner, { number, ...moved });
  const { number: complaintId } = await sendComplaint(service, { number });
  await takeComplaint(deps, handler, await complaintVersion(service, complaintId));
  const question = `${reason} Qu’en dites-vous ?`;
  await askHolder(deps, handler, { ...(await complaintVersion(service, complaintId)), question });
  await suspendNow(service, cast.officer, number, '2027-12-31');
  const appealId = await lodgeOnLabel(service, owner, number);
  await toPanel(service, { officer: cast.officer, panel }, appealId);
  const at = async () => (await labelNow(service, number)).at;
  await proposeWithdrawal(deps, cast.officer, { ...(await at()), code: 'misuse', reason });
  await answerHearing(deps, owner, { ...(await at()), text: 'Spécimen : c’est corrigé.' });
  const sessionId = await openSessionOn(deps, cast, applicationId);
  const item = withdrawalItem((await labelNow(service, number)).label);
  for (const person of cast.committee)
    await castVote(deps, person, { applicationId, item, choice: 'for', reason: 'Spécimen' });
  await service.work();
  return {
    cast,
    holder,
    panel,
    handler,
    sessionId,
    conditionId: requireVisible(condition).id,
    surveillanceId,
    changeId,
    complaintId,
    appealId,
  };
}

export const labelWorld = remembered('labelWorld', labelWorld_, ({ deps }) => deps);
