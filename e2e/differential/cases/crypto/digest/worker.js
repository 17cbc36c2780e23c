export default {
  async fetch() {
    const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const data = new TextEncoder().encode('hello');
    const digests = [];
    for (const name of ['MD5', 'SHA-1', 'SHA-256', 'sha-384', 'SHA-512']) digests.push(hex(await crypto.subtle.digest(name, data)));
    digests.push(hex(await crypto.subtle.digest({ name: 'SHA-256' }, data.buffer)));
    return Response.json(digests);
  },
};
