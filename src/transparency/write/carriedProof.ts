/** A proof that carries the entry that it proves, and the statement whose hash the entry has, as its `extra` (C2SP tlog-proof, "Format"). */
export function carriedProof(proof: string, entry: string, statement: string): string {
  const extra = Buffer.from(`${entry}\n${statement}`).toString('base64');
  return proof.replace('\n', `\nextra ${extra}\n`);
}
