import { type Shape, area } from './shape';
import type { Unused } from './never-evaluated';
import { OnlyType } from './only-types';
const square: Shape & OnlyType = { side: 2 } as Shape & OnlyType;
export type { Unused };

export default {
  fetch: async () => Response.json(area(square)),
};
