import { defineConfig } from "tsup";

// The commands in few files, since Node opens each by itself: with one per source file, a third of a short run was spent on that.
export default defineConfig({
  entry: { "cli/main": "src/cli/main.ts" },
  format: "esm",
  target: "es2022",
  platform: "node",
  esbuildOptions: (options) => {
    options.chunkNames = "cli/[name]-[hash]";
  },
});
