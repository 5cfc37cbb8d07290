import { type Fault, LabelError } from '../errors.ts';
import { readIdentifier } from '../register/identifier.ts';
import type { Organisation } from './items.ts';
import type { Asker, Deps } from './ports.ts';
import { printFaults } from './requirePrintable.ts';

type Input = Omit<Organisation, 'id' | 'revision' | 'head' | 'specimen'>;

/** Registers an organisation; who does it becomes its owner in the same commit. Gives its id. */
export async function registerOrganisation(deps: Deps, asker: Asker, input: Input): Promise<string> {
  const identifier = readIdentifier(input.identifier);
  const faults: Fault[] = [
    ...printFaults('name', input.name),
    ...(input.identifier === '' || identifier ? [] : [{ field: 'identifier', code: 'badIdentifier' }]),
  ];
  if (faults.length > 0) throw new LabelError('invalid', { faults });
  const id = deps.ids.next();
  const at = deps.clock.now().toISOString();
  await deps.store.commit({
    changes: [
      {
        kind: 'organisations',
        before: null,
        after: { ...input, identifier: identifier?.text ?? '', id, specimen: deps.specimen },
        record: {
          id: deps.ids.next(),
          at,
          actor: { id: asker.id, roles: ['owner'] },
          event: null,
          facts: ['organisation.registered'],
          data: { name: input.name },
        },
      },
    ],
    membership: { personId: asker.id, organisationId: id, role: 'owner' },
  });
  return id;
}
