const library = require("homecare-rules");
const { Temporal } = require("temporal-polyfill/implementation");
const { probeAll } = require("./probe.mjs");

probeAll(library, Temporal).then((answers) => console.log(JSON.stringify(answers)));
