import { defineConfig } from "vitest/config";

// Three projects: `support` needs nothing, `service` and `e2e` need a running stack and are told where it is by the environment.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "support", include: ["support/**/*.test.ts"] } },
      { test: { name: "service", include: ["service/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: "e2e", include: ["e2e/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
