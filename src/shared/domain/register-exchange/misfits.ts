import { isLegalPerson } from '../identifiers/index.ts';
import { type EInvoiceChannel, normalChannel } from '../suppliers/index.ts';
import { pricedFromOf } from './composites.ts';
import { type ExchangeRecord, type ExchangeRegister, splitSeveral } from './exchange-field.ts';
import type { RowFindingCode } from './findings.ts';
import type { KnownRow } from './judged-row.ts';

type Misfit = { readonly code: RowFindingCode; readonly field: string | null };

/** What fits each other in a row of the file and what the register holds of it already. */
export function findMisfits(register: ExchangeRegister, record: ExchangeRecord, known: KnownRow | undefined): readonly Misfit[] {
  const after = { ...known?.record, ...record };
  switch (register) {
    case 'suppliers':
      return channelFields.some((field) => record[field] !== undefined) ? channelMisfits(after) : [];
    case 'customers': {
      const { organisationNumber, personalNumber } = after;
      if (organisationNumber === undefined) return [];
      if (personalNumber !== undefined) return [{ code: 'company-and-person', field: 'personalNumber' }];
      return isLegalPerson(organisationNumber) ? [] : [{ code: 'not-a-company', field: 'organisationNumber' }];
    }
    case 'articles': {
      const { endedOn } = known?.record ?? {};
      const isLate = splitSeveral(record.prices ?? '').some(
        (one) => endedOn !== undefined && pricedFromOf(one).fromDay > endedOn,
      );
      return isLate ? [{ code: 'article-ended', field: 'prices' }] : [];
    }
  }
}

export const channelFields = [
  'channel',
  'channelAddress',
  'channelStatus',
  'channelTestedOn',
  'channelTestResult',
  'channelLiveOn',
] as const;

/** The e-invoice channel that a record says; undefined: it says none, or not enough of one. */
export function channelOf(record: ExchangeRecord): EInvoiceChannel | undefined {
  const { channel, channelAddress = '', channelStatus: status, channelTestedOn, channelTestResult, channelLiveOn } = record;
  if (channel === undefined || status === undefined) return undefined;
  return {
    ...{ channel, status, address: channelAddress },
    ...(channelTestedOn !== undefined && { testedOn: channelTestedOn }),
    ...(channelTestResult !== undefined && { testResult: channelTestResult }),
    ...(channelLiveOn !== undefined && { liveOn: channelLiveOn }),
  } as EInvoiceChannel; // words and days, parsed as such
}

function channelMisfits(record: ExchangeRecord): readonly Misfit[] {
  const channel = channelOf(record);
  if (channel === undefined)
    return (['channel', 'channelStatus'] as const)
      .filter((field) => record[field] === undefined)
      .map((field) => ({ code: 'missing', field }));
  const normal = normalChannel(channel);
  if (normal.ok) return [];
  const { code } = normal.error;
  return [{ code: code === 'wrong-e-invoice-address' ? 'not-an-address' : code, field: 'channel' }];
}
