const data = require('./data.json');
module.exports = [data, data === require('./data.json'), data.default];
