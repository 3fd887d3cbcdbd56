import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/entry/cli/describe-problem.ts
function describeProblem(problem) {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(":");
  return `${place}${problem.key === "" ? "" : ` ${problem.key}`}: ${problem.message}`;
}

export {
  describeProblem
};
