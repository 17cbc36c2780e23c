try {
  module.exports = require('./missing.cjs');
} catch (error) {
  module.exports = [error.name, error.message];
}
