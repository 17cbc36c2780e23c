this.through = 'this';
exports.same = this === exports && exports === module.exports;
