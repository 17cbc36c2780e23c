import { lazy } from 'react';
import { useStore } from 'zustand';
import { shownOfCommands } from './commands/open';
import { Header } from './Header';
import { AccountLine } from './isolates/AccountLine';
import { IsolateMenu } from './isolates/IsolateMenu';
import { Panes } from './layout/Panes';
import { ViewMenu } from './layout/ViewMenu';
import { Notice } from './Notice';
import type { Playground } from './playground';
import { ProjectProvider } from './project/context';
import { isToBeSaid, keeping } from './projects/keeping';
import { ReadmePlace } from './readme/ReadmePlace';
import { AbortControl } from './requests/AbortControl';
import { ScenarioControl } from './requests/scenario/ScenarioControl';
import { sharing } from './share/sharing';
import { UnlessUnloadable } from './ui/UnlessUnloadable';
import { Unloaded } from './ui/Unloaded';
import { useMayLoadMonaco } from './use-may-load-monaco';
import { Workspace } from './Workspace';
import './ui/tokens.css';
import './ui/base.css';
import './App.css';

interface AppProps {
  readonly playground: Playground;
}

const PageCommands = lazy(async () => {
  const { PageCommands } = await import('./PageCommands');
  return { default: PageCommands };
});

const KeepingBar = lazy(async () => {
  const { KeepingBar } = await import('./projects/KeepingBar');
  return { default: KeepingBar };
});

const Sharing = lazy(async () => {
  const { Sharing } = await import('./share/Sharing');
  return { default: Sharing };
});

const NO_SHARING = <Unloaded what="part that is about links" />;

export function App({ playground }: AppProps) {
  const { runtime, scenarios } = playground;
  const mayLoadMonaco = useMayLoadMonaco(runtime, playground.requests);
  const commandsAskedFor = useStore(shownOfCommands, ({ shown }) => shown !== 'nothing');

  const keepingToBeSaid = useStore(keeping, isToBeSaid);
  const linksToBeSeen = useStore(sharing, ({ dialog, arrival }) => !!(dialog || arrival));

  return (
    <ProjectProvider value={playground.project}>
      <div className="app">
        <Header account={<AccountLine account={playground.account} />}>
          <ScenarioControl scenarios={scenarios} />
          <AbortControl runtime={runtime} />
          <IsolateMenu runtime={runtime} />
          <ViewMenu />
        </Header>
        {keepingToBeSaid && (
          <UnlessUnloadable instead={null}>
            <KeepingBar loadSaving={playground.loadSaving} />
          </UnlessUnloadable>
        )}
        <Notice />
        {linksToBeSeen && (
          <UnlessUnloadable instead={NO_SHARING}>
            <Sharing playground={playground} />
          </UnlessUnloadable>
        )}
        <ReadmePlace scenarios={scenarios} />
        <Workspace workings={playground} mayLoadMonaco={mayLoadMonaco} files="edited">
          {(panes) => <Panes {...panes} />}
        </Workspace>
        {(mayLoadMonaco || commandsAskedFor) && (
          <UnlessUnloadable instead={null}>
            <PageCommands playground={playground} />
          </UnlessUnloadable>
        )}
      </div>
    </ProjectProvider>
  );
}
