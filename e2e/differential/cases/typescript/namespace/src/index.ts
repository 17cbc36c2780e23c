namespace Numbers {
  export const one = 1;
  export function two() {
    return one + 1;
  }
  export namespace Inner {
    export let three = two() + one;
  }
}

export default {
  fetch: async () => Response.json([Numbers.one, Numbers.two(), Numbers.Inner.three]),
};
