export default {
  async fetch() {
    const pair = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const data = new Uint8Array([1]);
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, data);
    const { algorithm } = pair.publicKey;
    return Response.json([
      await crypto.subtle.verify('RSASSA-PKCS1-v1_5', pair.publicKey, signature, data),
      [algorithm.name, algorithm.modulusLength, [...algorithm.publicExponent], algorithm.hash],
    ]);
  },
};
