import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

export {
  optimizeLater
};
