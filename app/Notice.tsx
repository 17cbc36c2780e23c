import { useProject, useProjectStore } from './project/context';
import { Button } from './ui/Button';

/** What there is to tell the user, until it is put away. */
export function Notice() {
  const project = useProjectStore();
  const notice = useProject((state) => state.notice);
  return (
    <div className="notice-place" role="status">
      {notice !== undefined && (
        <div className="notice">
          <p>{notice}</p>
          <Button
            look="quiet"
            aria-label="Put the notice away"
            onClick={() => project.getState().notify(undefined)}
          >
            ✕
          </Button>
        </div>
      )}
    </div>
  );
}
