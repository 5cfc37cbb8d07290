import { createTransport } from 'nodemailer';

/** A report on a letter that came back, as mail servers write it (RFC 3464); `fields` says what became of the letter. */
export function bounceReport(
  fields: string,
  { type = 'multipart/report; report-type=delivery-status', part = 'message/delivery-status' } = {},
): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      'To: somebody@label.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; boundary="b"`,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Status: 5.9.9 says this text, which nobody reads.',
      '--b',
      `Content-Type: ${part}`,
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; reader@specimen.example',
      fields,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
}

/** The report that nobody has this address. */
export const failedReport = bounceReport(
  'Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n no such user',
);

/** Brings a message to a server on this machine as another mail server does; gives its answer. */
export async function deliverTo(port: number, to: string | readonly string[], raw: Buffer): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from: '', to: [to].flat() }, raw });
    return 250;
  } catch (error) {
    return Number((error as { responseCode?: unknown }).responseCode);
  } finally {
    transport.close();
  }
}
