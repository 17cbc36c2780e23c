import { lazy, type ReactNode, useMemo } from 'react';
import { UnlessUnloadable } from '../../ui/UnlessUnloadable';

interface JsonLookProps {
  /** All of the body. */
  readonly text: string;
  /** The body as text, for what is no JSON. */
  readonly instead: ReactNode;
}

const JsonTree = lazy(() => import('./JsonTree'));

/** A body as a tree of JSON; one that is none says where it ceases to be. */
export function JsonLook({ text, instead }: JsonLookProps) {
  const read = useMemo(() => readJson(text), [text]);
  if (!read.ok) {
    return (
      <>
        <p className="body-note">This is not valid JSON: {read.problem}</p>
        {instead}
      </>
    );
  }
  return (
    <UnlessUnloadable
      meanwhile={instead}
      instead={
        <>
          <p className="body-note">
            The tree could not be loaded. Reload the page to try again; here is the text.
          </p>
          {instead}
        </>
      }
    >
      <JsonTree value={read.value} />
    </UnlessUnloadable>
  );
}

type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

function readJson(text: string): Read {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
