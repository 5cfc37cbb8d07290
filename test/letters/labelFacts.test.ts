import { expect } from 'chai';
import { lettersOn } from '../../src/letters/letters.ts';
import type { DomainEvent, Facts } from '../../src/workflow/domainEvents.ts';
import { locales } from '../support/locales.ts';

/** Kinds of things in the life of a label; whatever becomes true of one concerns somebody, who is told. */
const kinds = ['label', 'change', 'condition', 'surveillance', 'complaint', 'appeal', 'review'] as const;

/** What no letter goes on, and why nobody misses one. */
const silent: Partial<Record<DomainEvent, string>> = {
  'label.revisionAsked': 'what comes of it is told',
  'label.appealLodged': 'told by the appeal',
  'label.stayGranted': 'told by the appeal',
  'label.stayLifted': 'told by the appeal',
  'label.reinstated': 'told by the appeal',
  'label.offerChanged': 'the holder changed it; its page shows it',
  'label.websiteTaken': 'the holder changed it; their page shows it',
  'label.registerUpdated': 'told by the change that was assessed',
  'label.stampRenewed': 'what the certificate says is what it said',
  'label.conformityAdded': 'another form of what the certificate says',
  'label.walletTaken': 'who speaks for the holder took it',
  'label.proceedingsEnded': 'told by the end of the label',
  'change.applicationSent': 'told by that application',
  'change.concluded': 'told by the application that it waited for',
  'change.dropped': 'told by the end of the label',
  'condition.opened': 'told with the signature',
  'condition.dropped': 'told by the end of the label',
  'surveillance.checkRecorded': 'an officer judges it next, which is told',
  'surveillance.dropped': 'told by the end of the label',
  'complaint.received': 'acknowledged at once, which is told',
  'complaint.taken': 'among officers, who see it on their list',
  'complaint.noted': 'inside',
  'complaint.closed': 'its answer said until when it can be contested',
  'complaint.secretRenewed': 'the new secret goes to the address that came with it',
  'complaint.contentErased': 'its time is over; nobody is named any more',
  'appeal.voted': 'its outcome is told',
  'review.declined': 'the reviewer did it; officers see it in their digest',
  'review.delivered': 'the reviewer did it; officers see it in their digest',
  'review.voided': 'the file tells of it, or the reviewer said so',
  'review.scored': 'the reviewer did it',
};

/** Every fact of a kind, as the journal has words for it. */
function factsOf(kind: keyof Facts): DomainEvent[] {
  const prefix = `journal.facts.${kind}.`;
  const keys = Object.keys(locales.fr.messages).filter((key) => key.startsWith(prefix));
  return keys.map((key) => `${kind}.${key.slice(prefix.length)}` as DomainEvent);
}

describe('what becomes true in the life of a label', () => {
  for (const kind of kinds) {
    it(`of a ${kind} goes with a letter, or says why none goes`, () => {
      const facts = factsOf(kind);
      expect(facts.length).to.be.greaterThan(4);
      expect(facts.filter((fact) => lettersOn(fact).length === 0 && !silent[fact])).to.deep.equal([]);
      const named = facts.filter((fact) => silent[fact] && lettersOn(fact).length > 0);
      expect(named, 'there is a letter after all').to.deep.equal([]);
    });
  }
});
