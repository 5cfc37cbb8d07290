import {
  type Edge,
  emptyEdge,
  type FullTile,
  grow,
  rootOf,
  tileWidth,
} from '../../transparency/write/edge.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Deps } from '../ports/ports.ts';

/**
 * Makes the tiles of the log anew from its entries, where they are lost or damaged; gives how many were. Null, with nothing changed, where
 * the entries do not lead to the head that was signed: then they are not those that were published.
 */
export async function repairLog({ store }: Pick<Deps, 'store'>): Promise<number | null> {
  const { edge, checkpoint } = requireVisible(await store.logHead());
  const [, , root] = checkpoint?.note.split('\n') ?? [];
  const wrong: FullTile[] = [];
  let grown: Edge = emptyEdge;
  const growTo = async (size: number) => {
    while (grown.size < size) {
      const count = Math.min(tileWidth, size - grown.size);
      const entries = await store.logEntries(grown.size, count);
      if (entries.length < count) return false;
      const next = grow(
        grown,
        entries.map(({ entry }) => Buffer.from(entry)),
      );
      for (const tile of next.full) {
        if (!(await store.logTile(tile.level, tile.n))?.equals(tile.bytes)) wrong.push(tile);
      }
      grown = next.edge;
    }
    return true;
  };
  if (checkpoint && (!(await growTo(checkpoint.size)) || rootOf(grown).toString('base64') !== root))
    return null;
  if (!(await growTo(edge.size))) return null;
  const isEdgeWrong = !Buffer.concat(grown.levels).equals(Buffer.concat(edge.levels));
  if (wrong.length > 0 || isEdgeWrong) await store.mendLog(grown, wrong);
  return wrong.length + Number(isEdgeWrong);
}
