export default {
  async fetch() {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const data = new Uint8Array([1]);
    const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, data);
    return Response.json([signature.byteLength, await crypto.subtle.verify('Ed25519', pair.publicKey, signature, data), pair.publicKey.algorithm]);
  },
};
