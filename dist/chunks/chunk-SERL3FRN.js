import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/diff/is-unsafe-path.ts
var DRIVE = /^[A-Za-z]:/;
var CONTROL = /[\u0000-\u001f\u007f]/;
function isUnsafePath(path) {
  if (path === "" || path.startsWith("/") || path.startsWith("\\")) return true;
  if (DRIVE.test(path) || CONTROL.test(path)) return true;
  return path.split("/").some((part) => part === "" || part.split("\\").some(isUnsafePart));
}
function isUnsafePart(part) {
  return part === "." || part === ".." || /^\.git[ .]*$/i.test(part) || /^git~1$/i.test(part);
}

export {
  isUnsafePath
};
