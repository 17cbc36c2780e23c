import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Playground } from '../playground';
import { downloadProject } from '../take-out/commands';
import { ArrivalBar } from './ArrivalBar';
import { askLayout, layoutAsItIs } from './asked-layout';
import { loadLinks } from './link';
import { sharing } from './sharing';

/** What the page shows of links: that the project came from one, and the dialogs. */
export function Sharing({ playground }: { readonly playground: Playground }) {
  const { dialog, arrival } = useStore(sharing);
  const asked = arrival?.layout;

  useLayoutEffect(() => {
    if (asked) askLayout(asked);
  }, [asked]);

  return (
    <>
      {arrival && <ArrivalBar key={arrival.at} arrival={arrival} playground={playground} />}
      {dialog && <Loaded key={dialog} load={DIALOGS[dialog]} playground={playground} />}
    </>
  );
}

const close = () => sharing.setState({ dialog: undefined });

const DIALOGS = {
  copy: (playground: Playground) => shareDialog(playground, true),
  share: (playground: Playground) => shareDialog(playground, false),
  open: async () => {
    const { OpenLinkDialog } = await import('./OpenLinkDialog');
    return <OpenLinkDialog onClose={close} />;
  },
};

async function shareDialog({ project, runtime }: Playground, copies: boolean) {
  const [links, { ShareDialog }] = await Promise.all([loadLinks(), import('./ShareDialog')]);
  return (
    <ShareDialog
      links={links}
      copies={copies}
      layoutAsItIs={layoutAsItIs}
      onDownload={() => void downloadProject(project, runtime)}
      onClose={close}
    />
  );
}

interface LoadedProps {
  readonly load: (playground: Playground) => Promise<ReactNode>;
  readonly playground: Playground;
}

/** A dialog, once it is loaded. Where that fails the user is told, and may ask again. */
function Loaded({ load, playground }: LoadedProps) {
  const [dialog, setDialog] = useState<ReactNode>();
  useEffect(() => {
    load(playground).then(setDialog, (error: unknown) => {
      close();
      playground.project.getState().notify(error instanceof Error ? error.message : String(error));
    });
  }, [load, playground]);
  return dialog;
}
