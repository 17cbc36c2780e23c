export default {
  async fetch() {
    const cases = {
      "object": async () => (() => { const r = Response.json({ a: 1 }); return r.text(); })(),
      "type": async () => [...Response.json({}).headers],
      "own type": async () => [...Response.json({}, { headers: { 'content-type': 'x/y' } }).headers],
      "status": async () => Response.json({}, { status: 201 }).status,
      "undefined": async () => Response.json(undefined).text(),
      "function": async () => Response.json(() => {}).text(),
      "symbol": async () => Response.json(Symbol('x')).text(),
      "bigint": async () => Response.json(1n),
      "circular": async () => (() => { const a = {}; a.a = a; return Response.json(a); })(),
      "nothing": async () => Response.json(),
      "init number": async () => Response.json({}, 5),
      "to json throws": async () => Response.json({ toJSON() { throw new RangeError('no'); } }),
    };
    const outcomes = {};
    for (const [name, work] of Object.entries(cases)) {
      try {
        outcomes[name] = await work();
      } catch (error) {
        outcomes[name] = `${error.name}: ${error.message}`;
      }
    }
    return Response.json(outcomes);
  },
};
