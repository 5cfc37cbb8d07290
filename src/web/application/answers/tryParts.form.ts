import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { triedDescription } from './description.form.ts';
import { offerFacts } from './ownOffer.view.ts';
import { criteriaIn } from './scope.view.ts';

/** A part of the trial, which has a page of its own, and the fields on it. */
export interface TryPart {
  readonly id: string;
  readonly fields: readonly string[];
}

/** The parts in their order: the figures, each theme of the organisation, the offer. */
export function tryParts(scheme: Scheme): readonly TryPart[] {
  const level = ({ id }: { readonly id: string }) => `${id}.level`;
  const ids = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);
  const themes = scheme.themes.filter(({ scope }) => scope === 'organisation');
  return [
    { id: 'figures', fields: ids(factsOfScope(scheme, 'organisation')) },
    ...themes.map(({ id }) => ({ id, fields: criteriaIn(scheme, id).map(level) })),
    {
      id: 'offer',
      fields: [
        ...Object.keys(triedDescription),
        ...ids(offerFacts(scheme)),
        ...criteriaOf(scheme, 'offer').map(level),
      ],
    },
  ];
}

/** The part that asks for a figure or a criterion, or has a field of that name; null where none does. */
export function tryPartOf(parts: readonly TryPart[], name: string): string | null {
  return parts.find(({ fields }) => fields.includes(name) || fields.includes(`${name}.level`))?.id ?? null;
}
