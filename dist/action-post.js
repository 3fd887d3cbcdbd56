import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ACTION_EXIT,
  getState,
  hideInLog,
  printError,
  readActionSettings,
  readRunnerFacts,
  runnerLog
} from "./chunks/chunk-67PVXHER.js";
import {
  endProgressComment,
  guardForge,
  makeGitHub,
  publishSituation
} from "./chunks/chunk-4E64EMOQ.js";
import "./chunks/chunk-K2XNTU3U.js";
import "./chunks/chunk-V7D6OPFQ.js";
import "./chunks/chunk-S74DG6D5.js";
import {
  systemClock
} from "./chunks/chunk-T5TJTLCH.js";
import "./chunks/chunk-3YK4MRSZ.js";
import "./chunks/chunk-SERL3FRN.js";
import "./chunks/chunk-EL3RS52W.js";
import "./chunks/chunk-6DFPGIZ6.js";
import "./chunks/chunk-I4OGI3IL.js";
import {
  makeSecretFilter
} from "./chunks/chunk-K3PMVC4S.js";
import "./chunks/chunk-DJ7Q6BMO.js";
import "./chunks/chunk-O55GCNFZ.js";
import "./chunks/chunk-WE4H6DUI.js";
import "./chunks/chunk-FGVUCWIV.js";
import "./chunks/chunk-MITLGRRM.js";
import "./chunks/chunk-5QZR7NEG.js";
import "./chunks/chunk-ZKMO4PZO.js";
import "./chunks/chunk-MGYMYPZR.js";
import {
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/action/finish-orphan.ts
var PATIENCE_MS = 6e4;
async function finishOrphan() {
  const sha = getState("sha");
  const [owner = "", repo = ""] = getState("repository").split("/");
  if (sha === "" || repo === "" || getState("finished") === "true") return ACTION_EXIT.done;
  try {
    const { apiUrl, serverUrl, graphqlUrl, runUrl } = readRunnerFacts();
    const { token, models, stateKey, statusContext, writeSpacingMs } = readActionSettings();
    const hide = makeSecretFilter([token, models?.apiKey ?? "", stateKey]);
    hideInLog(hide);
    const gitHub = makeGitHub({
      token,
      apiUrl,
      serverUrl,
      graphqlUrl,
      owner,
      repo,
      clock: systemClock,
      log: runnerLog,
      statusContext,
      writeSpacingMs
    });
    const forge = guardForge(gitHub, hide);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const newest = await forge.statuses.newest(sha, signal);
    if (newest?.state === "pending" && newest.targetUrl === runUrl)
      await publishSituation(forge.statuses, sha, { kind: "crashed", targetUrl: runUrl }, signal);
    const [statusId, authorId, number] = ["status-id", "author-id", "pull-number"].map(idOfState);
    if (statusId && authorId && number)
      await endProgressComment(forge.comments(number), { sha, statusId, authorId }, true, signal);
    return ACTION_EXIT.done;
  } catch (thrown) {
    printError(`What a run that broke had left behind could not be ended: ${messageOf(thrown)}`);
    return ACTION_EXIT.failed;
  }
}
function idOfState(name) {
  const text = getState(name);
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

// src/entry/action-post.ts
process.exitCode = 1;
process.exitCode = await finishOrphan();
