import type { WebMiddleware } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { orKept } from './keptUpload.ts';
import { uploadInRoom } from './openUpload.ts';

/** The addresses of forms that bring a file; a body of parts that comes to any other is left unread, and with it its token. */
const takesFile =
  /^\/[a-z]{2}\/(?:applications\/[^/]+\/(?:evidence(?:\/[^/]+)?|certificates\/[^/]+|import|messages(?:\/[^/]+)?\/documents)|files\/[^/]+\/(?:messages(?:\/[^/]+)?\/documents|label\/sanctions\/record-notice)|organisations\/[^/]+\/labels\/[^/]+\/(?:(?:appeal|conditions|hearing)\/documents|offers\/[^/]+\/photo))$/;

/** Takes the file of a form from who is signed in, within limits and as long as it is looked into. The check of its token comes after. */
export function ownUpload(
  deps: Pick<WebDeps, 'limits' | 'keptUploads' | 'ownUploads' | 'log'>,
): WebMiddleware {
  return async (ctx, next) => {
    const { asker } = ctx.state;
    if (!asker || ctx.method !== 'POST' || !takesFile.test(ctx.path) || !ctx.is('multipart')) return next();
    await deps.limits.take('uploadsOfPerson', asker.id);
    const { ownUploads: room, log } = deps;
    await uploadInRoom(ctx, { room, sender: asker.id, log }, async (sent) => {
      ctx.state.upload = await orKept(ctx, asker.id, deps, sent);
      await next();
    });
  };
}
