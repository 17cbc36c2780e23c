console.log('evaluated');
exports.count = 1;
