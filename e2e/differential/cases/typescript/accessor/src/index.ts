class Shape {
  accessor name = 'shape';
}

export default {
  fetch: async () => new Response(new Shape().name),
};
