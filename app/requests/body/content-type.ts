import type { Header } from '../draft/header-lines';

/** A media type, in lower case and without parameters, and its charset. */
export interface ContentType {
  /** Empty where there is none. */
  readonly type: string;
  readonly charset: string | undefined;
}

/** What the headers of a response say its body is. */
export function contentTypeOf(headers: readonly Header[]): ContentType {
  const [, value = ''] = headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  const [type = '', ...parameters] = value.split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return { type: type.trim().toLowerCase(), charset };
}

/** Decodes text as a browser would: an encoding that nobody knows is UTF-8. */
export function decoderFor({ charset }: ContentType): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
