import { lazy, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Command, useCommands } from '../commands/commands';
import { useProjectStore } from '../project/context';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import { closeGallery, gallery, openGallery } from './gallery';

const Gallery = lazy(async () => {
  const { Gallery } = await import('./Gallery');
  return { default: Gallery };
});

/** Where the examples are shown, once they were asked for. */
export function GalleryPlace() {
  const project = useProjectStore();
  const shown = useStore(gallery, (state) => state.shown);
  const offered = useMemo<readonly Command[]>(
    () => [
      {
        id: 'project.examples',
        title: 'Open an example …',
        group: 'Project',
        run: () => void openGallery(project),
      },
    ],
    [project],
  );
  useCommands(offered);
  return (
    shown && (
      <UnlessUnloadable instead={null}>
        <Gallery onClose={closeGallery} />
      </UnlessUnloadable>
    )
  );
}
