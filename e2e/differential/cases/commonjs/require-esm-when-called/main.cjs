exports.load = () => require('./esm.mjs').value;
