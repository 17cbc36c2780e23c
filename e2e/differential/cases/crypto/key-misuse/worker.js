export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return error.name;
      }
    };
    const key = await crypto.subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['encrypt']);
    return Response.json([
      await seen(() => crypto.subtle.exportKey('raw', key)),
      await seen(() => crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(20))),
      await seen(() => crypto.subtle.sign('HMAC', key, new Uint8Array())),
      await seen(() => crypto.subtle.importKey('raw', new Uint8Array(3), 'AES-GCM', false, ['encrypt'])),
      await seen(() => crypto.subtle.importKey('jwk', { kty: 'oct' }, 'AES-GCM', false, ['encrypt'])),
      await seen(() => crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, [])),
      await seen(() => crypto.subtle.generateKey('NONE', true, ['sign'])),
      await seen(() => crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, {}, new Uint8Array())),
    ]);
  },
};
