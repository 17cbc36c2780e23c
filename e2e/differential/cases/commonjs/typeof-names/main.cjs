exports.types = [typeof require, typeof module, typeof exports, typeof module.exports];
exports.keys = Object.keys(module);
