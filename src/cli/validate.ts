import { open, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ruleSets, type Validation, validateFile } from '../shared/domain/e-invoices/index.ts';
import { xmlLimits } from '../shared/xml/index.ts';
import { listFiles } from './list-files.ts';
import { openReaders } from './open-readers.ts';
import { resourcesFolder } from './places.ts';

/**
 * Judges e-invoices by the published rules and prints what is wrong: XML files, all of those in folders, and PDFs that carry one.
 * The status of the command.
 */
export async function validate(names: readonly string[], asJson: boolean): Promise<number> {
  if (!asJson) for (const { name, release, rules } of ruleSets) console.info(`${name}: ${release}, ${rules.length} rules`);
  let areAllValid = true;
  let reader: Reader | undefined; // started by the first PDF
  try {
    for (const file of await listFiles(names, /\.xml$/i)) {
      const validation = await judge(file, () => (reader ??= openReaders(resourcesFolder, 1)));
      areAllValid &&= validation.isValid;
      console.info(asJson ? asLine(file, validation) : asText(file, validation));
    }
  } finally {
    await reader?.close();
  }
  return areAllValid ? 0 : 1;
}

type Reader = ReturnType<typeof openReaders>;

async function judge(path: string, reader: () => Reader): Promise<Validation> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return refused('cannot-be-opened');
  await using file = handle;
  const { size } = await file.stat();
  const { buffer: head } = await file.read(Buffer.alloc(5), 0, 5, 0);
  if (head.toString('latin1') === '%PDF-') return judgePdf(path, reader());
  return size > xmlLimits.bytes ? refused('too-large') : validateFile(await readFile(path));
}

/** A PDF is a foreign file: it is opened in a process of its own. */
async function judgePdf(path: string, reader: Reader): Promise<Validation> {
  const opened = await reader.open(resolve(path), () => []);
  const invoice = opened.kind === 'done' ? opened.value.invoiceXml : undefined;
  return invoice === undefined ? refused('no-invoice-in-pdf') : validateFile(invoice);
}

const sentences = {
  'cannot-be-opened': ['Filen finns inte eller går inte att öppna.', 'The file does not exist or cannot be opened.'],
  'too-large': ['Filen är för stor för att läsas.', 'The file is too large to be read.'],
  'no-invoice-in-pdf': ['PDF:en har ingen e-faktura i sig.', 'The PDF carries no e-invoice.'],
} as const;

function refused(code: keyof typeof sentences): Validation {
  const [sv, en] = sentences[code];
  return {
    profile: 'unknown',
    findings: [{ rule: `FILE-${code}`, severity: 'fatal', path: '/', message: { sv, en } }],
    isValid: false,
  };
}

const asLine = (file: string, { profile, findings, isValid }: Validation): string =>
  JSON.stringify({ file, profile, findings, valid: isValid });

const asText = (file: string, { profile, findings, isValid }: Validation): string =>
  [
    `${file}: ${isValid ? 'valid' : 'NOT VALID'} (${profile})`,
    ...findings.map(({ rule, severity, path, message }) => `  ${rule} ${severity} ${path}\n    ${message.sv}\n    ${message.en}`),
  ].join('\n');
