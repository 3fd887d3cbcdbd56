import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeProblem
} from "./chunk-FEFGF5EK.js";
import {
  checkRules
} from "./chunk-NKM7Z5BT.js";
import {
  readWorkingConfiguration
} from "./chunk-TJYXGPD5.js";
import "./chunk-SOH44BMY.js";
import "./chunk-CK2T6L63.js";
import "./chunk-4WB4RM2V.js";
import "./chunk-AA6XNGEB.js";
import "./chunk-E7Z6Y3BN.js";
import "./chunk-2KZ47ZT7.js";
import "./chunk-YB7CDMYV.js";
import "./chunk-4PCK5C5Q.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-6Z3LFCW3.js";
import "./chunk-CNBXCG7F.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import {
  EXIT
} from "./chunk-UQUMJG74.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-4VTT4LPT.js";
import "./chunk-MGYMYPZR.js";
import "./chunk-7PSS6GJZ.js";
import "./chunk-5XWL5JNG.js";

// src/entry/cli/validate-command.ts
async function validateCommand(invocation) {
  const { terminal } = invocation;
  const configuration = await readWorkingConfiguration(invocation);
  const own = configuration.rules.filter((rule) => !rule.builtIn);
  const failures = await checkRules(own, invocation.assets);
  for (const problem of configuration.problems) terminal.out(`${describeProblem(problem)}
`);
  for (const failure of failures) terminal.out(`${failure}
`);
  const count = configuration.problems.length + failures.length;
  if (count > 0) {
    terminal.out(
      `
${count} ${count === 1 ? "problem" : "problems"}. A review would go on with defaults and end incomplete.
`
    );
    return EXIT.usage;
  }
  const users = configuration.reviewers.filter((reviewer) => !reviewer.builtIn).length;
  terminal.out(
    `valid: ${configuration.reviewers.length} reviewers (${users} of your own), ${configuration.rules.length} rules (${own.length} of your own), ${configuration.workflows.length} workflows
`
  );
  return EXIT.pass;
}
export {
  validateCommand
};
