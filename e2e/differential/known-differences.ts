/**
 * Where the playground differs from `workerd`, by case, and why. A case that begins to agree fails until
 * it is taken out.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {};
