import { readFile } from 'node:fs/promises';
import { ruleSets, type Validation, validateFile } from '../shared/domain/e-invoices/index.ts';
import { listFiles } from './list-files.ts';

/** Judges XML files by the published rules and prints what is wrong; the status of the command. */
export async function validate(names: readonly string[], asJson: boolean): Promise<number> {
  if (!asJson) for (const { name, release, rules } of ruleSets) console.info(`${name}: ${release}, ${rules.length} rules`);
  let areAllValid = true;
  for (const file of await listFiles(names, /\.xml$/i)) {
    const bytes = await readFile(file).catch(() => undefined);
    const validation = bytes === undefined ? cannotBeOpened : validateFile(bytes);
    areAllValid &&= validation.isValid;
    console.info(asJson ? asLine(file, validation) : asText(file, validation));
  }
  return areAllValid ? 0 : 1;
}

const cannotBeOpened: Validation = {
  profile: 'unknown',
  isValid: false,
  findings: [
    {
      rule: 'FILE-cannot-be-opened',
      severity: 'fatal',
      path: '/',
      message: { sv: 'Filen finns inte eller går inte att öppna.', en: 'The file does not exist or cannot be opened.' },
    },
  ],
};

const asLine = (file: string, { profile, findings, isValid }: Validation): string =>
  JSON.stringify({ file, profile, findings, valid: isValid });

const asText = (file: string, { profile, findings, isValid }: Validation): string =>
  [
    `${file}: ${isValid ? 'valid' : 'NOT VALID'} (${profile})`,
    ...findings.map(({ rule, severity, path, message }) => `  ${rule} ${severity} ${path}\n    ${message.sv}\n    ${message.en}`),
  ].join('\n');
