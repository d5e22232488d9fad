import { defineConfig } from "vitest/config";

// Tests that need the documents and samples beside the project; run by the checks of the project, not by `npm test`.
export default defineConfig({
  test: {
    include: ["test/shared-data/**/*.test.ts"],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
  },
});
