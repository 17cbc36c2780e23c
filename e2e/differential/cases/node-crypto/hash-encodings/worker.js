import { createHash } from 'node:crypto';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};

export default {
  async fetch() {
    return Response.json([
        ...['hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii', 'utf8', 'utf16le', 'HEX', 'nothing'].map((encoding) =>
          seen(() => createHash('sha1').update('text').digest(encoding)),
        ),
        ...['buffer', undefined, null].map((encoding) => {
          const digest = seen(() => createHash('sha1').update('text').digest(encoding));
          return [digest.constructor.name, Buffer.isBuffer(digest), digest];
        }),
        ...[
          ['74657874', 'hex'],
          ['dGV4dA==', 'base64'],
          ['t\u00e9', 'latin1'],
          ['t\u00e9', 'utf8'],
          ['t\u00e9', undefined],
          ['t\u00e9', 'utf16le'],
          ['t\u00e9', 'nothing'],
        ].map(([text, encoding]) => seen(() => createHash('sha1').update(text, encoding).digest('hex'))),
      ],);
  },
};
