/* Runs the page's own rules on many cases, without a page: `node engine.js DATA RULES… < cases`.
   In: a JSON list of { told } or { answers }. Out: the JSON list of what the page would show. */
"use strict";
const fs = require("fs");
const vm = require("vm");

const sandbox = { window: {} };
vm.createContext(sandbox);
process.argv.slice(2).forEach((file) => vm.runInContext(fs.readFileSync(file, "utf8"), sandbox, { filename: file }));
const cases = JSON.parse(fs.readFileSync(0, "utf8"));
sandbox.window.__cases = cases;
process.stdout.write(JSON.stringify(cases.map((one) => sandbox.window.__poc_point_shown(one))));
