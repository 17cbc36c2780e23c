export default {
  async fetch() {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', true, ['encrypt', 'decrypt']);
    const iv = new Uint8Array(12);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode('secret'));
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    const broken = await crypto.subtle
      .decrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(30))
      .catch((error) => [error.name, error instanceof DOMException]);
    return Response.json([[...new Uint8Array(sealed)], new TextDecoder().decode(opened), broken, (await crypto.subtle.exportKey('jwk', key)).k]);
  },
};
