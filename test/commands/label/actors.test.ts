// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { digestOf } from '../../../src/commands/desk/digest/digestOf.ts';
import type { Application, Person } from '../../../src/commands/items/items.ts';
import type { Asker, Deps } from '../../../src/commands/ports/ports.ts';
import type { KeptDuties } from '../../../src/commands/ports/reviewingPorts.ts';
import { type Part, parts } from '../../../src/policies/parts.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import type { Found } from '../../support/labelCommands/found.ts';
import { labelCommands } from '../../support/labelCommands/labelCommands.ts';
import { type LabelWorld, labelWorld } from '../../support/labelWorld.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

type Group = keyof typeof labelCommands;

const applicant: readonly Part[] = ['organisation', 'tie', 'applied'];
const evaluation: readonly Part[] = ['invited', 'scored', 'moderated', 'earlier'];
const handling: readonly Part[] = ['visited', 'checked', 'wrote', 'owned', 'handledComplaint'];
const early: readonly Part[] = ['screened', 'turnedAway', 'staffed', 'asked', 'recommended', 'announced'];

/** The parts on the file of a label that keep a person from what a group of people does. */
const barred: Readonly<Record<Group, readonly Part[]>> = {
  editors: [],
  owners: [],
  keepers: [...applicant, ...evaluation, 'judged'],
  deciders: [...applicant, ...evaluation, ...early, 'formedPanel', 'judged', 'kept', ...handling],
  panel: [...applicant, ...evaluation, ...early, 'voted', 'decided', 'formedPanel', 'kept', ...handling],
  handlers: parts.filter((part) => !['announced', 'wrote', 'owned', 'handledComplaint'].includes(part)),
};

/** Whoever has taken a complaint may meanwhile do with the label what it calls for. */
const barredFrom = (group: Group, name: string) =>
  group === 'handlers' && name !== 'takeComplaint'
    ? barred.handlers.filter((part) => part !== 'kept')
    : barred[group];

/** By what lines of the journal a part is held. */
const factOf: Partial<Record<Part, DomainEvent>> = {
  applied: 'application.submitted',
  screened: 'application.accepted',
  turnedAway: 'application.declaredIneligible',
  staffed: 'application.staffed',
  scored: 'application.reviewDelivered',
  moderated: 'application.moderated',
  recommended: 'application.recommended',
  decided: 'application.decided',
  announced: 'application.granted',
  formedPanel: 'appeal.panelFormed',
  kept: 'change.assessed',
  visited: 'application.visitRecorded',
  checked: 'finding.closed',
  wrote: 'correspondence.written',
  handledComplaint: 'complaint.answered',
};

describe('who may do what on a label', () => {
  let service: TestService;
  let world: LabelWorld;
  let found: Found;
  let chair: Person;
  before(async () => {
    service = await testService('label-actors');
    world = await labelWorld(service);
    const { store } = service.deps;
    const [label, condition, surveillance, change, complaint, appeal] = await Promise.all([
      store.label(world.holder.number),
      store.condition(world.conditionId),
      store.surveillance(world.surveillanceId),
      store.change(world.changeId),
      store.complaint(world.complaintId),
      store.appeal(world.appealId),
    ]);
    found = {
      label: requireVisible(label),
      condition: requireVisible(condition),
      surveillance: requireVisible(surveillance),
      change: requireVisible(change),
      complaint: requireVisible(complaint),
      appeal: requireVisible(appeal),
    };
    // Chairs the session; of what they did in this world nothing is told but what a row gives them.
    chair = world.cast.committee[0];
  });
  after(() => service.stop());

  const duties = (held: readonly Part[]): KeptDuties => {
    const { organisationId } = world.holder;
    const { applicationId } = found.label.context;
    const review = (state: 'invited' | 'declined') => ({
      id: state,
      state,
      context: { reviewId: state, applicationId, personId: chair.id, dueAt: '2028-01-01T00:00:00.000Z' },
    });
    const tie = {
      id: 'tie',
      personId: chair.id,
      organisationId,
      organisation: '',
      kind: 'kin',
      source: 'declared',
      share: null,
      since: '2020-01-01',
      ended: null,
      note: '',
    } as const;
    return {
      reviews: [
        ...(held.includes('invited') ? [review('invited')] : []),
        ...(held.includes('asked') ? [review('declined')] : []),
      ],
      facts: held.flatMap((part) => factOf[part] ?? []),
      voted: held.includes('voted'),
      onPanel: held.includes('judged'),
      owned: held.includes('owned'),
      ties: held.includes('tie') ? [tie] : [],
    };
  };

  const first = (group: Group) => requireVisible(Object.keys(labelCommands[group])[0]);

  /** Nothing is kept: what would be done is tried on a label on which `me` holds some parts. */
  const trial = async (group: Group, name: string, me: Asker, held: readonly Part[] = []) => {
    const command = requireVisible(Object.entries(labelCommands[group]).find(([one]) => one === name))[1];
    const now: Found = { ...found, ...command.finds(found, me.id) };
    const { store } = service.deps;
    const file = <File extends Pick<Application, 'id' | 'context'>>(known: File): File => {
      if (known.id !== now.label.context.applicationId) return known;
      const deciders = known.context.deciders.filter((id) => id !== me.id);
      const earlierPeople = held.includes('earlier') ? [me.id] : [];
      return { ...known, context: { ...known.context, deciders, earlierPeople } };
    };
    const stubbed: Deps['store'] = {
      ...store,
      commit: async () => {},
      application: async (id) => {
        const known = await store.application(id);
        return known && file(known);
      },
      applications: async (ids) => (await store.applications(ids)).map((one) => file(one)),
      label: async () => now.label,
      condition: async () => now.condition,
      surveillance: async () => now.surveillance,
      change: async () => now.change,
      complaint: async () => now.complaint,
      appeal: async () => now.appeal,
      // Tasks and files of the world do not stand in each other's way.
      applicationsOf: async () => [],
      filesOnLabelOf: async () => [],
      dutiesOf: async (id, of) => (id === me.id ? duties(held) : store.dutiesOf(id, of)),
    };
    return refusalOf(command.give({ ...service.deps, store: stubbed }, me, now, world));
  };

  const membership = (role: 'owner' | 'editor' | 'reader') => ({
    memberships: [{ organisationId: world.holder.organisationId, role }],
  });
  const everyRole = ['officer', 'reviewer', 'committee', 'chair', 'administrator'] as const;
  /** A person with every role of the service, who belongs to the holder where that is a part of theirs or what the row is about. */
  const holding = (group: Group, held: readonly Part[]): Asker => {
    const own = group === 'owners' || group === 'editors';
    const belongs = own ? membership('owner') : held.includes('organisation') ? membership('reader') : {};
    return { ...chair, roles: [...everyRole], memberships: [], ...belongs };
  };

  for (const [group, commands] of Object.entries(labelCommands) as [Group, object][]) {
    for (const name of Object.keys(commands)) {
      it(`${name}: is refused to each part on the file that bars ${group}, and to no other`, async () => {
        const refusing: Part[] = [];
        for (const part of parts) {
          const outcome = await trial(group, name, holding(group, [part]), [part]);
          if (outcome !== 'taken') refusing.push(part);
        }
        expect(await trial(group, name, holding(group, [])), 'without a part').to.equal('taken');
        expect(refusing.sort()).to.deep.equal([...barredFrom(group, name)].sort());
      });
    }
  }

  it('tells officers in the morning what waits on it, and nobody whom a part keeps from it', async () => {
    const linesOf = async (person: Person) =>
      (await digestOf(service.deps, person)).lines
        .filter(({ what }) => what.startsWith('followUp.'))
        .map(({ what }) => what.replace('followUp.what.', ''));
    const waits = await linesOf(world.cast.officer);
    expect(waits).to.include.members(['changeNotified', 'withdrawalProposed']);
    expect(await linesOf(await service.person('other-desk', 'officer'))).to.deep.equal(waits);
    const scored = { ...world.cast.reviewers[0], roles: ['officer', 'reviewer'] } as const;
    expect(await linesOf({ ...scored, roles: [...scored.roles] })).to.deep.equal([]);
    expect(await linesOf(world.cast.committee[1])).to.deep.equal([]);
  });

  it('is refused to two parts where either of them refuses it', async () => {
    const wrong: string[] = [];
    for (const group of Object.keys(labelCommands) as Group[]) {
      for (const [i, one] of parts.entries()) {
        for (const other of parts.slice(i + 1)) {
          const pair = [one, other];
          const outcome = await trial(group, first(group), holding(group, pair), pair);
          const expected = !pair.some((part) => barred[group].includes(part));
          if ((outcome === 'taken') !== expected) wrong.push(`${group}: ${pair.join(' + ')} → ${outcome}`);
        }
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  const people: Readonly<Record<string, Pick<Person, 'roles'> & { in?: 'owner' | 'editor' | 'reader' }>> = {
    stranger: { roles: [] },
    owner: { roles: [], in: 'owner' },
    editor: { roles: [], in: 'editor' },
    reader: { roles: [], in: 'reader' },
    officer: { roles: ['officer'] },
    reviewer: { roles: ['reviewer'] },
    committee: { roles: ['committee'] },
    chair: { roles: ['chair'] },
    administrator: { roles: ['administrator'] },
  };
  const mayBe: Readonly<Record<Group, readonly string[]>> = {
    owners: ['owner'],
    editors: ['owner', 'editor'],
    keepers: ['officer'],
    deciders: ['committee', 'chair'],
    panel: ['committee', 'chair'],
    handlers: ['officer'],
  };
  /** An agenda is planned by a chair as well. */
  const also: Readonly<Record<string, readonly string[]>> = { putOnAgenda: ['chair'] };

  it('takes the role that it is for, alone or beside another, and no other role', async () => {
    const wrong: string[] = [];
    const names = Object.keys(people);
    const pairs = names.flatMap((one, i) => [[one], ...names.slice(i + 1).map((other) => [one, other])]);
    for (const [group, commands] of Object.entries(labelCommands) as [Group, object][]) {
      for (const name of Object.keys(commands)) {
        // Of a group, pairs stand for all its commands by the first.
        for (const pair of name === first(group) ? pairs : names.map((one) => [one])) {
          const both = pair.map((one) => requireVisible(people[one]));
          const role = both.flatMap((one) => one.in ?? [])[0];
          const own = role ? membership(role) : { memberships: [] };
          const me = { ...chair, roles: both.flatMap(({ roles }) => roles), ...own };
          const outcome = await trial(group, name, me);
          const allowed = [...mayBe[group], ...(also[name] ?? [])];
          // Whoever belongs to the holder is nothing else towards it.
          const ofHolder = group === 'owners' || group === 'editors';
          const fits = role === undefined || ofHolder ? pair.filter((one) => allowed.includes(one)) : [];
          const expected = ofHolder ? role !== undefined && allowed.includes(role) : fits.length > 0;
          if ((outcome === 'taken') !== expected) wrong.push(`${name}: ${pair.join(' + ')} → ${outcome}`);
        }
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
