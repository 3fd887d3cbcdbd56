import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/load-built-ins.ts
import { readFile } from "node:fs/promises";
async function loadBuiltIns(assets) {
  const { patterns, ...builtIns } = await readAsset(
    assets,
    "built-ins.json"
  );
  return { builtIns, patterns: new Map(patterns) };
}
async function readAsset(assets, name) {
  try {
    return JSON.parse(await readFile(new URL(name, assets), "utf8"));
  } catch (thrown) {
    throw new ReviewError(
      "asset-missing",
      `A part of the program is missing or damaged: ${name} (${messageOf(thrown)}).`,
      "Restore the whole dist/ folder, for example by a fresh clone.",
      { cause: thrown }
    );
  }
}

export {
  loadBuiltIns,
  readAsset
};
