import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const sourceOf = (name: string) =>
  fileURLToPath(new URL(`../../packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { "@jiedui/domain": sourceOf("domain"), "@jiedui/http-contracts": sourceOf("http-contracts") },
  },
  build: { target: "es2022", chunkSizeWarningLimit: 900, modulePreload: { polyfill: false } },
  server: { proxy: { "/api": process.env.JIEDUI_API ?? "http://127.0.0.1:8080" } },
  preview: { proxy: { "/api": process.env.JIEDUI_API ?? "http://127.0.0.1:8080" } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
