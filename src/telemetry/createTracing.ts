import { createHash, randomBytes } from 'node:crypto';
import { ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type IdGenerator, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { SpanKind, Tracing } from '../commands/ports/watchPorts.ts';
import { LabelError } from '../errors.ts';
import { currentRequest } from '../requestScope.ts';

/** What a trace begins with; the rest of it, in other processes too, hangs below. */
const roots: ReadonlySet<SpanKind> = new Set(['request', 'turn']);

/**
 * Sends spans to a collector of OpenTelemetry. The id of a trace, and of the span that it begins with, follow from the id of its
 * request: a job that a worker does days later needs no other to find its place.
 */
export function createTracing(endpoint: string, version: string): Tracing & { stop(): Promise<void> } {
  let asRoot = false;
  const idGenerator: IdGenerator = {
    generateTraceId: () => idOf('trace', 32) ?? randomBytes(16).toString('hex'),
    generateSpanId: () => (asRoot ? idOf('root', 16) : undefined) ?? randomBytes(8).toString('hex'),
  };
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'made-in-ess', 'service.version': version }),
    idGenerator,
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const tracer = provider.getTracer('made-in-ess', version);
  return {
    isOn: true,
    span: (kind, name, work) => {
      asRoot = roots.has(kind);
      const attributes = { 'made_in_ess.request': currentRequest() };
      return tracer.startActiveSpan(kind, { attributes, root: asRoot }, parentOf(asRoot), async (span) => {
        asRoot = false;
        try {
          return await work();
        } catch (error) {
          // Never its message, which may repeat what somebody typed.
          span.setStatus({ code: SpanStatusCode.ERROR, message: wordOf(error) });
          throw error;
        } finally {
          span.updateName(`${kind} ${typeof name === 'string' ? name : name()}`);
          span.end();
        }
      });
    },
    stop: () => provider.shutdown(),
  };
}

/** Below what is at work here, or else below the root of the request that it is done for. */
function parentOf(asRoot: boolean) {
  const active = trace.getActiveSpan();
  if (asRoot) return ROOT_CONTEXT;
  if (active) return trace.setSpan(ROOT_CONTEXT, active);
  const [traceId, spanId] = [idOf('trace', 32), idOf('root', 16)];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
}

function idOf(what: string, length: number): string | undefined {
  const request = currentRequest();
  return request && createHash('sha256').update(`${what}\n${request}`).digest('hex').slice(0, length);
}

function wordOf(error: unknown): string {
  if (error instanceof LabelError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
