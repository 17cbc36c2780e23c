/**
 * A global class that only the runtime makes instances of.
 * @param prototype What its instances have.
 * @param statics Whose static members it has.
 */
export function illegalConstructor(
  name: string,
  prototype: object = {},
  statics: object = {},
): { readonly prototype: object } {
  function illegal(): never {
    throw new TypeError('Illegal constructor');
  }
  for (const [member, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(statics))) {
    if (member !== 'prototype') Object.defineProperty(illegal, member, descriptor);
  }
  Object.defineProperty(illegal, 'name', { value: name, configurable: true });
  Object.defineProperty(illegal, 'prototype', { value: prototype, writable: false });
  Object.defineProperties(prototype, {
    constructor: { value: illegal, configurable: true, writable: true },
    [Symbol.toStringTag]: { value: name, configurable: true },
  });
  return illegal;
}
