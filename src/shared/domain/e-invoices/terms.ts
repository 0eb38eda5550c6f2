/**
 * One value of an e-invoice (a business term, BT, of EN 16931), as it stands in the file.
 *
 * - `raw`: its text, without white space around it and nothing else changed; '' when the element is there and empty
 * - `path`: the XPath it came from (see `XmlElement.path`); '' in a model that no file was read for. An attribute's is `…/@name`
 *
 * A term that the file does not have is absent from its group, so `seller.vatId?.raw` reads as it is said. Whoever needs a number
 * asks `decimalOf`, and a day `dayOf`: a value that is none stays as it stands, for a rule to say so.
 */
export type Term = { readonly raw: string; readonly path: string };

/** A term with its scheme identifier (an identification scheme: 0007 is Swedish organisation numbers, 0088 GLN). */
export type IdTerm = Term & { readonly scheme?: string; readonly schemeVersion?: string };

/** An amount with the currency that its own element names, which may not be the invoice's. */
export type AmountTerm = Term & { readonly currency?: string };

/** A quantity with the code of its unit (UN/ECE Recommendation 20 or 21). */
export type QuantityTerm = Term & { readonly unit?: string };

/** A group of terms (business group, BG). `path`: the element that holds it, for a finding about what it lacks. */
export type Group = { readonly path: string };

/** There, and not empty. */
export const has = (term: Term | undefined): term is Term => term !== undefined && term.raw !== '';
