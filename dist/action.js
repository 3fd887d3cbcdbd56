import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  spareMemory
} from "./chunks/chunk-AZZC7UZX.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/action.ts
process.exitCode = 1;
await spareMemory();
var { runAction } = await import("./chunks/run-action-QDYSIOAC.js");
process.exitCode = await runAction(new URL("./", import.meta.url));
