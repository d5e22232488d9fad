import { defineConfig } from "tsup";

// One output file per source file, so that a bundler can leave out what a consumer does not import.
export default defineConfig({
  entry: ["src/**/*.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  bundle: false,
  clean: true,
});
