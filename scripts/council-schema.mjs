// Writes the JSON Schema of a council's file into the build: `homecare-rules/council.schema.json`.
import { writeFileSync } from "node:fs";
import { councilJsonSchema } from "../dist/config/index.js";

writeFileSync(new URL("../dist/council.schema.json", import.meta.url), `${JSON.stringify(councilJsonSchema())}\n`);
