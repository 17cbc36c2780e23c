module.exports = (first) => (first ? require('./a.cjs') : require('./b.cjs'));
