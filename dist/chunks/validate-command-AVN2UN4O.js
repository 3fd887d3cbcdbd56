import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkRules
} from "./chunk-YUWQ7Q4B.js";
import {
  readWorkingConfiguration
} from "./chunk-GI3R372P.js";
import {
  describeProblem
} from "./chunk-FEFGF5EK.js";
import "./chunk-7T7GGNHM.js";
import "./chunk-3C6MUJIG.js";
import "./chunk-W3YDXAFB.js";
import "./chunk-EY4EYMRE.js";
import "./chunk-DZQPOH3I.js";
import "./chunk-7C5JEGDL.js";
import "./chunk-WLDQ3PFU.js";
import "./chunk-XAPNU37K.js";
import "./chunk-2USHSXG6.js";
import "./chunk-7WI5XF3W.js";
import "./chunk-6SXCBPIP.js";
import "./chunk-JXOFIYMO.js";
import "./chunk-FXIRLTF6.js";
import "./chunk-V7D6OPFQ.js";
import "./chunk-S74DG6D5.js";
import "./chunk-T5TJTLCH.js";
import "./chunk-EL3RS52W.js";
import "./chunk-6DFPGIZ6.js";
import {
  EXIT
} from "./chunk-UQUMJG74.js";
import "./chunk-DJ7Q6BMO.js";
import "./chunk-F64D7OP6.js";
import "./chunk-ZKMO4PZO.js";
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
