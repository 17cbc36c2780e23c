class Point {
  z = 3;
  constructor(
    public x: number,
    public y: number,
  ) {}
}

export default {
  fetch: async () => Response.json(Object.keys(new Point(1, 2))),
};
