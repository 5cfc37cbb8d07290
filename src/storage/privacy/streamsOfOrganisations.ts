import type { Connection } from 'mongoose';

/** Chains of the journal, and the applications that they are about: sessions of the committee speak of these as well. */
export interface Chains {
  readonly streams: readonly string[];
  readonly applications: readonly string[];
}

/** Every chain that belongs to some organisations, or to some single `files` of others: of files, reviews, labels, findings, appeals, complaints. */
export async function streamsOfOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
  files: readonly string[] = [],
): Promise<Chains> {
  if (organisationIds.length === 0 && files.length === 0) return { streams: [], applications: [] };
  const ids = (name: string, organisation: string, application?: string) => {
    const ofThese = [{ [organisation]: { $in: [...organisationIds] } }];
    const ofFiles = files.length === 0 || !application ? [] : [{ [application]: { $in: [...files] } }];
    return connection.collection<{ _id: string }>(name).distinct('_id', { $or: [...ofThese, ...ofFiles] });
  };
  const file = 'context.applicationId';
  const [applications, reviews, labels, findings, appeals, complaints] = await Promise.all([
    ids('applications', 'context.organisationId', '_id'),
    ids('reviews', 'organisationId', file),
    ids('labels', 'context.organisationId', file),
    ids('findings', 'context.organisationId', file),
    ids('appeals', 'context.organisationId', file),
    ids('complaints', 'organisationId'),
  ]);
  const named = (kinds: readonly string[], all: readonly string[]) =>
    all.flatMap((id) => kinds.map((kind) => `${kind}/${id}`));
  const streams = [
    ...named(['organisations'], organisationIds),
    ...named(['applications', 'selfAssessments', 'evidence'], applications),
    ...named(['reviews', 'scores'], reviews),
    ...named(['labels'], labels),
    ...named(['findings'], findings),
    ...named(['appeals'], appeals),
    ...named(['complaints'], complaints),
  ];
  return { streams, applications };
}
