import { defineConfig } from "vitest/config";

// The tests that mutants are held against: those of the rules, quick ones.
export default defineConfig({
  test: {
    include: ["test/{contract,assessment,continuity,payment,performance,rules,month,council-words,published-rules}/**/*.test.ts"],
    testTimeout: 600_000,
  },
});
