function pick(of: string): string;
function pick(of: number): number;
function pick<T>(of: T): T {
  return of;
}
const map = new Map<string, Array<Promise<number>>>();
const generic = <T,>(value: T) => value;
abstract class Shape<T extends object = {}> {
  abstract area(): number;
}

export default {
  fetch: async () => Response.json([pick(1), pick('a'), map.size, generic(2)]),
};
