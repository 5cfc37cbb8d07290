import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect } from 'chai';
import { refuse } from '../../src/intake/refuse.ts';
import { forRequest } from '../../src/requestScope.ts';
import { createTracing } from '../../src/telemetry/createTracing.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue: string } }[];
  readonly status: { readonly code: number; readonly message?: string };
}

const request = '01JREQUESTOFATRACE';

describe('createTracing', () => {
  let collector: Server;
  const spans: Span[] = [];
  const paths: (string | undefined)[] = [];
  const named = (name: string) => spans.find((span) => span.name === name);
  before(async () => {
    collector = createServer(async (req, res) => {
      paths.push(req.url);
      const { resourceSpans } = (await json(req)) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      res.end('{}');
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    const tracing = createTracing(`http://127.0.0.1:${port}`, '0.1.0');
    await forRequest(request, () =>
      tracing.span(
        'request',
        () => 'POST private',
        () =>
          tracing.span('command', '/committee/:id/decide', () =>
            tracing.span('commit', 'application.decided', async () => {}),
          ),
      ),
    );
    // A worker, later and elsewhere: nothing is at work, only the id is known.
    await forRequest(request, () =>
      tracing.span('job', 'mail:decisionAnnounced', () =>
        tracing.span('letter', 'decisionAnnounced', async () => {}),
      ),
    );
    const typed = async () => refuse('fileInfected', { virus: 'what somebody typed' });
    await forRequest('deadlines.2026', () => tracing.span('turn', 'deadlines', typed)).catch(() => {});
    await tracing.stop();
  });
  after(() => {
    collector.closeAllConnections();
    collector.close();
  });

  it('sends one trace from the request through its job into the letter', () => {
    const chain = [
      'request POST private',
      'command /committee/:id/decide',
      'commit application.decided',
      'job mail:decisionAnnounced',
      'letter decisionAnnounced',
    ];
    const [root, command, commit, job, letter] = chain.map(named);
    expect(root?.parentSpanId ?? '').to.equal('');
    expect([command, job].map((span) => span?.parentSpanId)).to.deep.equal([root?.spanId, root?.spanId]);
    expect([commit?.parentSpanId, letter?.parentSpanId]).to.deep.equal([command?.spanId, job?.spanId]);
    const id = createHash('sha256').update(`trace\n${request}`).digest('hex').slice(0, 32);
    expect(new Set(chain.map((name) => named(name)?.traceId))).to.deep.equal(new Set([id]));
    expect(new Set(paths)).to.deep.equal(new Set(['/v1/traces']));
  });

  it('keeps another request apart', () => {
    expect(named('turn deadlines')?.traceId).to.not.equal(named('job mail:decisionAnnounced')?.traceId);
  });

  it('has the id of the request alone in its attributes, and a code for what went wrong', () => {
    const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect(keys).to.deep.equal(new Set(['made_in_ess.request']));
    expect(named('turn deadlines')?.status).to.deep.equal({ code: 2, message: 'invalid' });
    expect(JSON.stringify(spans)).to.not.include('typed');
  });
});
