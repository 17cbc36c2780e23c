export default {
  async fetch() {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const data = new Uint8Array([1, 2, 3]);
    const signature = await crypto.subtle.sign(algorithm, pair.privateKey, data);
    const { x, y, d, ...jwk } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const imported = await crypto.subtle.importKey('jwk', await crypto.subtle.exportKey('jwk', pair.publicKey), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
    return Response.json([
      await crypto.subtle.verify(algorithm, imported, signature, data),
      signature.byteLength,
      Object.entries(JSON.parse(JSON.stringify(jwk))).sort(),
      [pair.publicKey.type, pair.privateKey.type, pair.publicKey.usages, pair.privateKey.algorithm],
    ]);
  },
};
