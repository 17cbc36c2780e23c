console.log('b');
module.exports = 'b';
