const order = ['a begins'];
const b = require('./b.cjs');
order.push(...b, 'a ends');
module.exports = order;
