const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
const results = [seen(() => eval('1 + 1')), seen(() => new Function('return 1')())];
export default { fetch: () => Response.json(results) };
