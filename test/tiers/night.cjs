const { filesOf } = require('./tiers.cjs');

module.exports = { ...require('../../.mocharc.json'), spec: filesOf('night') };
