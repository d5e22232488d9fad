import { defineConfig } from "tsup";

// One output file per source file, so that a bundler can leave out what a consumer does not import.
export default defineConfig({
  entry: ["src/**/*.ts", "!src/cli/**"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  bundle: false,
  // What other steps of the build make stays.
  clean: ["!**/*.d.ts", "!council.schema.json"],
});
