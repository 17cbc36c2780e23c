class Base {
  constructor() {
    this.init();
  }
  init() {}
}
class Derived extends Base {
  declared!: string;
  declare ambient: string;
  field?: string;
  init() {
    this.field = 'set by init';
    this.ambient = 'ambient';
  }
}

export default {
  fetch: async () => Response.json([Object.keys(new Derived()), new Derived().field === undefined]),
};
