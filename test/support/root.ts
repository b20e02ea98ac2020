import path from "node:path";

/** The checkout, whether this runs as written or compiled into `dist`. */
export const ROOT = path.resolve(
  __dirname,
  path.basename(path.dirname(__dirname)) === "dist" ? "../../.." : "../..",
);
