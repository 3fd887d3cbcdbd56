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
} from "./chunks/chunk-NYXHQHEQ.js";
import {
  guardForge,
  makeGitHub,
  publishSituation
} from "./chunks/chunk-X56K6XCZ.js";
import "./chunks/chunk-K2XNTU3U.js";
import {
  systemClock
} from "./chunks/chunk-CNBXCG7F.js";
import "./chunks/chunk-6VDPABUJ.js";
import "./chunks/chunk-EL3RS52W.js";
import "./chunks/chunk-6DFPGIZ6.js";
import {
  makeSecretFilter
} from "./chunks/chunk-K3PMVC4S.js";
import "./chunks/chunk-DJ7Q6BMO.js";
import "./chunks/chunk-W5BYXSSL.js";
import "./chunks/chunk-XTQV3QIS.js";
import "./chunks/chunk-VAHUT544.js";
import "./chunks/chunk-53WALFZ6.js";
import "./chunks/chunk-MITLGRRM.js";
import "./chunks/chunk-LNNYVAH7.js";
import "./chunks/chunk-BECPWWJU.js";
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
  if (sha === "" || repo === "") return ACTION_EXIT.done;
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
    if (newest?.state !== "pending" || newest.targetUrl !== runUrl) return ACTION_EXIT.done;
    await publishSituation(forge.statuses, sha, { kind: "crashed", targetUrl: runUrl }, signal);
    return ACTION_EXIT.done;
  } catch (thrown) {
    printError(`The status that was left pending could not be ended: ${messageOf(thrown)}`);
    return ACTION_EXIT.failed;
  }
}

// src/entry/action-post.ts
process.exitCode = 1;
process.exitCode = await finishOrphan();
