/**
 * What workerd says of a status for which a handler gave no text.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/http.c%2B%2B
 */
export function defaultStatusText(status: number): string {
  return TEXTS.get(status) ?? CLASSES[Math.floor(status / 100)] ?? '';
}

/** Of those without a text of their own, by their first digit. */
const CLASSES: Readonly<Record<number, string>> = {
  2: 'Successful',
  3: 'Redirection',
  4: 'Client Error',
  5: 'Server Error',
};

/** The first of each list, and those that follow it. */
const RUNS: readonly (readonly [first: number, texts: string])[] = [
  [101, 'Switching Protocols'],
  [
    200,
    'OK|Created|Accepted|Non-Authoritative Information|No Content|Reset Content|Partial Content|Multi-Status|Already Reported',
  ],
  [226, 'IM Used'],
  [300, 'Multiple Choices|Moved Permanently|Found|See Other|Not Modified|Use Proxy'],
  [307, 'Temporary Redirect|Permanent Redirect'],
  [
    400,
    "Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Proxy Authentication Required|Request Timeout|Conflict|Gone|Length Required|Precondition Failed|Payload Too Large|URI Too Long|Unsupported Media Type|Range Not Satisfiable|Expectation Failed|I'm a teapot",
  ],
  [421, 'Misdirected Request|Unprocessable Entity|Locked|Failed Dependency'],
  [426, 'Upgrade Required'],
  [428, 'Precondition Required|Too Many Requests'],
  [431, 'Request Header Fields Too Large'],
  [451, 'Unavailable For Legal Reasons'],
  [
    500,
    'Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout|HTTP Version Not Supported|Variant Also Negotiates|Insufficient Storage|Loop Detected',
  ],
  [510, 'Not Extended|Network Authentication Required'],
];

const TEXTS: ReadonlyMap<number, string> = new Map(
  RUNS.flatMap(([first, texts]) =>
    texts.split('|').map((text, index) => [first + index, text] as const),
  ),
);
