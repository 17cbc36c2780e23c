import { type DragEvent, type ReactNode, useState } from 'react';

interface DropZoneProps {
  readonly onDrop: (file: File) => void;
  readonly children: ReactNode;
}

/** Takes a file that is dropped on what is in it. */
export function DropZone({ onDrop, children }: DropZoneProps) {
  const [over, setOver] = useState(false);

  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the keyboard has the menu beside it
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the menu beside it
    <div
      className="trace-drop"
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setOver(false);
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onDrop(file);
      }}
    >
      {children}
      {over && <p className="trace-drop-here">Open the recorded run</p>}
    </div>
  );
}
