/** Somebody at the supplier's (kontakt), and what one asks them about. */
export type Contact = {
  readonly name: string;
  /** 'Reskontra', 'order', in the clerk's own words. */
  readonly purpose: string;
  readonly phone: string;
  readonly email: string;
};
export type ContactFault = { readonly code: 'contact-incomplete' } | { readonly code: 'wrong-email' };

export const tidyContact = ({ name, purpose, phone, email }: Contact): Contact => ({
  name: name.trim(),
  purpose: purpose.trim(),
  phone: phone.trim(),
  email: email.trim(),
});

/** There is somebody or something to ask for, and a way to reach them. */
export function contactFault({ name, purpose, phone, email }: Contact): ContactFault | undefined {
  if ((name === '' && purpose === '') || (phone === '' && email === '')) return { code: 'contact-incomplete' };
  return email === '' || isEmail(email) ? undefined : { code: 'wrong-email' };
}

/** One sign @ with something on each side, and a point after it: what is wrong beyond that shows when it is sent to. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
