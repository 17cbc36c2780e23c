export default {
  async fetch() {
    const cases = {
      "default": async () => (() => { const r = Response.redirect('https://a.example/é?x y'); return [r.status, r.redirected, r.statusText, r.body, [...r.headers]]; })(),
      "x301": async () => Response.redirect('https://a.example', 301).status,
      "x200": async () => Response.redirect('https://a.example', 200),
      "x304": async () => Response.redirect('https://a.example', 304),
      "no number": async () => Response.redirect('https://a.example', 'x'),
      "relative": async () => Response.redirect('/path'),
      "nothing": async () => Response.redirect(),
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
