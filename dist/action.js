import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  optimizeLater
} from "./chunks/chunk-AG2WZ3BE.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/spare-memory.ts
import { setFlagsFromString } from "node:v8";
async function spareMemory() {
  await Promise.all([import("node:crypto"), import("node:worker_threads"), import("node:zlib")]);
  Reflect.get(globalThis, "Response");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--wasm-tiering-budget=2000000000");
  optimizeLater();
}

// src/entry/action.ts
process.exitCode = 1;
await spareMemory();
var { runAction } = await import("./chunks/run-action-72SO54XJ.js");
process.exitCode = await runAction(new URL("./", import.meta.url));
