/** `node:punycode`: the package of that name. */
import punycode from 'punycode/';

export const { decode, encode, toASCII, toUnicode, ucs2, version } = punycode;
export default punycode;
