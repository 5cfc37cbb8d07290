import type { Facts } from '../../../criteria/assessment.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToSurveillance } from '../../common/applyEvent.ts';
import { figureFaults } from '../../common/figureFaults.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { labelFiles } from '../../file/labelFiles.ts';
import type { Declaration, DeclarationDraft } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Asked, askedOf, figuresBefore } from './askedOf.ts';
import { labelOf } from './newSurveillance.ts';

type Input = ItemInput<'surveillanceId'> &
  Omit<Declaration, 'at' | 'personId'> & {
    /** Of what looks like a slip, the value that the person confirmed. */
    readonly sure?: Readonly<Record<string, number | null>>;
  };

/** An owner or editor declares what a task of their label asks for, whole or not at all; to anyone else there is no such task. */
export async function declareSurveillance(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const known = requireVisible(await deps.store.surveillance(input.surveillanceId));
  const { organisationId, labelNumber } = known.context;
  requireVisible(mayEdit(asker, organisationId));
  requireRevision(known, input.revision);
  const files = await labelFiles(deps, labelOf(known));
  const [{ application, published }] = files;
  const { scheme } = published;
  const before = figuresBefore(files, await deps.store.surveillancesOf([labelNumber]), known);
  const { at, actor } = await eventMetaOn(deps, asker, application);
  const { facts, stillMet, text, accounts, name, role, sure = {} } = input;
  const declaration = { at, personId: asker.id, name, role, facts, stillMet, text, accounts };
  // Tried first: whoever cannot declare now is not asked for what is missing.
  const change = applyToSurveillance(
    deps,
    known,
    { type: 'declare', at, actor, digest: digestOf(declaration) },
    { declarations: [...known.declarations, declaration] },
  );
  const of = { asked: askedOf(known, scheme), scheme, before };
  requireNoFaults(declarationFaults(of, { ...declaration, sure }));
  await deps.store.commit([change]);
}

interface AskedBeside {
  readonly asked: Asked;
  readonly scheme: Scheme;
  /** Last year's figures. */
  readonly before: Facts;
}

/** What is wrong with a declaration: figures that cannot be true or look like a slip, and all that is missing. */
export function declarationFaults(
  { asked, scheme, before }: AskedBeside,
  declared: DeclarationDraft & Pick<Input, 'sure'>,
): Fault[] {
  const { facts, sure } = declared;
  // Beside themselves alone: a figure that nobody asks for cannot be corrected here.
  const figures = figureFaults(scheme, 'organisation', { facts, sure }, { kept: {}, earlier: before });
  return [...figures.faults, ...missing(asked, declared)];
}

function missing({ figures, accounts, mandatory }: Asked, declared: DeclarationDraft): Fault[] {
  const texts = { text: declared.text, name: declared.name, role: declared.role };
  const asked = accounts ? { accounts: declared.accounts, ...texts } : texts;
  return [
    ...figures.flatMap(({ id }) => (declared.facts[id] === undefined ? [fault(id, 'required')] : [])),
    ...mandatory.flatMap(({ id }) =>
      declared.stillMet[id] === undefined ? [fault(`met.${id}`, 'chooseOne')] : [],
    ),
    ...Object.entries(asked).flatMap(([field, value]) =>
      value.trim() === '' ? [fault(field, 'required')] : [],
    ),
  ];
}
