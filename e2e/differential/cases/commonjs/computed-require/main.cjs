module.exports = (name) => {
  try {
    return require(name);
  } catch (error) {
    return [error.name, error.message];
  }
};
