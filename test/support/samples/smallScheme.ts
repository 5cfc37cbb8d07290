import type { SourceText } from '../../../src/criteria/sourceFile.ts';

const scheme = `id: small
version: 1.0.0
status: draft
region: valley
thresholds:
  organisation:
    first: { overall: 50, themeFloor: 30 }
    renewal: { overall: 60, themeFloor: 40 }
  offer: { overall: 50, mandatory: [OFR-01] }
  exemplary: { overall: 75, themeFloor: 60 }
divergence: { levels: 2, themePoints: 15 }
reviewTriggers: { pointsAboveThreshold: 10, selfReviewShare: 0.2, themeGap: 50, factChange: 0.3, drawnShare: 0.1 }
validity:
  months: 36
  monthsIfYoung: 24
  youngMonths: 36
  yearlyDeclaration: [F01]
  midtermMonth: 18
  graceDays: 90
  renewalWindowDays: 180
process:
  quorum: 3
  reviewers: 2
  reviewerLoad: 5
  informationRounds: 2
  correctionRounds: 2
  appealDays: 30
  agreementDays: 30
  answerDays: 20
  correctionDays: 60
  invitationDays: 10
facts:
  - { id: F01, scope: organisation, unit: CHF }
  - { id: F02, scope: organisation, unit: CHF, partOf: F01 }
  - { id: O01, scope: offer, unit: choice, options: [bread, bike] }
  - { id: O02, scope: offer, unit: '%' }
  - { id: O03, scope: offer, unit: yesNo }
themes:
  - { id: AIM, weight: 40, scope: organisation }
  - { id: PAY, weight: 60, scope: organisation }
  - { id: OFR, weight: 100, scope: offer }
criteria:
  - id: AIM-01
    theme: AIM
    weight: 2
    na: true
    from: [SEED]
    basis: P
  - id: PAY-01
    theme: PAY
    weight: 3
    minimum: { level: 2, due: first }
    na: false
    number:
      formula: F02/F01*100
      unit: '%'
      better: higher
      at: [10, 20, 30, 40]
      noData: { fact: F01, levels: [1, 2] }
    from: [SEED]
    basis: P
  - id: OFR-01
    theme: OFR
    weight: 4
    minimum: { level: 2, due: first }
    na: false
    number:
      formula: O02
      unit: '%'
      better: higher
      at: [10, 20, 30, 40]
      atFor: { fact: O01, is: bread, at: [20, 30, 40, 50] }
      cap: { unless: O03, level: 1 }
    from: [SEED]
    basis: P
exclusions:
  - { id: EXC-1, effect: refuse }
glossary:
  - { id: offer, pictogram: basket }
`;

const text = `reviewed: true
title: Small
strapline: A small scheme
levels: [zero, one, two, three, four]
themes:
  AIM: { title: The aim, short: Aim }
  PAY: { title: The pay, short: Pay }
  OFR: { title: The offer, short: Offer }
facts:
  F01: { label: Whole }
  F02: { label: Part }
  O01: { label: Kind, options: { bread: Bread, bike: Bike } }
  O02: { label: Local share }
  O03:
    label: Main step here
    options: { yes: Yes, no: No }
criteria:
  AIM-01:
    title: Aim
    question: Is the aim written?
    help: One sentence is enough.
    levels: [a, b, c, d, e]
    na: nothing is sold
    evidence: [Statutes]
  PAY-01:
    title: Pay
    question: Which part?
    help: Of the whole.
    levels: [a, b, c, d, e]
    noData: with no whole, 2 when the rule is written, 1 otherwise
    evidence: [Accounts]
  OFR-01:
    title: Here
    question: Which part is made here?
    help: Hours count.
    levels: [a, b, c, d, e]
    evidence: [Sheet]
exclusions:
  EXC-1: { question: Forced work?, effect: No label }
glossary:
  offer: { term: Offer, plain: A good or a service, notThis: Not the whole organisation }
`;

/** The files of a small, complete scheme; `edits` replace words in one of them, which must exist. */
export function smallScheme(edits: Readonly<Record<string, readonly [string, string]>> = {}): SourceText[] {
  const files = {
    'scheme.yaml': scheme,
    'text.fr.yaml': text,
    'text.de.yaml': text,
    'text.it.yaml': text,
    'text.en.yaml': text,
  };
  return Object.entries(files).map(([path, content]) => {
    const [from, to] = edits[path] ?? ['', ''];
    if (!content.includes(from)) throw new Error(`${path} has no "${from}"`);
    return { path, text: content.replace(from, () => to) };
  });
}
