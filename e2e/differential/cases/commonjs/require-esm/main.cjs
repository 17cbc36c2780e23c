const esm = require('./esm.mjs');
module.exports = [esm.default, esm.named, esm.__esModule, Object.keys(esm)];
