import * as z from 'zod';

const text = z.string().min(1);
const fiveLevels = z.array(text).length(5);

/** The shape of text.<language>.yaml; whether it speaks of the ids of the scheme is checked in checkText.ts. */
export const textShape = z.strictObject({
  /** False: written by the team, not yet read by a person of that language; screens say so. */
  reviewed: z.boolean(),
  title: text,
  strapline: text,
  /** Names of the five levels. */
  levels: fiveLevels,
  themes: z.record(
    z.string(),
    // A theme's short name stands at the tip of a radar.
    z.strictObject({ title: text, short: text.max(14) }),
  ),
  facts: z.record(
    z.string(),
    z.strictObject({
      label: text,
      help: text.exactOptional(),
      options: z.record(z.string(), text).exactOptional(),
    }),
  ),
  criteria: z.record(
    z.string(),
    z.strictObject({
      title: text,
      question: text,
      help: text,
      levels: fiveLevels,
      na: text.exactOptional(),
      noData: text.exactOptional(),
      evidence: z.array(text).min(1),
    }),
  ),
  exclusions: z.record(z.string(), z.strictObject({ question: text, effect: text })),
  glossary: z.record(z.string(), z.strictObject({ term: text, plain: text, notThis: text })),
});
