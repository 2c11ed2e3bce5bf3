import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chunkOf } from "./build/chunks.ts";

const api = process.env["GELORA_URL"] ?? "http://localhost:8080";

export default defineConfig(({ command }) => ({
  // Its package names the build with warnings for developers only, also for a production build.
  resolve: { alias: command === "build" ? [{ find: /^react-router$/, replacement: fileURLToPath(import.meta.resolve("react-router/package.json").replace("package.json", "dist/production/index.mjs")) }] : [] },
  plugins: [react(), tailwindcss()],
  server: { proxy: { "/api": api, "/.well-known": api } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy allows no data: fonts or scripts
    modulePreload: { polyfill: false },
    manifest: true,
    minify: "terser",
    terserOptions: { compress: { passes: 2 } },
    rollupOptions: {
      output: {
        manualChunks: chunkOf,
      },
    },
  },
  // a test that needs a page says so: @vitest-environment jsdom. Its times are there for a test that hangs, not for a busy machine.
  test: { include: ["src/**/*.test.{ts,tsx}"], css: { include: [/\?raw$/] }, testTimeout: 30_000 },
}));
