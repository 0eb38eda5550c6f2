import { showBankgiro, showIban, showOrganisationNumber, showPlusgiro } from '../../../shared/domain/identifiers/index.ts';
import { nameWords } from '../../../shared/domain/register-twins/index.ts';
import { isPersonal, searchKey } from '../store/search-index.ts';

/** What somebody typed in a register's box, read as whatever it may be. */
export type SearchText = {
  /** Any of these may begin a number: most likely first. Empty where there is no digit in it. */
  readonly keys: readonly string[];
  /** Folded; the last one may be unfinished. */
  readonly words: readonly string[];
};

export function readSearchText(text: string): SearchText {
  const key = searchKey(text);
  return {
    keys: /\d/.test(key) && key.length > 1 ? [...new Set([key, ...withoutCentury(key), ...withinVat(key)])] : [],
    words: nameWords(text).slice(0, 8),
  };
}

/** Twelve digits: a legal person's begin with 16 or 00, a person's with the century. */
const withoutCentury = (key: string): readonly string[] => (/^(16|00|19|20)\d{10}$/.test(key) ? [key.slice(2)] : []);

/** A VAT number without its SE. */
const withinVat = (key: string): readonly string[] => (/^\d{10}01$/.test(key) ? [`SE${key}`] : []);

/** As people read a number of this kind; the last four digits of a person's are covered. */
export function showKey(kind: string, key: string): string {
  if (isPersonal(kind, key)) {
    const digits = kind === 'vat-number' ? key.slice(2, 12) : key.slice(-10);
    return `${digits.slice(0, 6)}-••••`;
  }
  if (kind === 'organisation-number') return showOrganisationNumber(key);
  if (kind === 'bankgiro') return showBankgiro(key);
  if (kind === 'plusgiro') return showPlusgiro(key);
  if (kind === 'bank-account') return `${key.slice(0, 4)}-${key.slice(4)}`;
  return kind === 'iban' ? showIban(key) : key;
}
