import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/cli/exit-code.ts
var EXIT = { pass: 0, gateFailed: 1, incomplete: 2, usage: 3 };
function exitCodeOf(gate) {
  if (gate === "fail") return EXIT.gateFailed;
  return gate === "incomplete" ? EXIT.incomplete : EXIT.pass;
}

export {
  EXIT,
  exitCodeOf
};
