const value = { a: 1 } as const satisfies Record<string, number>;
const any = <unknown>value;
function isObject(given: unknown): given is object {
  return given !== null;
}
let later!: string;
later = 'set';

export default {
  fetch: async () => Response.json([value!.a, isObject(any), later]),
};
