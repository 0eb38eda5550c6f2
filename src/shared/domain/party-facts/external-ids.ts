/** What a supplier or a customer is called in another system. */
export type ExternalId = { readonly system: string; readonly id: string };
export type ExternalIdsFault = { readonly code: 'two-ids-in-one-system'; readonly system: string };

export function externalIdsFault(externalIds: readonly ExternalId[]): ExternalIdsFault | undefined {
  const twice = externalIds.find(({ system }, place) => externalIds.findIndex((other) => other.system === system) < place);
  return twice === undefined ? undefined : { code: 'two-ids-in-one-system', system: twice.system };
}
