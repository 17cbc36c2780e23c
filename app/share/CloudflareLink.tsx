import { useState } from 'react';
import type { ProjectFiles } from '../../runtime-worker/index';
import { Button } from '../ui/Button';
import { openInCloudflare } from './cloudflare/open';

/** Opens the project in Cloudflare's own Playground, and says what of it does not go along. */
export function CloudflareLink({ files }: { readonly files: ProjectFiles }) {
  const [said, setSaid] = useState<string>();
  return (
    <>
      <Button onClick={async () => setSaid(await openInCloudflare(files))}>
        Open in Cloudflare's Playground
      </Button>
      {said !== undefined && (
        <p className="share-muted" role="status">
          {said}
        </p>
      )}
    </>
  );
}
