const shape = (value) => {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  const properties = Object.entries(value).map(([name, of]) => [name, shape(of)]);
  return { [Object.prototype.toString.call(value)]: properties };
};

export default {
  tail(events) {
    console.log(JSON.stringify(shape(events), null, 1));
  },
};
