import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/evidence/digest.ts
import { createHash } from "node:crypto";
function digestOf(...texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex");
}

export {
  digestOf
};
