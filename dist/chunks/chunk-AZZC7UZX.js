import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/spare-memory.ts
import { setFlagsFromString as setFlagsFromString2 } from "node:v8";

// src/entry/optimize-later.ts
import { setFlagsFromString } from "node:v8";
function optimizeLater() {
  const [major = 0] = process.versions.v8.split(".").map(Number);
  if (major < 12) setFlagsFromString("--interrupt-budget=1000000");
  else {
    setFlagsFromString("--invocation-count-for-maglev=4000");
    setFlagsFromString("--invocation-count-for-turbofan=30000");
  }
}

// src/entry/spare-memory.ts
async function spareMemory() {
  await Promise.all([import("node:crypto"), import("node:worker_threads"), import("node:zlib")]);
  Reflect.get(globalThis, "Response");
  keepYoungGenerationSmall();
  setFlagsFromString2("--wasm-tiering-budget=2000000000");
  optimizeLater();
}
function keepYoungGenerationSmall() {
  setFlagsFromString2("--semi-space-growth-factor=1");
}

export {
  optimizeLater,
  spareMemory,
  keepYoungGenerationSmall
};
