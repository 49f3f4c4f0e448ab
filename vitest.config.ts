import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["tests/support/property-seed.ts"],
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/quiet-environment.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Browsers and LibreOffice run beside the tests: more workers than cores only slow each other down.
    maxWorkers: 2,
  },
});
