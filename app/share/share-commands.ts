import type { Command } from '../commands/commands';
import type { ProjectStore } from '../project/store';
import { openInCloudflare } from './cloudflare/open';
import { copyLink } from './copy-link';
import { sharing } from './sharing';

/** What can be done with links wherever the focus is. */
export function shareCommands(project: ProjectStore): readonly Command[] {
  const commands: Omit<Command, 'group'>[] = [
    {
      id: 'project.share',
      title: 'Share …',
      run: () => sharing.setState({ dialog: 'share' }),
    },
    {
      id: 'project.copyLink',
      title: 'Copy link',
      run: () => void copyLink(project),
    },
    {
      id: 'project.openLink',
      title: 'Open a link …',
      run: () => sharing.setState({ dialog: 'open' }),
    },
    {
      id: 'project.openInCloudflare',
      title: "Open in Cloudflare's Playground",
      run: async () => {
        const said = await openInCloudflare(project.getState().files);
        if (said !== undefined) project.getState().notify(said);
      },
    },
  ];
  return commands.map((command) => ({ ...command, group: 'Project' }));
}
