import type { ConformitySource, MadeFile } from '../ports/issuingPorts.ts';
import type { Deps } from '../ports/ports.ts';
import { entered } from '../transparency/entered.ts';

/** The conformity credential of a revision whose certificate has that digest, and its entry in the public log, which has it before. */
export async function conformityFile(
  deps: Deps,
  paper: ConformitySource,
  certificate: string,
): Promise<{ readonly file: MadeFile; readonly conformityLogged: number }> {
  const { issuing, publicUrl, ids } = deps;
  const { number: label, revision } = paper.credential;
  const salt = ids.secret();
  const content = await issuing.conformityContentOf(paper, certificate, salt);
  const log = await entered(deps, {
    // Each try has another salt, which nobody but the token keeps.
    source: `conformity/${label}/${revision}/${content}`,
    type: 'conformity',
    statement: { label, revision, credential: `${publicUrl}/conformity/${label}/${revision}`, content },
  });
  return { file: await issuing.conformity(paper, certificate, { salt, log }), conformityLogged: log.index };
}
