import type { Connection } from 'mongoose';

/** Pages of the public: that of each label, and after each another kind of answer about it or about the whole register. */
export async function publicPaths(connection: Connection): Promise<string[]> {
  const entries = connection.collection<{ _id: string }>('entries').find({}, { projection: { _id: 1 } });
  return (await entries.toArray()).flatMap(({ _id }, i) => {
    const others = [
      '/fr',
      `/api/v1/labels/${_id}`,
      `/fr/register?q=pain&page=${i}`,
      `/badges/${_id}.svg`,
      '/fr/register',
    ];
    return [`/fr/labels/${_id}`, others[i % others.length] ?? '/fr'];
  });
}
