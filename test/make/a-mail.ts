type Attached = { readonly name: string; readonly type: string; readonly bytes: Uint8Array | string; readonly rest?: string };

/** A message as a mail program saves it, with files attached. */
export function aMail(files: readonly Attached[], { subject = 'Faktura', boundary = 'grans' } = {}): string {
  const part = ({ name, type, bytes, rest = '' }: Attached): string =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: ${rest === '' ? 'attachment' : 'inline'}; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      ...(rest === '' ? [] : [rest]),
      '',
      (
        Buffer.from(bytes)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\r\n'),
    ].join('\r\n');
  return [
    'From: =?utf-8?Q?S=C3=A4ljaren_AB?= <faktura@saljaren.example>',
    'To: fakturor@regionen.example',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Date: Mon, 23 Nov 2026 08:15:00 +0100',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHej! Se bilagan.`,
    ...files.map(part),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
