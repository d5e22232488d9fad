import * as library from "homecare-rules";
import { Temporal } from "temporal-polyfill/implementation";
import { probeAll } from "./probe.mjs";

globalThis.answers = probeAll(library, Temporal);
