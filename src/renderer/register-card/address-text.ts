import type { DatedAddress } from '../../shared/domain/party-facts/index.ts';

/** On one line: 'Storgatan 1, 411 01 Göteborg'. */
export const addressText = ({ street, postcode, city }: DatedAddress): string =>
  [street, [postcode, city].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ');
