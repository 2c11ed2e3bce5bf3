import { defineConfig } from "vitest/config";

// Eleven projects: `support` needs nothing, the others need a running stack and are told where it is by the environment.
// Files of those come one after the other: some of them restart what the others use.
// Every page in every look and every trouble: as long as all the rest of e2e, and a part of its own beside it.
const pages = ["e2e/accessibility.test.ts", "e2e/failures.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "support", include: ["support/**/*.test.ts"] } },
      { test: { name: "service", include: ["service/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "chaos", include: ["chaos/**/*.test.ts"], testTimeout: 240_000, hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "failover", include: ["failover/**/*.test.ts"], hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "money", include: ["money/**/*.test.ts"], hookTimeout: 180_000, fileParallelism: false } },
      { test: { name: "observability", include: ["observability/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 180_000, fileParallelism: false } },
      { test: { name: "restore", include: ["restore/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false } },
      { test: { name: "attack", include: ["attack/**/*.test.ts"], hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "screenshots", include: ["e2e/screenshots.ts"] } },
      { test: { name: "pages", include: pages, maxConcurrency: 3, testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false } },
      { test: { name: "e2e", include: ["e2e/**/*.test.ts"], exclude: pages, testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
