import type { Position } from '../../runtime-worker/index';
import { Button } from '../ui/Button';
import { useProjectStore } from './context';

interface PlaceButtonProps {
  readonly position: Position;
  readonly text?: string;
}

/** A place in the project's code; opens its file there. */
export function PlaceButton({ position, text }: PlaceButtonProps) {
  const project = useProjectStore();
  const { file, line, column } = position;
  return (
    <Button look="link" onClick={() => project.getState().select(file, { line, column })}>
      {text ?? `${file}:${line}:${column}`}
    </Button>
  );
}
