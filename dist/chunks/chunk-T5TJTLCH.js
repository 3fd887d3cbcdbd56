import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/system-ports.ts
import { randomBytes } from "node:crypto";
var systemClock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  }
};
var systemRandom = { hex: (bytes) => randomBytes(bytes).toString("hex") };
var silentLog = { debug: () => void 0, info: () => void 0, warn: () => void 0 };

export {
  systemClock,
  systemRandom,
  silentLog
};
