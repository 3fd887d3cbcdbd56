import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readConfigOption
} from "./chunk-7T7GGNHM.js";
import {
  stringOption
} from "./chunk-3C6MUJIG.js";
import {
  loadConfiguration
} from "./chunk-W3YDXAFB.js";
import {
  loadBuiltIns
} from "./chunk-WLDQ3PFU.js";
import {
  CONFIGURATION_PATHS
} from "./chunk-6SXCBPIP.js";

// src/entry/cli/read-working-configuration.ts
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
var MAIN_FILE = ".github/multi-agent-review.yml";
async function readWorkingConfiguration({ options, assets }) {
  const directory = resolve(stringOption(options, "repo") ?? ".");
  const files = /* @__PURE__ */ new Map();
  for (const path of CONFIGURATION_PATHS) await readBelow(directory, path, files);
  const given = await readConfigOption(options);
  if (given !== null) files.set(MAIN_FILE, given.text);
  const { builtIns } = await loadBuiltIns(assets);
  return loadConfiguration(files, builtIns);
}
async function readBelow(directory, path, files) {
  try {
    files.set(path, await readFile(join(directory, path), "utf8"));
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : void 0;
    if (code === "ENOENT" || code === "ENOTDIR") return;
    if (code !== "EISDIR") throw thrown;
    for (const name of (await readdir(join(directory, path))).sort()) {
      if (/\.(ya?ml|md)$/.test(name)) await readBelow(directory, `${path.replace(/\/$/, "")}/${name}`, files);
    }
  }
}

export {
  readWorkingConfiguration
};
