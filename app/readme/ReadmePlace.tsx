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
    typeof text === 'string' && (
      <UnlessUnloadable instead={null}>
        <Readme text={text} scenarios={scenarios} />
      </UnlessUnloadable>
    )
  );
}
