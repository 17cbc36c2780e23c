export default {
  async fetch() {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(16).fill(7), 'AES-GCM', true, ['encrypt']);
    const wrapping = await crypto.subtle.importKey('raw', new Uint8Array(16), 'AES-KW', false, ['wrapKey', 'unwrapKey']);
    const wrapped = await crypto.subtle.wrapKey('raw', key, wrapping, 'AES-KW');
    const unwrapped = await crypto.subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', 'AES-GCM', true, ['decrypt']);
    return Response.json([[...new Uint8Array(wrapped)], [...new Uint8Array(await crypto.subtle.exportKey('raw', unwrapped))], unwrapped.usages]);
  },
};
