class Base {
  constructor(readonly a: number) {}
}
class Derived extends Base {
  extra = this.a + 1;
  constructor(
    private b: number,
    public c = 3,
  ) {
    super(b * 2);
  }
  sum() {
    return this.a + this.b + this.c + this.extra;
  }
}

export default {
  fetch: async () => Response.json([Object.entries(new Derived(1)).sort(), new Derived(1).sum()]),
};
