import { didOf } from '../didDocument.ts';

/** A status list as a token, by its number. */
export function tokenListAddress(publicUrl: string, list: number): string {
  return `${publicUrl}/wallet/status/${list}`;
}

/** The type of a label as SD-JWT VC, where its description is read. */
export function labelType(publicUrl: string): string {
  return `${publicUrl}/wallet/types/label`;
}

/** Who asks a wallet to show something, as wallets know it: its key is found in the document of its DID (OpenID4VP 1.0, 5.9.3). */
export function walletClient(publicUrl: string): string {
  return `decentralized_identifier:${didOf(publicUrl)}`;
}
