#!/usr/bin/env node
'use strict';
module.exports = (function () {
  return this === undefined;
})();
