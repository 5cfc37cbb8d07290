// Budget: 6 s.
import { basename } from 'node:path';
import { expect } from 'chai';
import { definitionOf } from '../../src/workflow/definition.ts';
import { currentVersion, type MachineName } from '../../src/workflow/versions.ts';
import { constantFields, eventsIn, namesRead, sendingsIn } from '../support/guardInputs.ts';
import { readModule, sourcesBelow } from '../support/readSource.ts';

const names = Object.keys(currentVersion) as MachineName[];
const types = new Set(
  names.flatMap((name) => Object.values(definitionOf(name).states).flatMap(({ on }) => Object.keys(on))),
);
const guardFiles = sourcesBelow('src/workflow').filter((file) =>
  /([gG]uards|staffing|people|review|voting)\.ts$/.test(basename(file)),
);
const read = namesRead(guardFiles);
/** They fill in every step that a person could take and ask whether the machine would take it; nothing of it is kept. */
const asksOnly = [
  'src/commands/review/findings/findingLines.ts',
  'src/commands/label/conditions/viewConditions.ts',
];
/** Where a constant is what is meant: nothing, in a field that no guard of that event reads, or the reason of a step that time takes. */
const constantMeant = [
  'src/commands/committee/appeal/labelOutcome.ts: certificate of upholdAppeal',
  'src/commands/committee/appeal/labelOutcome.ts: dueAt of setStanding',
  'src/commands/committee/appeal/labelOutcome.ts: reason of liftStay',
  'src/commands/committee/decision/announceDecision.ts: dueAt of setStanding',
  'src/commands/label/conditions/imposeCondition.ts: dueAt of setStanding',
];
/** It applies the events that its callers make, and is searched where they call it. */
const handsOn = 'src/commands/committee/appeal/appealWords.ts';
const commands = sourcesBelow('src/commands').filter((file) => !asksOnly.includes(file));

const path = 'src/commands/committee/decision/decideApplication.ts';
const fed = /evidenceExpired: .*,\n/;

/** What is found in a command once its count of expired documents is written like this. */
function foundWith(written: string, before = ''): string[] {
  const { text } = readModule(path);
  expect(text).to.match(fed);
  const changed = `${text.replace(fed, `${written}\n`)}\n${before}`;
  return constantFields(readModule(path, changed), types, read).map(({ field }) => field);
}

describe('the inputs of guards', () => {
  it('are never constants in a command', () => {
    const constants = commands.flatMap((file) =>
      constantFields(readModule(file), types, read).map(
        ({ event, field }) => `${file}: ${field} of ${event}`,
      ),
    );
    expect(constants.filter((one) => !constantMeant.includes(one))).to.deep.equal([]);
  });

  it('are searched in every event that a command sends', () => {
    const sendings = commands.flatMap((file) =>
      sendingsIn(readModule(file)).map(({ call, events }) => ({ file, call, events: events.length })),
    );
    expect(sendings).to.have.lengthOf.above(50);
    const inVain = sendings.filter(({ file, events }) => file !== handsOn && events === 0);
    expect(inVain).to.deep.equal([]);
    const sent = commands.flatMap((file) => eventsIn(readModule(file), types).map(({ type }) => type));
    expect([...types].filter((type) => sent.includes(type))).to.have.lengthOf.above(45);
  });

  it('are known by the names in guards, at any depth of an event', () => {
    for (const name of [
      'evidenceExpired',
      'unanswered',
      'tookPart',
      'load',
      'minutesApproved',
      'notInDeliberation',
    ])
      expect([...read], name).to.include(name);
  });

  it('are detected in any form of constant', () => {
    const written: Readonly<Record<string, readonly [string, string?]>> = {
      plainly: ['evidenceExpired: 0,'],
      'as another type': ['evidenceExpired: 0 as number,'],
      'as the length of an empty list': ['evidenceExpired: [].length,'],
      'under a name': ['evidenceExpired: none,', 'const none = 0;'],
      'by a function': ['evidenceExpired: none(),', 'function none(): number { return 0; }'],
      'by a promise': ['evidenceExpired: await Promise.resolve(0),'],
      'with others': ['...nothingOld,', 'const nothingOld = { evidenceExpired: 0 } as const;'],
    };
    for (const [how, [field, before]] of Object.entries(written))
      expect(foundWith(field, before), how).to.deep.equal(['evidenceExpired']);
    expect(foundWith('evidenceExpired: countDocuments([]),'), 'counted').to.deep.equal([]);
    expect(foundWith('vote: { ...vote, abstained: 0 },'), 'inside').to.include('abstained');
  });

  it('may be constants in modules that commit nothing', () => {
    for (const file of asksOnly) expect(readModule(file).text, file).not.to.match(/commit|applyTo/);
  });
});
