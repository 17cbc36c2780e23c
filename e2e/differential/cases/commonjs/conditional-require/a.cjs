console.log('a');
module.exports = 'a';
