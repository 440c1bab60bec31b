const http = require('node:http');
const https = require('node:https');

/**
 * Asks `url` and tells `callback` whether anybody answered, whatever the answer is.
 *
 * ari-client 2.2.0 uses the deprecated `request` (or a fork of it, 45 packages and 22 MB of memory) for this alone.
 */
module.exports = function request(url, callback) {
  (url.startsWith('https:') ? https : http)
    .get(url, { agent: false, timeout: 5000 }, (response) => {
      response.resume();
      callback(null);
    })
    .on('timeout', function () {
      this.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    })
    .on('error', callback);
};
