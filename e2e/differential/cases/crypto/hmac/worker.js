export default {
  async fetch() {
    const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('secret'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    const data = new TextEncoder().encode('message');
    const signature = await crypto.subtle.sign('HMAC', key, data);
    return Response.json([
      hex(signature),
      await crypto.subtle.verify('HMAC', key, signature, data),
      await crypto.subtle.verify('HMAC', key, new Uint8Array(32), data),
      [key.type, key.extractable, key.algorithm, key.usages, String(key), key instanceof CryptoKey],
    ]);
  },
};
