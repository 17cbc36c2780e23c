export default {
  async fetch() {
    const cases = {
      "parts": async () => (() => { const u = new URL('https://u:p@EXAMPLE.com:8080/a/../b?x=1&y#z'); return ['origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'].map((name) => u[name]); })(),
      "idna": async () => new URL('http://ünï.com').href,
      "set": async () => (() => { const u = new URL('http://a/b'); u.port = '99999'; u.protocol = 'ftp'; u.search = 'q'; u.hash = 'h'; u.searchParams.append('r', 's t'); return u.href; })(),
      "default port": async () => new URL('https://a:443/').href,
      "json": async () => JSON.stringify(new URL('https://a')),
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
