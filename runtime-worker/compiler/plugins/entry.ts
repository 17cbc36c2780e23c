import type { Plugin } from '@rollup/browser';
import { ENTRY, MAIN } from '../module-ids';
import { stringLiteral } from '../string-literal';

/** The variable of a script that holds what the main module exports, once it is evaluated. */
export const MAIN_EXPORTS = '$isolab_main';

/** The module that a script begins with. */
export function entry(): Plugin {
  return {
    name: 'entry',
    load(id) {
      if (id !== ENTRY) return null;
      const code = `import * as main from ${stringLiteral(MAIN)}; ${MAIN_EXPORTS} = main;`;
      // No part of this is the user's code: an empty map keeps it out of the stacks.
      return { code, map: { mappings: '' } };
    },
  };
}
