import { expect } from 'chai';
import { readScheme } from '../../src/criteria/readScheme.ts';
import { SchemeError, type SchemeFault } from '../../src/criteria/schemeError.ts';
import type { SourceText } from '../../src/criteria/sourceFile.ts';
import { smallScheme } from '../support/samples/smallScheme.ts';

function faultsIn(files: readonly SourceText[]): readonly SchemeFault[] {
  try {
    readScheme(files);
  } catch (error) {
    if (error instanceof SchemeError) return error.faults;
    throw error;
  }
  return [];
}

const lineOf = (fault: SchemeFault): string => `${fault.file}:${fault.line} ${fault.code} ${fault.detail}`;

/** What is replaced by what in which file, and the fault this must give. */
const faulty: readonly [file: string, from: string, to: string, fault: string][] = [
  ['scheme.yaml', 'id: small\n', 'id: [small\n', 'scheme.yaml:2 badYaml'],
  ['scheme.yaml', 'status: draft', 'id: twice', 'scheme.yaml:3 duplicateKey Map keys must be unique'],
  ['scheme.yaml', 'region: valley', 'regoin: valley', 'scheme.yaml:4 unknownKey regoin'],
  ['scheme.yaml', 'region: valley\n', '', 'scheme.yaml:1 missingKey region'],
  ['scheme.yaml', '    weight: 2\n', '', 'scheme.yaml:43 missingKey criteria.0.weight'],
  ['scheme.yaml', 'graceDays: 90', 'graceDays: soon', 'scheme.yaml:19 wrongType validity.graceDays (soon)'],
  ['scheme.yaml', 'weight: 2', "weight: '2'", 'scheme.yaml:45 wrongType criteria.0.weight (2)'],
  ['scheme.yaml', 'weight: 2', 'weight: 5', 'scheme.yaml:45 wrongValue criteria.0.weight (5)'],
  [
    'scheme.yaml',
    'drawnShare: 0.1',
    'drawnShare: 10',
    'scheme.yaml:12 wrongValue reviewTriggers.drawnShare (10)',
  ],
  [
    'scheme.yaml',
    'at: [10, 20, 30, 40]',
    'at: [10, 20, 30]',
    'scheme.yaml:58 wrongCount criteria.1.number.at',
  ],
  ['scheme.yaml', 'id: F02', 'id: F01', 'scheme.yaml:34 duplicateId F01'],
  ['scheme.yaml', 'id: AIM-01', 'id: PAY-01', 'scheme.yaml:49 duplicateId PAY-01'],
  ['scheme.yaml', 'theme: AIM', 'theme: AIN', 'scheme.yaml:44 danglingTheme AIN'],
  ['scheme.yaml', 'theme: AIM', 'theme: PAY', 'scheme.yaml:39 emptyTheme AIM'],
  ['scheme.yaml', 'weight: 40', 'weight: 30', 'scheme.yaml:38 weightsNotSumming organisation: 90'],
  ['scheme.yaml', 'weight: 100', 'weight: 99', 'scheme.yaml:38 weightsNotSumming offer: 99'],
  ['scheme.yaml', 'formula: F02/F01*100', 'formula: F02/F09*100', 'scheme.yaml:55 danglingFact F09'],
  [
    'scheme.yaml',
    'formula: F02/F01*100',
    'formula: F02/*100',
    'scheme.yaml:55 badFormula F02/*100: unexpected "*" in column 5',
  ],
  ['scheme.yaml', 'formula: F02/F01*100', 'formula: F02/O02*100', 'scheme.yaml:55 factOutOfScope O02'],
  ['scheme.yaml', 'formula: O02', 'formula: O01', 'scheme.yaml:68 wrongType O01 (choice)'],
  ['scheme.yaml', '[10, 20, 30, 40]', '[10, 30, 20, 40]', 'scheme.yaml:58 thresholdOrder 10, 30, 20, 40'],
  ['scheme.yaml', 'better: higher', 'better: lower', 'scheme.yaml:58 thresholdOrder 10, 20, 30, 40'],
  ['scheme.yaml', '[20, 30, 40, 50]', '[20, 20, 40, 50]', 'scheme.yaml:72 thresholdOrder 20, 20, 40, 50'],
  ['scheme.yaml', 'overall: 60', 'overall: 45', 'scheme.yaml:8 thresholdOrder 50, 45'],
  ['scheme.yaml', 'themeFloor: 60', 'themeFloor: 30', 'scheme.yaml:10 thresholdOrder 40, 30'],
  ['scheme.yaml', 'themeFloor: 60', 'themeFloor: 80', 'scheme.yaml:10 thresholdOrder 80 > 75'],
  ['scheme.yaml', 'is: bread', 'is: car', 'scheme.yaml:72 unknownOption car'],
  ['scheme.yaml', 'fact: O01, is', 'fact: O02, is', 'scheme.yaml:72 wrongType O02 (%)'],
  ['scheme.yaml', 'unless: O03', 'unless: O02', 'scheme.yaml:73 wrongType O02 (%)'],
  ['scheme.yaml', 'fact: F01, levels', 'fact: F08, levels', 'scheme.yaml:59 danglingFact F08'],
  ['scheme.yaml', 'partOf: F01', 'partOf: F02', 'scheme.yaml:34 danglingFact F02'],
  ['scheme.yaml', 'partOf: F01', 'partOf: O02', 'scheme.yaml:34 factOutOfScope O02'],
  ['scheme.yaml', 'unit: CHF, partOf', 'unit: kWh, partOf', 'scheme.yaml:34 partOfOtherUnit F01'],
  ['scheme.yaml', ', options: [bread, bike]', '', 'scheme.yaml:35 optionsMissing O01'],
  ['scheme.yaml', 'unit: yesNo', 'unit: yesNo, options: [si, no]', 'scheme.yaml:37 unknownKey O03.options'],
  ['scheme.yaml', '[OFR-01]', '[OFR-01, PAY-01]', 'scheme.yaml:9 danglingCriterion PAY-01'],
  ['scheme.yaml', '[OFR-01]', '[]', 'scheme.yaml:65 mandatoryMismatch OFR-01'],
  ['scheme.yaml', 'yearlyDeclaration: [F01]', 'yearlyDeclaration: [F07]', 'scheme.yaml:17 danglingFact F07'],
  [
    'scheme.yaml',
    'yearlyDeclaration: [F01]',
    'yearlyDeclaration: [O02]',
    'scheme.yaml:17 factOutOfScope O02',
  ],
  ['text.fr.yaml', '  F02: { label: Part }\n', '', 'text.fr.yaml:9 missingText facts.F02'],
  [
    'text.it.yaml',
    'F02: { label: Part }',
    "F02: { label: '' }",
    'text.it.yaml:11 missingText facts.F02.label',
  ],
  ['text.de.yaml', '    help: Hours count.\n', '', 'text.de.yaml:32 missingText criteria.OFR-01.help'],
  ['text.fr.yaml', ', bike: Bike', '', 'text.fr.yaml:12 missingText facts.O01.options.bike'],
  [
    'text.en.yaml',
    '    options: { yes: Yes, no: No }\n',
    '',
    'text.en.yaml:14 missingText facts.O03.options.yes',
  ],
  [
    'text.fr.yaml',
    'label: Whole',
    'label: Whole, options: { a: A }',
    'text.fr.yaml:10 unknownText facts.F01.options.a',
  ],
  ['text.fr.yaml', '  EXC-1:', '  EXC-2:', 'text.fr.yaml:39 unknownText exclusions.EXC-2'],
  ['text.fr.yaml', '    na: nothing is sold\n', '', 'text.fr.yaml:18 naWithoutReason AIM-01'],
  [
    'text.fr.yaml',
    'evidence: [Sheet]',
    'evidence: [Sheet]\n    na: never',
    'text.fr.yaml:38 reasonWithoutNa OFR-01',
  ],
  [
    'text.fr.yaml',
    '    noData: with no whole, 2 when the rule is written, 1 otherwise\n',
    '',
    'text.fr.yaml:25 missingText criteria.PAY-01.noData',
  ],
  [
    'text.fr.yaml',
    'evidence: [Sheet]',
    'evidence: [Sheet]\n    noData: none',
    'text.fr.yaml:38 unknownText criteria.OFR-01.noData',
  ],
  [
    'text.fr.yaml',
    'short: Pay',
    'short: Pay and conditions',
    'text.fr.yaml:7 tooLong themes.PAY.short (Pay and conditions)',
  ],
  [
    'text.fr.yaml',
    'levels: [a, b, c, d, e]',
    'levels: [a, b, c, d]',
    'text.fr.yaml:22 wrongCount criteria.AIM-01.levels',
  ],
];

describe('readScheme', () => {
  it('reads a complete scheme, its four languages and its digest', () => {
    const { scheme, texts, digest } = readScheme(smallScheme());
    expect(scheme.criteria.map((rule) => rule.id)).to.deep.equal(['AIM-01', 'PAY-01', 'OFR-01']);
    expect(Object.entries(texts).map(([key, text]) => [key, text.language])).to.deep.equal([
      ['fr', 'fr'],
      ['de', 'de'],
      ['it', 'it'],
      ['en', 'en'],
    ]);
    expect(digest).to.match(/^[0-9a-f]{64}$/);
  });

  it('changes its digest with the rules and their French text, not with their status', () => {
    const { digest } = readScheme(smallScheme());
    const changed = (file: string, from: string, to: string) =>
      readScheme(smallScheme({ [file]: [from, to] })).digest;
    expect(changed('scheme.yaml', '    weight: 2', '    weight: 3')).not.to.equal(digest);
    expect(changed('text.fr.yaml', 'Small', 'Tiny')).not.to.equal(digest);
    expect(changed('scheme.yaml', 'draft', 'retired')).to.equal(digest);
    expect(changed('text.en.yaml', 'Small', 'Tiny')).to.equal(digest);
  });

  for (const [file, from, to, fault] of faulty) {
    it(`says ${fault}`, () => {
      const found = faultsIn(smallScheme({ [file]: [from, to] })).map(lineOf);
      expect(found.filter((line) => line.startsWith(fault))).to.have.length(1, found.join('\n'));
    });
  }

  it('names a missing and an unknown file', () => {
    const files = smallScheme().filter((file) => file.path !== 'text.it.yaml');
    const extra = { path: 'small/text.es.yaml', text: '' };
    expect(faultsIn([...files, extra]).map(lineOf)).to.deep.equal([
      'text.it.yaml:1 missingFile text.it.yaml',
      'small/text.es.yaml:1 unknownFile text.es.yaml',
    ]);
    expect(faultsIn([]).map((fault) => fault.detail)).to.include('scheme.yaml');
  });

  it('reports a folder named for another version', () => {
    const moved = smallScheme().map((file) => ({ ...file, path: `criteria/small/1.1.0/${file.path}` }));
    expect(faultsIn(moved).map(lineOf)).to.deep.equal([
      'criteria/small/1.1.0/scheme.yaml:2 wrongFolder 1.1.0: 1.0.0',
    ]);
  });

  it('lists the faults of all files at once, one a line', () => {
    const files = smallScheme({
      'scheme.yaml': ['weight: 40', 'weight: 30'],
      'text.de.yaml': ['  offer: {', '  offers: {'],
      'text.en.yaml': ['reviewed: true', 'reviewed: perhaps'],
    });
    expect(() => readScheme(files)).to.throw(
      SchemeError,
      [
        'scheme.yaml:38 weightsNotSumming organisation: 90',
        'text.de.yaml:40 missingText glossary.offer',
        'text.de.yaml:41 unknownText glossary.offers',
        'text.en.yaml:1 wrongType reviewed (perhaps)',
      ].join('\n'),
    );
  });
});
