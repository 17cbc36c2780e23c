export default {
  async fetch() {
    const cases = {
      "order": async () => (() => { const f = new FormData(); f.append('a', '1'); f.append('b', '2'); f.append('a', '3'); f.set('a', '4'); return [[...f], f.getAll('a'), f.get('z'), f.getAll('z')]; })(),
      "converted": async () => (() => { const f = new FormData(); f.append('a', {}); f.append('b', 5); f.append('c', null); f.append('d', undefined); return [...f]; })(),
      "blob": async () => (() => { const f = new FormData(); f.append('a', new Blob(['x'], { type: 'q/r' })); const { constructor, name, type } = f.get('a'); return [constructor.name, name, type]; })(),
      "renamed": async () => (() => { const f = new FormData(); f.append('a', new File(['x'], 'f'), 'g'); return f.get('a').name; })(),
      "same file": async () => (() => { const f = new FormData(); const file = new File(['x'], 'f'); f.append('a', file); return f.get('a') === file; })(),
      "name of a string": async () => (() => { const f = new FormData(); f.append('a', 'x', 'n'); return [...f]; })(),
      "missing": async () => new FormData().append('a'),
      "for each": async () => (() => { const f = new FormData(); f.append('a', '1'); const seen = []; f.forEach((value, name) => seen.push(value, name)); return seen; })(),
      "members": async () => Object.getOwnPropertyNames(FormData.prototype),
      "any argument": async () => [...new FormData(5)],
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
