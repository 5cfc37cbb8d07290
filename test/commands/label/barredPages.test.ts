// Tier: all. Budget: 12 s.
import { expect } from 'chai';
import { viewAppeal } from '../../../src/commands/committee/views/viewAppeal.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { viewChange } from '../../../src/commands/desk/viewChange.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { viewOfficeConditions } from '../../../src/commands/label/conditions/viewConditions.ts';
import { viewFileLabel } from '../../../src/commands/label/views/viewFileLabel.ts';
import { viewSanctions } from '../../../src/commands/label/views/viewSanctions.ts';
import { viewOfficeSurveillance } from '../../../src/commands/label/views/viewSurveillance.ts';
import type { Asker, Deps } from '../../../src/commands/ports/ports.ts';
import type { KeptDuties } from '../../../src/commands/ports/reviewingPorts.ts';
import type { Act } from '../../../src/policies/acts.ts';
import { refusedBy } from '../../../src/policies/duties.ts';
import { type Part, parts } from '../../../src/policies/parts.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import type { Found } from '../../support/labelCommands/found.ts';
import { labelCommands } from '../../support/labelCommands/labelCommands.ts';
import { type LabelWorld, labelWorld } from '../../support/labelWorld.ts';
import { type TestService, testService } from '../../support/run/service.ts';

/** Parts that lines of the journal show: who holds another one is not shown the page at all. */
const factOf: Partial<Record<Part, DomainEvent>> = {
  screened: 'application.accepted',
  turnedAway: 'application.declaredIneligible',
  staffed: 'application.staffed',
  scored: 'application.reviewDelivered',
  moderated: 'application.moderated',
  recommended: 'application.recommended',
  decided: 'application.decided',
  announced: 'application.granted',
  formedPanel: 'appeal.panelFormed',
  judged: 'appeal.voted',
  kept: 'change.assessed',
  visited: 'application.visitRecorded',
  checked: 'finding.closed',
  wrote: 'correspondence.written',
  handledComplaint: 'complaint.answered',
};
const told = parts.filter((part) => part in factOf);

type Page = (deps: Deps, asker: Asker, world: LabelWorld) => Promise<{ readonly barred: readonly string[] }>;
const sanctions: Page = (deps, asker, { holder }) => viewSanctions(deps, asker, holder.applicationId);
const label: Page = (deps, asker, { holder }) => viewFileLabel(deps, asker, holder.applicationId);
const conditions: Page = (deps, asker, { holder }) => viewOfficeConditions(deps, asker, holder.applicationId);
const surveillance: Page = (deps, asker, { holder: { applicationId }, surveillanceId }) =>
  viewOfficeSurveillance(deps, asker, { surveillanceId, applicationId });
const change: Page = (deps, asker, { holder: { applicationId }, changeId }) =>
  viewChange(deps, asker, { applicationId, changeId });
const appeal: Page = (deps, asker, { appealId }) => viewAppeal(deps, asker, appealId);

/** The same once the appeal is let in and has no panel. */
const panel: Page = (deps, asker, world) => {
  const admitted = async (id: string) => {
    const one = await deps.store.appeal(id);
    return one && { ...one, state: 'admitted' as const, context: { ...one.context, panel: [] } };
  };
  return appeal({ ...deps, store: { ...deps.store, appeal: admitted } }, asker, world);
};

/** Each act with the page that has its button, and the command in whose state it is open. */
const rows: readonly (readonly [act: Act, command: string, page: Page])[] = [
  ['label.proposeSuspension', 'proposeSuspension', sanctions],
  ['label.suspend', 'suspendLabel', sanctions],
  ['label.confirmSuspension', 'confirmSuspension', sanctions],
  ['label.extendHearing', 'extendHearing', sanctions],
  ['label.extendRepair', 'extendRepair', sanctions],
  ['label.recordCall', 'recordCall', sanctions],
  ['label.dropProposal', 'dropProposal', sanctions],
  ['label.proposeWithdrawal', 'proposeWithdrawal', sanctions],
  ['label.recordNotice', 'recordNotice', sanctions],
  ['label.confirmNotice', 'confirmNotice', sanctions],
  ['label.dropNotice', 'dropNotice', sanctions],
  ['label.reviseScope', 'proposeSuspension', label],
  ['label.setStanding', 'imposeCondition', conditions],
  ['surveillance.confirm', 'confirmSurveillance', surveillance],
  ['surveillance.raiseFindings', 'raiseFindings', surveillance],
  ['surveillance.recordCheck', 'recordSiteCheck', surveillance],
  ['change.assess', 'assessChange', change],
  ['change.conclude', 'concludeChange', change],
  ['appeal.admit', 'admitAppeal', appeal],
  ['appeal.formPanel', 'admitAppeal', panel],
];

describe('a page without a button', () => {
  let service: TestService;
  let world: LabelWorld;
  let found: Found;
  let person: Person;
  before(async () => {
    service = await testService('barred-pages');
    world = await labelWorld(service);
    const { store } = service.deps;
    found = {
      label: requireVisible(await store.label(world.holder.number)),
      condition: requireVisible(await store.condition(world.conditionId)),
      surveillance: requireVisible(await store.surveillance(world.surveillanceId)),
      change: requireVisible(await store.change(world.changeId)),
      complaint: requireVisible(await store.complaint(world.complaintId)),
      appeal: requireVisible(await store.appeal(world.appealId)),
    };
    person = await service.person('everything', 'officer', 'committee', 'chair');
  });
  after(() => service.stop());

  /** What keeps a person with a part from the acts of a page, in the state in which a command is open. */
  const barredOn = async (command: string, page: Page, held: readonly Part[]) => {
    const commands = Object.values(labelCommands).flatMap((group) => Object.entries(group));
    const { finds } = requireVisible(commands.find(([name]) => name === command))[1];
    const now: Found = { ...found, ...finds(found, world.panel[0].id) };
    const { store } = service.deps;
    const none: KeptDuties = { reviews: [], facts: [], voted: false, onPanel: false, owned: false, ties: [] };
    const facts = held.flatMap((part) => factOf[part] ?? []);
    const stubbed: Deps['store'] = {
      ...store,
      commit: async () => {},
      person: async (id) => (await store.person(id)) ?? person,
      label: async () => now.label,
      labelsOf: async () => [now.label],
      surveillance: async () => now.surveillance,
      change: async () => now.change,
      changesOf: async () => [now.change],
      appeal: async () => now.appeal,
      filesOnLabelOf: async () => [],
      dutiesOf: async (id) => (id === person.id ? { ...none, facts } : none),
    };
    return (await page({ ...service.deps, store: stubbed }, person, world)).barred;
  };

  for (const [act, command, page] of rows) {
    it(`says to each part that refuses ${act} why it is not there, and nothing to others`, async () => {
      expect(await barredOn(command, page, []), 'without a part').to.deep.equal([]);
      for (const part of told) {
        const [reason] = refusedBy(act, new Set([part]));
        const barred = await barredOn(command, page, [part]);
        if (reason) expect(barred, part).to.include(reason);
      }
    });
  }
});
