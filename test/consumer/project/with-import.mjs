import * as library from "homecare-rules";
import { Temporal } from "temporal-polyfill/implementation";
import { probeAll } from "./probe.mjs";

console.log(JSON.stringify(await probeAll(library, Temporal)));
