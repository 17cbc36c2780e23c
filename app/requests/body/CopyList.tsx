import { toBase64 } from '../../share/base64';
import { Button } from '../../ui/Button';
import type { ReceivedResponse } from '../responses';
import { type ContentType, decoderFor } from './content-type';
import { hex, responseText } from './copies';

interface CopyListProps {
  readonly response: ReceivedResponse;
  readonly contentType: ContentType;
  readonly onCopy: (text: string) => void;
}

/** The forms in which a response can be copied. */
export function CopyList({ response, contentType, onCopy }: CopyListProps) {
  const { bytes } = response;
  const text = decoderFor(contentType).decode(bytes);
  const json = formatted(text);
  const type = contentType.type || 'application/octet-stream';
  const forms: readonly (readonly [name: string, text: () => string])[] = [
    ['Text', () => text],
    ...(json === undefined ? [] : [['Formatted JSON', () => json] as const]),
    ['Base64', () => toBase64(bytes)],
    ['Hex', () => hex(bytes)],
    ['data: URL', () => `data:${type};base64,${toBase64(bytes)}`],
    ['Response with its headers', () => responseText(response, text)],
  ];
  return (
    <ul className="copy-list">
      {forms.map(([name, text]) => (
        <li key={name}>
          <Button look="quiet" onClick={() => onCopy(text())}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function formatted(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}
