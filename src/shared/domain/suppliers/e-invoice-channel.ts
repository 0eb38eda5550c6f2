import type { Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parsePeppolId } from '../identifiers/index.ts';
import { isEmail } from './contacts.ts';

export const eInvoiceChannels = ['peppol', 'portal', 'e-mail', 'paper'] as const;
export const eInvoiceStatuses = ['none', 'invited', 'tested', 'live', 'ended'] as const;

/** How the supplier's invoices come to us (e-fakturaanslutning), and how far that has come. */
export type EInvoiceChannel = {
  readonly channel: (typeof eInvoiceChannels)[number];
  /** Where they are sent from or to: a Peppol id, an address of e-mail, an account in a portal; empty: not known. */
  readonly address: string;
  readonly status: (typeof eInvoiceStatuses)[number];
  /** The day of the latest test message, and how it went. */
  readonly testedOn?: Day;
  readonly testResult?: 'passed' | 'failed';
  /** The day from which invoices come that way. */
  readonly liveOn?: Day;
};
export type EInvoiceFault =
  | { readonly code: 'wrong-e-invoice-address' }
  /** A test has a day and a result, or neither. */
  | { readonly code: 'test-incomplete' }
  /** What is live has a day. */
  | { readonly code: 'live-day-missing' }
  /** Invoices are not taken by a way whose latest test failed. */
  | { readonly code: 'test-failed' }
  | { readonly code: 'days-in-wrong-order' };

/** A channel in its normal form, or the first that is wrong with it. */
export function normalChannel(said: EInvoiceChannel): Result<EInvoiceChannel, EInvoiceFault> {
  const address = normalAddress(said);
  if (address === undefined) return err({ code: 'wrong-e-invoice-address' });
  const { status, testedOn, testResult, liveOn } = said;
  const isTested = testedOn !== undefined && testResult !== undefined;
  if ((testedOn !== undefined || testResult !== undefined || status === 'tested') && !isTested)
    return err({ code: 'test-incomplete' });
  if (status === 'live' && liveOn === undefined) return err({ code: 'live-day-missing' });
  if (status === 'live' && testResult === 'failed') return err({ code: 'test-failed' });
  if (status === 'live' && testedOn !== undefined && liveOn !== undefined && liveOn < testedOn)
    return err({ code: 'days-in-wrong-order' });
  return ok({ ...said, address });
}

function normalAddress({ channel, address }: EInvoiceChannel): string | undefined {
  const text = address.trim();
  if (text === '') return '';
  if (channel === 'e-mail') return isEmail(text) ? text : undefined;
  if (channel !== 'peppol') return text;
  const id = parsePeppolId(text);
  return id.ok ? id.value : undefined;
}
