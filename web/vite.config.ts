import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const api = process.env["GELORA_URL"] ?? "http://localhost:8080";

export default defineConfig({
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
        manualChunks: (id) => (/node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next)\//.test(id) ? "vendor" : undefined),
      },
    },
  },
  test: { include: ["src/**/*.test.{ts,tsx}"], css: { include: [/\?raw$/] } }, // a test that needs a page says so: @vitest-environment jsdom
});
