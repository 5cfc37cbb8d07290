import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';

/** Text records by name; a name with none of its own exists where something is below it. */
export type Zone = Readonly<Record<string, readonly string[] | 'fails'>>;

const codes = { found: 0, serverFailure: 2, missing: 3 };
const textType = 16;
const internetClass = 1;

/** A real name server on a free port of this machine, and a resolver that asks it alone. */
export async function testDnsServer(zone: Zone) {
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => socket.send(answerTo(question, zone), port, address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 1000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return { resolver, stop: () => void socket.close() };
}

/** An answer in the format of RFC 1035, 4.1. */
function answerTo(question: Buffer, zone: Zone): Buffer {
  const { name, end } = nameIn(question);
  const found = zone[name] ?? [];
  const exists = name in zone || Object.keys(zone).some((one) => one.endsWith(`.${name}`));
  const code = found === 'fails' ? codes.serverFailure : exists ? codes.found : codes.missing;
  const texts = found === 'fails' ? [] : found;
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(texts.length, 6);
  // The question is repeated as it was asked, without what follows it.
  return Buffer.concat([header, question.subarray(12, end + 4), ...texts.map(recordOf)]);
}

function nameIn(question: Buffer) {
  const labels: string[] = [];
  let end = 12;
  for (let length = question[end] ?? 0; length > 0; length = question[end] ?? 0) {
    labels.push(question.toString('latin1', end + 1, end + 1 + length));
    end += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: end + 1 };
}

/** A text record of the name in the question; longer texts stand in parts of 255 bytes. */
function recordOf(text: string): Buffer {
  const parts = (text.match(/.{1,255}/gs) ?? ['']).map((part) =>
    Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')]),
  );
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(textType, 2);
  head.writeUInt16BE(internetClass, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
