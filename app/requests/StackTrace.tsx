import { useProject } from '../project/context';
import { PlaceButton } from '../project/PlaceButton';
import { stackParts } from './stack-frames';

/** A stack as text, whose places in the project open its files there. */
export function StackTrace({ text }: { readonly text: string }) {
  const files = useProject((project) => project.files);
  let offset = 0;
  return stackParts(text, (path) => Object.hasOwn(files, path)).map((part) => {
    const key = offset;
    offset += part.text.length;
    return part.kind === 'text' ? (
      part.text
    ) : (
      <PlaceButton key={key} position={part.position} text={part.text} />
    );
  });
}
