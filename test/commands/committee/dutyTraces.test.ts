import { expect } from 'chai';
import {
  openCorrespondence,
  settleCorrespondence,
  writeMessage,
} from '../../../src/commands/application/correspondence/writeMessage.ts';
import { recusalGroundOf } from '../../../src/commands/committee/session/committeeOf.ts';
import { actorOf } from '../../../src/commands/common/actor.ts';
import { addItem } from '../../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { noteOnComplaint, takeComplaint } from '../../../src/commands/complaint/handleComplaint.ts';
import { addCaseNote } from '../../../src/commands/desk/casework/caseNotes.ts';
import { handOver } from '../../../src/commands/desk/casework/handOver.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import {
  confirmCondition,
  submitConditionProof,
} from '../../../src/commands/label/conditions/followConditions.ts';
import type { Part } from '../../../src/policies/parts.ts';
import { chainCollections } from '../../../src/storage/database/chainsOf.ts';
import { owners } from '../../../src/storage/database/visible.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import { currentApplication, recordCall } from '../../support/applicationSteps.ts';
import { complaintVersion, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { issueConditionalLabel } from '../../support/issueConditionalLabel.ts';
import type { IssuedLabel } from '../../support/issueLabel.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('whoever did something on a file', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let fileId: string;
  before(async () => {
    web = await webWithCast('duty-traces');
    const text = 'Publier les comptes de l’année.';
    holder = await issueConditionalLabel(web, web.cast, 'holder', [{ text, due: '2027-06-30' }]);
    fileId = await web.evaluatedFile();
  });
  after(() => web.stop());

  const subject = async (by: Person) =>
    openCorrespondence(web.deps, by, {
      applicationId: holder.applicationId,
      subject: 'Spécimen',
      text: 'Un message.',
      attachments: [],
    });
  const ownerOf = async (
    item: `files/${string}` | `labels/${string}` | `complaints/${string}`,
    to: Person,
  ) => {
    await handOver(web.deps, to, { item, to: to.id, note: '' });
    await handOver(web.deps, to, { item, to: null, note: 'Je ne peux plus.' });
  };
  /** Writes a line of the journal on a finding that the label carries. */
  const onFinding = (fact: DomainEvent) => async (by: Person) => {
    const { applicationId, organisationId, number } = holder;
    const id = web.deps.ids.next();
    const context = {
      ...{ findingId: id, applicationId, organisationId, grade: 'minor' as const, reviewers: [] },
      ...{ dueAt: '2027-06-30T21:59:59.999Z', labelNumber: number },
    } as const;
    const place = { offerId: '', criterion: 'GOU-02' };
    const said = { place, text: 'Spécimen', raisedAt: web.deps.clock.now().toISOString(), words: [] };
    const after = { id, machineVersion: 1, state: 'actionAccepted', context, ...said } as const;
    const line = { at: said.raisedAt, actor: actorOf(by), facts: [fact], data: {} } as never;
    await web.deps.store.commit([addItem(web.deps, 'findings', after, line)]);
  };

  /** Each act, on the file in evaluation or on that of the label, and the part that follows. */
  const acts: Readonly<Record<string, { part: Part; on?: 'file'; act: (by: Person) => Promise<unknown> }>> = {
    'recorded a visit': { part: 'visited', on: 'file', act: (by) => recordCall(web.deps, by, fileId) },
    'opened a subject': { part: 'wrote', act: subject },
    'answered on a subject': {
      part: 'wrote',
      act: async (by) => {
        const correspondenceId = await subject(holder.owner);
        const { applicationId } = holder;
        await writeMessage(web.deps, by, { correspondenceId, applicationId, text: 'Oui.', attachments: [] });
      },
    },
    'settled a subject': {
      part: 'wrote',
      act: async (by) => {
        const correspondenceId = await subject(holder.owner);
        const { applicationId } = holder;
        await settleCorrespondence(web.deps, by, { correspondenceId, applicationId });
      },
    },
    'noted something for colleagues': {
      part: 'wrote',
      act: (by) =>
        addCaseNote(web.deps, by, { item: `files/${holder.applicationId}`, text: 'Spécimen', about: null }),
    },
    'was responsible for the file': {
      part: 'owned',
      act: (by) => ownerOf(`files/${holder.applicationId}`, by),
    },
    'was responsible for the label': { part: 'owned', act: (by) => ownerOf(`labels/${holder.number}`, by) },
    'accepted an action': { part: 'checked', act: onFinding('finding.actionAccepted') },
    'returned an action': { part: 'checked', act: onFinding('finding.actionReturned') },
    'closed a finding': { part: 'checked', act: onFinding('finding.closed') },
    'returned a proof': { part: 'checked', act: onFinding('finding.proofReturned') },
    'gave more time for a finding': { part: 'checked', act: onFinding('finding.extended') },
    'judged a condition': {
      part: 'kept',
      act: async (by) => {
        const condition = async () => requireVisible((await web.deps.store.conditionsOf(holder.number))[0]);
        const at = async () => ({
          conditionId: (await condition()).id,
          revision: (await condition()).revision,
        });
        const proof = { proof: 'Les comptes sont publiés.', documents: [] };
        await submitConditionProof(web.deps, holder.owner, { ...(await at()), ...proof });
        await confirmCondition(web.deps, by, { ...(await at()), reason });
      },
    },
    'handled a report': {
      part: 'handledComplaint',
      act: async (by) => {
        const { number } = await sendComplaint(web, { number: holder.number });
        await takeComplaint(web.deps, by, await complaintVersion(web, number));
        await noteOnComplaint(web.deps, by, { ...(await complaintVersion(web, number)), note: 'Spécimen' });
      },
    },
  };

  for (const [name, { part, on, act }] of Object.entries(acts)) {
    it(`and ${name} does not vote on it`, async () => {
      const person = await web.person(`both-${name.replaceAll(' ', '-')}`, 'officer', 'committee');
      const application = await currentApplication(web.deps, on === 'file' ? fileId : holder.applicationId);
      const towards = () => recusalGroundOf(web.deps, person, { application, reviews: [] });
      expect(await towards(), 'before').to.equal(null);
      await act(person);
      expect(await towards(), 'after').to.equal(part);
    });
  }

  it('is known from every kind of chain that names a file', async () => {
    const { connection, deps } = web;
    const chains = chainCollections.filter((name) => 'file' in (owners[name as keyof typeof owners] ?? {}));
    const found: string[] = [];
    for (const name of chains) {
      const ids = { organisationId: `organisation-${name}`, applicationId: `A-${name}` };
      const _id = (name === 'applications' ? ids.applicationId : `${name}-1`) as never;
      const fact = `${name}.specimen`;
      await connection.collection(name).insertOne({ _id, ...ids, context: { ...ids, personId: 'someone' } });
      const line = { _id: `trace-${name}` as never, stream: `${name}/${_id}`, seq: 1, facts: [fact] };
      await connection.collection('records').insertOne({ ...line, actor: { id: 'me' } });
      const application = await currentApplication(deps, fileId);
      const context = { ...application.context, ...ids };
      const { facts } = await deps.store.dutiesOf('me', { id: ids.applicationId, context });
      if ((facts as readonly string[]).includes(fact)) found.push(name);
    }
    expect(found).to.deep.equal(chains).and.to.include('casework');
  });
});
