import * as z from 'zod';
import { readYaml } from '../parseYaml.ts';
import { schemeFile } from '../profile/schemeFile.ts';
import { type ConformityTopic, conformityTopics } from './conformityTopic.ts';
import type { Criterion, Scheme } from './scheme.ts';

const named = (pattern: RegExp, what: string) => z.string(`name ${what}`).regex(pattern, `name ${what}`);
const criterion = (asks: string) => named(/^[A-Z]{3}-\d{2}$/, `the criterion that asks ${asks}, as COO-01`);
const figure = (says: string) => named(/^[FO]\d{2}$/, `the figure that says ${says}, as F02`);

const shape = z.strictObject({
  offerType: figure('what kind of thing an offer is'),
  madeHere: criterion('how much of an offer is made in the region'),
  sponsoring: criterion('whom one helped to apply'),
  bought: criterion('what is bought from the same economy'),
  undertaken: criterion('what is done together with others'),
  paidPeople: figure('how many people are paid'),
  /** By theme. */
  pictograms: z.record(z.string(), z.string()),
  /** What a theme is about in the words of the United Nations, and a criterion that is about something else than its theme. */
  topics: z.record(z.string(), z.enum(conformityTopics)),
});

const file = 'meanings.yaml';

/** The criteria and figures of the label that pages do more with than ask for them. */
export const meanings = readYaml(schemeFile(file), shape);

/** What a theme is about, or a criterion, where it is about something else than its theme. */
export function topicOf({
  id,
  theme = id,
}: Partial<Pick<Criterion, 'theme'>> & { readonly id: string }): ConformityTopic {
  const topic = meanings.topics[id] ?? meanings.topics[theme];
  if (!topic) throw new Error(`${file}: topics name none for ${theme}`);
  return topic;
}

/** What does not fit between these and a version of the criteria, each as a sentence. */
export function meaningFaults({ version, criteria, facts, themes }: Scheme): readonly string[] {
  const { offerType, paidPeople, pictograms, topics, ...asked } = meanings;
  const scopeOf = new Map(themes.map(({ id, scope }) => [id, scope]));
  const faults = [
    ...Object.entries(asked).map(([name, id]) => {
      const found = criteria.find((one) => one.id === id);
      const scope = name === 'madeHere' ? 'offer' : 'organisation';
      if (!found) return `${name} is ${id}, which is no criterion`;
      if (scopeOf.get(found.theme) !== scope) return `${name} is ${id}, which is not about an ${scope}`;
      return name === 'madeHere' && !found.number ? `${name} is ${id}, which is not computed` : null;
    }),
    facts.some(({ id, unit }) => id === offerType && unit === 'choice')
      ? null
      : `offerType is ${offerType}, which is no figure with options`,
    facts.some(({ id, unit }) => id === paidPeople && unit === 'persons')
      ? null
      : `paidPeople is ${paidPeople}, which counts no people`,
    ...themes.map(({ id }) => (pictograms[id] === undefined ? `pictograms: theme ${id} has none` : null)),
    ...themes.map(({ id }) => (topics[id] === undefined ? `topics: theme ${id} has none` : null)),
  ];
  return faults.flatMap((fault) => (fault === null ? [] : [`${file}: ${fault} of ${version}`]));
}
