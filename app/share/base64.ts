/** Bytes to a String.fromCharCode call: browsers limit how many arguments a call may have. */
const CHUNK = 0x8000;

/** RFC 4648 section 4, as `btoa` writes it. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

/** RFC 4648 section 5, without padding: safe in a URL's fragment, in chats and in mails. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @returns the bytes, as many as are whole: a last character alone holds no byte. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const binary = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
