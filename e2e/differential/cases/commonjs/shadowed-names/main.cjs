function inner(require, module) {
  return require('./nowhere') + module.exports;
}
module.exports = inner((name) => `[${name}]`, { exports: 'own' });
