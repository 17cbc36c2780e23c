import type { ErrorInfo } from '../../runtime-worker/index';
import { PlaceButton } from '../project/PlaceButton';
import { errorTitle } from './error-title';
import { StackTrace } from './StackTrace';

/** An error with its stack, and below it its causes and what it gathers. */
export function ErrorView({ error }: { readonly error: ErrorInfo }) {
  return (
    <div className="callout callout-error">
      <ErrorText error={error} />
      <Related error={error} />
    </div>
  );
}

function Related({ error: { cause, errors = [] } }: { readonly error: ErrorInfo }) {
  return (
    <>
      {cause && <RelatedError what="Caused by" error={cause} />}
      {errors.map((error, index) => (
        <RelatedError
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of an error never changes
          key={index}
          what={`Error ${index + 1} of ${errors.length}`}
          error={error}
        />
      ))}
    </>
  );
}

function RelatedError({ what, error }: { readonly what: string; readonly error: ErrorInfo }) {
  return (
    <section className="callout-related" aria-label={what}>
      <p className="callout-relation">{what}</p>
      <ErrorText error={error} />
      <Related error={error} />
    </section>
  );
}

function ErrorText({ error }: { readonly error: ErrorInfo }) {
  const frames = framesOf(error);
  return (
    <>
      <p className="callout-title">{errorTitle(error)}</p>
      {frames === '' && error.position && (
        <p>
          at <PlaceButton position={error.position} />
        </p>
      )}
      {frames !== '' && (
        <pre className="stack">
          <StackTrace text={frames} />
        </pre>
      )}
    </>
  );
}

/** The frames of a stack. V8 begins one with the error's name and message, which stand above it. */
function framesOf({ name, message, stack = '' }: ErrorInfo): string {
  const title = message === '' ? name : `${name}: ${message}`;
  return (stack.startsWith(title) ? stack.slice(title.length) : stack).replace(/^\n+/, '');
}
