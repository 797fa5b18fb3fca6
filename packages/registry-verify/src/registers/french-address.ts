import type { AddressFacts } from './evidence.js';

/** An address from its parts as French registers store them, in one line as on an envelope. */
export function frenchAddress(parts: {
  readonly street: readonly (string | undefined)[];
  readonly postcode: string | undefined;
  readonly city: string | undefined;
  readonly country?: string | undefined;
}): { readonly address: AddressFacts } | undefined {
  const { postcode, city, country } = parts;
  const street = parts.street.filter((part) => part !== undefined).join(' ');
  const text = [street, postcode, city, country]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  if (text === '') return undefined;
  return {
    address: {
      text,
      ...(postcode === undefined ? {} : { postcode }),
      ...(city === undefined ? {} : { city }),
      ...(country === undefined ? {} : { country }),
    },
  };
}
