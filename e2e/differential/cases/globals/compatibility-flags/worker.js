export default {
  async fetch() {
    const { compatibilityFlags } = Cloudflare;
    return Response.json({
      tag: String(Cloudflare),
      flags: compatibilityFlags,
      frozen: Object.isFrozen(compatibilityFlags),
      prototype: Object.getPrototypeOf(compatibilityFlags) === null,
    });
  },
};
