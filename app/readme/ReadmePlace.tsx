import { lazy } from 'react';
import { useProject } from '../project/context';
import type { Scenarios } from '../requests/scenario/scenarios';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';

const Readme = lazy(async () => {
  const { Readme } = await import('./Readme');
  return { default: Readme };
});

/** The README of a project that has one. */
export function ReadmePlace({ scenarios }: { readonly scenarios: Scenarios }) {
  const text = useProject(({ files }) => files['README.md']);
  return (
    typeof text === 'string' &&
    text.trim() !== '' && (
      // As high as it will be: what lies below does not jump when it comes.
      <UnlessUnloadable instead={null} meanwhile={<div className="readme-slot" />}>
        <Readme text={text} scenarios={scenarios} />
      </UnlessUnloadable>
    )
  );
}
