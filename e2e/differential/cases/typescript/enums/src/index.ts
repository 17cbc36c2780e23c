enum Plain { A, B = 5, C }
enum Text { X = 'x' }
const enum Constant { One = 1, Two = One << 1 }
enum Computed { Length = 'four'.length, Ref = Plain.C }

export default {
  fetch: async () => Response.json([Plain, Text.X, Constant.Two, Computed, Plain[5]]),
};
