import { sharing } from './share/sharing';
import { Button } from './ui/Button';

/** Copies a link to the open project, and shows what else can be done with it. */
export function ShareButton() {
  return <Button onClick={() => sharing.setState({ dialog: 'copy' })}>Share</Button>;
}
