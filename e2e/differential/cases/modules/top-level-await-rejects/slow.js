await Promise.reject(new TypeError('refused'));
