import { PlaceButton } from '../project/PlaceButton';
import type { Problem } from './problems';

/** The first problem of the code, under the editor; how many more there are. */
export function ProblemLine({ problems }: { readonly problems: readonly Problem[] }) {
  const [first] = problems;
  return (
    <div className="problem-line" role="status" data-severity={first?.severity}>
      {first && (
        <>
          <span className="problem-message">{first.message}</span>
          {first.position && <PlaceButton position={first.position} />}
          {problems.length > 1 && (
            <span className="problem-more">and {problems.length - 1} more</span>
          )}
        </>
      )}
    </div>
  );
}
