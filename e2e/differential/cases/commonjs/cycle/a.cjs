exports.early = 'early';
const b = require('./b.cjs');
exports.seenByB = b.seen;
exports.late = 'late';
