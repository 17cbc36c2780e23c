export default {
  async fetch() {
    const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const secret = new TextEncoder().encode('password');
    const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits', 'deriveKey']);
    const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array(8), iterations: 1000, hash: 'SHA-256' }, base, 256);
    const derived = await crypto.subtle.deriveKey({ name: 'PBKDF2', salt: new Uint8Array(8), iterations: 1000, hash: 'SHA-256' }, base, { name: 'AES-GCM', length: 256 }, true, ['encrypt']);
    const hkdf = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const more = await crypto.subtle.deriveBits({ name: 'HKDF', salt: new Uint8Array(), info: new Uint8Array(), hash: 'SHA-256' }, hkdf, 128);
    return Response.json([hex(bits), hex(await crypto.subtle.exportKey('raw', derived)), hex(more)]);
  },
};
