import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // The docs and examples import the package by its name; here that is the source.
    alias: [
      { find: /^homecare-rules\/config$/, replacement: fileURLToPath(new URL("src/config/index.ts", import.meta.url)) },
      { find: /^homecare-rules$/, replacement: fileURLToPath(new URL("src/index.ts", import.meta.url)) },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/shared-data/**", "test/consumer/**"],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
  },
});
