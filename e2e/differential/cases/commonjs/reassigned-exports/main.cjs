exports.value = 'lost';
module.exports = { value: 'kept' };
exports.value = 'lost again';
