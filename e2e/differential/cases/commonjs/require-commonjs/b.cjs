module.exports = ['b', require('./lib')];
