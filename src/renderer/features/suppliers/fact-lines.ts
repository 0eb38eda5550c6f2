import { plainFacts, type SupplierFacts } from '../../../shared/domain/suppliers/index.ts';
import { addressText } from '../../register-card/address-text.ts';
import type { Texts } from '../../text/texts.ts';
import { daysText } from './supplier-sections.tsx';

/** Facts as a person reads them, a line each; those that are not named are not there. */
export function factLines(facts: SupplierFacts, t: Texts): readonly { readonly name: string; readonly value: string }[] {
  const { supplierFacts: words, common } = t;
  const several = (values: readonly string[]) => (values.length === 0 ? common.nothing : values.join('; '));
  const { addresses, contacts, eInvoice } = facts;
  return [
    ...plainFacts.flatMap((name) =>
      facts[name] === undefined ? [] : [{ name: t.plainFact[name], value: facts[name] ?? common.nothing }],
    ),
    ...(addresses === undefined
      ? []
      : [
          {
            name: words.addresses,
            value: several(
              addresses.map((one) =>
                [`${words.addressKinds[one.kind]}: ${addressText(one)}`, daysText(one, t)]
                  .filter((part) => part !== '')
                  .join(' '),
              ),
            ),
          },
        ]),
    ...(contacts === undefined
      ? []
      : [
          {
            name: words.contacts,
            value: several(
              contacts.map((one) => [one.name, one.purpose, one.phone, one.email].filter((part) => part !== '').join(', ')),
            ),
          },
        ]),
    ...(eInvoice === undefined
      ? []
      : [{ name: words.eInvoice, value: eInvoice === null ? common.nothing : channelText(eInvoice, t) }]),
  ];
}

function channelText(channel: NonNullable<SupplierFacts['eInvoice']>, { supplierFacts: words }: Texts): string {
  const { testedOn, testResult, liveOn } = channel;
  return [
    words.channels[channel.channel],
    channel.address,
    words.statuses[channel.status],
    testedOn === undefined || testResult === undefined ? '' : `${words.test} ${testedOn} ${words.testResults[testResult]}`,
    liveOn === undefined ? '' : `${words.liveOn} ${liveOn}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
