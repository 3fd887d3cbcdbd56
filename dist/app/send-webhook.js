import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  WEBHOOKS_PATH,
  checkAddress,
  githubAddress,
  makeAppHost,
  readCredentials,
  readCredentialsFile,
  readPrivateKey,
  signWebToken
} from "./chunks/chunk-YOPKSKMH.js";
import {
  makeClient,
  silentLog,
  systemClock
} from "./chunks/chunk-OLBDA26V.js";
import {
  ReviewError,
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/entry/send-webhook/run-send-webhook.ts
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

// src/entry/pull-request/pull-request-name.ts
var SHORT = /^([\w.-]{1,100})\/([\w.-]{1,100})#(\d{1,10})$/;
var PATH = /^\/([\w.-]{1,100})\/([\w.-]{1,100})\/pull\/(\d{1,10})(?:\/|$)/;
function readPullRequestName(option, text) {
  const given = text.trim();
  const url = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null;
  const match = url === null ? SHORT.exec(given) : PATH.exec(url.pathname);
  const [, owner = "", repo = "", digits = ""] = match ?? [];
  const number = Number(digits);
  const hasCredentials = url !== null && (url.username !== "" || url.password !== "");
  if (match === null || number < 1 || number > 2147483647 || !isName(owner) || !isName(repo) || hasCredentials) {
    throw new ReviewError(
      "bad-usage",
      `${option} does not take "${hasCredentials ? "(an address with credentials)" : text.slice(0, 200)}": it names no pull request.`,
      "Write owner/repository#number, such as octo/shop#7, or an address such as https://github.com/octo/shop/pull/7."
    );
  }
  return { serverUrl: url?.origin ?? null, owner, repo, number };
}
function isName(word) {
  return !/^\.{1,2}$/.test(word);
}

// src/entry/send-webhook/pull-payload.ts
async function pullPayload(payload, { clock, log }) {
  const { credentials, apiUrl } = payload;
  const { owner, repo, number } = readPullRequestName("--pull", payload.name);
  const signal = AbortSignal.timeout(3e4);
  const appId = String(credentials.appId);
  const options = { appId, privateKey: credentials.privateKey, apiUrl, clock, log, token: "" };
  const host = makeAppHost(options);
  const installation = await host.installationOfRepository(owner, repo, signal);
  if (installation === null) {
    throw new ReviewError(
      "forge-not-found",
      `The App ${appId} is not installed in ${owner}/${repo}.`,
      "Install it there: the page of the App on GitHub has the button."
    );
  }
  const token = await readingToken(options, { installationId: installation.id, repo }, signal);
  try {
    const client = makeClient({ token, apiUrl, clock, log });
    const at = { owner, repo, request: { signal } };
    const { data: repository } = await client.request("GET /repos/{owner}/{repo}", at);
    const { data: pull } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
      ...at,
      pull_number: number
    });
    return {
      action: payload.action,
      number,
      pull_request: pull,
      repository,
      installation: { id: installation.id },
      sender: pull.user
    };
  } finally {
    await host.revokeToken(token, signal);
  }
}
async function readingToken({ appId, privateKey, ...options }, { installationId, repo }, signal) {
  const key = readPrivateKey(privateKey);
  const client = makeClient({ ...options, token: () => signWebToken(appId, key, options.clock.now()) });
  const { data } = await client.request("POST /app/installations/{installation_id}/access_tokens", {
    installation_id: installationId,
    repositories: [repo],
    permissions: { pull_requests: "read", metadata: "read" },
    request: { signal }
  });
  return data.token;
}

// src/entry/send-webhook/sign-delivery.ts
import { createHmac } from "node:crypto";
function signedDelivery(options) {
  const { secret, event, payload, deliveryId, hookId = 1, appId = 1 } = options;
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const digest = (hash) => `${hash}=${createHmac(hash, secret).update(body, "utf8").digest("hex")}`;
  return {
    body,
    headers: {
      accept: "*/*",
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/fa4e0de",
      "x-github-delivery": deliveryId,
      "x-github-event": event,
      "x-github-hook-id": String(hookId),
      "x-github-hook-installation-target-id": String(appId),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature": digest("sha1"),
      "x-hub-signature-256": digest("sha256")
    }
  };
}

// src/entry/send-webhook/webhook-options.ts
import { parseArgs } from "node:util";
var USAGE = `Sends a signed webhook to the App, as GitHub does.

  npm run app:webhook -- --pull octo/shop#7            the pull request as it is now, looked up as the App
  npm run app:webhook -- --payload event.json          a payload from a file

  --url ADDRESS       default http://127.0.0.1:3000${WEBHOOKS_PATH} (PORT is obeyed)
  --secret TEXT       default WEBHOOK_SECRET, or what registering left in DATA_FOLDER
  --event NAME        default pull_request
  --action NAME       with --pull, default opened
  --delivery ID       default a new one; the same one again is what a redelivery looks like

--pull takes APP_ID, PRIVATE_KEY and GITHUB_API_URL as npm run app does.
`;
function readWebhookOptions(args, environment) {
  const values = parse(args);
  if (values.help === true) return null;
  const { payload, pull, event = "pull_request", action = "opened" } = values;
  if (payload === void 0 === (pull === void 0))
    throw usage("Give either --payload FILE or --pull OWNER/REPOSITORY#NUMBER.");
  const saved = readCredentialsFile(environment.DATA_FOLDER?.trim() || "./data");
  const secret = values.secret ?? (environment.WEBHOOK_SECRET?.trim() || saved?.webhookSecret || "");
  if (secret === "") throw usage("There is no secret to sign with: give --secret, or set WEBHOOK_SECRET.");
  const url = checkAddress(
    "--url",
    values.url ?? `http://127.0.0.1:${environment.PORT?.trim() || 3e3}${WEBHOOKS_PATH}`
  );
  const common = { url, secret, event, deliveryId: values.delivery ?? null };
  if (payload !== void 0) return { ...common, what: { kind: "file", path: payload } };
  const credentials = readCredentials({ ...environment, WEBHOOK_SECRET: secret }, saved);
  if (credentials === null)
    throw usage("--pull asks GitHub as the App: set APP_ID and PRIVATE_KEY as for npm run app.");
  const { apiUrl } = githubAddress(null, environment);
  return { ...common, what: { kind: "pull", name: pull ?? "", action, credentials, apiUrl } };
}
function parse(args) {
  const text = { type: "string" };
  const options = {
    url: text,
    secret: text,
    event: text,
    action: text,
    delivery: text,
    payload: text,
    pull: text,
    help: { type: "boolean", short: "h" }
  };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (thrown) {
    throw usage(messageOf(thrown));
  }
}
function usage(what) {
  return new ReviewError("bad-usage", what, "npm run app:webhook -- --help shows all options.");
}

// src/entry/send-webhook/run-send-webhook.ts
var EXIT = { taken: 0, refused: 1, badInput: 3 };
async function runSendWebhook({ args, environment, out, error }) {
  try {
    const options = readWebhookOptions(args, environment);
    if (options === null) {
      out(USAGE);
      return EXIT.taken;
    }
    const body = await payloadOf(options);
    const deliveryId = options.deliveryId ?? randomUUID();
    const { secret, event, url } = options;
    const sent = signedDelivery({ secret, event, payload: body, deliveryId });
    const { status, text } = await post(url, sent);
    out(`${event} ${deliveryId} \u2192 ${url}: ${status} ${text.trim().slice(0, 300)}
`);
    if (status === 202) return EXIT.taken;
    error(`${ADVICE[status] ?? "The log of the App says why."}
`);
    return EXIT.refused;
  } catch (thrown) {
    const isOurs = thrown instanceof ReviewError;
    error(`${isOurs ? `${thrown.message} ${thrown.remedy}` : `Nothing was sent: ${messageOf(thrown)}`}
`);
    return isOurs && thrown.code === "bad-usage" ? EXIT.badInput : EXIT.refused;
  }
}
var ADVICE = {
  401: "Sign with the secret that the App was started with: --secret or WEBHOOK_SECRET.",
  404: "Nothing takes webhooks at that address: check --url."
};
async function payloadOf({ what }) {
  if (what.kind === "pull")
    return JSON.stringify(await pullPayload(what, { clock: systemClock, log: silentLog }));
  let text;
  try {
    text = await readFile(what.path, "utf8");
  } catch (cause) {
    throw new ReviewError("bad-usage", `"${what.path}" cannot be read.`, "Give --payload a file with JSON.", {
      cause
    });
  }
  try {
    JSON.parse(text);
    return text;
  } catch (thrown) {
    throw new ReviewError(
      "bad-usage",
      `"${what.path}" is no JSON: ${messageOf(thrown)}.`,
      "Give --payload what GitHub sends as the body of an event."
    );
  }
}
async function post(url, { headers, body }) {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(15e3)
    });
    return { status: answer.status, text: await answer.text() };
  } catch (cause) {
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : messageOf(cause);
    throw new ReviewError(
      "timed-out",
      `No answer from ${url}: ${why}.`,
      "Start the App with npm run app, or give its address with --url.",
      { cause }
    );
  }
}

// src/entry/send-webhook.ts
process.exitCode = 1;
process.exitCode = await runSendWebhook({
  args: process.argv.slice(2),
  environment: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text)
});
