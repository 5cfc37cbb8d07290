import type { Connection } from 'mongoose';
import type { Person } from '../commands/items.ts';
import type { Store } from '../commands/ports.ts';
import { withKey } from './database.ts';
import { reader } from './reader.ts';

type Part = Pick<
  Store,
  'person' | 'personByEmail' | 'peopleWith' | 'savePerson' | 'saveSignInCode' | 'takeSignInCode'
>;

/** People and the codes that let them in. */
export function peopleStore(connection: Connection): Part {
  const { one, many } = reader(connection);
  const codes = () => connection.model('signInCodes');
  return {
    person: (id) => one<Person>('people', { _id: id }),
    personByEmail: (email) => one<Person>('people', { email }),
    peopleWith: (role) => many<Person>('people', { roles: role }, { name: 1 }),
    savePerson: async (person) => {
      await connection.model('people').replaceOne({ _id: person.id }, withKey(person), { upsert: true });
    },
    saveSignInCode: async ({ email, codeHash, expiresAt }) => {
      await codes().replaceOne(
        { _id: email },
        { _id: email, email, codeHash, expiresAt: new Date(expiresAt) },
        { upsert: true },
      );
    },
    takeSignInCode: async (email, codeHash, at) => {
      const taken = await codes().findOneAndDelete({ _id: email, codeHash }).lean<{ expiresAt: Date }>();
      return taken !== null && taken.expiresAt > new Date(at);
    },
  };
}
