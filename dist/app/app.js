import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_MARKER,
  WAITS_BY_CHOICE,
  certaintyOf,
  checkModelOrder,
  codeFrame,
  convergenceWords,
  cutLine,
  cutPath,
  cutText,
  decodeContent,
  dismissalWords,
  endProgressComment,
  escalationText,
  escapeMarkdownLine,
  factsOf,
  firstOwnLine,
  flattenText,
  formatCount,
  formatDollars,
  formatDuration,
  formatNumber,
  formatTokens,
  groupFindings,
  headlineOf,
  headlineText,
  ignored,
  loadBuiltIns,
  locationOf,
  makeGitHub,
  makeSecretFilter,
  parseCommand,
  placeOf,
  publishSituation,
  renderMarkdown,
  revealHiddenText,
  showCodeLine,
  storedRequest,
  suggestionLines,
  suppressionReasons,
  unreadable,
  warningsOf
} from "./chunks/chunk-POGXO4O2.js";
import "./chunks/chunk-RZBZCNZM.js";
import {
  digestOf
} from "./chunks/chunk-I4OGI3IL.js";
import {
  SIGN_IN_PATH,
  WEBHOOKS_PATH,
  anyFields,
  anything,
  checkAddress,
  checkCredentials,
  credentialsPath,
  databaseUrl,
  flag,
  githubAddress,
  integer,
  listOf,
  makeAppHost,
  object,
  oneOf,
  orMissing,
  orNull,
  readCredentials,
  readCredentialsFile,
  safely,
  sha,
  text,
  textOf,
  toInstallation,
  writeCredentialsFile
} from "./chunks/chunk-YOPKSKMH.js";
import {
  isRecord,
  lookBeforeResend,
  makeClient,
  recordOf,
  systemClock,
  systemRandom
} from "./chunks/chunk-OLBDA26V.js";
import "./chunks/chunk-MGYMYPZR.js";
import {
  require_dist
} from "./chunks/chunk-CHQMRRTL.js";
import {
  didYouMean
} from "./chunks/chunk-DJ7Q6BMO.js";
import {
  AGENT_OUTCOMES,
  SEVERITIES,
  countFiles
} from "./chunks/chunk-N5GIG4EE.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunks/chunk-7PSS6GJZ.js";
import {
  __toESM
} from "./chunks/chunk-5XWL5JNG.js";

// src/entry/app/app-settings.ts
import { resolve } from "node:path";

// src/entry/given-values.ts
function oneOf2(where, value, allowed) {
  const found = allowed.find((word) => word === value);
  if (found !== void 0) return found;
  const remedy = `It takes ${allowed.join(", ")}.${didYouMean(value, allowed)}`;
  throw new ReviewError("bad-usage", `${where} does not take "${value}".`, remedy);
}
function wholeNumber(where, text2, least, most) {
  const value = Number(text2);
  if (/^\d{1,9}$/.test(text2) && value >= least && value <= most) return value;
  const remedy = `It takes a whole number from ${least} to ${most}.`;
  throw new ReviewError("bad-usage", `${where} does not take "${text2}".`, remedy);
}

// src/entry/app/app-settings.ts
var ROLES = ["all", "web", "worker"];
var LOG_LEVELS = ["debug", "info", "warn", "silent"];
var MOST_DEADLINE_SECONDS = 3300;
function readAppSettings(args, environment) {
  const set = (name) => environment[name]?.trim() ?? "";
  const number = (name, least, most, otherwise) => set(name) === "" ? otherwise : wholeNumber(name, set(name), least, most);
  const role = roleOf(args);
  const dataFolder = resolve(set("DATA_FOLDER") || "./data");
  const url = databaseUrl(set("DATABASE_URL"));
  if (url === null && role !== "all") {
    throw new ReviewError(
      "bad-usage",
      `--role ${role} needs a database that several processes can open, and DATABASE_URL is not set.`,
      "Set DATABASE_URL to a PostgreSQL server, or leave --role out to run everything in one process."
    );
  }
  const saved = readCredentialsFile(dataFolder);
  const publicUrl = set("PUBLIC_URL") || (saved?.publicUrl ?? "");
  const credentials = readCredentials(environment, saved);
  if (credentials === null && role !== "all") {
    throw new ReviewError(
      "bad-usage",
      `--role ${role} needs a registered App, and neither APP_ID, PRIVATE_KEY nor WEBHOOK_SECRET is set.`,
      "Set them, or run npm run app once without --role to register the App."
    );
  }
  const { apiUrl, serverUrl, graphqlUrl } = githubAddress(null, environment);
  return {
    role,
    credentials,
    database: url === null ? { folder: dataFolder } : { url },
    dataFolder,
    host: set("HOST") || "127.0.0.1",
    port: number("PORT", 0, 65535, 3e3),
    publicUrl: publicUrl === "" ? null : checkAddress("PUBLIC_URL", publicUrl),
    apiUrl: checkAddress("GITHUB_API_URL", apiUrl),
    serverUrl: checkAddress("GITHUB_SERVER_URL", serverUrl),
    graphqlUrl: checkAddress("GITHUB_GRAPHQL_URL", graphqlUrl),
    remoteSetUp: oneOf2("ALLOW_REMOTE_SETUP", set("ALLOW_REMOTE_SETUP") || "false", ["true", "false"]) === "true",
    models: modelsOf(set),
    reviewConcurrency: number("REVIEW_CONCURRENCY", 1, 64, 2),
    writeSpacingMs: number("WRITE_SPACING_MS", 0, 6e4, 1e3),
    statusContext: set("STATUS_CONTEXT") || "multi-agent-review",
    deadlineSeconds: number("DEADLINE_SECONDS", 1, MOST_DEADLINE_SECONDS, 300),
    retentionDays: number("RETENTION_DAYS", 1, 3650, 90),
    monthlyBudgetUsd: set("MONTHLY_BUDGET_USD") === "" ? null : number("MONTHLY_BUDGET_USD", 0, 1e6, 0),
    metricsToken: metricsTokenOf(set("METRICS_TOKEN")),
    logLevel: oneOf2("LOG_LEVEL", set("LOG_LEVEL") || "info", LOG_LEVELS),
    stopSeconds: number("STOP_SECONDS", 0, 3600, 25)
  };
}
function secretsOf({ credentials, models, database, metricsToken }) {
  return [
    credentials?.privateKey ?? "",
    credentials?.webhookSecret ?? "",
    credentials?.clientSecret ?? "",
    models?.apiKey ?? "",
    metricsToken ?? "",
    ..."url" in database ? passwordsOf(database.url) : []
  ].filter((secret) => secret !== "");
}
var SHORTEST_TOKEN = 16;
function metricsTokenOf(token) {
  if (token === "") return null;
  if (token.length >= SHORTEST_TOKEN) return token;
  throw new ReviewError(
    "bad-usage",
    `METRICS_TOKEN has ${token.length} characters, and at least ${SHORTEST_TOKEN} are needed to make it hard to guess.`,
    "Set it to a random text, such as the output of: openssl rand -hex 32"
  );
}
function passwordsOf(url) {
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
function roleOf(args) {
  const [flag2, value, ...rest] = args.flatMap((arg) => {
    const [, joined2] = /^--role=(.*)$/.exec(arg) ?? [];
    return joined2 === void 0 ? [arg] : ["--role", joined2];
  });
  if (flag2 === void 0) return "all";
  if (flag2 !== "--role" || rest.length > 0) {
    throw new ReviewError(
      "bad-usage",
      `The App does not know "${flag2 === "--role" ? rest.join(" ") : flag2}".`,
      `It takes --role ${ROLES.join("|")}; everything else stands in the environment (docs/app.md).`
    );
  }
  return oneOf2("--role", value ?? "", ROLES);
}
function modelsOf(set) {
  const apiKey = set("ANTHROPIC_API_KEY");
  if (apiKey === "") return null;
  return checkModelOrder({
    apiKey,
    baseUrl: set("ANTHROPIC_BASE_URL"),
    profile: oneOf2("MODEL_PROFILE", set("MODEL_PROFILE") || "anthropic", ["anthropic", "compat"]),
    models: { fast: set("MODEL_FAST"), balanced: set("MODEL_BALANCED"), strong: set("MODEL_STRONG") },
    prices: set("PRICES")
  });
}

// src/entry/app/exit.ts
var APP_EXIT = { stopped: 0, failed: 1, badInput: 3 };

// src/entry/app/json-log.ts
var RANK = { debug: 0, info: 1, warn: 2, silent: 3 };
var MOST_CHARACTERS = 8e3;
function makeJsonLog({ level, now, hide, write }) {
  const at = (line2) => {
    if (RANK[line2] < RANK[level]) return () => void 0;
    return (message, fields) => {
      const entry = { time: new Date(now()).toISOString(), level: line2, message, ...fields };
      const text2 = JSON.stringify(entry);
      const whole = text2.length <= MOST_CHARACTERS ? text2 : JSON.stringify({ ...entry, message: `${message.slice(0, 2e3)} \u2026`, ...cut(fields) });
      write(`${hide(whole)}
`);
    };
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn") };
}
function cut(fields) {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]) => [name, String(JSON.stringify(value)).slice(0, 500)])
  );
}

// src/entry/app/set-up/run-set-up.ts
import { readFileSync } from "node:fs";

// src/entry/app/serve.ts
import { createServer } from "node:http";
var LIMITS = { headersMs: 1e4, requestMs: 3e4, checkMs: 2e3 };
var KEEP_ALIVE_MS = 65e3;
var MOST_CONNECTIONS = 2e3;
var MOST_HEADER_BYTES = 16384;
var HEADERS = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store"
};
async function serve(options) {
  const { host, port, clock, limits = LIMITS } = options;
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MOST_HEADER_BYTES
    },
    (request, response) => void answer(request, response, options)
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, host, port);
  return { url: addressOf(server, host), stop: (graceMs) => stop(server, graceMs, clock) };
}
async function answer(request, response, { handlers, isSecure, log }) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (isSecure) response.setHeader("strict-transport-security", "max-age=31536000");
  if (!/^\/(?!\/)/.test(request.url ?? "")) return say(response, 400, "The address is none of this service.");
  try {
    for (const handler of handlers) if (await handler(request, response)) return;
    say(response, 404, "Not found.");
  } catch (thrown) {
    log.warn(`A request could not be answered: ${messageOf(thrown)}`);
    if (response.headersSent) response.destroy();
    else say(response, 500, "The service failed. Its log says why.");
  }
}
function say(response, status, text2) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text2}
`);
}
function listen(server, host, port) {
  return new Promise((resolve3, reject) => {
    server.once(
      "error",
      (cause) => reject(
        new ReviewError(
          "bad-usage",
          `The App cannot listen on ${host}, port ${port}: ${messageOf(cause)}.`,
          "Stop what uses that port, or set HOST and PORT to others.",
          { cause }
        )
      )
    );
    server.listen(port, host, () => resolve3());
  });
}
function addressOf(server, host) {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
async function stop(server, graceMs, clock) {
  await new Promise((resolve3) => {
    const cancel = clock.after(graceMs, () => server.closeAllConnections());
    server.close(() => {
      cancel();
      resolve3();
    });
    server.closeIdleConnections();
  });
}

// src/entry/app/set-up/exchange-code.ts
var conversion = safely(
  object({
    id: integer(1),
    pem: text,
    webhook_secret: text,
    client_id: text,
    client_secret: text,
    html_url: text
  })
);
async function exchangeCode(code2, { apiUrl, clock, log }) {
  const client = makeClient({ token: "", apiUrl, clock, log, patienceMs: 2e4 });
  const { data } = await client.request("POST /app-manifests/{code}/conversions", { code: code2 });
  const parsed = conversion.safeParse(data);
  if (!parsed.success) {
    throw new ReviewError(
      "forge-refused",
      "GitHub answered without the credentials of the App.",
      "Delete the App on GitHub and register it again."
    );
  }
  const { id, pem, webhook_secret, client_id, client_secret, html_url } = parsed.data;
  return {
    credentials: {
      appId: String(id),
      privateKey: pem,
      webhookSecret: webhook_secret,
      clientId: client_id,
      clientSecret: client_secret
    },
    pageUrl: html_url
  };
}

// src/entry/app/set-up/make-manifest.ts
var import_yaml = __toESM(require_dist(), 1);
function makeManifest({
  text: text2,
  publicUrl,
  redirectUrl,
  webhooksPath,
  signInPath
}) {
  const given = (0, import_yaml.parse)(text2);
  return {
    ...given,
    url: publicUrl,
    hook_attributes: { url: publicUrl + webhooksPath, active: true },
    redirect_url: redirectUrl,
    callback_urls: [publicUrl + signInPath]
  };
}

// src/entry/app/set-up/set-up-routes.ts
import { createHash as createHash3, timingSafeEqual } from "node:crypto";

// src/entry/app/set-up/set-up-page.ts
import { createHash as createHash2 } from "node:crypto";

// src/render/escape-html.ts
function escapeHtml(text2) {
  return entities(revealHiddenText(text2.replace(/\r\n?/g, "\n")));
}
function escapeHtmlLine(text2) {
  return entities(flattenText(text2));
}
function escapeHtmlProse(text2) {
  return escapeHtml(text2).replace(/`([^`\n]+)`/g, "<code>$1</code>");
}
function entities(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

// src/service/dashboard/html.ts
var Html = class {
  text;
  constructor(text2) {
    this.text = text2;
  }
};
function html(strings, ...parts) {
  const filled = strings.map((fixed, index) => fixed + (index < parts.length ? markupOf(parts[index]) : ""));
  return new Html(filled.join(""));
}
function ready(text2) {
  return new Html(text2);
}
function markupOf(part2) {
  if (part2 === null || part2 === void 0) return "";
  if (part2 instanceof Html) return part2.text;
  if (typeof part2 === "string") return escapeHtml(part2);
  if (typeof part2 === "number") return String(part2);
  return part2.map(markupOf).join("");
}

// src/service/dashboard/pages/frame.ts
import { createHash } from "node:crypto";

// src/service/dashboard/script.ts
var SCRIPT = `'use strict';
const root = document.querySelector('[data-events]');
if (root !== null) {
  const source = new EventSource(root.getAttribute('data-events'));
  const say = (text) => {
    const note = document.querySelector('[data-live]');
    if (note !== null && note.textContent !== text) note.textContent = text;
  };
  const put = ({ id, markup }) => {
    const old = document.getElementById(id);
    const fresh = new DOMParser().parseFromString(markup, 'text/html').getElementById(id);
    if (old === null || fresh === null) return;
    const held = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    old.replaceWith(document.adoptNode(fresh));
    if (held === null) return;
    for (const link of fresh.querySelectorAll('a[href]')) {
      if (link.getAttribute('href') === held) return link.focus({ preventScroll: true });
    }
  };
  source.addEventListener('open', () => say('live'));
  source.addEventListener('error', () => say('connection lost, trying again'));
  source.addEventListener('parts', (event) => JSON.parse(event.data).forEach(put));
  source.addEventListener('reload', () => { source.close(); location.reload(); });
}
`;

// src/render/html-style.ts
var HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #ffffff; --sunken: #f6f7f9; --line: #d9dde3; --text: #1b1f26; --muted: #555e6b;
  --critical: #b00f35; --high: #ad4104; --medium: #7d5a00; --low: #0a5c9e; --info: #555e6b;
  --pass: #1a7040; --fail: #b00f35; --incomplete: #7d5a00; --skipped: #555e6b; --link: #0a5c9e;
  --added: #1a7040; --removed: #b00f35; --shadow: 0 1px 2px rgb(20 25 35 / .06), 0 4px 16px rgb(20 25 35 / .05);
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1015; --card: #151a21; --sunken: #10141a; --line: #2a313b; --text: #e4e9f0; --muted: #9ba6b4;
    --critical: #ff8296; --high: #ffa56b; --medium: #e5bb57; --low: #74b8ff; --info: #9ba6b4;
    --pass: #5ccb87; --fail: #ff8296; --incomplete: #e5bb57; --skipped: #9ba6b4; --link: #74b8ff;
    --added: #5ccb87; --removed: #ff8296; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page { max-width: 1060px; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
h1, h2, h3, h4, p, ol, ul, dl, dd, pre { margin: 0; }
h1 { font-size: clamp(1.35rem, 1.1rem + 1.1vw, 1.8rem); line-height: 1.22; letter-spacing: -.02em; text-wrap: pretty; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; letter-spacing: -.01em; margin: 2.75rem 0 .9rem; }
h2 small { font-weight: 400; color: var(--muted); font-size: .9rem; margin-left: .4rem; letter-spacing: 0; }
h3 { font-size: 1.06rem; line-height: 1.35; letter-spacing: -.005em; }
h4 { font-size: .86rem; font-weight: 600; color: var(--muted); line-height: 1.8; }
.part { display: grid; grid-template-columns: 8.6rem minmax(0, 1fr); gap: 0 1rem; padding: .28rem 0; align-items: baseline; }
.part .frame { margin: .2rem 0 .3rem; }
a { color: var(--link); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre, .path { font-family: var(--mono); font-size: .86em; }
p code, li code, dd code, td code, .meta code { background: var(--sunken); border: 1px solid var(--line); border-radius: 5px; padding: .06em .34em; overflow-wrap: anywhere; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .8rem; }
.verdict { background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow);
  padding: 1.6rem 1.75rem 1.5rem; border-top: 5px solid var(--tone); }
.kicker { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; color: var(--muted); font-size: .88rem; margin-bottom: .8rem; }
.kicker b { color: var(--text); font-weight: 650; }
.chip { border: 1px solid color-mix(in srgb, var(--tone, var(--muted)) 45%, transparent); color: var(--tone, var(--muted)); border-radius: 999px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; }
.verdict h1 { color: var(--tone); }
.aside { margin-top: .3rem; font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere; }
.compared { margin-top: .75rem; color: var(--muted); }
.compared code { color: var(--text); overflow-wrap: anywhere; }
.facts { list-style: none; padding: 0; margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; color: var(--muted); font-size: .93rem; }
.warning { margin-top: 1rem; padding: .65rem .9rem; border-radius: 8px; background: color-mix(in srgb, var(--incomplete) 12%, var(--card)); color: var(--text); border: 1px solid color-mix(in srgb, var(--incomplete) 35%, transparent); }
.gate { margin-top: 1rem; padding-top: .9rem; border-top: 1px solid var(--line); font-weight: 600; font-size: .95rem; }
.tone-pass { --tone: var(--pass); } .tone-fail { --tone: var(--fail); }
.tone-incomplete { --tone: var(--incomplete); } .tone-skipped { --tone: var(--skipped); }
.s-critical { --tone: var(--critical); } .s-high { --tone: var(--high); } .s-medium { --tone: var(--medium); }
.s-low { --tone: var(--low); } .s-info { --tone: var(--info); }
.tiles { border: 0; padding: 0; margin: 1.1rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .75rem; }
.tiles legend { padding: 0; margin-bottom: .5rem; font-size: .88rem; color: var(--muted); }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .8rem 1rem .7rem;
  display: grid; grid-template-columns: 1fr auto; align-items: start; cursor: pointer; }
.tile b { font-size: 1.75rem; line-height: 1.1; font-variant-numeric: tabular-nums; color: var(--tone); }
.tile span { grid-column: 1 / -1; color: var(--muted); font-size: .88rem; text-transform: capitalize; }
.tile input { margin: .25rem 0 0; width: 1rem; height: 1rem; accent-color: var(--tone); cursor: pointer; }
.tile.none { cursor: default; box-shadow: none; background: transparent; } .tile.none b { color: var(--muted); font-weight: 500; }
.finding { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); margin-bottom: 1rem; overflow: hidden; border-left: 4px solid var(--tone); }
.finding > header { padding: 1rem 1.25rem .2rem; }
.finding .top { display: flex; gap: .7rem; align-items: baseline; }
.finding .top h3 { flex: 1; overflow-wrap: anywhere; }
.badge { flex: none; background: color-mix(in srgb, var(--tone) 13%, var(--card)); color: var(--tone); border-radius: 6px; padding: .1rem .5rem; font-size: .76rem; font-weight: 700; letter-spacing: .03em; text-transform: uppercase; }
.meta { color: var(--muted); font-size: .89rem; margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .15rem .9rem; }
.meta .path { color: var(--text); font-weight: 600; font-size: .95em; overflow-wrap: anywhere; }
.body { padding: .3rem 1.25rem 1.1rem; }
.prose { white-space: pre-line; overflow-wrap: anywhere; max-width: 76ch; }
.frame { background: var(--sunken); border: 1px solid var(--line); border-radius: 9px; overflow-x: auto; padding: .55rem 0; margin: .75rem 0 .9rem; line-height: 1.55; font-size: .84rem; }
.frame code { display: block; width: max-content; min-width: 100%; font-size: inherit; }
.frame .row { display: flex; padding-right: 1rem; white-space: pre; tab-size: 4; }
.frame .no { flex: none; width: 4.2em; padding-right: 1.1em; text-align: right; color: var(--muted); user-select: none; border-left: 3px solid transparent; }
.frame .marked { background: color-mix(in srgb, var(--tone) 11%, transparent); }
.frame .marked .no { color: var(--tone); font-weight: 700; border-left-color: var(--tone); }
.frame .added { background: color-mix(in srgb, var(--added) 12%, transparent); padding-left: 1rem; }
.frame .removed { background: color-mix(in srgb, var(--removed) 10%, transparent); padding-left: 1rem; }
details > summary { cursor: pointer; }
.finding details { border-top: 1px solid var(--line); }
.finding details > summary { padding: .6rem 1.25rem; font-size: .9rem; font-weight: 600; color: var(--muted); }
.finding details > summary:hover { color: var(--text); }
.finding details > .body { padding-top: 0; }
.proof { padding-left: 1.35rem; } .proof li { margin: .2rem 0; overflow-wrap: anywhere; }
.fold { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin-bottom: .8rem; }
.fold > summary { padding: .8rem 1.1rem; font-weight: 600; }
.fold > .inside { padding: .2rem 1.1rem 1rem; }
.fold .finding { box-shadow: none; }
.rows { list-style: none; padding: 0; } .rows li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.rows li:first-child { border-top: 0; } .rows .reason { color: var(--muted); }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .45rem 1.1rem; }
.panel.alert { border-color: color-mix(in srgb, var(--incomplete) 50%, var(--line)); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: .82rem; white-space: nowrap; }
th, td { padding: .55rem .7rem .55rem 0; border-top: 1px solid var(--line); vertical-align: baseline; }
thead th { border-top: 0; } tbody th { color: var(--text); font-size: .93rem; }
td { overflow-wrap: anywhere; } td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .7rem; }
td.time { width: 27%; min-width: 9rem; }
.bar { display: flex; align-items: center; gap: .6rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar i { display: block; height: .5rem; border-radius: 99px; min-width: 3px; background: var(--low); width: calc(var(--share) * (100% - 4.6rem)); }
.bar .tone-incomplete { background: var(--incomplete); }
.engine { color: var(--muted); } .bad { color: var(--incomplete); font-weight: 600; }
.cover { display: flex; height: .6rem; border-radius: 99px; overflow: hidden; background: var(--line); margin: .2rem 0 .7rem; }
.cover i { display: block; flex: var(--share) 0 0; }
.cover .reviewed { background: var(--pass); } .cover .excluded { background: var(--muted); opacity: .55; } .cover .missing { background: var(--incomplete); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; color: var(--muted); font-size: .93rem; list-style: none; padding: 0; margin-bottom: 1rem; }
.legend b { color: var(--text); font-variant-numeric: tabular-nums; }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 1.4rem 1.25rem; color: var(--muted); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .86rem; overflow-wrap: anywhere; }
@media (max-width: 640px) { .page { padding-top: 1.2rem; } .verdict { padding: 1.2rem; } .finding .top { flex-direction: column; gap: .4rem; } .part { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
  .agents thead { display: none; } .agents, .agents tbody { display: block; } .agents tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .55rem 0; border-top: 1px solid var(--line); } .agents tr:first-child { border-top: 0; }
  .agents th, .agents td, .agents td.time { display: block; width: auto; min-width: 0; padding: 0; border: 0; white-space: normal; } .agents .engine { text-align: right; } .agents .number { grid-column: 1 / -1; display: flex; justify-content: space-between; color: var(--muted); } .agents .number::before { content: attr(data-label); } .agents .bar { justify-content: flex-end; } .agents .bar i { display: none; }
}
@media print {
  :root { --page: #fff; --shadow: none; } body { font-size: 11pt; } .page { padding: 0; max-width: none; } .tile input, .skip { display: none; }
  .finding { break-inside: avoid; } .frame { overflow: visible; } .frame .row { white-space: pre-wrap; } details::details-content { content-visibility: visible; height: auto; }
}
`;
var HTML_FILTERS = ["critical", "high", "medium", "low", "info"].map((severity) => `body:has(#show-${severity}:not(:checked)) .finding.s-${severity} { display: none; }`).join("\n");

// src/service/dashboard/style.ts
var STYLE = `${HTML_STYLE}
${HTML_FILTERS}
:root { --running: #2f5fd0; --edge: #858d99; }
@media (prefers-color-scheme: dark) { :root { --running: #8fb2ff; --edge: #69727f; } }
.tone-running { --tone: var(--running); }
html { scroll-padding-top: 5rem; }
.bar { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; align-items: center; min-height: 3.9rem; padding: .6rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 2; }
.brand { display: flex; gap: .55rem; align-items: center; color: var(--text); text-decoration: none; letter-spacing: -.01em; }
.brand svg g { stroke: var(--muted); } .brand .l2 { stroke: var(--running); } .brand .l4 { stroke: var(--pass); }
.bar nav { display: flex; gap: .2rem; flex: 1; }
.bar nav a { color: var(--muted); text-decoration: none; padding: .3rem .7rem; border-radius: 8px; }
.bar nav a:hover { color: var(--text); background: var(--sunken); }
.bar nav a[aria-current] { color: var(--text); background: var(--page); font-weight: 600; }
.person { display: flex; gap: .6rem; align-items: center; color: var(--muted); font-size: .9rem; margin: 0; }
.skip { z-index: 3; } .skip:focus { border-radius: 8px; border: 1px solid var(--edge); }
main.page { display: block; max-width: 1180px; padding-top: 1.8rem; } main:focus { outline: none; }
main > h1, main [data-events] > h1 { margin-bottom: 1rem; } h1 small { font-weight: 400; font-size: .95rem; color: var(--muted); letter-spacing: 0; }
h1 + section h2 { margin-top: 0; } h2 { margin-top: 2.2rem; }
button, .button { font: inherit; font-size: .92rem; font-weight: 600; color: var(--card); background: var(--text); border: 1px solid var(--text); border-radius: 9px; padding: .42rem .95rem; cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { opacity: .88; }
button.plain, .button.plain { color: var(--text); background: transparent; border-color: var(--edge); font-weight: 500; }
.muted { color: var(--muted); } p.muted { margin-top: .8rem; font-size: .9rem; }
.title { font-weight: 600; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
.where { display: block; color: var(--muted); font-size: .86rem; font-weight: 400; overflow-wrap: anywhere; }
.where code { background: var(--sunken); border: 1px solid var(--line); border-radius: 5px; padding: .06em .34em; }
.note, .where.note { color: var(--incomplete); }
.state { display: inline-flex; gap: .45em; align-items: center; color: var(--tone); font-weight: 600; font-size: .88rem; white-space: nowrap; }
.state i { font-style: normal; width: 1.35em; height: 1.35em; line-height: 1.35em; text-align: center; font-size: .78em; border-radius: 50%; background: color-mix(in srgb, var(--tone) 16%, transparent); flex: none; }
.state i:empty { width: .65em; height: .65em; background: var(--tone); }
.counts { display: inline-flex; flex-wrap: wrap; gap: .25rem .4rem; }
.count { color: var(--tone); background: color-mix(in srgb, var(--tone) 11%, transparent); border-radius: 6px; padding: 0 .42rem; font-size: .8rem; white-space: nowrap; }
.data .counts { min-width: 13.5rem; }
.pages { display: flex; gap: .7rem; margin-top: 1rem; }
.data th, .data td { padding-right: 0; padding-left: 1.1rem; vertical-align: middle; } .data th:first-child { padding-left: 0; }
.data tbody th { white-space: normal; overflow-wrap: anywhere; min-width: 11rem; } .data .wide { max-width: 19rem; } .data .none { color: var(--muted); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .9rem 1.1rem; min-width: 0; }
.card header { display: flex; justify-content: space-between; gap: 1rem; font-size: .88rem; margin-bottom: .35rem; }
.card h3 { font-size: 1rem; }
.mini { list-style: none; padding: 0; margin-top: .7rem; display: grid; grid-template-columns: 1fr 1fr; gap: .4rem 1.1rem; font-size: .82rem; color: var(--muted); }
.mini li { min-width: 0; } .mini span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
progress { appearance: none; width: 100%; height: .42rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--line); display: block; }
progress::-webkit-progress-bar { background: var(--line); } progress::-webkit-progress-value { background: var(--tone, var(--running)); border-radius: 99px; transition: width .3s; } progress::-moz-progress-bar { background: var(--tone, var(--running)); }
.board { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: .9rem; }
.board li { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 12px; box-shadow: var(--shadow); padding: .8rem 1rem; min-width: 0; }
.board header { display: flex; justify-content: space-between; gap: .6rem; margin-bottom: .5rem; } .board b { overflow-wrap: anywhere; min-width: 0; } .board p { margin-top: .45rem; font-size: .9rem; overflow-wrap: anywhere; }
.filters, .filters form { display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: center; } .filters { margin: 0 0 .9rem; } .filters form { flex: 1; }
.choices { display: flex; flex-wrap: wrap; background: var(--card); border: 1px solid var(--edge); border-radius: 9px; overflow: hidden; }
.choices a { font-size: .92rem; line-height: 1.55; padding: .38rem .85rem; color: var(--muted); text-decoration: none; } .choices a:hover { color: var(--text); } .choices a[aria-current] { background: var(--text); color: var(--card); font-weight: 600; } .choices a:focus-visible { outline-offset: -3px; } .choices a[aria-current]:focus-visible { outline-color: var(--card); }
input[type=search], input[type=url], input[type=text], select { font: inherit; font-size: .92rem; color: var(--text); background: var(--card); border: 1px solid var(--edge); border-radius: 9px; padding: .38rem .7rem; max-width: 100%; } .filters input[type=search] { flex: 1; min-width: 11rem; } ::placeholder { color: var(--muted); opacity: 1; }
.jumps { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin: 1rem 0 0; font-size: .93rem; }
.timeline th, .timeline td { border-top: 0; padding: .22rem 0 .22rem 1rem; vertical-align: middle; } .timeline th:first-child { padding-left: 0; width: 20%; overflow-wrap: anywhere; } .timeline tbody th { white-space: normal; } .timeline .lane { width: 58%; } .ends { display: flex; justify-content: space-between; }
.timeline .lane svg { display: block; width: 100%; height: 1rem; background: repeating-linear-gradient(90deg, transparent 0 calc(25% - 1px), var(--line) calc(25% - 1px) 25%); border-radius: 4px; }
.timeline rect.beside { fill: color-mix(in srgb, var(--low) 55%, var(--card)); } .timeline rect.critical { fill: var(--high); } i.critical { display: inline-block; width: .7em; height: .7em; border-radius: 3px; background: var(--high); margin-right: .4em; }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 2rem; border-top: 1px solid var(--line); margin-top: .4rem; padding: .7rem 0 .5rem; } .figures dt { color: var(--muted); font-size: .82rem; } .figures dd { font-weight: 600; overflow-wrap: anywhere; }
.figure-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .9rem; } .figure { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .85rem 1.1rem; display: flex; flex-direction: column; min-width: 0; }
.figure dt { color: var(--muted); font-size: .86rem; } .figure dd { flex: 1; display: flex; flex-direction: column; } .figure dd b { font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -.02em; } .figure dd span { color: var(--muted); font-size: .84rem; }
.trend { display: block; width: 100%; height: 1.6rem; margin-top: auto; padding-top: .5rem; box-sizing: content-box; } .trend path { fill: color-mix(in srgb, var(--low) 60%, var(--card)); }
.chart { margin: 0 0 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .7rem 1.1rem .6rem; } .chart svg { display: block; width: 100%; height: 9rem; border: 1px solid var(--line); border-width: 1px 0; }
.scale { color: var(--muted); font-size: .82rem; margin-bottom: .2rem; } .chart .fill { fill: var(--tone); } .chart .hover { fill: transparent; } .chart g:hover .hover { fill: color-mix(in srgb, var(--muted) 14%, transparent); }
.chart figcaption { display: flex; justify-content: space-between; flex-wrap: wrap; gap: .3rem 1rem; color: var(--muted); font-size: .82rem; margin-top: .5rem; } .keys { display: flex; gap: .2rem .9rem; flex-wrap: wrap; } .key i { display: inline-block; width: .7em; height: .7em; border-radius: 3px; background: var(--tone); margin-right: .35em; }
.fold .panel { border: 0; box-shadow: none; padding: 0; }
.findings { margin-top: 1rem; }
.share { display: inline-grid; justify-items: end; gap: .1rem; } .share progress { width: 3.2rem; height: .3rem; --tone: var(--low); }
.verdict form { margin-top: 1rem; } .verdict h1 { color: var(--text); } .verdict .aside { color: var(--tone); margin-top: .4rem; } .verdict .warning { margin: .8rem 0 .5rem; overflow-wrap: anywhere; } .kicker { gap: .4rem .9rem; } .kicker a { font-weight: 600; overflow-wrap: anywhere; min-width: 0; }
.door { max-width: 34rem; margin: 12vh auto 0; background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); padding: 2rem 2.1rem; overflow-wrap: anywhere; } .door p { margin-top: .9rem; } .door .button { padding: .6rem 1.2rem; }
@media (max-width: 760px) {
  html { scroll-padding-top: 1rem; } .bar { padding: .6rem 1rem; position: static; } .bar nav { order: 3; flex-basis: 100%; margin: 0 -.55rem; } .bar nav a { padding: .35rem .55rem; } .person { margin-left: auto; } .person span { display: none; } .bar .brand { flex: 1; } .door { margin-top: 1rem; padding: 1.4rem; } .page { padding-left: 1rem; padding-right: 1rem; } .panel { padding-left: .9rem; padding-right: .9rem; } .choices { flex: 1 1 100%; } .choices a { flex: 1; text-align: center; padding: .38rem .4rem; }
  .data thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .data, .data tbody { display: block; }
  .chart figcaption .keys { order: 3; flex-basis: 100%; }
  .data .share progress { display: none; }
  .data tr { display: grid; grid-template-columns: 1fr 1fr; grid-auto-flow: dense; gap: .2rem 1.4rem; padding: .7rem 0; border-top: 1px solid var(--line); } .data tr:first-child { border-top: 0; }
  .data tbody th, .data td { display: flex; justify-content: space-between; gap: .8rem; min-width: 0; padding: 0; border: 0; text-align: left; font-size: .9rem; } .data tbody th { display: block; grid-column: 1 / -1; font-size: .95rem; } .data .wide { grid-column: 1 / -1; max-width: none; } .data td.none { display: none; } .data td::before { content: attr(data-label); color: var(--muted); flex: none; } .data td > span, .data td > time { text-align: right; } .data .counts { justify-content: flex-end; min-width: 0; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(5.2rem, 1fr)); } .tile { padding: .55rem .7rem; } .tile b { font-size: 1.35rem; }
  .timeline, .timeline tbody { display: block; } .timeline thead { display: none; } .timeline tr { display: grid; grid-template-columns: 1fr auto; gap: .1rem .8rem; padding: .3rem 0; } .timeline th, .timeline td, .timeline th:first-child { display: block; width: auto; padding: 0; font-size: .86rem; } .timeline .lane { grid-column: 1 / -1; grid-row: 2; width: auto; } .timeline td:last-child { display: none; }
}
@media (max-width: 400px) { .figure { padding: .7rem .8rem; } .figure dd b { font-size: 1.35rem; } .figure-tiles { grid-template-columns: 1fr 1fr; gap: .7rem; } }
@media (prefers-reduced-motion: reduce) { progress::-webkit-progress-value { transition: none; } }
`;

// src/service/dashboard/pages/frame.ts
var LOGO = html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><g fill="none" stroke-width="2.2" stroke-linecap="round"><path class="l1" d="M4 6h9"/><path class="l2" d="M4 12h13"/><path class="l3" d="M4 18h6"/><path class="l4" d="m14 18 2.2 2.2L21 15"/></g></svg>`;
var ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 23 23"><g fill="none" stroke="#7c8694" stroke-width="2.6" stroke-linecap="round"><path d="M4 6h9"/><path stroke="#4d7fe8" d="M4 12h13"/><path d="M4 18h6"/><path stroke="#2f9e5b" d="m14 18 2.2 2.2L21 15"/></g></svg>`;
var digest = (text2) => createHash("sha256").update(text2).digest("hex").slice(0, 16);
var ASSETS = /* @__PURE__ */ new Map([
  [`/assets/${digest(STYLE)}.css`, { type: "text/css; charset=utf-8", text: STYLE }],
  [`/assets/${digest(SCRIPT)}.js`, { type: "text/javascript; charset=utf-8", text: SCRIPT }],
  [`/assets/${digest(ICON)}.svg`, { type: "image/svg+xml", text: ICON }]
]);
var [STYLE_PATH = "", SCRIPT_PATH = "", ICON_PATH = ""] = [...ASSETS.keys()];
var PLACES = [
  { here: "reviews", path: "/", word: "Reviews" },
  { here: "repositories", path: "/repositories", word: "Repositories" },
  { here: "reviewers", path: "/reviewers", word: "Reviewers" }
];
function pageOf({ title, here, person, body }) {
  const places = PLACES.map(
    (place) => html`<a href="${place.path}"${here === place.here ? html` aria-current="page"` : null}>${place.word}</a>`
  );
  const bar = person === null ? null : html`<nav aria-label="Main">${places}</nav>
<form class="person" method="post" action="/sign-out"><input type="hidden" name="token" value="${person.formToken}"><span>@${person.login}</span><button class="plain">Sign out</button></form>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · multi-agent-review</title>
<link rel="icon" href="${ICON_PATH}">
<link rel="stylesheet" href="${STYLE_PATH}">
<script src="${SCRIPT_PATH}" defer></script>
</head>
<body>
<a class="skip" href="#content">Go to the content</a>
<header class="bar"><a class="brand" href="/">${LOGO}<b>multi-agent-review</b></a>${bar}</header>
<main class="page" id="content" tabindex="-1">
${body}
</main>
</body>
</html>
`;
}

// src/entry/app/set-up/set-up-page.ts
var SET_UP_STYLE = `${STYLE}
.door { max-width: 46rem; margin-top: 2rem; } .door label { display: block; font-weight: 600; margin: 1.3rem 0 .35rem; } .door input { width: 100%; font-size: 1rem; padding: .5rem .75rem; }
.door .steps { color: var(--muted); font-size: .88rem; margin: 0 0 .3rem; } .door small { display: block; color: var(--muted); margin-top: .3rem; } .door button { margin-top: 1.5rem; padding: .6rem 1.2rem; font-size: 1rem; } .door ol { padding-left: 1.3rem; margin-top: .9rem; } .door ol li { margin: .5rem 0; }
.permissions { margin-top: 1rem; } .door .fold { margin: 1.1rem 0 0; } .door pre { overflow-x: auto; } .problem { border-left: 4px solid var(--fail); padding-left: .8rem; }
`;
var STYLE_SOURCE = `'sha256-${createHash2("sha256").update(SET_UP_STYLE).digest("base64")}'`;
var PURPOSES = /* @__PURE__ */ new Map([
  ["metadata", "names of repositories, and what a person who commands may do there"],
  ["contents", "the change, the files around it, the configuration at the base commit"],
  ["pull_requests", "the comment, the inline review, reactions, answers to commands"],
  ["statuses", "the commit status"],
  ["checks", "the check run"],
  ["issues", "comments on pull requests: GitHub sends them only to Apps that may read issues"],
  ["merge_queues", "merge groups"]
]);
function startPage(action, publicUrl, problem) {
  return page(
    "Register the App",
    html`<p class="steps">Step 1 of 2</p><h1>Register the App</h1>
<p>This service has no credentials yet. Two steps make a GitHub App of your own: GitHub shows what it asks for, and the credentials come back to this machine. Nobody else sees them.</p>
${problem === null ? null : html`<p class="problem" role="alert">${problem}</p>`}
<form method="get" action="${action}">
<input type="hidden" name="step" value="2">
<label for="public">Address at which GitHub reaches this service</label>
<input id="public" name="public-url" type="url" required placeholder="https://reviews.example.com" value="${publicUrl}" aria-describedby="public-note">
<small id="public-note">Webhooks go there. On a machine behind a router this is the address of a tunnel.</small>
<label for="organisation">Organisation that owns the App</label>
<input id="organisation" name="organisation" type="text" pattern="[A-Za-z0-9](?:[A-Za-z0-9\\-]*)" maxlength="39" autocapitalize="none" spellcheck="false" aria-describedby="organisation-note">
<small id="organisation-note">Leave it empty to own the App yourself.</small>
<button>Continue</button>
</form>`
  );
}
function registerPage({
  serverUrl,
  organisation,
  publicUrl,
  state,
  manifest,
  back
}) {
  const owner = organisation === "" ? "" : `/organizations/${encodeURIComponent(organisation)}`;
  const action = `${serverUrl}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`;
  return page(
    "Register the App",
    html`<p class="steps">Step 2 of 2</p><h1>Register the App</h1>
<p>Webhooks will go to <code>${publicUrl}</code>. The App will belong to ${organisation === "" ? "you" : html`<b>${organisation}</b>`} and ask for no more than this; GitHub shows it again and lets you change the name.</p>
${permissionTable(manifest)}
<details class="fold"><summary>Everything that is sent to GitHub</summary><div class="inside"><pre tabindex="0">${JSON.stringify(manifest, null, 2)}</pre></div></details>
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>Register on ${new URL(serverUrl).host}</button>
</form>
<p><a href="${back}">Back</a></p>`
  );
}
function permissionTable({ default_permissions: permissions }) {
  const rows = Object.entries(permissions ?? {}).map(
    ([name, access]) => html`<tr><th scope="row"><code>${name}</code></th><td>${String(access)}</td><td>${PURPOSES.get(name) ?? "\u2013"}</td></tr>`
  );
  return html`<table class="permissions"><thead><tr><th scope="col">Permission</th><th scope="col">Access</th><th scope="col">For</th></tr></thead><tbody>${rows}</tbody></table>`;
}
function donePage(pageUrl, file, publicUrl) {
  return page(
    "The App is registered",
    html`<h1>The App is registered</h1>
<p>Its credentials are in <code>${file}</code>, readable by this account only, and the service goes on as the App.</p>
<ol><li><a href="${pageUrl}/installations/new">Install it in your repositories</a></li><li>Open a pull request, or push to one: its review begins at once.</li><li>Watch it on the dashboard: <a href="${publicUrl}">${publicUrl}</a></li></ol>`
  );
}
function problemPage(problem, back) {
  return page(
    "That did not work",
    html`<h1>That did not work</h1><p class="problem" role="alert">${problem}</p><p><a href="${back}">Start again</a></p>`
  );
}
function page(title, body) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} · multi-agent-review</title>${ready(`<style>${SET_UP_STYLE}</style>`)}</head>
<body><header class="bar"><span class="brand">${LOGO}<b>multi-agent-review</b></span></header>
<main class="page"><div class="door">${body}</div></main></body></html>
`;
}

// src/entry/app/set-up/set-up-routes.ts
var MOST_STATES = 50;
var ORGANISATION = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))?$/;
function setUpRoutes(options) {
  const states = /* @__PURE__ */ new Map();
  let isDone = false;
  const home = `/setup/${options.token}`;
  const baseOf = ({ headers }) => options.remote && options.publicUrl !== "" ? options.publicUrl : `http://${headers.host}`;
  const start2 = (request, response, query) => {
    if (query.get("step") !== "2")
      return show(response, 200, startPage(home, options.publicUrl, null), options);
    const given = query.get("public-url") ?? "";
    const organisation = query.get("organisation") ?? "";
    const problem = problemOf(given, organisation);
    if (problem !== null) return show(response, 400, startPage(home, given, problem), options);
    const state = options.random.hex(16);
    if (states.size >= MOST_STATES) states.delete([...states.keys()][0] ?? "");
    const publicUrl = checkAddress("The address", given);
    states.set(state, publicUrl);
    const manifest = options.manifestFor(publicUrl, `${baseOf(request)}${home}/done`);
    const page2 = { serverUrl: options.serverUrl, organisation, publicUrl, state, manifest, back: home };
    return show(response, 200, registerPage(page2), options);
  };
  const finish = async (response, query) => {
    const code2 = query.get("code") ?? "";
    const state = query.get("state") ?? "";
    const publicUrl = states.get(state);
    states.delete(state);
    if (publicUrl === void 0 || !/^[\w-]{1,200}$/.test(code2))
      return show(
        response,
        400,
        problemPage("This answer of GitHub belongs to no attempt of this service.", home),
        options
      );
    try {
      const { pageUrl, file } = await options.finish(code2, publicUrl);
      isDone = true;
      response.once("close", () => options.onDone());
      show(response, 200, donePage(pageUrl, file, publicUrl), options);
    } catch (thrown) {
      const what = thrown instanceof ReviewError ? `${thrown.message} ${thrown.remedy}` : messageOf(thrown);
      show(response, 502, problemPage(what, home), options);
    }
  };
  return async (request, response) => {
    if (!options.remote && !isOfThisMachine(request)) {
      say(
        response,
        403,
        "The App is registered from the machine it runs on. ALLOW_REMOTE_SETUP=true changes that."
      );
      return true;
    }
    const url = new URL(request.url ?? "/", "http://setup.invalid");
    const [, first, token = "", page2 = "", ...more] = url.pathname.split("/");
    const isKnown = first === "setup" && more.length === 0 && isToken(token, options.token);
    if (isDone || !isKnown || request.method !== "GET" || page2 !== "" && page2 !== "done") return false;
    if (page2 === "done") await finish(response, url.searchParams);
    else start2(request, response, url.searchParams);
    return true;
  };
}
function problemOf(publicUrl, organisation) {
  if (!ORGANISATION.test(organisation))
    return `"${organisation.slice(0, 60)}" is no name of an organisation.`;
  try {
    checkAddress("The address", publicUrl);
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  }
}
function isToken(given, expected) {
  const digest2 = (text2) => createHash3("sha256").update(text2).digest();
  return timingSafeEqual(digest2(given), digest2(expected));
}
var LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
var OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;
function isOfThisMachine({ socket, headers }) {
  if (headers["x-forwarded-for"] !== void 0 || headers.forwarded !== void 0) return false;
  return LOOPBACK.test(socket.remoteAddress ?? "") && OWN_NAMES.test(headers.host ?? "");
}
function show(response, status, page2, { serverUrl }) {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src ${STYLE_SOURCE}; form-action 'self' ${new URL(serverUrl).origin}; frame-ancestors 'none'; base-uri 'none'`,
    connection: "close"
  });
  response.end(page2.text);
}

// src/entry/app/set-up/run-set-up.ts
var STOP_MS = 2e3;
async function runSetUp(world) {
  const { settings, clock, random, log, signal } = world;
  const token = random.hex(24);
  const text2 = readFileSync(world.manifest, "utf8");
  let found = null;
  let settle4 = () => {
  };
  const settled = new Promise((resolve3) => {
    settle4 = resolve3;
  });
  const routes = setUpRoutes({
    token,
    serverUrl: settings.serverUrl,
    publicUrl: settings.publicUrl ?? "",
    remote: settings.remoteSetUp,
    random,
    manifestFor: (publicUrl, redirectUrl) => makeManifest({ text: text2, publicUrl, redirectUrl, webhooksPath: WEBHOOKS_PATH, signInPath: SIGN_IN_PATH }),
    finish: async (code2, publicUrl) => {
      const { credentials, pageUrl } = await exchangeCode(code2, { apiUrl: settings.apiUrl, clock, log });
      const checked2 = checkCredentials(credentials);
      writeCredentialsFile(settings.dataFolder, { ...credentials, publicUrl });
      found = checked2;
      return { pageUrl, file: credentialsPath(settings.dataFolder) };
    },
    onDone: () => settle4()
  });
  const { host, port } = settings;
  const served = await serve({ host, port, handlers: [routes], isSecure: false, clock, log });
  world.tell(
    "The App has no credentials yet. Open this address in a browser on this machine to register it:"
  );
  world.tell(`  ${served.url}/setup/${token}`);
  signal.addEventListener("abort", () => settle4(), { once: true });
  if (!signal.aborted) await settled;
  await served.stop(STOP_MS);
  return found;
}

// src/ports/app-host.ts
var REVIEW_PERMISSIONS = {
  contents: "read",
  pull_requests: "write",
  statuses: "write",
  checks: "write"
};
var RERUN_BUTTON = {
  label: "Re-run",
  description: "Review this commit again",
  identifier: "re-run"
};
var EXPLAIN_BUTTON = {
  label: "Explain",
  description: "Say how the verdict came about",
  identifier: "explain"
};

// src/ports/metrics.ts
var FINDING_OUTCOMES = [
  "shown",
  "confirmed",
  "addressed",
  "dismissed",
  "refuted",
  "rejected"
];
var ENDS_WITHOUT_REPORT = ["superseded", "failed"];

// src/ports/review-store.ts
var REVIEW_STATES = [
  "queued",
  "running",
  "done",
  /** A command that asked for no review: it was answered. */
  "answered",
  "failed",
  "superseded"
];

// src/adapters/metrics/bound-names.ts
var OTHER = "other";
var LONGEST = 64;
function boundNames(known, most) {
  const names = new Set(known);
  return (name) => {
    if (names.has(name)) return name;
    if (names.size >= most || name.length > LONGEST || name === "") return OTHER;
    names.add(name);
    return name;
  };
}

// src/adapters/metrics/make-registry.ts
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

// src/adapters/metrics/metric-table.ts
var AGENT_SECONDS = [1, 5, 10, 30, 60, 120, 300];
var WEBHOOK_SECONDS = [2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
var REVIEW_SECONDS = [1, 5, 10, 30, 60, 120, 300, 600, 1200];
var METRIC_TABLE = {
  agent_tasks_total: {
    type: "counter",
    help: "Runs of reviewers by how they ended",
    labels: ["agent_id", "model", "status"]
  },
  agent_task_duration_seconds: {
    type: "histogram",
    help: "How long runs of reviewers took; runs that were not needed are left out",
    labels: ["agent_id", "model"],
    buckets: AGENT_SECONDS
  },
  agent_tokens_used_total: {
    type: "counter",
    help: "Tokens by kind: input, cache_read, cache_write, output",
    labels: ["agent_id", "model", "type"]
  },
  agent_cost_usd_total: {
    type: "counter",
    help: "What the tokens cost, in US dollars by list price",
    labels: ["agent_id", "model"]
  },
  active_agents: {
    type: "gauge",
    help: "Reviewers at work now",
    labels: ["model"]
  },
  agent_findings_total: {
    type: "counter",
    help: "What became of findings: shown, confirmed, addressed, dismissed, refuted, rejected",
    labels: ["agent_id", "outcome"]
  },
  agent_escalations_total: {
    type: "counter",
    help: "Times a person was asked to look; agent_id is none when it was about no single reviewer",
    labels: ["agent_id"]
  },
  review_gate_outcomes_total: {
    type: "counter",
    help: "Ended reviews by gate and verdict; superseded and failed ones ended without a report",
    labels: ["gate", "verdict"]
  },
  review_duration_seconds: {
    type: "histogram",
    help: "How long reviews took from their start, by what led to them",
    labels: ["trigger"],
    buckets: REVIEW_SECONDS
  },
  reviews_incomplete_total: {
    type: "counter",
    help: "Incomplete reviews by the reviewer that did not finish; none when no reviewer was at fault",
    labels: ["reviewer"]
  },
  review_queue_depth: { type: "gauge", help: "Reviews that wait for a worker", labels: [] },
  review_queue_oldest_seconds: {
    type: "gauge",
    help: "How long the oldest waiting review has waited",
    labels: []
  },
  review_queue_sample_age_seconds: {
    type: "gauge",
    help: "Age of the last look at the queue, or of the process before the first",
    labels: []
  },
  review_jobs_running: { type: "gauge", help: "Reviews that workers hold", labels: [] },
  review_jobs_dead: {
    type: "gauge",
    help: "Reviews that were given up and wait for a person",
    labels: []
  },
  webhook_duration_seconds: {
    type: "histogram",
    help: "From the arrival of a webhook to its answer, by event and outcome",
    labels: ["event", "outcome"],
    buckets: WEBHOOK_SECONDS
  },
  github_rate_limit_remaining: {
    type: "gauge",
    help: "Requests left to the installation that has the smallest share of its limit left",
    labels: ["resource"]
  },
  github_rate_limit_limit: {
    type: "gauge",
    help: "Requests per hour of that installation",
    labels: ["resource"]
  },
  metrics_rejected_total: {
    type: "counter",
    help: "Events that were not counted because a number in them made no sense",
    labels: ["kind"]
  }
};

// src/adapters/metrics/make-registry.ts
function makeRegistry(defaultMetrics) {
  const registry = new Registry();
  const counters = /* @__PURE__ */ new Map();
  const gauges = /* @__PURE__ */ new Map();
  const histograms = /* @__PURE__ */ new Map();
  const definitions = Object.entries(METRIC_TABLE);
  for (const [name, { type, help, labels, buckets }] of definitions) {
    const options = { name, help, labelNames: [...labels], registers: [registry] };
    if (type === "counter") counters.set(name, new Counter(options));
    else if (type === "gauge") gauges.set(name, new Gauge(options));
    else histograms.set(name, new Histogram({ ...options, buckets: [...buckets ?? []] }));
  }
  if (defaultMetrics) collectDefaultMetrics({ register: registry });
  return {
    contentType: registry.contentType,
    increase: (name, labels, by = 1) => counters.get(name)?.inc({ ...labels }, by),
    set: (name, labels, value) => gauges.get(name)?.set({ ...labels }, value),
    add: (name, labels, change) => gauges.get(name)?.inc({ ...labels }, change),
    observe: (name, labels, seconds) => histograms.get(name)?.observe({ ...labels }, seconds),
    zero: (name, labels) => histograms.get(name)?.zero({ ...labels }),
    text: () => registry.metrics()
  };
}

// src/adapters/metrics/rate-limits.ts
var MOST = 2e3;
function makeRateLimits() {
  const limits = /* @__PURE__ */ new Map();
  return {
    note(limit) {
      const key = JSON.stringify([limit.owner, limit.resource]);
      limits.delete(key);
      limits.set(key, limit);
      if (limits.size > MOST) {
        const [oldest] = limits.keys();
        if (oldest !== void 0) limits.delete(oldest);
      }
    },
    tightest(now) {
      const found = /* @__PURE__ */ new Map();
      for (const { resource, remaining, limit, resetsAt } of limits.values()) {
        const left = { resource, remaining: resetsAt <= now ? limit : remaining, limit };
        const before = found.get(resource);
        if (before === void 0 || shareOf(left) < shareOf(before)) found.set(resource, left);
      }
      return [...found.values()];
    }
  };
}
function shareOf({ remaining, limit }) {
  return limit === 0 ? 0 : remaining / limit;
}

// src/adapters/metrics/make-metrics.ts
var NONE = "none";
var MOST_AGENTS = 40;
var MOST_MODELS = 12;
var MOST_RESOURCES = 16;
var EVENTS = [
  "pull_request",
  "issue_comment",
  "pull_request_review_comment",
  "check_run",
  "check_suite",
  "merge_group",
  "installation",
  "installation_repositories",
  "ping"
];
var TRIGGERS = ["push", "command", "rerun", "explain", "merge-group"];
var GATES = ["pass", "fail", "incomplete"];
var VERDICTS = ["clean", "findings", "incomplete", "skipped"];
function makeMetrics({ defaultMetrics, clock, reviewers }) {
  const registry = makeRegistry(defaultMetrics);
  const labels = makeLabels(registry, reviewers);
  const limits = makeRateLimits();
  let sampledAt = clock.steady();
  startAtZero(registry);
  labels.name(null);
  for (const name of reviewers) labels.agent(name, null);
  const record = (event2) => {
    if (event2.kind === "rate-limit") limits.note({ ...event2, resource: labels.resource(event2.resource) });
    else if (event2.kind === "queue") {
      sampledAt = clock.steady();
      registry.set("review_queue_depth", {}, event2.waiting);
      registry.set("review_queue_oldest_seconds", {}, event2.oldestSeconds);
      registry.set("review_jobs_running", {}, event2.running);
      registry.set("review_jobs_dead", {}, event2.dead);
    } else countEvent(event2, registry, labels);
  };
  return {
    metrics: {
      record(event2) {
        if (hasSoundNumbers(event2)) record(event2);
        else registry.increase("metrics_rejected_total", { kind: event2.kind });
      }
    },
    text() {
      registry.set("review_queue_sample_age_seconds", {}, (clock.steady() - sampledAt) / 1e3);
      for (const { resource, remaining, limit } of limits.tightest(clock.now())) {
        registry.set("github_rate_limit_remaining", { resource }, remaining);
        registry.set("github_rate_limit_limit", { resource }, limit);
      }
      return registry.text();
    },
    contentType: registry.contentType
  };
}
function countEvent(event2, registry, labels) {
  switch (event2.kind) {
    case "agent-started":
    case "agent-stopped": {
      const { model } = labels.agent(event2.agent, event2.model);
      registry.add("active_agents", { model }, event2.kind === "agent-started" ? 1 : -1);
      return;
    }
    case "agent-ended":
      countAgent(event2, registry, labels.agent(event2.agent, event2.model));
      return;
    case "findings": {
      const agent_id = labels.name(event2.agent);
      registry.increase("agent_findings_total", { agent_id, outcome: event2.outcome }, event2.count);
      return;
    }
    case "escalation":
      registry.increase("agent_escalations_total", { agent_id: labels.name(event2.agent) });
      return;
    case "review-incomplete":
      registry.increase("reviews_incomplete_total", { reviewer: labels.name(event2.reviewer) });
      return;
    case "review-ended": {
      const { gate, verdict, trigger } = event2;
      registry.increase("review_gate_outcomes_total", { gate, verdict: verdict ?? NONE });
      registry.observe("review_duration_seconds", { trigger }, event2.seconds);
      return;
    }
    case "webhook": {
      const name = EVENTS.includes(event2.event) ? event2.event : OTHER;
      registry.observe("webhook_duration_seconds", { event: name, outcome: event2.outcome }, event2.seconds);
    }
  }
}
function countAgent(ended2, registry, labels) {
  const { status, tokens } = ended2;
  registry.increase("agent_tasks_total", { ...labels, status });
  if (status === "not-needed") return;
  registry.observe("agent_task_duration_seconds", labels, ended2.seconds);
  registry.increase("agent_tokens_used_total", { ...labels, type: "input" }, tokens.input);
  registry.increase("agent_tokens_used_total", { ...labels, type: "cache_read" }, tokens.cacheRead);
  registry.increase("agent_tokens_used_total", { ...labels, type: "cache_write" }, tokens.cacheWritten);
  registry.increase("agent_tokens_used_total", { ...labels, type: "output" }, tokens.output);
  registry.increase("agent_cost_usd_total", labels, ended2.costUsd);
}
function makeLabels(registry, reviewers) {
  const agentName = boundNames([...reviewers, NONE], MOST_AGENTS);
  const modelName = boundNames([NONE], MOST_MODELS);
  const seen = /* @__PURE__ */ new Set();
  const name = (agent) => {
    const agent_id = agentName(agent ?? NONE);
    if (!seen.has(agent_id)) {
      seen.add(agent_id);
      for (const outcome of FINDING_OUTCOMES)
        registry.increase("agent_findings_total", { agent_id, outcome }, 0);
      registry.increase("agent_escalations_total", { agent_id }, 0);
      registry.increase("reviews_incomplete_total", { reviewer: agent_id }, 0);
    }
    return agent_id;
  };
  return {
    name,
    agent(agent, asked2) {
      const labels = { agent_id: name(agent), model: modelName(asked2 ?? NONE) };
      const key = JSON.stringify([labels.agent_id, labels.model]);
      if (!seen.has(key)) {
        seen.add(key);
        agentAtZero(registry, labels);
      }
      return labels;
    },
    resource: boundNames([], MOST_RESOURCES)
  };
}
function agentAtZero(registry, labels) {
  for (const status of AGENT_OUTCOMES) registry.increase("agent_tasks_total", { ...labels, status }, 0);
  for (const type of ["input", "cache_read", "cache_write", "output"])
    registry.increase("agent_tokens_used_total", { ...labels, type }, 0);
  registry.increase("agent_cost_usd_total", labels, 0);
  registry.zero("agent_task_duration_seconds", labels);
  registry.add("active_agents", { model: labels.model }, 0);
}
function startAtZero(registry) {
  for (const gate of GATES) {
    for (const verdict of VERDICTS) registry.increase("review_gate_outcomes_total", { gate, verdict }, 0);
  }
  for (const gate of ENDS_WITHOUT_REPORT)
    registry.increase("review_gate_outcomes_total", { gate, verdict: NONE }, 0);
  for (const trigger of TRIGGERS) registry.zero("review_duration_seconds", { trigger });
  for (const event2 of EVENTS) {
    for (const outcome of ["accepted", "failed"])
      registry.zero("webhook_duration_seconds", { event: event2, outcome });
  }
}
function hasSoundNumbers(event2) {
  const tokens = event2.kind === "agent-ended" ? Object.values(event2.tokens) : [];
  return [...Object.values(event2), ...tokens].every(
    (value) => typeof value !== "number" || Number.isFinite(value) && value >= 0
  );
}

// src/adapters/queue/open-queue.ts
import { PgBoss } from "pg-boss";

// src/adapters/queue/boss-database.ts
function bossDatabase(runner) {
  return {
    async executeSql(text2, values) {
      const { rows } = await runner.query(text2, values);
      return { rows: [...rows] };
    }
  };
}

// src/adapters/queue/job-of.ts
function jobOf(data) {
  if (typeof data !== "object" || data === null) return null;
  const { reviewId, installationId: installationId2, repositoryId } = data;
  if (typeof reviewId !== "string") return null;
  if (typeof installationId2 !== "number" || typeof repositoryId !== "number") return null;
  return { reviewId, installationId: installationId2, repositoryId };
}

// src/adapters/queue/queue-names.ts
var REVIEWS = "review";
var DEAD = "review-dead";
var READY = "review-ready";

// src/adapters/queue/dead-letters.ts
function makeDeadLetters(database) {
  return {
    async dropDead(reviewId) {
      await database.query(
        `delete from pgboss.job where name = '${DEAD}' and state < 'active' and data ->> 'reviewId' = $1`,
        [reviewId]
      );
    },
    async deadLetters(most) {
      const { rows } = await database.query(
        `select id::text as id, data, created_on, source_output ->> 'reason' as reason from pgboss.job
         where name = '${DEAD}' and state < 'active' order by created_on desc, id limit $1`,
        [most]
      );
      return rows.flatMap((row) => {
        const { id, data, reason, created_on: diedAt } = row;
        const job = jobOf(data);
        if (typeof id !== "string" || job === null || !(diedAt instanceof Date)) return [];
        return [
          {
            id,
            job,
            diedAt,
            reason: typeof reason === "string" ? reason : "It was given up without a reason."
          }
        ];
      });
    }
  };
}

// src/adapters/queue/job-table.ts
function makeJobTable(database) {
  return {
    async release({ id, attempt }) {
      const { affected } = await database.query(
        `update pgboss.job set state = (case when retry_count = 0 then 'created' else 'retry' end)::pgboss.job_state,
           started_on = null, heartbeat_on = null, start_after = now()
         where name = '${REVIEWS}' and id = $1 and state = 'active' and retry_count = $2`,
        [id, attempt - 1]
      );
      return affected > 0;
    },
    async reviveLost(which) {
      const isLost = which === "all" ? "true" : `heartbeat_on + heartbeat_seconds * interval '1 second' < now()`;
      const { rows } = await database.query(
        `with lost as (select id, retry_count, retry_limit from pgboss.job
           where name = '${REVIEWS}' and state = 'active' and ${isLost}),
         revived as (update pgboss.job set state = 'retry', heartbeat_on = null, start_after = now() from lost
           where job.name = '${REVIEWS}' and job.id = lost.id and job.state = 'active'
             and job.retry_count = lost.retry_count and lost.retry_count < lost.retry_limit)
         select id::text as id, retry_count::int as "retryCount" from lost where retry_count >= retry_limit`
      );
      return rows.flatMap(
        ({ id, retryCount }) => typeof id === "string" && typeof retryCount === "number" ? [{ id, retryCount }] : []
      );
    },
    async forget(installationId2, repositoryIds, runner = database) {
      await runner.query(
        `delete from pgboss.job where name in ('${REVIEWS}', '${DEAD}') and (data ->> 'installationId')::bigint = $1
           and ($2::bigint[] is null or (data ->> 'repositoryId')::bigint = any($2::bigint[]))`,
        [installationId2, repositoryIds]
      );
    },
    async coming(reviewIds) {
      const { rows } = await database.query(
        `select distinct data ->> 'reviewId' as review from pgboss.job
         where name = '${REVIEWS}' and state <= 'active' and data ->> 'reviewId' = any($1::text[])`,
        [reviewIds]
      );
      return new Set(rows.map(({ review }) => String(review)));
    },
    async postpone(reviewId, seconds) {
      await database.query(
        `update pgboss.job set start_after = greatest(start_after, now() + make_interval(secs => $2))
         where name = '${REVIEWS}' and state < 'active' and data ->> 'reviewId' = $1`,
        [reviewId, seconds]
      );
      const { rows } = await database.query(
        `select 1 from pgboss.job where name = '${REVIEWS}' and state = 'active' and data ->> 'reviewId' = $1`,
        [reviewId]
      );
      return rows.length === 0;
    },
    async depth() {
      const { rows } = await database.query(
        `select count(*) filter (where name = '${REVIEWS}' and state < 'active')::int as waiting,
           count(*) filter (where name = '${REVIEWS}' and state = 'active')::int as running,
           count(*) filter (where name = '${DEAD}' and state < 'active')::int as dead,
           coalesce(extract(epoch from now() - min(start_after)
             filter (where name = '${REVIEWS}' and state < 'active' and start_after <= now())), 0)::float8 as oldest
         from pgboss.job where name in ('${REVIEWS}', '${DEAD}') and state <= 'active'`
      );
      const row = rows[0] ?? {};
      return {
        waiting: Number(row.waiting ?? 0),
        running: Number(row.running ?? 0),
        dead: Number(row.dead ?? 0),
        oldestSeconds: Number(row.oldest ?? 0)
      };
    },
    ...makeDeadLetters(database)
  };
}

// src/adapters/queue/announcer.ts
function makeAnnouncer(tell2, log) {
  let isAsked = false;
  let telling = null;
  const tellAll = async () => {
    while (isAsked) {
      isAsked = false;
      await tell2().catch(
        (error) => log.debug("New jobs were not announced; they will be found.", { reason: messageOf(error) })
      );
    }
    telling = null;
  };
  return {
    announce() {
      isAsked = true;
      telling ??= tellAll();
    },
    settled: () => telling ?? Promise.resolve()
  };
}

// src/adapters/queue/make-queue.ts
function makeQueue(boss, table, database, log) {
  const announcer = makeAnnouncer(() => database.notify(READY, ""), log);
  const send = async (job, { round, id: chosen, runner = database }) => {
    const id = await boss.send(
      REVIEWS,
      { ...job },
      { priority: -round, db: bossDatabase(runner), ...chosen !== void 0 && { id: chosen } }
    );
    if (id === null) throw new Error("The job queue did not take a job.");
    if (runner === database) announcer.announce();
    return id;
  };
  return {
    announce: announcer.announce,
    send,
    async cancel(jobIds, runner = database) {
      if (jobIds.length > 0) await boss.cancel(REVIEWS, [...jobIds], { db: bossDatabase(runner) });
    },
    coming: table.coming,
    async postpone(reviewId, seconds) {
      await reviveLost(boss, table, "unheard");
      return table.postpone(reviewId, seconds);
    },
    forget: table.forget,
    async take(count) {
      await reviveLost(boss, table, "unheard");
      const jobs = await boss.fetch(REVIEWS, { batchSize: count, includeMetadata: true });
      return jobs.map(heldJobOf);
    },
    async beat(held) {
      return affects(await boss.touch(REVIEWS, claimOf(held)));
    },
    async complete(held) {
      await boss.complete(REVIEWS, claimOf(held));
    },
    async fail(held, reason) {
      await boss.fail(REVIEWS, claimOf(held), { reason });
    },
    async handBack(held) {
      if (await table.release(held)) await database.notify(READY, "");
    },
    onReady: (call) => database.listen(READY, call, call),
    depth: table.depth,
    deadLetters: table.deadLetters,
    dropDead: table.dropDead,
    async close() {
      await announcer.settled();
      await boss.stop({ graceful: false });
    }
  };
}
async function reviveLost(boss, table, which) {
  const spent = await table.reviveLost(which);
  if (spent.length > 0)
    await boss.fail(REVIEWS, [...spent], { reason: "Its worker was not heard of any more." });
}
function claimOf({ id, attempt }) {
  return { id, retryCount: attempt - 1 };
}
function heldJobOf({ id, data, retryCount, retryLimit }) {
  const job = jobOf(data);
  if (job === null) throw new Error(`Job ${id} of the queue names no review.`);
  return { id, job, attempt: retryCount + 1, isLastAttempt: retryCount >= retryLimit };
}
function affects(response) {
  return "affected" in response && typeof response.affected === "number" && response.affected > 0;
}

// src/adapters/queue/open-queue.ts
var DAY_SECONDS = 24 * 60 * 60;
var KEPT_SECONDS = 365 * DAY_SECONDS;
var RULES = {
  // A try that fails is followed by two more, after some 10 to 20 and 20 to 40 seconds.
  retryLimit: 2,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: 60,
  // A worker that is not heard of for so long has lost its job. The shortest that pg-boss allows.
  heartbeatSeconds: 10,
  // No review takes this long; one that says it is alive for longer has gone astray.
  expireInSeconds: 4 * 60 * 60,
  retentionSeconds: KEPT_SECONDS,
  deleteAfterSeconds: DAY_SECONDS
};
var NO_JOB = "00000000-0000-0000-0000-000000000000";
var SET_UP_LOCK = 1835102770;
async function openQueue(database, { log }) {
  const boss = new PgBoss({
    db: bossDatabase(database),
    ...database.kind === "embedded" && { backend: "pglite" },
    schedule: false
  });
  boss.on("error", (error) => log.warn("The job queue met an error.", { reason: error.message }));
  boss.on("warning", ({ message }) => log.debug("The job queue warns.", { reason: message }));
  try {
    await oneAtATime(database, async () => {
      await boss.start();
      await boss.createQueue(DEAD, { retryLimit: 0, retentionSeconds: KEPT_SECONDS });
      await boss.createQueue(REVIEWS, { ...RULES, deadLetter: DEAD });
      await boss.updateQueue(REVIEWS, { ...RULES, deadLetter: DEAD });
    });
    await boss.findJobs(REVIEWS, { id: NO_JOB });
    const table = makeJobTable(database);
    if (database.kind === "embedded") await reviveLost(boss, table, "all");
    return makeQueue(boss, table, database, log);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}
async function oneAtATime(database, setUp) {
  if (database.kind === "embedded") return setUp();
  await database.transaction(async (runner) => {
    await runner.query("select pg_advisory_xact_lock($1)", [SET_UP_LOCK]);
    await setUp();
  });
}

// src/adapters/store/accept-review.ts
import { randomUUID } from "node:crypto";

// src/adapters/store/gone-installations.ts
function isGone(parameter) {
  return `exists (select 1 from gone_installation where gone_installation.id = ${parameter})`;
}
async function markGone(runner, installationId2) {
  await runner.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [lockOf(installationId2)]);
  await runner.query(
    "insert into gone_installation (id) values ($1) on conflict (id) do update set gone_at = now()",
    [installationId2]
  );
}
async function holdInstallation(runner, installationId2) {
  const lock2 = lockOf(installationId2);
  await runner.query("select pg_advisory_xact_lock_shared(hashtextextended($1, 0))", [lock2]);
  const { rows } = await runner.query(`select ${isGone("$1")} as gone`, [installationId2]);
  return rows[0]?.gone === true;
}
function lockOf(installationId2) {
  return `installation ${installationId2}`;
}

// src/adapters/store/keep-names.ts
async function keepInstallation(runner, installation) {
  const { id, accountId, accountLogin, accountType, suspended } = installation;
  await runner.query(
    `insert into installation (id, account_id, account_login, account_type, suspended)
     select $1::bigint, $2::bigint, $3::text, $4::text, $5::boolean
     where not exists (select 1 from installation where id = $1::bigint and account_id = $2::bigint
       and account_login = $3::text and account_type = $4::text and suspended = $5::boolean)
     on conflict (id) do update set account_id = excluded.account_id, account_login = excluded.account_login,
       account_type = excluded.account_type, suspended = excluded.suspended`,
    [id, accountId, accountLogin, accountType, suspended]
  );
}
async function keepRepository(runner, repository3) {
  const { installationId: installationId2, repositoryId, owner, name, isPrivate } = repository3;
  await runner.query(
    `insert into repository (installation_id, id, owner, name, is_private)
     select $1::bigint, $2::bigint, $3::text, $4::text, $5::boolean
     where not exists (select 1 from repository where installation_id = $1::bigint and id = $2::bigint
       and owner = $3::text and name = $4::text and is_private = $5::boolean)
     on conflict (installation_id, id) do update set owner = excluded.owner, name = excluded.name,
       is_private = excluded.is_private`,
    [installationId2, repositoryId, owner, name, isPrivate]
  );
}
async function keepNames(runner, {
  installation,
  repository: repository3
}, known) {
  if (!known.installation) {
    const { id, accountId, accountLogin, accountType, suspended } = installation;
    await runner.query(
      `insert into installation (id, account_id, account_login, account_type, suspended) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set account_id = excluded.account_id, account_login = excluded.account_login,
         account_type = excluded.account_type`,
      [id, accountId, accountLogin, accountType, suspended]
    );
  }
  if (!known.repository) await keepRepository(runner, repository3);
}

// src/adapters/store/rows.ts
function numberIn(row, column) {
  const value = Number(row[column] ?? 0);
  return Number.isFinite(value) ? value : 0;
}
function numberOrNull(row, column) {
  return row[column] === null || row[column] === void 0 ? null : numberIn(row, column);
}
function textIn(row, column) {
  const value = row[column];
  return typeof value === "string" ? value : "";
}
function textOrNull(row, column) {
  const value = row[column];
  return typeof value === "string" ? value : null;
}
function dateOrNull(row, column) {
  const value = row[column];
  if (value instanceof Date) return value;
  return typeof value === "string" ? new Date(value) : null;
}
function dateIn(row, column) {
  return dateOrNull(row, column) ?? /* @__PURE__ */ new Date(0);
}
function textsIn(row, column) {
  const value = row[column];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
function pairsOf(allowed) {
  return [
    allowed.map(({ installationId: installationId2 }) => installationId2),
    allowed.map(({ repositoryId }) => repositoryId)
  ];
}
function mayReach(table) {
  return `join unnest($1::bigint[], $2::bigint[]) as may (installation_id, repository_id)
    on ${table}.installation_id = may.installation_id and ${table}.repository_id = may.repository_id`;
}

// src/adapters/store/storable.ts
function storableJson(value) {
  return JSON.stringify(value, (_, part2) => typeof part2 === "string" ? storableText(part2) : part2);
}
function storableText(text2) {
  return text2.toWellFormed().replaceAll("\0", "\uFFFD");
}
function storableOrNull(text2) {
  return text2 === null || text2 === void 0 ? null : storableText(text2);
}

// src/adapters/store/supersede-queued.ts
async function supersedeQueued(query, runner, queue, pullNumber3, options) {
  const { rows } = await query(
    `update review set state = 'superseded', reason = $4, finished_at = now()
     where installation_id = $1 and repository_id = $2 and pull_number = $3 and trigger = 'push' and state = 'queued'
       and ($5::uuid is null or id <> $5)
       and ($6::timestamptz is null or event_at is null or event_at <= $6)
     returning id::text as id, job_id::text as job_id`,
    [pullNumber3, options.reason, options.except, options.notAfter]
  );
  await queue.cancel(
    rows.flatMap((row) => textOrNull(row, "job_id") ?? []),
    runner
  );
  return rows.map((row) => textIn(row, "id"));
}

// src/adapters/store/tenant-query.ts
var TENANT_TABLES = /\b(?:from|join|update|into)\s+(?:review|agent|finding)\b/gi;
var HELD = [
  /\bwhere (?:[a-z]+\.)?installation_id = \$1 and (?:[a-z]+\.)?repository_id = \$2\b/i,
  /^\s*insert into [a-z]+ \(installation_id, repository_id, [^)]+\)\s+values \(\$1, \$2,/i
];
function tenantQuery(runner, { installationId: installationId2, repositoryId }) {
  return async (text2, values = []) => {
    const tables = text2.match(TENANT_TABLES)?.length ?? 0;
    const held = HELD.some((pattern) => pattern.test(text2)) && !/\bor\b/i.test(withoutParentheses(text2));
    if (!held || tables === 0) throw new Error(`A statement is not held to its repository: ${text2}`);
    return runner.query(text2, [installationId2, repositoryId, ...values]);
  };
}
function withoutParentheses(text2) {
  const shorter = text2.replaceAll(/\([^()]*\)/g, "");
  return shorter === text2 ? text2 : withoutParentheses(shorter);
}

// src/adapters/store/accept-review.ts
async function acceptDelivery(database, queue, delivery, work) {
  if (work !== null) refuseMixedUp(delivery, work);
  const accepted = await database.transaction(async (runner) => {
    if (work === null) return noteDelivery(runner, delivery);
    const { isGone: gone, isNew, round, known } = await beginWork(runner, delivery, work);
    if (gone) return { kind: "gone" };
    if (!isNew) return { kind: "duplicate" };
    if (known.installation && known.repository) return claimReview(runner, queue, work.review, round);
    if (await holdInstallation(runner, work.installation.id)) throw new GoneMeanwhile();
    await keepNames(runner, work, known);
    return claimReview(runner, queue, work.review, await roundNow(runner, work.review));
  }).catch((error) => {
    if (error instanceof GoneMeanwhile) return { kind: "gone" };
    throw error;
  });
  if (accepted.kind === "queued") queue.announce();
  return accepted;
}
var GoneMeanwhile = class extends Error {
  constructor() {
    super("The installation was taken away while its delivery was taken in.");
  }
};
function refuseMixedUp(delivery, { repository: repository3, installation, review }) {
  const installations = [delivery.installationId, repository3.installationId, review.installationId];
  const repositories = [delivery.repositoryId, review.repositoryId];
  if (installations.some((id) => id !== installation.id) || repositories.some((id) => id !== repository3.repositoryId)) {
    throw new Error(`The numbers of delivery ${delivery.id} contradict each other.`);
  }
}
async function noteDelivery(runner, delivery) {
  const { rows } = await runner.query(
    `with noted as (${NOTE_DELIVERY})
     select exists (select 1 from noted) as is_new, ${isGone("$4")} as is_gone`,
    [delivery.id, delivery.event, delivery.action, delivery.installationId, delivery.repositoryId]
  );
  if (rows[0]?.is_gone === true) return { kind: "gone" };
  return { kind: rows[0]?.is_new === true ? "noted" : "duplicate" };
}
var NOTE_DELIVERY = `insert into delivery (id, event, action, installation_id, repository_id)
  select $1, $2, $3, $4::bigint, $5::bigint where not ${isGone("$4")} on conflict (id) do nothing returning id`;
async function claimReview(runner, queue, review, round) {
  const query = tenantQuery(runner, review);
  const jobId = randomUUID();
  const inserted = await insertReview(query, review, round, jobId);
  if (inserted === null) return { kind: "claimed", reviewId: await claimedBy(query, review) };
  const { reviewId, othersWait, isLate } = inserted;
  if (review.trigger === "push" && isLate) {
    await endLate(query, reviewId);
    return { kind: "noted" };
  }
  const superseded = review.trigger === "push" && othersWait ? await supersedeQueued(query, runner, queue, review.pullNumber, {
    reason: `superseded by ${review.headSha?.slice(0, 7) ?? "a newer push"}`,
    except: reviewId,
    notAfter: review.eventAt
  }) : [];
  const { installationId: installationId2, repositoryId } = review;
  await queue.send({ reviewId, installationId: installationId2, repositoryId }, { id: jobId, round, runner });
  return { kind: "queued", reviewId, superseded };
}
async function beginWork(runner, delivery, { installation, repository: repository3, review }) {
  const { rows } = await runner.query(
    `with noted as (${NOTE_DELIVERY})
     select exists (select 1 from noted) as is_new, ${isGone("$4")} as is_gone,
       exists (select 1 from installation where id = $4 and account_id = $6 and account_login = $7
         and account_type = $8) as installation,
       exists (select 1 from repository where installation_id = $4 and id = $5 and owner = $9 and name = $10
         and is_private = $11) as repository,
       ${nextRound("$4")} as round,
       pg_advisory_xact_lock(hashtextextended($12, 0))`,
    [
      delivery.id,
      delivery.event,
      delivery.action,
      delivery.installationId,
      delivery.repositoryId,
      installation.accountId,
      installation.accountLogin,
      installation.accountType,
      repository3.owner,
      repository3.name,
      repository3.isPrivate,
      `pull ${review.repositoryId} ${review.pullNumber}`
    ]
  );
  const [found] = rows;
  return {
    isGone: found?.is_gone === true,
    isNew: found?.is_new === true,
    round: Number(found?.round ?? 0),
    known: { installation: found?.installation === true, repository: found?.repository === true }
  };
}
function nextRound(installation) {
  return `greatest(coalesce((select min(round) from review where state = 'queued'), 0),
    coalesce((select max(round) + 1 from review where installation_id = ${installation} and state = 'queued'), 0))`;
}
async function roundNow(runner, { installationId: installationId2 }) {
  const { rows } = await runner.query(`select ${nextRound("$1")} as round`, [installationId2]);
  return Number(rows[0]?.round ?? 0);
}
async function insertReview(query, review, round, jobId) {
  const { rows } = await query(
    `insert into review (installation_id, repository_id, pull_number, head_sha, base_sha, config_digest, trigger, occasion,
       title, author, asked_by, event_at, request, round, job_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15)
     on conflict (installation_id, repository_id, pull_number, head_sha, config_digest, occasion) do nothing
     returning id::text as id, exists (select 1 from review as other where other.installation_id = $1
       and other.repository_id = $2 and other.pull_number = $3 and other.trigger = 'push' and other.state = 'queued')
       as others_wait,
       exists (select 1 from review as newer where newer.installation_id = $1 and newer.repository_id = $2
         and newer.pull_number = $3 and newer.trigger = 'push' and newer.event_at > $12) as is_late`,
    [
      review.pullNumber,
      review.headSha,
      review.baseSha,
      review.configDigest,
      review.trigger,
      review.occasion,
      storableText(review.title),
      storableText(review.author),
      review.askedBy,
      review.eventAt,
      storableJson(review.request),
      round,
      jobId
    ]
  );
  const [row] = rows;
  if (row === void 0) return null;
  return {
    reviewId: textIn(row, "id"),
    othersWait: row.others_wait === true,
    isLate: row.is_late === true
  };
}
async function endLate(query, reviewId) {
  await query(
    `update review set state = 'superseded', reason = 'superseded by a newer push', finished_at = now(), job_id = null
     where installation_id = $1 and repository_id = $2 and id = $3`,
    [reviewId]
  );
}
async function claimedBy(query, review) {
  const { rows } = await query(
    `select id::text as id from review where installation_id = $1 and repository_id = $2 and pull_number = $3
       and head_sha is not distinct from $4 and config_digest = $5 and occasion = $6`,
    [review.pullNumber, review.headSha, review.configDigest, review.occasion]
  );
  return rows[0] === void 0 ? "" : textIn(rows[0], "id");
}

// src/adapters/store/stored-review.ts
var REVIEW_COLUMNS = `id::text as id, installation_id, repository_id, pull_number, head_sha, base_sha,
  config_digest, trigger, occasion, title, author, asked_by, event_at, request, job_id::text as job_id, state, attempt,
  queued_at, started_at, finished_at, status_id, status_author_id, check_run_id, reason`;
function storedReviewOf(row) {
  return {
    id: textIn(row, "id"),
    installationId: numberIn(row, "installation_id"),
    repositoryId: numberIn(row, "repository_id"),
    pullNumber: numberIn(row, "pull_number"),
    headSha: textOrNull(row, "head_sha"),
    baseSha: textOrNull(row, "base_sha"),
    configDigest: textIn(row, "config_digest"),
    // The table allows no other words.
    trigger: textIn(row, "trigger"),
    occasion: textIn(row, "occasion"),
    title: textIn(row, "title"),
    author: textIn(row, "author"),
    askedBy: textOrNull(row, "asked_by"),
    eventAt: dateOrNull(row, "event_at")?.toISOString() ?? null,
    request: requestOf(row.request),
    jobId: textOrNull(row, "job_id"),
    state: stateOf(textIn(row, "state")),
    attempt: numberIn(row, "attempt"),
    queuedAt: dateIn(row, "queued_at"),
    startedAt: dateOrNull(row, "started_at"),
    finishedAt: dateOrNull(row, "finished_at"),
    statusId: numberOrNull(row, "status_id"),
    statusAuthorId: numberOrNull(row, "status_author_id"),
    checkRunId: numberOrNull(row, "check_run_id"),
    reason: textOrNull(row, "reason")
  };
}
function stateOf(text2) {
  const state = REVIEW_STATES.find((one) => one === text2);
  if (state === void 0) throw new Error(`"${text2}" is no state of a review.`);
  return state;
}
function requestOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}

// src/adapters/store/find-orphans.ts
var MOST2 = 100;
async function findOrphans(runner, seconds) {
  const { rows } = await runner.query(
    `select ${REVIEW_COLUMNS} from review
     where (state = 'running' and beat_at < now() - make_interval(secs => $1))
        or (state not in ('queued', 'running') and (status_id is not null or state = 'failed') and not status_settled
          and finished_at < now() - make_interval(secs => $1))
     order by queued_at limit ${MOST2}`,
    [seconds]
  );
  return rows.map(storedReviewOf);
}

// src/adapters/store/forget-installation.ts
async function forgetInstallation(database, queue, installationId2, repositoryIds) {
  await database.transaction(async (runner) => {
    await runner.query("set local statement_timeout = 0");
    if (repositoryIds === null) await markGone(runner, installationId2);
    await queue.forget(installationId2, repositoryIds, runner);
    await runner.query(
      `delete from delivery where installation_id = $1
         and ($2::bigint[] is null or repository_id = any($2::bigint[]))`,
      [installationId2, repositoryIds]
    );
    await (repositoryIds === null ? runner.query("delete from installation where id = $1", [installationId2]) : runner.query("delete from repository where installation_id = $1 and id = any($2::bigint[])", [
      installationId2,
      repositoryIds
    ]));
  });
}

// src/adapters/store/spending.ts
var MONTH = "date_trunc('month', now() at time zone 'UTC')::date";
async function writeSpending(runner, { installationId: installationId2, repositoryId }, { tokens, costUsd }) {
  await runner.query(
    `insert into spending (installation_id, month, cost_usd, tokens, reviews) values ($1, ${MONTH}, $2, $3, 1)
     on conflict (installation_id, month) do update set cost_usd = spending.cost_usd + excluded.cost_usd,
       tokens = spending.tokens + excluded.tokens, reviews = spending.reviews + 1`,
    [installationId2, costUsd, tokens.input + tokens.cacheWritten + tokens.cacheRead + tokens.output]
  );
  await runner.query(
    `insert into repository_spending (installation_id, repository_id, month, cost_usd) values ($1, $2, ${MONTH}, $3)
     on conflict (installation_id, repository_id, month)
       do update set cost_usd = repository_spending.cost_usd + excluded.cost_usd`,
    [installationId2, repositoryId, costUsd]
  );
}
function reserveDollars(database, tenant, reviewId, limits) {
  const { installationId: installationId2, repositoryId } = tenant;
  return database.transaction(async (runner) => {
    await runner.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`budget ${installationId2}`]);
    const { rows } = await runner.query(
      `select
         (select cost_usd from spending where installation_id = $1 and month = ${MONTH}) as installation_spent,
         (select cost_usd from repository_spending where installation_id = $1 and repository_id = $2
           and month = ${MONTH}) as repository_spent,
         (select sum(reserved_usd) from review where installation_id = $1 and state = 'running'
           and id::text <> $3) as installation_reserved,
         (select sum(reserved_usd) from review where installation_id = $1 and repository_id = $2 and state = 'running'
           and id::text <> $3) as repository_reserved`,
      [installationId2, repositoryId, reviewId]
    );
    const reserved = decide(rows[0] ?? {}, limits);
    await tenantQuery(runner, tenant)(
      `update review set reserved_usd = $4
       where installation_id = $1 and repository_id = $2 and id = $3 and state = 'running'`,
      [reviewId, reserved.dollars]
    );
    return reserved;
  });
}
function decide(row, limits) {
  let dollars = limits.run;
  for (const owner of ["repository", "installation"]) {
    const limit = limits[owner];
    if (limit === null) continue;
    const spent = numberIn(row, `${owner}_spent`);
    const left = limit - spent - numberIn(row, `${owner}_reserved`);
    if (left <= 0) return { dollars: 0, usedUp: { of: owner, spent } };
    dollars = Math.min(dollars, left);
  }
  return { dollars, usedUp: null };
}

// src/adapters/store/tell-progress.ts
var PROGRESS = "review-progress";
async function tellProgress(database, runner, { installationId: installationId2, repositoryId }, reviewId) {
  await database.notify(PROGRESS, JSON.stringify({ reviewId, installationId: installationId2, repositoryId }), runner);
}

// src/adapters/store/end-review.ts
function endReview(database, tenant, reviewId, end) {
  return database.transaction(async (runner) => {
    const query = tenantQuery(runner, tenant);
    const pullNumber3 = await writeEnd(query, reviewId, end);
    if (pullNumber3 === null) return false;
    if (end.report !== null) await writeReport(query, { reviewId, pullNumber: pullNumber3 }, end.report);
    const usage = end.report?.usage ?? end.usage ?? null;
    if (usage !== null) await writeSpending(runner, tenant, usage);
    await tellProgress(database, runner, tenant, reviewId);
    return true;
  });
}
async function writeEnd(query, reviewId, end) {
  const { report } = end;
  const { tokens, costUsd } = report?.usage ?? end.usage ?? {};
  const shown = report?.findings.filter(({ suppressedBy }) => suppressedBy === void 0) ?? [];
  const count = (severity) => shown.filter((finding) => finding.severity === severity).length;
  const { rows } = await query(
    `update review set state = $4, reason = $5, comment_url = coalesce($6, comment_url), finished_at = now(),
       verdict = $7, gate = $8, report = $9::jsonb, critical_count = $10, high_count = $11, medium_count = $12,
       low_count = $13, info_count = $14, tokens_input = $15, tokens_cache_written = $16, tokens_cache_read = $17,
       tokens_output = $18, cost_usd = $19, status_settled = coalesce($21, status_settled),
       reserved_usd = 0
     where installation_id = $1 and repository_id = $2 and id = $3 and state in ('queued', 'running')
       and ($20::int is null or attempt = $20)
     returning pull_number`,
    [
      reviewId,
      end.state,
      storableOrNull(end.reason),
      end.commentUrl,
      report?.verdict ?? null,
      report?.gate ?? null,
      report === null ? null : storableJson(report),
      count("critical"),
      count("high"),
      count("medium"),
      count("low"),
      count("info"),
      tokens?.input ?? 0,
      tokens?.cacheWritten ?? 0,
      tokens?.cacheRead ?? 0,
      tokens?.output ?? 0,
      costUsd ?? 0,
      end.attempt ?? null,
      end.statusSettled ?? null
    ]
  );
  return rows[0] === void 0 ? null : numberIn(rows[0], "pull_number");
}
async function writeReport(query, ended2, report) {
  for (const agent of report.agents) await writeAgentReport(query, ended2.reviewId, agent);
  for (const [ordinal, finding] of report.findings.entries()) {
    await writeFinding(query, ended2.reviewId, ordinal, finding);
  }
  await settleFixed(query, ended2, report);
}
async function writeAgentReport(query, reviewId, agent) {
  const { tokens, findings } = agent;
  await query(
    `insert into agent (installation_id, repository_id, review_id, name, state, progress, engine, model, reason, required, ms,
       tokens_input, tokens_cache_written, tokens_cache_read, tokens_output, cost_usd, raised, rejected, refuted, shown)
     values ($1, $2, $3, $4, $5, 100, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (review_id, name) do update set state = excluded.state, progress = 100, eta_ms = null,
       engine = excluded.engine, model = excluded.model, reason = excluded.reason, required = excluded.required,
       ms = excluded.ms, tokens_input = excluded.tokens_input, tokens_cache_written = excluded.tokens_cache_written,
       tokens_cache_read = excluded.tokens_cache_read, tokens_output = excluded.tokens_output,
       cost_usd = excluded.cost_usd, raised = excluded.raised, rejected = excluded.rejected,
       refuted = excluded.refuted, shown = excluded.shown, 
       -- An agent's time is its own; the report comes when the last of them and the verifier have ended.
       ended_at = case when agent.started_at is null then coalesce(agent.ended_at, now())
         else least(now(), agent.started_at + excluded.ms * interval '1 millisecond') end`,
    [
      reviewId,
      agent.name,
      agent.status,
      agent.engine,
      agent.model,
      storableOrNull(agent.reason),
      agent.required,
      Math.round(agent.ms),
      tokens.input,
      tokens.cacheWritten,
      tokens.cacheRead,
      tokens.output,
      agent.costUsd,
      findings.raised,
      findings.rejected,
      findings.refuted,
      findings.shown
    ]
  );
}
async function writeFinding(query, reviewId, ordinal, finding) {
  await query(
    `insert into finding (installation_id, repository_id, review_id, ordinal, fingerprint, reviewer, rule_id, category,
       severity, confidence, verdict, origin, state, suppressed_by, path, start_line, title, agreed_by, settled)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18::jsonb, $19)`,
    [
      reviewId,
      ordinal,
      finding.fingerprint,
      finding.reviewer,
      storableText(finding.ruleId),
      finding.category,
      finding.severity,
      Math.round(finding.confidence),
      finding.verdict,
      finding.origin,
      finding.state,
      storableOrNull(finding.suppressedBy),
      storableOrNull(finding.path),
      finding.startLine ?? null,
      storableText(finding.title),
      storableJson(finding.agreedBy),
      finding.state === "dismissed" ? "dismissed" : null
    ]
  );
}
async function settleFixed(query, { reviewId, pullNumber: pullNumber3 }, report) {
  const fixed = report.since?.fixed.map(({ fingerprint }) => fingerprint) ?? [];
  if (fixed.length === 0) return;
  await query(
    `update finding set settled = 'addressed' from review
     where finding.installation_id = $1 and finding.repository_id = $2 and review.id = finding.review_id
       and review.pull_number = $3 and finding.review_id <> $4 and finding.fingerprint = any($5::text[])`,
    [pullNumber3, reviewId, fixed]
  );
}

// src/adapters/store/make-tenant-reads.ts
var MOST_PULLS = 10;
function makeTenantReads(query) {
  return {
    async review(id) {
      const { rows } = await query(
        `select ${REVIEW_COLUMNS} from review where installation_id = $1 and repository_id = $2 and id::text = $3`,
        [id]
      );
      return rows[0] === void 0 ? null : storedReviewOf(rows[0]);
    },
    async isMissing(id) {
      const { rows } = await query(
        `select 1 from review where installation_id = $1 and repository_id = $2 and id::text = $3
           and state in ('queued', 'running', 'failed') and not exists (select 1 from review as newer
             where newer.installation_id = $1 and newer.repository_id = $2 and newer.pull_number = review.pull_number
               and newer.state = 'done' and newer.queued_at > review.queued_at)`,
        [id]
      );
      return rows.length > 0;
    },
    async report(id) {
      const { rows } = await query(
        "select report from review where installation_id = $1 and repository_id = $2 and id::text = $3",
        [id]
      );
      const found = rows[0]?.report;
      return typeof found === "object" && found !== null ? found : null;
    },
    async pullsAt(headSha) {
      const { rows } = await query(
        `select distinct pull_number from review where installation_id = $1 and repository_id = $2 and head_sha = $3
           and pull_number > 0 order by pull_number desc limit ${MOST_PULLS}`,
        [headSha]
      );
      return rows.map((row) => numberIn(row, "pull_number"));
    }
  };
}

// src/adapters/store/write-agent.ts
async function writeAgent(database, tenant, reviewId, status) {
  await database.transaction(async (runner) => {
    const query = tenantQuery(runner, tenant);
    const { affected } = await query(
      `update review set beat_at = now()
       where installation_id = $1 and repository_id = $2 and id = $3 and state = 'running'`,
      [reviewId]
    );
    if (affected === 0) return;
    await query(
      `insert into agent (installation_id, repository_id, review_id, name, state, task, progress, eta_ms, blockers, support,
         shown, started_at, ended_at, tokens_input, tokens_cache_written, tokens_cache_read, tokens_output)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11,
         case when $12::boolean then now() end, case when $13::boolean then now() end,
         $14, $15, $16, $17)
       on conflict (review_id, name) do update set state = excluded.state, task = excluded.task,
         progress = excluded.progress, eta_ms = excluded.eta_ms, blockers = excluded.blockers,
         support = excluded.support, shown = excluded.shown,
         started_at = coalesce(agent.started_at, excluded.started_at), ended_at = excluded.ended_at,
         -- Counts never go back: a status without them says nothing of them.
         tokens_input = greatest(agent.tokens_input, excluded.tokens_input),
         tokens_cache_written = greatest(agent.tokens_cache_written, excluded.tokens_cache_written),
         tokens_cache_read = greatest(agent.tokens_cache_read, excluded.tokens_cache_read),
         tokens_output = greatest(agent.tokens_output, excluded.tokens_output)`,
      [
        reviewId,
        status.agent,
        status.state,
        storableText(status.task),
        Math.round(status.progress),
        status.eta === void 0 ? null : Math.round(status.eta),
        storableJson(status.blockers),
        status.support === void 0 ? null : storableJson(status.support),
        status.findings,
        status.state !== "waiting",
        status.state !== "waiting" && status.state !== "running",
        status.tokens?.input ?? 0,
        status.tokens?.cacheWritten ?? 0,
        status.tokens?.cacheRead ?? 0,
        status.tokens?.output ?? 0
      ]
    );
    await tellProgress(database, runner, tenant, reviewId);
  });
}

// src/adapters/store/make-tenant-store.ts
function makeTenantStore(database, queue, tenant) {
  const query = tenantQuery(database, tenant);
  return {
    tenant,
    ...makeTenantReads(query),
    start: (id, attempt, process2) => database.transaction(async (runner) => {
      const inside = tenantQuery(runner, tenant);
      const { affected } = await inside(
        `update review set state = 'running', attempt = $4, process = $5, reason = null, finished_at = null,
             reserved_usd = 0, started_at = now(), beat_at = now()
           where installation_id = $1 and repository_id = $2 and id = $3 and state in ('queued', 'running', 'failed')`,
        [id, attempt, process2]
      );
      if (affected === 0) return false;
      await inside(
        "delete from agent where installation_id = $1 and repository_id = $2 and review_id = $3",
        [id]
      );
      await tellProgress(database, runner, tenant, id);
      return true;
    }),
    async beat(id) {
      const { affected } = await query(
        `update review set beat_at = now()
         where installation_id = $1 and repository_id = $2 and id = $3 and state = 'running'`,
        [id]
      );
      return affected > 0;
    },
    async mark(id, marks) {
      await query(
        `update review set beat_at = now(), head_sha = coalesce($4, head_sha), base_sha = coalesce($5, base_sha),
           title = coalesce($6, title), author = coalesce($7, author), status_id = coalesce($8, status_id),
           status_author_id = coalesce($9, status_author_id), check_run_id = coalesce($10, check_run_id),
           status_settled = coalesce($11, status_settled)
         where installation_id = $1 and repository_id = $2 and id = $3`,
        [
          id,
          marks.headSha ?? null,
          marks.baseSha ?? null,
          storableOrNull(marks.title),
          storableOrNull(marks.author),
          marks.statusId ?? null,
          marks.statusAuthorId ?? null,
          marks.checkRunId ?? null,
          marks.statusSettled ?? null
        ]
      );
    },
    reserve: (id, limits) => reserveDollars(database, tenant, id, limits),
    agent: (id, status) => writeAgent(database, tenant, id, status),
    withdraw: (pullNumber3, reason, closedAt) => database.transaction(
      (runner) => supersedeQueued(tenantQuery(runner, tenant), runner, queue, pullNumber3, {
        reason,
        except: null,
        notAfter: closedAt
      })
    ),
    end: (id, end) => endReview(database, tenant, id, end)
  };
}

// src/adapters/store/retire-old.ts
var DAY_MS = 24 * 60 * 6e4;
var MOST_REVIEWS = 500;
var MOST_DELIVERIES = 5e3;
function retireOld(database, days, now) {
  const before = (count) => new Date(now.getTime() - count * DAY_MS);
  return database.transaction(async (runner) => {
    await runner.query(
      `delete from delivery where id in (select id from delivery where received_at < $1 limit ${MOST_DELIVERIES})`,
      [before(days.deliveries)]
    );
    await runner.query("delete from gone_installation where gone_at < $1", [before(days.deliveries)]);
    await runner.query("delete from session where expires_at < $1", [now]);
    const { affected } = await runner.query(
      `delete from review where id in (select id from review where queued_at < $1 and state not in ('queued', 'running')
         limit ${MOST_REVIEWS})`,
      [before(days.reviews)]
    );
    return affected;
  });
}

// src/adapters/store/make-review-store.ts
function makeReviewStore(database, queue) {
  return {
    of: (tenant) => makeTenantStore(database, queue, tenant),
    accept: (delivery, work) => acceptDelivery(database, queue, delivery, work),
    saveInstallation: (installation, repositories) => database.transaction(async (runner) => {
      if (await holdInstallation(runner, installation.id)) return false;
      await keepInstallation(runner, installation);
      for (const repository3 of repositories) await keepRepository(runner, repository3);
      return true;
    }),
    async installations() {
      const { rows } = await database.query("select id from installation order by id");
      return rows.map((row) => numberIn(row, "id"));
    },
    forget: (installationId2, repositoryIds) => forgetInstallation(database, queue, installationId2, repositoryIds ?? null),
    orphans: (seconds) => findOrphans(database, seconds),
    retire: (days, now) => retireOld(database, days, now)
  };
}

// src/adapters/store/migrations.ts
import { createHash as createHash4 } from "node:crypto";

// src/adapters/store/migrations/0001-first.ts
var FIRST = `
-- Everything that belongs to a repository carries both numbers and goes with its installation.
create table installation (
  id bigint primary key,
  account_id bigint not null,
  account_login text not null,
  account_type text not null check (account_type in ('User', 'Organization')),
  suspended boolean not null default false,
  installed_at timestamptz not null default now()
);

create table repository (
  installation_id bigint not null references installation (id) on delete cascade,
  id bigint not null,
  owner text not null,
  name text not null,
  is_private boolean not null,
  primary key (installation_id, id)
);

create table delivery (
  id text primary key,
  event text not null,
  action text,
  installation_id bigint,
  repository_id bigint,
  received_at timestamptz not null default now()
);
create index delivery_received_at on delivery (received_at);
create index delivery_installation on delivery (installation_id);

create table review (
  id uuid primary key default gen_random_uuid(),
  installation_id bigint not null,
  repository_id bigint not null,
  pull_number integer not null,
  head_sha text,
  base_sha text,
  config_digest text not null,
  trigger text not null check (trigger in ('push', 'command', 'rerun', 'explain', 'merge-group')),
  occasion text not null,
  title text not null,
  author text not null,
  asked_by text,
  event_at timestamptz,
  request jsonb not null,
  job_id uuid,
  -- Turn in the queue, see accept-review.ts.
  round integer not null default 0,
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'answered', 'failed', 'superseded')),
  attempt integer not null default 0,
  process text,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  beat_at timestamptz,
  finished_at timestamptz,
  status_id bigint,
  status_author_id bigint,
  -- The final status is on the forge.
  status_settled boolean not null default false,
  check_run_id bigint,
  reason text,
  verdict text,
  gate text,
  comment_url text,
  critical_count integer not null default 0,
  high_count integer not null default 0,
  medium_count integer not null default 0,
  low_count integer not null default 0,
  info_count integer not null default 0,
  tokens_input bigint not null default 0,
  tokens_cache_written bigint not null default 0,
  tokens_cache_read bigint not null default 0,
  tokens_output bigint not null default 0,
  cost_usd double precision not null default 0,
  report jsonb,
  foreign key (installation_id, repository_id) references repository (installation_id, id) on delete cascade,
  -- What lets rows of agents and findings refer to a review of the same repository only.
  unique (id, installation_id, repository_id),
  unique nulls not distinct (installation_id, repository_id, pull_number, head_sha, config_digest, occasion)
);
create index review_recent on review (installation_id, repository_id, queued_at desc);
create index review_pull on review (installation_id, repository_id, pull_number);
create index review_open on review (state) where state in ('queued', 'running');
create index review_turn on review (round) where state = 'queued';
create index review_turn_of_installation on review (installation_id, round) where state = 'queued';
create index review_unsettled on review (finished_at)
  where status_id is not null and not status_settled and state not in ('queued', 'running');

-- One run of a reviewer: its live state while the review runs, its figures afterwards.
create table agent (
  review_id uuid not null,
  installation_id bigint not null,
  repository_id bigint not null,
  name text not null,
  state text not null,
  task text not null default '',
  progress smallint not null default 0,
  eta_ms integer,
  blockers jsonb not null default '[]',
  support jsonb,
  engine text,
  model text,
  reason text,
  required boolean not null default true,
  started_at timestamptz,
  ended_at timestamptz,
  ms integer,
  tokens_input bigint not null default 0,
  tokens_cache_written bigint not null default 0,
  tokens_cache_read bigint not null default 0,
  tokens_output bigint not null default 0,
  cost_usd double precision not null default 0,
  raised integer not null default 0,
  rejected integer not null default 0,
  refuted integer not null default 0,
  shown integer not null default 0,
  primary key (review_id, name),
  foreign key (review_id, installation_id, repository_id)
    references review (id, installation_id, repository_id) on delete cascade
);
create index agent_tenant on agent (installation_id, repository_id, name);

create table finding (
  review_id uuid not null,
  ordinal integer not null,
  installation_id bigint not null,
  repository_id bigint not null,
  fingerprint text not null,
  reviewer text not null,
  rule_id text not null,
  category text not null,
  severity text not null,
  confidence smallint not null,
  verdict text not null,
  origin text not null,
  state text not null,
  suppressed_by text,
  path text,
  start_line integer,
  title text not null,
  agreed_by jsonb not null default '[]',
  -- What became of it in the pull request. TenantStore.end writes it: dismissed on findings of state dismissed,
  -- addressed on every earlier row of the pull request whose fingerprint is in the report's since.fixed.
  settled text check (settled in ('addressed', 'dismissed')),
  primary key (review_id, ordinal),
  foreign key (review_id, installation_id, repository_id)
    references review (id, installation_id, repository_id) on delete cascade
);
create index finding_tenant on finding (installation_id, repository_id, rule_id);

-- Dollars and tokens of an installation in a month; it outlives the reviews that retention deletes.
create table spending (
  installation_id bigint not null references installation (id) on delete cascade,
  month date not null,
  cost_usd double precision not null default 0,
  tokens bigint not null default 0,
  reviews integer not null default 0,
  primary key (installation_id, month)
);

-- A person who signed in. The tokens are encrypted by the service; the id is only kept as a hash.
create table session (
  id_hash text primary key,
  user_id bigint not null,
  login text not null,
  sealed_tokens text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_expires_at on session (expires_at);
`;

// src/adapters/store/migrations/0002-chores.ts
var CHORES = `
create table chore (
  name text primary key,
  holder text not null,
  held_until timestamptz not null,
  note text
);
`;

// src/adapters/store/migrations/0003-waiting-of-pull.ts
var WAITING_OF_PULL = `
create index review_waiting_of_pull on review (installation_id, repository_id, pull_number)
  where trigger = 'push' and state = 'queued';
`;

// src/adapters/store/migrations/0004-unsettled.ts
var UNSETTLED = `
drop index review_unsettled;
create index review_unsettled on review (finished_at)
  where not status_settled and (status_id is not null or state = 'failed') and state not in ('queued', 'running');
`;

// src/adapters/store/migrations/0005-budgets.ts
var BUDGETS = `
alter table review add column reserved_usd double precision not null default 0;

-- Like spending, of one repository; it outlives the reviews that retention deletes.
create table repository_spending (
  installation_id bigint not null,
  repository_id bigint not null,
  month date not null,
  cost_usd double precision not null default 0,
  primary key (installation_id, repository_id, month),
  foreign key (installation_id, repository_id) references repository (installation_id, id) on delete cascade
);
insert into repository_spending (installation_id, repository_id, month, cost_usd)
  select installation_id, repository_id, date_trunc('month', finished_at at time zone 'UTC')::date, sum(cost_usd)
  from review where finished_at is not null and cost_usd > 0 group by 1, 2, 3;
`;

// src/adapters/store/migrations/0006-gone-installations.ts
var GONE_INSTALLATIONS = `
create table gone_installation (
  id bigint primary key,
  gone_at timestamptz not null default now()
);
`;

// src/adapters/store/migrations.ts
var MIGRATIONS = [
  { number: 1, name: "first", text: FIRST },
  { number: 2, name: "chores", text: CHORES },
  { number: 3, name: "waiting-of-pull", text: WAITING_OF_PULL },
  { number: 4, name: "unsettled", text: UNSETTLED },
  { number: 5, name: "budgets", text: BUDGETS },
  { number: 6, name: "gone-installations", text: GONE_INSTALLATIONS }
];
function checksumOf(migration) {
  return createHash4("sha256").update(migration.text).digest("hex");
}

// src/adapters/store/migrate.ts
var MIGRATION_LOCK = 1835102769;
async function migrate(database, migrations = MIGRATIONS) {
  await database.transaction(async (runner) => {
    await lock(runner);
    await runner.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, checksum text not null, run_at timestamptz not null default now())`);
  });
  for (const migration of migrations) {
    await database.transaction(async (runner) => {
      await lock(runner);
      const known = await readRecord(runner);
      refuseForeign(known, migrations);
      if (known.has(migration.number)) return;
      await runner.query("set local statement_timeout = 0");
      await runner.query(migration.text);
      await runner.query("insert into schema_migration (number, name, checksum) values ($1, $2, $3)", [
        migration.number,
        migration.name,
        checksumOf(migration)
      ]);
    });
  }
}
async function lock(runner) {
  await runner.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
}
async function readRecord(runner) {
  const { rows } = await runner.query("select number, checksum from schema_migration");
  return new Map(rows.map((row) => [Number(row.number), String(row.checksum)]));
}
function refuseForeign(known, migrations) {
  const newest = migrations.reduce((most, { number }) => Math.max(most, number), 0);
  const found = Math.max(0, ...known.keys());
  if (found > newest) {
    throw new ReviewError(
      "database-unsuitable",
      `The database was written by a newer version of this program: its schema is at number ${found}, this program knows ${newest}.`,
      "Start the newer version again, or restore a backup that was made before the update."
    );
  }
  for (const migration of migrations) {
    const checksum = known.get(migration.number);
    if (checksum === void 0 || checksum === checksumOf(migration)) continue;
    throw new ReviewError(
      "database-unsuitable",
      `Migration ${migration.number} (${migration.name}) ran on this database with another text than this program has.`,
      "Use the program that created the database, or an empty database: one of an unreleased version cannot be updated."
    );
  }
}

// src/adapters/store/open-embedded.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync as existsSync2 } from "node:fs";
import { join as join5 } from "node:path";

// src/adapters/store/lock-folder.ts
import { mkdirSync, readdirSync, readFileSync as readFileSync3, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve as resolve2 } from "node:path";

// src/adapters/store/lock-owner.ts
import { readFileSync as readFileSync2, readlinkSync } from "node:fs";
import { hostname } from "node:os";
function ownOwner() {
  const host = hostname();
  const boot = textOf2(() => readFileSync2("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const view = textOf2(() => readlinkSync("/proc/self/ns/pid"));
  return {
    pid: process.pid,
    started: startOf(process.pid),
    host,
    place: [host, boot ?? "", view ?? ""].join(" ")
  };
}
function lives(owner, self) {
  if (owner.place !== self.place) return "unknown";
  const started = startOf(owner.pid);
  if (started !== null && owner.started !== null) return started === owner.started ? "alive" : "dead";
  try {
    process.kill(owner.pid, 0);
    return "alive";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM" ? "alive" : "dead";
  }
}
function parseOwner(text2) {
  try {
    const value = JSON.parse(text2);
    if (typeof value !== "object" || value === null) return null;
    const { pid, started, host, place } = value;
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return null;
    if (typeof host !== "string" || typeof place !== "string") return null;
    return { pid, started: typeof started === "string" ? started : null, host, place };
  } catch {
    return null;
  }
}
function startOf(pid) {
  const stat = textOf2(() => readFileSync2(`/proc/${pid}/stat`, "utf8"));
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? "ended" : fields[19] ?? null;
}
function textOf2(read2) {
  try {
    return read2();
  } catch {
    return null;
  }
}

// src/adapters/store/lock-folder.ts
var SIGN_EVERY_MS = 5e3;
var DEAD_AFTER_MS = 2e4;
var LOOK_EVERY_MS = 250;
var FREE = "free";
var LOCK_FILE = /^lock-(\d{1,15})$/;
async function lockFolder(folder, { clock, log }) {
  makeFolder(folder);
  const self = ownOwner();
  for (; ; ) {
    const newest = numbersIn(folder)[0] ?? 0;
    if (newest > 0) await refuseIfAlive(folder, newest, self, clock);
    const own = newest + 1;
    if (!create(pathOf(folder, own), self)) continue;
    const [highest, ...others] = numbersIn(folder);
    if (highest !== own) {
      rmSync(pathOf(folder, own), { force: true });
      continue;
    }
    for (const other of others) rmSync(pathOf(folder, other), { force: true });
    return hold(folder, own, clock, log);
  }
}
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 448 });
  } catch (error) {
    throw new ReviewError(
      "database-unreachable",
      `The data folder ${resolve2(folder)} cannot be made: ${messageOf(error)}.`,
      "Choose another folder with DATA_FOLDER, or give this user the right to write there.",
      { cause: error }
    );
  }
}
function numbersIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const number = LOCK_FILE.exec(name)?.[1];
    return number === void 0 ? [] : [Number(number)];
  }).sort((one, other) => other - one);
}
var pathOf = (folder, number) => join(folder, `lock-${number}`);
function create(path, owner) {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: "wx", mode: 384 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
async function refuseIfAlive(folder, number, self, clock) {
  const path = pathOf(folder, number);
  const first = signOf(path);
  let last = first;
  while (last !== null && last.text !== FREE) {
    const owner = parseOwner(last.text);
    const fate = owner === null ? "unknown" : lives(owner, self);
    if (fate === "dead") return;
    if (fate === "alive" || last.at !== first?.at) throw inUse(folder, owner, path);
    if (Date.now() - last.at > DEAD_AFTER_MS) return;
    await new Promise((done) => clock.after(LOOK_EVERY_MS, done));
    last = signOf(path);
  }
}
function signOf(path) {
  try {
    return { at: statSync(path).mtimeMs, text: readFileSync3(path, "utf8") };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
function inUse(folder, owner, path) {
  const who = owner === null ? "another process" : `process ${owner.pid} on ${owner.host}`;
  return new ReviewError(
    "folder-in-use",
    `The data folder ${resolve2(folder)} is already open: ${who} holds it (${path}).`,
    "Stop that process first, give this one another folder with DATA_FOLDER, or use a PostgreSQL server with DATABASE_URL, which any number of processes may share."
  );
}
function hold(folder, own, clock, log) {
  const path = pathOf(folder, own);
  let isLost = false;
  let cancel = clock.after(SIGN_EVERY_MS, sign);
  function sign() {
    try {
      const now = /* @__PURE__ */ new Date();
      utimesSync(path, now, now);
      isLost = numbersIn(folder)[0] !== own;
    } catch (error) {
      isLost = true;
      log.warn("The lock of the data folder is gone.", { reason: messageOf(error) });
    }
    if (!isLost) cancel = clock.after(SIGN_EVERY_MS, sign);
  }
  return {
    check() {
      if (isLost) throw inUse(folder, null, path);
    },
    release() {
      cancel();
      if (!isLost) writeFileSync(path, FREE);
    }
  };
}

// src/adapters/store/start-engine.ts
import { existsSync, mkdirSync as mkdirSync3, readFileSync as readFileSync5, renameSync, rmSync as rmSync2 } from "node:fs";
import { join as join4 } from "node:path";
import { PGlite as PGlite2 } from "@electric-sql/pglite";

// src/adapters/store/durable-files.ts
import { fsyncSync } from "node:fs";
import { open } from "node:fs/promises";
import { join as join2 } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
var DurableFiles = class extends NodeFS {
  #waiting = /* @__PURE__ */ new Set();
  async init(...[engine, options]) {
    const { emscriptenOpts } = await super.init(engine, options);
    const preRun = [...emscriptenOpts.preRun ?? [], (module) => this.#addFlush(module)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
  /** From now on files are flushed at once. What waited is flushed now. @returns when all of it is on disk */
  async flushWaiting() {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    await flushFiles([...waiting]);
  }
  /** Adds what PGlite's file system lacks; its runtime calls it when it is there. */
  #addFlush(module) {
    const operations = module.NODEFS?.stream_ops;
    if (operations === void 0) throw new Error("The embedded database cannot flush its files to disk.");
    operations.fsync = ({ nfd, path }) => {
      if (this.#waiting !== null && path?.startsWith(PGlite.paths.PGDATA)) {
        this.#waiting.add(join2(this.rootDir, path.slice(PGlite.paths.PGDATA.length)));
      } else {
        fsyncSync(nfd);
      }
      return 0;
    };
  }
};
var AT_ONCE = 16;
async function flushFiles(paths) {
  for (let start2 = 0; start2 < paths.length; start2 += AT_ONCE) {
    await Promise.all(paths.slice(start2, start2 + AT_ONCE).map(flushFile));
  }
}
async function flushFile(path) {
  try {
    const file = await open(path, "r");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

// src/adapters/store/folder-archive.ts
import { mkdirSync as mkdirSync2, readdirSync as readdirSync2, readFileSync as readFileSync4, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname, join as join3 } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
function unpackFolder(archive, folder) {
  const bytes = brotliDecompressSync(archive);
  const end = 4 + bytes.readUInt32BE(0);
  const entries = JSON.parse(bytes.toString("utf8", 4, end));
  let at = end;
  return entries.map(({ path, size }) => {
    const target = join3(folder, path);
    if (size === null) {
      mkdirSync2(target, { recursive: true, mode: 448 });
    } else {
      mkdirSync2(dirname(target), { recursive: true, mode: 448 });
      writeFileSync2(target, bytes.subarray(at, at + size), { mode: 384 });
      at += size;
    }
    return target;
  });
}

// src/adapters/store/start-engine.ts
var START_PARAMETERS = [
  ...PGlite2.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["fsync=on", "wal_sync_method=fsync", "shared_buffers=16MB", "wal_buffers=1MB"].flatMap(setting),
  ...["min_wal_size=8MB", "max_wal_size=64MB"].flatMap(setting)
];
var INITDB_PARAMETERS = ["--wal-segsize=1"];
function setting(text2) {
  return ["-c", text2];
}
async function startEngine(folder, snapshot) {
  const isNew = !existsSync(join4(folder, "PG_VERSION"));
  try {
    const made = isNew ? await makeDatabase(folder, snapshot) : [];
    const files = new DurableFiles(folder);
    const postgres = await PGlite2.create({ fs: files, startParams: START_PARAMETERS });
    return { postgres, settled: settle(files, made) };
  } catch (error) {
    throw new ReviewError(
      "database-unsuitable",
      `The embedded database in ${folder} could not be ${isNew ? "made" : "opened"}: ${messageOf(error)}.`,
      isNew ? "Check that the folder is writable and that the disk has 100 MB left." : "Restore the folder from a backup, or move it away to start with an empty database.",
      { cause: error }
    );
  }
}
async function makeDatabase(folder, snapshot) {
  const unfinished = `${folder}.new`;
  rmSync2(unfinished, { recursive: true, force: true });
  mkdirSync3(unfinished, { recursive: true, mode: 448 });
  const made = snapshot === null ? [] : unpackFolder(readFileSync5(snapshot), unfinished);
  if (snapshot === null) await createCluster(unfinished);
  rmSync2(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return made.map((path) => join4(folder, path.slice(unfinished.length)));
}
async function createCluster(folder) {
  const postgres = await PGlite2.create({ dataDir: folder, initDbStartParams: INITDB_PARAMETERS });
  await postgres.close();
}
async function settle(files, made) {
  const waiting = files.flushWaiting();
  await flushFiles(made);
  await waiting;
}

// src/adapters/store/open-embedded.ts
var VACUUM_EVERY_MS = 30 * 6e4;
async function openEmbedded(folder, options) {
  const lock2 = await lockFolder(folder, options);
  try {
    const engine = await startEngine(join5(folder, "database"), findSnapshot());
    return makeDatabase2(engine, lock2, options);
  } catch (error) {
    lock2.release();
    throw error;
  }
}
function makeDatabase2({ postgres: engine, settled }, lock2, { clock, log }) {
  const flushed = settled.catch(
    (error) => log.warn("Files of the database could not be flushed to disk.", { reason: messageOf(error) })
  );
  const once = makeTurns();
  const around = new AsyncLocalStorage();
  const alone = async (work) => {
    if (around.getStore()?.isOpen === true)
      throw new Error("Inside a transaction only its runner may be asked.");
    return once(() => {
      lock2.check();
      return work();
    });
  };
  const query = (text2, values) => alone(async () => {
    try {
      return await ask(engine, text2, values);
    } catch (error) {
      await engine.exec("rollback").catch(() => void 0);
      throw error;
    }
  });
  const stopVacuum = vacuumNowAndThen(() => query("vacuum (analyze)"), clock, log);
  let closing = null;
  return {
    kind: "embedded",
    query,
    transaction: (work) => alone(
      () => engine.transaction(async (inner) => {
        const own = { isOpen: true };
        try {
          return await around.run(own, () => work({ query: (text2, values) => ask(inner, text2, values) }));
        } finally {
          own.isOpen = false;
        }
      })
    ),
    notify: async (channel, payload, runner) => {
      await (runner?.query ?? query)("select pg_notify($1, $2)", [channel, payload]);
    },
    async listen(channel, onMessage) {
      const name = `"${channel}"`;
      await once(() => engine.listen(name, onMessage));
      return () => closing ?? once(() => engine.unlisten(name, onMessage));
    },
    close() {
      stopVacuum();
      closing ??= once(() => engine.close()).then(() => flushed).finally(lock2.release);
      return closing;
    }
  };
}
function findSnapshot() {
  const places = ["./empty-database.br", "../empty-database.br"].map(
    (path) => new URL(path, import.meta.url)
  );
  return places.find((place) => existsSync2(place)) ?? null;
}
async function ask(engine, text2, values = []) {
  if (values.length > 0) return answerOf(await engine.query(text2, [...values]));
  const answers = (await engine.exec(text2)).map(answerOf);
  return { rows: answers.flatMap(({ rows }) => rows), affected: answers.at(-1)?.affected ?? 0 };
}
function answerOf(result) {
  return { rows: result.rows, affected: result.affectedRows ?? 0 };
}
function makeTurns() {
  let last = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => void 0);
    return turn;
  };
}
function vacuumNowAndThen(vacuum, clock, log) {
  let cancel = clock.after(VACUUM_EVERY_MS, run);
  function run() {
    vacuum().catch(
      (error) => log.warn("The database could not be vacuumed.", { reason: messageOf(error) })
    ).finally(() => {
      if (!isStopped) cancel = clock.after(VACUUM_EVERY_MS, run);
    });
  }
  let isStopped = false;
  return () => {
    isStopped = true;
    cancel();
  };
}

// src/adapters/store/open-server.ts
import pg from "pg";

// src/adapters/store/explain-connection.ts
var REFUSALS = /^(28|3D)/;
function explainConnection(url, error) {
  const place = placeOf2(url);
  const code2 = codeOf(error);
  if (code2 !== null && REFUSALS.test(code2)) {
    return new ReviewError(
      "database-refused",
      `The database server at ${place} refused: ${messageOf(error)}.`,
      "Check user, password and database name in DATABASE_URL.",
      { cause: error }
    );
  }
  return new ReviewError(
    "database-unreachable",
    `No connection to the database server at ${place}: ${messageOf(error) || code2 || "no answer"}.`,
    "Check that the server runs and that host and port in DATABASE_URL are right, or leave DATABASE_URL out to use the embedded database.",
    { cause: error }
  );
}
function codeOf(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
function placeOf2(url) {
  if (!URL.canParse(url)) return "the address in DATABASE_URL, which is no URL";
  const { host, pathname } = new URL(url);
  return `${host || "the local socket"}${pathname}`;
}

// src/adapters/store/make-listener.ts
var PAUSES_MS = [100, 500, 1e3, 2e3, 5e3];
var CHANNEL = /^[a-z][a-z0-9_-]{0,62}$/;
function makeListener(connect, options) {
  const connection = new ListeningConnection(connect, options.clock, options.log);
  return {
    listen: (channel, onMessage, onReconnect) => connection.add({ channel, onMessage, onReconnect }),
    close: () => connection.close()
  };
}
var ListeningConnection = class {
  #connect;
  #clock;
  #log;
  #subscriptions = /* @__PURE__ */ new Set();
  /** The client that listens, or is about to; null while there is none. */
  #opening = null;
  #client = null;
  #wasLost = false;
  #isClosed = false;
  #cancelPause = () => void 0;
  constructor(connect, clock, log) {
    this.#connect = connect;
    this.#clock = clock;
    this.#log = log;
  }
  /** @returns what ends the subscription */
  async add(one) {
    if (!CHANNEL.test(one.channel)) throw new Error(`"${one.channel}" is no name of a channel.`);
    this.#subscriptions.add(one);
    try {
      this.#opening ??= this.#open();
      await (await this.#opening).query(`listen "${one.channel}"`);
    } catch (error) {
      this.#subscriptions.delete(one);
      if (this.#client === null) this.#opening = null;
      throw error;
    }
    return () => this.#remove(one);
  }
  async close() {
    this.#isClosed = true;
    this.#cancelPause();
    this.#subscriptions.clear();
    await this.#opening?.then((client) => client.end()).catch(() => void 0);
  }
  async #remove(one) {
    this.#subscriptions.delete(one);
    if (this.#client === null || this.#channels().has(one.channel)) return;
    await this.#client.query(`unlisten "${one.channel}"`).catch(() => void 0);
  }
  #channels() {
    return new Set([...this.#subscriptions].map(({ channel }) => channel));
  }
  async #open() {
    const client = this.#connect();
    client.on("error", (error) => this.#lose(client, error.message));
    client.on("end", () => this.#lose(client, "the connection ended"));
    client.on("notification", ({ channel, payload }) => {
      for (const one of this.#subscriptions) if (one.channel === channel) one.onMessage(payload ?? "");
    });
    await client.connect();
    for (const channel of this.#channels()) await client.query(`listen "${channel}"`);
    this.#client = client;
    if (this.#wasLost) for (const one of this.#subscriptions) one.onReconnect();
    this.#wasLost = false;
    return client;
  }
  #lose(lost, reason) {
    if (this.#isClosed || this.#client !== lost) return;
    this.#client = null;
    this.#opening = null;
    this.#wasLost = true;
    lost.end().catch(() => void 0);
    this.#log.warn("The connection that listens to the database was lost; connecting again.", { reason });
    this.#tryAgain(0);
  }
  #tryAgain(tries) {
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0;
    this.#cancelPause = this.#clock.after(pause, () => {
      if (this.#isClosed || this.#opening !== null) return;
      this.#opening = this.#open();
      this.#opening.catch((error) => {
        this.#opening = null;
        this.#log.debug("The database cannot be listened to yet.", { reason: messageOf(error) });
        this.#tryAgain(tries + 1);
      });
    });
  }
};

// src/adapters/store/statement-names.ts
var MOST_NAMES = 300;
function makeStatementNames() {
  const names = /* @__PURE__ */ new Map();
  return (text2) => {
    const known = names.get(text2);
    if (known !== void 0 || names.size >= MOST_NAMES) return known;
    const name = `app_${names.size + 1}`;
    names.set(text2, name);
    return name;
  };
}

// src/adapters/store/open-server.ts
var OLDEST_VERSION = 15;
var CONNECT_TIMEOUT_MS = 5e3;
var KEEP_ALIVE_MS2 = 1e4;
var STATEMENT_TIMEOUT_MS = 3e4;
var IDLE_TRANSACTION_TIMEOUT_MS = 6e4;
var NOTIFY_ALONE = "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)";
var FEATURE_NOT_SUPPORTED = "0A000";
var WRITES = /* @__PURE__ */ new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
async function openServer(url, options) {
  const config = {
    connectionString: url,
    application_name: "multi-agent-review",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS2,
    types: { getTypeParser }
  };
  const pool = new pg.Pool({ ...config, max: options.connections ?? 10 });
  pool.on("error", (error) => options.log.warn("A database connection was lost.", { reason: error.message }));
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error instanceof ReviewError ? error : explainConnection(url, error);
  }
  const listener = makeListener(() => new pg.Client(config), options);
  return makeDatabase3(pool, listener);
}
function getTypeParser(type, format) {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}
async function checkVersion(pool) {
  const { rows } = await pool.query("show server_version");
  const version = rows[0]?.server_version ?? "";
  if (Number.parseInt(version, 10) >= OLDEST_VERSION) return;
  throw new ReviewError(
    "database-unsuitable",
    `The PostgreSQL server is version ${version}; at least ${OLDEST_VERSION} is needed.`,
    "Point DATABASE_URL at a newer server, or leave it out to use the embedded database."
  );
}
function makeDatabase3(pool, listener) {
  const nameOf2 = makeStatementNames();
  const runnerOf = (client) => makeRunner(client, nameOf2);
  const query = (text2, values) => withClient(pool, (client) => runnerOf(client).query(text2, values));
  return {
    kind: "server",
    query,
    transaction: (work) => withClient(pool, async (client) => {
      await client.query("begin");
      const result = await work(runnerOf(client));
      await client.query("commit");
      return result;
    }),
    notify: async (channel, payload, runner) => {
      if (runner === void 0) await query(NOTIFY_ALONE, [channel, payload]);
      else await runner.query("select pg_notify($1, $2)", [channel, payload]);
    },
    listen: (channel, onMessage, onReconnect) => listener.listen(channel, onMessage, onReconnect),
    async close() {
      await listener.close();
      if (!pool.ended && !pool.ending) await pool.end();
    }
  };
}
async function withClient(pool, work) {
  const client = await pool.connect();
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on("error", onError);
  try {
    return await work(client);
  } catch (error) {
    broken = isOutdated(error);
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}
function isOutdated(error) {
  return error instanceof pg.DatabaseError && error.code === FEATURE_NOT_SUPPORTED;
}
function makeRunner(client, nameOf2) {
  return {
    async query(text2, values) {
      if (values !== void 0 && values.length > 0) {
        const name = nameOf2(text2);
        return answerOf2(
          await client.query({ text: text2, values: [...values], ...name === void 0 ? {} : { name } })
        );
      }
      const results = await client.query(text2);
      return Array.isArray(results) ? joined(results) : answerOf2(results);
    }
  };
}
function answerOf2(result) {
  return { rows: result.rows, affected: WRITES.has(result.command) ? result.rowCount ?? 0 : 0 };
}
function joined(results) {
  const answers = results.map(answerOf2);
  return {
    rows: answers.flatMap(({ rows }) => rows),
    affected: answers.reduce((sum, { affected }) => sum + affected, 0)
  };
}

// src/adapters/store/open-database.ts
async function openDatabase(location, options) {
  const database = "url" in location ? await openServer(location.url, options) : await openEmbedded(location.folder, options);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

// src/service/sample-queue.ts
var EVERY_MS = 1e4;
function sampleQueue(queue, { metrics, clock, log }) {
  let isClosed = false;
  let cancel = () => {
  };
  const look2 = async () => {
    try {
      metrics.record({ kind: "queue", ...await queue.depth() });
    } catch (thrown) {
      log.warn("the queue could not be looked at", { reason: messageOf(thrown) });
    }
    if (!isClosed) cancel = clock.after(EVERY_MS, turn);
  };
  let looking = look2();
  function turn() {
    looking = look2();
  }
  return {
    close() {
      isClosed = true;
      cancel();
      return looking;
    }
  };
}

// src/entry/app/closers.ts
function makeClosers(log) {
  const open2 = [];
  return {
    add: (name, close) => void open2.push({ name, close }),
    async closeAll() {
      for (const { name, close } of open2.splice(0).reverse()) {
        try {
          await close();
        } catch (thrown) {
          log.warn(`The ${name} could not be closed: ${messageOf(thrown)}`);
        }
      }
    }
  };
}

// src/entry/app/readiness.ts
var LOOK_MS = 2e3;
var FRESH_MS = 1e3;
function makeReadiness(needs, clock) {
  let last = null;
  return () => {
    const now = clock.steady();
    if (last === null || now - last.at > FRESH_MS) last = { at: now, answer: lookAtAll(needs, clock) };
    return last.answer;
  };
}
async function lookAtAll(needs, clock) {
  const found = await Promise.all(
    needs.map(async (need) => [need.name, await look(need, clock) ?? "ok"])
  );
  return { ready: found.every(([, said]) => said === "ok"), needs: Object.fromEntries(found) };
}
function look(need, clock) {
  return new Promise((resolve3) => {
    const cancel = clock.after(LOOK_MS, () => resolve3(`no answer within ${LOOK_MS / 1e3} s`));
    const settle4 = (said) => {
      cancel();
      resolve3(said);
    };
    need.look().then(settle4, (thrown) => settle4(messageOf(thrown)));
  });
}

// src/entry/app/start-work.ts
import { createHmac } from "node:crypto";
import { hostname as hostname2 } from "node:os";

// src/adapters/review-process/start-review-process.ts
import { fork } from "node:child_process";
import { constants as constants2, getPriority, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
var MOST_LINE = 2e3;
function startReviewProcess({ entry, assets, log, environment = {} }) {
  const child = fork(fileURLToPath(entry), [], {
    env: { ...environment },
    // In place of the options of the service's own Node (a debugger's port). The youngest generation of the heap stays
    // small: after a hundred small reviews 230 MB are held in place of 340, for the same time.
    execArgv: ["--max-semi-space-size=4"],
    stdio: ["ignore", "pipe", "pipe", "ipc"]
  });
  makeWay(child, log);
  let orders = 0;
  let rssBytes = 0;
  let isAlive = true;
  let current = null;
  const onLine = (line2) => {
    const shown = (current?.ear.hide ?? ((text2) => text2))(line2.slice(0, MOST_LINE));
    log.warn("a review process wrote a line", { pid: child.pid ?? null, line: shown });
  };
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) readLines(stream, onLine);
  const finish = (end) => {
    const ending2 = current;
    current = null;
    ending2?.finish(end);
  };
  const gone = (how) => {
    isAlive = false;
    finish({ kind: "failed", reason: `The review process ended (${how}).`, isRetryable: true });
  };
  const ended2 = new Promise((resolve3) => {
    child.once("exit", (code2, signal) => {
      gone(signal ?? `code ${code2}`);
      resolve3();
    });
    child.once("error", (error) => {
      log.warn("a review process failed", { reason: error.message });
      if (child.pid !== void 0) return;
      gone(error.message);
      resolve3();
    });
  });
  const answerWish = async (wish) => {
    const asked2 = current;
    const allowance = await asked2?.ear.allow(wish).catch((error) => {
      log.warn("what a review may spend is not known", { reason: messageOf(error) });
      return null;
    });
    if (current === asked2) tell(child, { kind: "allowance", allowance: allowance ?? null });
  };
  child.on("message", (message) => {
    if (message.kind === "wish") void answerWish(message.wish);
    if (message.kind === "event") current?.ear.onEvent(message.event);
    if (message.kind !== "end") return;
    rssBytes = message.rssBytes;
    finish(message.end);
  });
  tell(child, { kind: "start", assets: assets.href });
  return {
    ended: ended2,
    state: () => ({ orders, rssBytes, isAlive }),
    carryOut: (order, ear) => {
      orders += 1;
      return new Promise((resolve3) => {
        current = { ear, finish: resolve3 };
        if (isAlive) tell(child, { kind: "order", order });
        else gone("before it was asked");
      });
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended2;
    }
  };
}
var LESS_URGENT = constants2.priority.PRIORITY_BELOW_NORMAL;
function makeWay({ pid }, log) {
  if (pid === void 0) return;
  try {
    setPriority(pid, Math.min(constants2.priority.PRIORITY_LOW, getPriority() + LESS_URGENT));
  } catch (error) {
    log.debug("a review process keeps its priority", { pid, reason: messageOf(error) });
  }
}
function tell(child, message) {
  if (child.connected) child.send(message, () => void 0);
}
function readLines(stream, onLine) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text2) => {
    const lines = `${rest}${text2}`.split("\n");
    rest = (lines.pop() ?? "").slice(-MOST_LINE);
    for (const line2 of lines) if (line2.trim() !== "") onLine(line2);
  });
  stream.on("end", () => {
    if (rest.trim() !== "") onLine(rest);
  });
}

// src/adapters/review-process/open-review-processes.ts
var MOST_ORDERS = 200;
var MOST_RSS_BYTES = 700 * 1024 * 1024;
var GRACE_MS = 18e4;
function openReviewProcesses(options) {
  const { clock, log, mostOrders = MOST_ORDERS, mostRssBytes = MOST_RSS_BYTES } = options;
  const idle = [];
  const alive = /* @__PURE__ */ new Set();
  const queue = [];
  let running = 0;
  let isClosed = false;
  const start2 = () => {
    const started = startReviewProcess(options);
    alive.add(started);
    void started.ended.then(() => {
      alive.delete(started);
      const index = idle.indexOf(started);
      if (index >= 0) idle.splice(index, 1);
    });
    return started;
  };
  const takeTurn = async () => {
    if (running >= options.count) await new Promise((resolve3) => queue.push(resolve3));
    running += 1;
  };
  const giveTurn = () => {
    running -= 1;
    queue.shift()?.();
  };
  const settle4 = async (used) => {
    const { orders, rssBytes, isAlive } = used.state();
    if (isAlive && !isClosed && orders < mostOrders && rssBytes <= mostRssBytes) {
      idle.push(used);
      return;
    }
    if (isAlive && !isClosed)
      log.info("a review process made room for a new one", {
        orders,
        megabytes: Math.round(rssBytes / 1024 / 1024)
      });
    await used.kill();
  };
  return {
    run: async (order, onEvent, signal, allow) => {
      await takeTurn();
      try {
        if (isClosed || signal.aborted) return ABORTED;
        const used = idle.pop() ?? start2();
        const end = await supervise(used, { order, onEvent, signal, allow }, options);
        await settle4(used);
        return end;
      } finally {
        giveTurn();
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...alive].map((one) => one.kill()));
    }
  };
  async function supervise(used, { order, onEvent, signal, allow }, { graceMs = GRACE_MS }) {
    const seconds = order.deadlineSeconds + graceMs / 1e3;
    const hide = hideSecretsOf(order);
    let early = null;
    const endBecause = (end) => {
      early ??= end;
      void used.kill();
    };
    const abort = () => endBecause(ABORTED);
    const cancel = clock.after(seconds * 1e3, () => {
      const reason = `The review was ended: it took longer than ${Math.round(seconds)} s.`;
      endBecause({ kind: "failed", reason, isRetryable: true });
    });
    signal.addEventListener("abort", abort, { once: true });
    try {
      const end = await used.carryOut(order, { onEvent, allow, hide });
      return early ?? end;
    } finally {
      cancel();
      signal.removeEventListener("abort", abort);
    }
  }
}
function hideSecretsOf({ token, models, stateSecret }) {
  let hide = null;
  return (text2) => {
    hide ??= makeSecretFilter([token, models?.apiKey ?? "", stateSecret ?? ""]);
    return hide(text2);
  };
}
var ABORTED = { kind: "failed", reason: "The review was stopped.", isRetryable: true };

// src/adapters/store/make-chores.ts
function makeChores(database) {
  return {
    async take(name, holder, seconds) {
      const { rows } = await database.query(
        `insert into chore (name, holder, held_until) values ($1, $2, now() + make_interval(secs => $3))
         on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
           where chore.held_until <= now()
         returning note`,
        [name, holder, seconds]
      );
      const [row] = rows;
      if (row === void 0) return false;
      return typeof row.note === "string" ? row.note : null;
    },
    async finish(name, holder, note2) {
      await database.query(
        "update chore set held_until = now(), note = $3 where name = $1 and holder = $2 and held_until > now()",
        [name, holder, note2]
      );
    }
  };
}

// src/render/render-annotations.ts
var MOST_OF_A_STEP = 10;
var MOST_CHARACTERS2 = 4096;
function renderAnnotations(report, most = MOST_OF_A_STEP) {
  const { blocking, notable, minor, folded } = groupFindings(report);
  return [
    ...blocking.slice(0, most).map((finding) => annotate("error", finding)),
    ...notable.slice(0, most).map((finding) => annotate("warning", finding)),
    ...[...minor, ...folded].slice(0, most).map((finding) => annotate("notice", finding))
  ];
}
function annotate(level, finding) {
  const { path, startLine, endLine, side } = finding;
  const text2 = [finding.explanation, finding.failureScenario, finding.fix].filter((part2) => part2 !== "");
  const isPlain = path !== void 0 && inert(path) === path;
  const where = path === void 0 || isPlain ? "" : `${locationOf(finding)}: `;
  const isOnLine = isPlain && finding.anchor === "line" && side !== "old" && startLine !== void 0;
  return {
    level,
    title: cutLine(inert(`${finding.severity}: ${finding.title}`), 200),
    message: cutLine(
      inert(`${where}${text2.join(" ")} (${finding.reviewer}, ${certaintyOf(finding)}, ${finding.id})`),
      MOST_CHARACTERS2
    ),
    ...isPlain ? { path } : {},
    ...isOnLine ? { startLine, endLine: endLine ?? startLine } : {}
  };
}
function inert(text2) {
  return flattenText(text2.slice(0, MOST_CHARACTERS2 * 2)).replaceAll("##[", "# #[").replace(/^(\s*):(?=:)/, "$1: ");
}

// src/render/render-check-run.ts
var MOST_OF_A_LEVEL = 50;
var MOST_TITLE = 200;
var MOST_SUMMARY = 6e4;
function renderCheckRun(report, status) {
  return {
    conclusion: conclusionOf(report, status?.state ?? null),
    title: cutLine(flattenText(status?.description ?? report.verdict), MOST_TITLE),
    summary: renderMarkdown(report, { budget: MOST_SUMMARY }).replace(`${COMMENT_MARKER}
`, ""),
    annotations: renderAnnotations(report, MOST_OF_A_LEVEL).flatMap(
      ({ level, title, message, path, startLine, endLine }) => path === void 0 || startLine === void 0 ? [] : [
        {
          path,
          startLine,
          endLine: endLine ?? startLine,
          level: level === "error" ? "failure" : level,
          title,
          message
        }
      ]
    )
  };
}
function endedWithout(conclusion, title, reason) {
  return {
    conclusion,
    title: cutLine(flattenText(title), MOST_TITLE),
    summary: cutText(escapeMarkdownLine(reason), MOST_SUMMARY),
    annotations: []
  };
}
function conclusionOf({ gate, verdict, overriddenBy }, state) {
  if (gate === "fail" || state === "failure") return "failure";
  if (state === "error" || state === "pending" || gate === "incomplete") return "action_required";
  if (overriddenBy !== void 0) return "success";
  if (verdict === "incomplete") return "neutral";
  return verdict === "skipped" ? "neutral" : "success";
}

// src/service/worker/worker-world.ts
function reviewUrl(publicUrl, reviewId) {
  return publicUrl === null ? null : `${publicUrl}/reviews/${reviewId}`;
}

// src/service/worker/end-pending.ts
async function endPending({ review, publicUrl, reason, isExpected }, forge, log, signal) {
  const { headSha: sha2, statusId, statusAuthorId: authorId } = review;
  if (sha2 === null) return;
  try {
    const newest = await forge.statuses.newest(sha2, signal);
    const isOpen2 = newest === null ? isExpected : isPendingOf(newest, review, publicUrl);
    const targetUrl = reviewUrl(publicUrl, review.id);
    const situation = reason === null ? { kind: "crashed", targetUrl } : { kind: "refused", reason, targetUrl };
    if (isOpen2) await publishSituation(forge.statuses, sha2, situation, signal);
    if (statusId !== null && authorId !== null && review.pullNumber > 0)
      await endProgressComment(forge.comments(review.pullNumber), { sha: sha2, statusId, authorId }, true, signal);
  } catch (error) {
    const isGone4 = error instanceof ForgeError && [403, 404, 410, 422].includes(error.status ?? 0);
    if (!isGone4 || error.code === "forge-limited") throw error;
    log.warn("what a review left behind cannot be ended any more", {
      review: review.id,
      reason: messageOf(error)
    });
  }
}
function isPendingOf({ id, state, description, targetUrl }, { id: reviewId, statusId }, publicUrl) {
  if (state !== "pending" || WAITS_BY_CHOICE.test(description)) return false;
  const page2 = reviewUrl(publicUrl, reviewId);
  return id === statusId || page2 !== null && targetUrl?.split("?")[0] === page2;
}

// src/adapters/github/app/make-check-runs.ts
var ANNOTATIONS = 50;
var SUMMARY_BYTES = 65535;
var MESSAGE_BYTES = 6e4;
var TITLE_CHARACTERS = 255;
function makeCheckRuns(options) {
  const { owner, repo, name } = options;
  const client = makeClient(options);
  const where = { owner, repo };
  const update = (id, change, expected, signal) => lookBeforeResend(
    async () => {
      await client.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...where,
        check_run_id: id,
        ...change,
        request: { signal, once: true }
      });
      return true;
    },
    async () => {
      const { data } = await client.request("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...where,
        check_run_id: id,
        request: { signal }
      });
      const isCompleted = data.status === "completed" || !expected.completed;
      return Number(data.output.annotations_count) >= expected.annotations && isCompleted ? true : null;
    }
  );
  return {
    start: async ({ headSha, externalId, detailsUrl, mayExist = false }, signal) => {
      const find = async () => {
        const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
          ...where,
          ref: headSha,
          check_name: name,
          filter: "all",
          per_page: 100,
          request: { signal }
        });
        const own = data.check_runs.find((run) => run.external_id === externalId);
        return own === void 0 ? null : Number(own.id);
      };
      const known = mayExist ? await find() : null;
      if (known !== null) return known;
      return lookBeforeResend(async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/check-runs", {
          ...where,
          name,
          head_sha: headSha,
          status: "in_progress",
          external_id: externalId,
          ...detailsUrl === null ? {} : { details_url: detailsUrl },
          request: { signal }
        });
        return Number(data.id);
      }, find);
    },
    complete: async (id, report, signal) => {
      const { annotations } = report;
      const output = { title: cutTitle(report.title), summary: cutBytes(report.summary, SUMMARY_BYTES) };
      for (let start2 = 0; ; start2 += ANNOTATIONS) {
        const part2 = annotations.slice(start2, start2 + ANNOTATIONS).map(toAnnotation);
        const isLast = start2 + ANNOTATIONS >= annotations.length;
        await update(
          id,
          {
            ...isLast ? ending(report) : {},
            output: { ...output, ...part2.length === 0 ? {} : { annotations: part2 } }
          },
          { annotations: start2 + part2.length, completed: isLast },
          signal
        );
        if (isLast) return;
      }
    }
  };
}
function ending({ conclusion, buttons }) {
  return {
    status: "completed",
    conclusion,
    actions: buttons.map(({ label, description, identifier }) => ({ label, description, identifier }))
  };
}
function toAnnotation(annotation) {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    annotation_level: annotation.level,
    title: cutTitle(annotation.title),
    message: cutBytes(annotation.message, MESSAGE_BYTES)
  };
}
function cutTitle(title) {
  const characters = [...title];
  return characters.length <= TITLE_CHARACTERS ? title : `${characters.slice(0, TITLE_CHARACTERS - 1).join("")}\u2026`;
}
function cutBytes(text2, most) {
  const bytes = Buffer.from(text2);
  if (bytes.length <= most) return text2;
  const note2 = "\n\n\u2026 (cut: longer than GitHub takes)";
  let end = most - Buffer.byteLength(note2);
  while (end > 0 && ((bytes[end] ?? 0) & 192) === 128) end -= 1;
  return `${bytes.subarray(0, end).toString("utf8")}${note2}`;
}

// src/service/worker/github-of-job.ts
function forgeOf({ owner, repo, token }, { settings, clock, log }) {
  const { apiUrl, serverUrl, graphqlUrl, statusContext, writeSpacingMs } = settings;
  return makeGitHub({
    owner,
    repo,
    token,
    apiUrl,
    serverUrl,
    graphqlUrl,
    statusContext,
    writeSpacingMs,
    clock,
    log
  });
}
function checksOf({ owner, repo, token, hasChecks }, { settings, clock, log }) {
  if (!hasChecks) return null;
  const { apiUrl, writeSpacingMs } = settings;
  const name = `${settings.statusContext} report`;
  return makeCheckRuns({ name, owner, repo, token, apiUrl, writeSpacingMs, clock, log });
}

// src/service/worker/open-access.ts
var END_MS = 15e3;
async function openAccess(review, { host, log }, signal) {
  const { installationId: installationId2, repositoryId } = review;
  const [owner, repo] = [nameOf(review.request.owner), nameOf(review.request.repo)];
  const installation = await host.installationOfRepository(owner, repo, signal);
  if (installation === null || installation.id !== installationId2)
    return { refused: `The App is not installed on ${owner}/${repo} under this installation any more.` };
  if (installation.isSuspended) return { refused: `The App is suspended for ${installation.accountLogin}.` };
  const permissions = neededFor(review.trigger, installation);
  try {
    const { token } = await host.mintToken({ installationId: installationId2, repositoryId, permissions }, signal);
    return {
      owner,
      repo,
      token,
      hasChecks: "checks" in permissions,
      close: () => host.revokeToken(token, AbortSignal.timeout(END_MS)).catch((error) => {
        log.warn("a token could not be ended; it ends by itself within the hour", {
          reason: error instanceof Error ? error.message : String(error)
        });
      })
    };
  } catch (error) {
    if (error instanceof ForgeError && error.code === "forge-not-found")
      return { refused: `The App is not installed on ${owner}/${repo} any more.` };
    throw error;
  }
}
function neededFor(trigger, { permissions }) {
  const { checks, ...needed } = REVIEW_PERMISSIONS;
  if (trigger === "merge-group") return { statuses: needed.statuses };
  return permissions.checks === "write" ? { ...needed, checks } : needed;
}
function nameOf(value) {
  if (typeof value === "string" && /^[\w.-]{1,100}$/.test(value)) return value;
  throw new Error("The stored request names no repository.");
}

// src/event/check-run-reference.ts
function checkRunReference(pullNumber3, reviewId) {
  return `pull-request:${pullNumber3}:${reviewId}`;
}
function readCheckRunReference(text2) {
  const [, digits] = /^pull-request:([1-9]\d{0,8}):/.exec(text2) ?? [];
  return digits === void 0 ? null : Number(digits);
}
var CHECK_RUN_BUTTONS = ["re-run", "explain"];

// src/service/worker/persist.ts
var PAUSES_MS2 = [100, 300, 1e3, 2e3, 4e3, 8e3, 8e3, 8e3, 8e3];
async function persist(what, act, { clock, log }) {
  for (const pause of PAUSES_MS2) {
    try {
      return await act();
    } catch (error) {
      log.warn("the database did not take it; it is asked again", { what, reason: messageOf(error) });
      await new Promise((resolve3) => {
        clock.after(pause, resolve3);
      });
    }
  }
  return act();
}

// src/service/worker/review-check.ts
var PATIENCE_MS = 6e4;
function reviewCheck(checked2) {
  const { review, checks, tenant, detailsUrl, mayExist, clock, log } = checked2;
  const failed = (what) => (error) => {
    log.warn(what, { review: review.id, reason: messageOf(error) });
    return null;
  };
  let started = Promise.resolve(review.checkRunId);
  const begin = async (headSha, board) => {
    if (review.checkRunId !== null && review.headSha === headSha) return review.checkRunId;
    const externalId = checkRunReference(review.pullNumber, review.id);
    const id = await board.start(
      { headSha, externalId, detailsUrl, mayExist },
      AbortSignal.timeout(PATIENCE_MS)
    );
    void persist("a check run", () => tenant.mark(review.id, { checkRunId: id }), { clock, log }).catch(
      failed("the check run could not be noted")
    );
    return id;
  };
  return {
    start(headSha) {
      if (checks !== null)
        started = begin(headSha, checks).catch(failed("the check run could not be made; the review goes on"));
    },
    async end(check) {
      const id = await started;
      if (checks === null || id === null) return true;
      const report = { ...check, buttons: [RERUN_BUTTON, EXPLAIN_BUTTON] };
      try {
        await checks.complete(id, report, AbortSignal.timeout(PATIENCE_MS));
        return true;
      } catch (error) {
        failed("the check run could not be ended")(error);
        return isGone2(error);
      }
    }
  };
}
function isGone2(error) {
  return error instanceof ForgeError && error.code !== "forge-limited" && [403, 404, 410, 422].includes(error.status ?? 0);
}

// src/service/worker/end-unfinished.ts
var PATIENCE_MS2 = 12e4;
function endUnfinished(review, { reason, isRetryable: isRetryable2 }, world, stop3 = null) {
  return settle2(review, world, stop3, async (forge, check, signal) => {
    const { publicUrl } = world.settings;
    const isExpected = review.trigger === "push" || review.trigger === "merge-group";
    const said = isRetryable2 ? null : reason;
    await endPending({ review, publicUrl, reason: said, isExpected }, forge, world.log, signal);
    if (review.headSha !== null && review.statusId !== null) check.start(review.headSha);
    return check.end(endedWithout("action_required", "The review did not finish", reason));
  });
}
function finishCheck(review, report, world, stop3) {
  return settle2(review, world, stop3, async (forge, check, signal) => {
    if (review.headSha === null) return true;
    const status = await forge.statuses.newest(review.headSha, signal);
    check.start(review.headSha);
    return check.end(renderCheckRun(report, status));
  });
}
async function settle2(review, world, stop3, act) {
  const patience = AbortSignal.timeout(PATIENCE_MS2);
  const signal = stop3 === null ? patience : AbortSignal.any([patience, stop3]);
  try {
    const access = await openAccess(review, world, signal);
    if ("refused" in access) return true;
    try {
      const check = reviewCheck({
        review,
        checks: checksOf(access, world),
        tenant: world.store.of(review),
        detailsUrl: reviewUrl(world.settings.publicUrl, review.id),
        mayExist: true,
        clock: world.clock,
        log: world.log
      });
      return await act(forgeOf(access, world), check, signal);
    } finally {
      await access.close();
    }
  } catch (error) {
    if (isGone3(error)) return true;
    world.log.warn("what is left of a review could not be settled", {
      review: review.id,
      reason: messageOf(error)
    });
    return false;
  }
}
function isGone3(error) {
  if (!(error instanceof ForgeError) || error.status === 401) return false;
  return error.code === "forge-forbidden" || error.code === "forge-not-found";
}

// src/service/worker/end-orphans.ts
var UNHEARD_SECONDS = 60;
var LONG_UNHEARD_SECONDS = 600;
var POSTPONED_SECONDS = PATIENCE_MS2 / 1e3 + 60;
var UNHEARD = "Its worker was not heard of any more.";
async function endOrphans(world, { isFirst, signal }) {
  const { store, queue } = world;
  const orphans = await store.orphans(UNHEARD_SECONDS);
  if (orphans.length === 0) return;
  const coming = await queue.coming(orphans.map(({ id }) => id));
  const longUnheard = new Set((await store.orphans(LONG_UNHEARD_SECONDS)).map(({ id }) => id));
  for (const review of orphans) {
    if (signal.aborted) return;
    if (coming.has(review.id)) {
      if (isFirst || !longUnheard.has(review.id)) continue;
      if (!await queue.postpone(review.id, POSTPONED_SECONDS)) continue;
    }
    await endOrphan(review, world, signal);
  }
}
async function endOrphan(review, world, signal) {
  const { store, metrics, clock, log } = world;
  const tenant = store.of(review);
  if (review.state === "running") {
    const end = { state: "failed", reason: UNHEARD, report: null, commentUrl: null };
    if (!await tenant.end(review.id, { ...end, attempt: review.attempt })) return;
    const seconds = Math.max(0, (clock.now() - review.queuedAt.getTime()) / 1e3);
    metrics.record({ kind: "review-ended", gate: "failed", verdict: null, trigger: review.trigger, seconds });
  }
  const report = review.state === "done" ? await tenant.report(review.id) : null;
  if (report !== null) {
    if (await finishCheck(review, report, world, signal))
      await tenant.mark(review.id, { statusSettled: true });
    return;
  }
  log.warn("a review that did not finish is ended", { review: review.id, state: review.state });
  const reason = review.reason ?? UNHEARD;
  if (await endUnfinished(review, { reason, isRetryable: true }, world, signal))
    await tenant.mark(review.id, { statusSettled: true });
}

// src/service/worker/forget-gone.ts
var EVERY_MS2 = 24 * 60 * 60 * 1e3;
var MOST_AT_ONCE = 100;
async function forgetGone(note2, now, { store, host, settings, log }, signal) {
  if (note2 !== null && now - note2.lookedAt < EVERY_MS2) return note2;
  const { id } = await host.identity(signal);
  const app = `${settings.apiUrl} ${id}`;
  if (note2 === null) return { app, lookedAt: now };
  if (note2.app !== app) {
    log.warn("the database holds installations of another App; those that are gone are not deleted", {
      known: note2.app,
      now: app
    });
    return { ...note2, lookedAt: now };
  }
  const known = await store.installations();
  const listed2 = /* @__PURE__ */ new Set();
  for await (const one of host.listInstallations(signal)) listed2.add(one.id);
  for (const missing of known.filter((one) => !listed2.has(one)).slice(0, MOST_AT_ONCE)) {
    if (await host.installationOf(missing, signal) !== null) continue;
    await store.forget(missing);
    log.info("an installation that GitHub does not know any more was deleted", { installation: missing });
  }
  return { app, lookedAt: now };
}
function writeInstallationNote(note2) {
  return JSON.stringify(note2);
}
function readInstallationNote(text2) {
  if (text2 === null || text2 === "") return null;
  const { app, lookedAt } = JSON.parse(text2);
  return typeof app === "string" && typeof lookedAt === "number" ? { app, lookedAt } : null;
}

// src/event/app-schemas.ts
var account = object({
  id: integer(1),
  login: textOf(1, 100),
  type: oneOf("User", "Organization")
});
var sender = object({ id: integer(1), login: textOf(1, 100), type: text });
var installationId = integer(1);
var pullNumber = integer(1);
var listed = object({ id: integer(1), name: textOf(1, 200), private: flag });
var tenantEvent = safely(
  object({
    installation: object({
      id: installationId,
      account: orMissing(orNull(object({ id: integer(1) })))
    }),
    repository: object({ id: integer(1), name: textOf(1, 200), owner: account, private: flag })
  })
);
var installationEvent = safely(
  object({
    action: text,
    installation: object({ id: installationId, account, suspended_at: orMissing(orNull(text)) }),
    repositories: orMissing(orNull(listOf(listed)))
  })
);
var installationRepositoriesEvent = safely(
  object({
    action: text,
    installation: object({ id: installationId, account, suspended_at: orMissing(orNull(text)) }),
    repositories_added: listOf(listed),
    repositories_removed: listOf(object({ id: integer(1) }))
  })
);
var checkedPulls = listOf(
  object({ number: pullNumber, base: object({ repo: object({ id: integer(1) }) }) })
);
var repository = object({
  id: integer(1),
  name: textOf(1, 200),
  owner: object({ login: textOf(1, 100) })
});
var ownerApp = orNull(object({ id: integer(1) }));
var checkRunEvent = safely(
  object({
    action: text,
    check_run: object({
      id: integer(1),
      head_sha: sha,
      external_id: orMissing(orNull(text)),
      app: ownerApp,
      pull_requests: checkedPulls
    }),
    requested_action: orMissing(orNull(object({ identifier: text }))),
    repository,
    sender
  })
);
var checkSuiteEvent = safely(
  object({
    action: text,
    check_suite: object({ id: integer(1), head_sha: sha, app: ownerApp, pull_requests: checkedPulls }),
    repository,
    sender
  })
);
var described = object({
  title: orMissing(text),
  user: orMissing(orNull(object({ login: text })))
});
var describedEvent = safely(
  object({
    pull_request: orMissing(described),
    issue: orMissing(described)
  })
);
var pullMomentEvent = safely(
  object({
    pull_request: object({
      base: orMissing(object({ sha })),
      updated_at: orMissing(text)
    })
  })
);
var closedPullEvent = safely(
  object({ action: oneOf("closed"), number: pullNumber, pull_request: anyFields })
);

// src/event/moment-of.ts
function momentOf(payload) {
  const parsed = pullMomentEvent.safeParse(payload);
  if (!parsed.success) return { baseSha: null, updatedAt: null };
  const { base, updated_at: updatedAt } = parsed.data.pull_request;
  return { baseSha: base?.sha ?? null, updatedAt: instantOf(updatedAt) };
}
function instantOf(text2) {
  return text2 !== void 0 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/.test(text2) && !Number.isNaN(Date.parse(text2)) ? text2 : null;
}

// src/event/read-check-event.ts
var ACTIONS = ["rerequested", "requested_action"];
function readCheckRun(payload, appId) {
  const parsed = checkRunEvent.safeParse(payload);
  if (!parsed.success) return unreadable("check_run");
  const { action, check_run: run, requested_action: pressed, repository: repository3, sender: sender2 } = parsed.data;
  if (!ACTIONS.some((one) => one === action))
    return ignored(`the action "${action.slice(0, 60)}" of check_run asks for nothing`);
  if (run.app?.id !== appId) return ignored("the check run was made by another App");
  if (sender2.type !== "User") return ignored("buttons that bots press are not obeyed");
  const button = action === "rerequested" ? "re-run" : pressed?.identifier;
  const pullNumber3 = readCheckRunReference(run.external_id ?? "") ?? ownPulls(run, repository3)[0];
  const head = { ...named(repository3), headSha: run.head_sha, actor: sender2.login };
  if (pullNumber3 === void 0)
    return button === "re-run" ? { kind: "head", asked: head } : ignored("the check run names no pull request of this repository");
  const place = { ...head, pullNumber: pullNumber3 };
  switch (CHECK_RUN_BUTTONS.find((one) => one === button)) {
    case "re-run":
      return { kind: "work", requests: [rerunOf(head, pullNumber3)] };
    case "explain":
      return { kind: "work", requests: [{ kind: "explain", ...place, checkRunId: run.id }] };
    default:
      return ignored(`the check run has no button "${String(button).slice(0, 60)}"`);
  }
}
function readCheckSuite(payload, appId) {
  const parsed = checkSuiteEvent.safeParse(payload);
  if (!parsed.success) return unreadable("check_suite");
  const { action, check_suite: suite, repository: repository3, sender: sender2 } = parsed.data;
  if (action !== "rerequested")
    return ignored(`the action "${action.slice(0, 60)}" of check_suite asks for nothing`);
  if (suite.app?.id !== appId) return ignored("the check suite belongs to another App");
  if (sender2.type !== "User") return ignored("buttons that bots press are not obeyed");
  const pulls = ownPulls(suite, repository3);
  const head = { ...named(repository3), headSha: suite.head_sha, actor: sender2.login };
  if (pulls.length === 0) return { kind: "head", asked: head };
  return { kind: "work", requests: pulls.map((pullNumber3) => rerunOf(head, pullNumber3)) };
}
function ownPulls({ pull_requests: pulls }, { id }) {
  return [...new Set(pulls.filter((pull) => pull.base.repo.id === id).map((pull) => pull.number))];
}
function named(repository3) {
  return { owner: repository3.owner.login, repo: repository3.name, repositoryId: repository3.id };
}
function rerunOf(head, pullNumber3) {
  return {
    kind: "review",
    ...head,
    pullNumber: pullNumber3,
    trigger: "dispatch",
    cause: "rerun",
    before: null,
    isFork: null,
    draft: null,
    closed: null
  };
}

// src/event/comment-events.ts
function readReviewComment(payload) {
  const { action, comment, pull_request: pull, repository: repository3, sender: sender2 } = recordOf2(payload);
  const { number, state, draft } = recordOf2(pull);
  const issue = { number, state, draft, pull_request: {} };
  const replied = recordOf2(comment).in_reply_to_id;
  return {
    asIssueComment: { action, issue, comment, repository: repository3, sender: sender2 },
    inReplyTo: typeof replied === "number" && Number.isSafeInteger(replied) && replied > 0 ? replied : null
  };
}
function headBeforePush(payload) {
  const { before } = recordOf2(payload);
  return typeof before === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(before) ? before : null;
}
function recordOf2(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

// src/event/event-schemas.ts
var account2 = object({ login: textOf(1, 100), id: integer(), type: text });
var repository2 = object({
  id: integer(1),
  name: textOf(1),
  owner: object({ login: textOf(1) })
});
var flagOrFalse = (value) => value === void 0 ? false : flag(value);
var pullNumber2 = integer(1);
var openOrClosed = oneOf("open", "closed");
var pullRequestEvent = safely(
  object({
    action: text,
    number: pullNumber2,
    pull_request: object({
      state: openOrClosed,
      draft: flagOrFalse,
      head: object({ sha, repo: orNull(object({ id: integer() })) }),
      base: object({ repo: object({ id: integer() }) })
    }),
    changes: orMissing(object({ base: anything })),
    repository: repository2,
    sender: account2
  })
);
var issueCommentEvent = safely(
  object({
    action: text,
    issue: object({
      number: pullNumber2,
      state: openOrClosed,
      draft: orMissing(orNull(flag)),
      /** There only when the issue is a pull request. */
      pull_request: orMissing(orNull(anyFields))
    }),
    comment: object({
      id: integer(1),
      body: text,
      user: orNull(account2),
      html_url: orMissing(text),
      created_at: orMissing(text)
    }),
    repository: repository2,
    sender: account2
  })
);
var workflowDispatchEvent = safely(
  object({
    inputs: orMissing(orNull(anyFields)),
    repository: repository2,
    sender: account2
  })
);
var mergeGroupEvent = safely(
  object({
    action: text,
    merge_group: object({ head_sha: sha }),
    repository: repository2
  })
);

// src/event/read-event.ts
var NUMBER_INPUTS = ["pr-number", "pull-request", "number"];
var REVIEWED_ACTIONS = ["opened", "synchronize", "reopened", "ready_for_review"];
function readEvent(name, payload, options) {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return readPullRequest(name, payload);
    case "issue_comment":
      return readComment(name, payload, { commentKind: "conversation", inReplyTo: null }, options);
    case "pull_request_review_comment": {
      const { asIssueComment, inReplyTo } = readReviewComment(payload);
      return readComment(name, asIssueComment, { commentKind: "review", inReplyTo }, options);
    }
    case "workflow_dispatch":
      return readDispatch(payload);
    case "merge_group":
      return readMergeGroup(payload);
    default:
      return ignored2(`the event "${name.slice(0, 60)}" is not one that starts a review`);
  }
}
function readPullRequest(name, payload) {
  const parsed = pullRequestEvent.safeParse(payload);
  if (!parsed.success) return unreadable2(name);
  const { action, number, pull_request: pull, changes, repository: repository3, sender: sender2 } = parsed.data;
  const isBaseChange = action === "edited" && changes?.base !== void 0;
  const cause = isBaseChange ? "base-changed" : REVIEWED_ACTIONS.find((one) => one === action);
  if (cause === void 0)
    return ignored2(`the action "${action.slice(0, 60)}" of ${name} changes nothing that is reviewed`);
  return {
    kind: "review",
    ...named2(repository3),
    pullNumber: number,
    headSha: pull.head.sha,
    trigger: "pull_request",
    cause,
    before: cause === "synchronize" ? headBeforePush(payload) : null,
    isFork: pull.head.repo === null || pull.head.repo.id !== pull.base.repo.id,
    draft: pull.draft,
    closed: pull.state === "closed",
    actor: sender2.login
  };
}
function readComment(name, payload, place, { reviewers }) {
  const parsed = issueCommentEvent.safeParse(payload);
  if (!parsed.success) return unreadable2(name);
  const { action, issue, comment, repository: repository3, sender: sender2 } = parsed.data;
  if (action !== "created") return ignored2("only new comments are read, never edited or deleted ones");
  if (issue.pull_request === null || issue.pull_request === void 0)
    return ignored2("the comment stands on an issue, not on a pull request");
  if (comment.user === null || comment.user.id !== sender2.id || comment.user.login !== sender2.login)
    return ignored2("the comment was not written by the account that sent the event");
  if (comment.user.type !== "User" || comment.user.login.endsWith("[bot]"))
    return ignored2("commands of bots are not read");
  const command = parseCommand(comment.body, reviewers);
  if (command === null) return ignored2("the comment holds no command");
  const asked2 = {
    ...named2(repository3),
    pullNumber: issue.number,
    ...place,
    commentId: comment.id,
    line: firstOwnLine(comment.body) ?? "",
    commentUrl: comment.html_url ?? "",
    createdAt: comment.created_at ?? "",
    closed: issue.state === "closed",
    actor: comment.user.login
  };
  if (command.kind !== "review") return { kind: "command", ...asked2, command };
  return {
    kind: "review",
    ...asked2,
    headSha: null,
    trigger: "command",
    cause: "command",
    before: null,
    command,
    isFork: null,
    draft: issue.draft ?? null
  };
}
function readDispatch(payload) {
  const parsed = workflowDispatchEvent.safeParse(payload);
  if (!parsed.success) return unreadable2("workflow_dispatch");
  const { inputs, repository: repository3, sender: sender2 } = parsed.data;
  const given = NUMBER_INPUTS.map((input) => inputs?.[input]).find(
    (value) => value !== void 0 && value !== ""
  );
  const text2 = typeof given === "number" || typeof given === "string" ? String(given) : "";
  if (!/^[1-9]\d{0,8}$/.test(text2))
    return ignored2(
      `the input "pr-number" is ${given === void 0 ? "missing" : `"${text2.slice(0, 30)}"`}; give the number of the pull request`
    );
  return {
    kind: "review",
    ...named2(repository3),
    pullNumber: Number(text2),
    headSha: null,
    trigger: "dispatch",
    cause: "dispatch",
    before: null,
    isFork: null,
    draft: null,
    closed: null,
    actor: sender2.login
  };
}
function readMergeGroup(payload) {
  const parsed = mergeGroupEvent.safeParse(payload);
  if (!parsed.success) return unreadable2("merge_group");
  const { action, merge_group: group, repository: repository3 } = parsed.data;
  if (action !== "checks_requested") return ignored2("the merge group asks for no checks");
  return { kind: "merge-group", ...named2(repository3), headSha: group.head_sha };
}
function named2(repository3) {
  return { owner: repository3.owner.login, repo: repository3.name, repositoryId: repository3.id };
}
function ignored2(reason) {
  return { kind: "ignored", reason };
}
function unreadable2(name) {
  return ignored2(`the payload of ${name} does not have the fields that GitHub documents`);
}

// src/event/read-installation-event.ts
var KEPT_ACTIONS = ["created", "suspend", "unsuspend", "new_permissions_accepted"];
function readInstallation(payload) {
  const parsed = installationEvent.safeParse(payload);
  if (!parsed.success) return unreadable("installation");
  const { action, installation, repositories } = parsed.data;
  if (action === "deleted") return { kind: "uninstalled", installationId: installation.id };
  if (!KEPT_ACTIONS.some((one) => one === action))
    return ignored(`the action "${action.slice(0, 60)}" of installation changes nothing here`);
  const record = recordOf3(installation);
  return {
    kind: "installed",
    // What the action says outweighs the date, which an older event may lack.
    installation: {
      ...record,
      suspended: action === "suspend" || action !== "unsuspend" && record.suspended
    },
    repositories: repositoriesOf(installation, repositories ?? [])
  };
}
function readInstallationRepositories(payload) {
  const parsed = installationRepositoriesEvent.safeParse(payload);
  if (!parsed.success) return unreadable("installation_repositories");
  const { action, installation, repositories_added: added, repositories_removed: removed } = parsed.data;
  switch (action) {
    case "added":
      return {
        kind: "installed",
        installation: recordOf3(installation),
        repositories: repositoriesOf(installation, added)
      };
    case "removed":
      return {
        kind: "repositories-removed",
        installationId: installation.id,
        repositoryIds: removed.map(({ id }) => id)
      };
    default:
      return ignored(`the action "${action.slice(0, 60)}" of installation_repositories changes nothing here`);
  }
}
function recordOf3({ id, account: account3, suspended_at }) {
  return {
    id,
    accountId: account3.id,
    accountLogin: account3.login,
    accountType: account3.type,
    suspended: suspended_at !== null && suspended_at !== void 0
  };
}
function repositoriesOf({ id: installationId2, account: account3 }, listed2) {
  return listed2.map(({ id, name, private: isPrivate }) => ({
    installationId: installationId2,
    repositoryId: id,
    owner: account3.login,
    name,
    isPrivate
  }));
}

// src/event/read-app-event.ts
var APP_EVENTS = [
  "check_run",
  "check_suite",
  "installation",
  "installation_repositories",
  "issue_comment",
  "merge_group",
  "pull_request",
  "pull_request_review_comment"
];
function readAppEvent(name, payload, options) {
  const known = APP_EVENTS.find((one) => one === name);
  switch (known) {
    case void 0:
      return ignored(`the event "${name.slice(0, 60)}" is not one that the App acts on`);
    case "check_run":
      return readCheckRun(payload, options.appId);
    case "check_suite":
      return readCheckSuite(payload, options.appId);
    case "installation":
      return readInstallation(payload);
    case "installation_repositories":
      return readInstallationRepositories(payload);
    default:
      return readClosed(known, payload) ?? readShared(known, payload, options);
  }
}
function readShared(name, payload, options) {
  const request = readEvent(name, payload, options);
  return request.kind === "ignored" ? request : { kind: "work", requests: [request] };
}
function readClosed(name, payload) {
  if (name !== "pull_request") return null;
  const parsed = closedPullEvent.safeParse(payload);
  if (!parsed.success) return null;
  const tenant = tenantEvent.safeParse(payload);
  if (!tenant.success) return unreadable(name);
  return {
    kind: "closed",
    repositoryId: tenant.data.repository.id,
    pullNumber: parsed.data.number,
    closedAt: momentOf(payload).updatedAt
  };
}

// src/service/worker/redeliver-failed.ts
var KEPT_MS = 3 * 24 * 60 * 60 * 1e3;
var OVERLAP_MS = 10 * 60 * 1e3;
var MOST_TRIES = 3;
var MOST_AT_ONCE2 = 100;
async function redeliverFailed(note2, now, { host, log }, signal) {
  const since = Math.max(now - KEPT_MS, (note2?.since ?? 0) - OVERLAP_MS);
  const failed = (await host.failedDeliveries(since, signal)).filter(isOurs);
  const tries = /* @__PURE__ */ Object.create(null);
  let asked2 = 0;
  for (const delivery of failed) {
    const before = note2?.tries[delivery.guid] ?? 0;
    tries[delivery.guid] = before;
    if (before >= MOST_TRIES) continue;
    if (asked2 >= MOST_AT_ONCE2) return { since: delivery.deliveredAt, tries };
    asked2 += 1;
    if (!await ask2(delivery, { host, log }, signal)) return { since: delivery.deliveredAt, tries };
    tries[delivery.guid] = before + 1;
  }
  return { since: now, tries };
}
async function ask2({ id, guid, event: event2, statusCode }, { host, log }, signal) {
  log.info("a delivery that did not reach us is asked for again", { delivery: guid, event: event2, statusCode });
  try {
    await host.redeliver(id, signal);
    return true;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const isRefusal2 = error.code === "forge-not-found" || error.code === "forge-refused";
    log.warn(
      isRefusal2 ? "GitHub does not send a delivery again that did not reach us" : "GitHub cannot send deliveries again for now",
      { delivery: guid, event: event2, reason: error.message }
    );
    return isRefusal2;
  }
}
function isOurs({ event: event2 }) {
  return APP_EVENTS.some((name) => name === event2);
}
function writeNote(note2) {
  return JSON.stringify(note2);
}
function readNote(text2) {
  if (text2 === null || text2 === "") return null;
  const { since, tries } = JSON.parse(text2);
  return typeof since === "number" && typeof tries === "object" ? { since, tries } : null;
}

// src/service/worker/start-sweep.ts
var EVERY_MS3 = 6e4;
var HELD_SECONDS = 300;
var MOST_DEAD = 200;
var DELIVERY_DAYS = 7;
function startSweep(world) {
  const { clock, log } = world;
  const stopping = new AbortController();
  let cancel = () => {
  };
  let round = Promise.resolve();
  let isFirst = true;
  const next = () => {
    if (stopping.signal.aborted) return;
    round = sweep(world, { isFirst, signal: stopping.signal }).catch(
      (error) => log.warn("a round of the sweep failed", { reason: messageOf(error) })
    );
    isFirst = false;
    void round.then(() => {
      if (!stopping.signal.aborted) cancel = clock.after(EVERY_MS3, next);
    });
  };
  next();
  return {
    async stop() {
      stopping.abort();
      cancel();
      await round;
    }
  };
}
async function sweep(world, round) {
  const { signal } = round;
  const { database, store, host, retentionDays, settings, clock, log } = world;
  const chores = makeChores(database);
  const holder = settings.processName;
  const taken = await chores.take("sweep", holder, HELD_SECONDS);
  if (taken === false) return;
  let note2 = taken ?? "";
  const attempt = async (what, act) => {
    if (signal.aborted) return;
    await act().catch(
      (error) => log.warn("a part of the sweep failed", { part: what, reason: messageOf(error) })
    );
  };
  try {
    await attempt("reviews that nobody works on", () => endOrphans(world, round));
    await attempt("dead letters that nobody needs", () => dropSettled(world));
    await attempt("deliveries that failed", async () => {
      note2 = writeNote(await redeliverFailed(readNote(note2), clock.now(), { host, log }, signal));
    });
    await attempt("installations that are gone", () => lookForGone(world, chores, signal));
    await attempt("what is too old to keep", async () => {
      const days = { deliveries: DELIVERY_DAYS, reviews: retentionDays };
      const gone = await store.retire(days, new Date(clock.now()));
      if (gone > 0) log.info("old reviews were deleted", { reviews: gone });
    });
  } finally {
    await chores.finish("sweep", holder, note2);
  }
}
async function lookForGone(world, chores, signal) {
  const { settings, clock } = world;
  const taken = await chores.take("installations", settings.processName, HELD_SECONDS);
  if (taken === false) return;
  let note2 = taken ?? "";
  try {
    note2 = writeInstallationNote(await forgetGone(readInstallationNote(note2), clock.now(), world, signal));
  } finally {
    await chores.finish("installations", settings.processName, note2);
  }
}
async function dropSettled({ store, queue }) {
  for (const { job } of await queue.deadLetters(MOST_DEAD))
    if (!await store.of(job).isMissing(job.reviewId)) await queue.dropDead(job.reviewId);
}

// src/service/worker/hold-job.ts
var BEAT_MS = 3e3;
function holdJob(held, { queue, clock, log }) {
  const controller = new AbortController();
  let reason = null;
  let tenant = null;
  let isReleased = false;
  let cancel = () => {
  };
  const stop3 = (why) => {
    reason ??= why;
    controller.abort();
  };
  const beat = async () => {
    try {
      if (!await queue.beat(held)) stop3("lost");
      else if (tenant !== null && !await tenant.beat(held.job.reviewId) && !isReleased) stop3("unwanted");
    } catch (error) {
      log.warn("a sign of life could not be written", {
        review: held.job.reviewId,
        reason: messageOf(error)
      });
    }
  };
  const next = () => {
    if (isReleased || reason !== null) return;
    cancel = clock.after(BEAT_MS, () => void beat().then(next));
  };
  next();
  return {
    held,
    signal: controller.signal,
    stopped: () => reason,
    stop: stop3,
    watch: (watched) => {
      tenant = watched;
    },
    release: () => {
      isReleased = true;
      cancel();
    }
  };
}

// src/adapters/github/read-repository-file.ts
async function readRepositoryFile({ owner, repo, ...options }, path, signal) {
  try {
    const { data } = await makeClient(options).request("GET /repos/{owner}/{repo}/contents/{path}", {
      owner,
      repo,
      path,
      request: { signal }
    });
    const { type, encoding, content } = recordOf(data);
    if (type !== "file" || encoding !== "base64" || typeof content !== "string") return null;
    const blob = decodeContent(content);
    return blob.kind === "text" ? blob.text : null;
  } catch (error) {
    if (error instanceof ForgeError && error.code === "forge-not-found") return null;
    throw error;
  }
}

// src/service/worker/organisation-settings.ts
var REPOSITORY = ".github";
var PATHS = [
  ".github/multi-agent-review.yml",
  ".github/multi-agent-review.yaml",
  "multi-agent-review.yml",
  "multi-agent-review.yaml"
];
var FRESH_MS2 = 6e4;
var READ_MS = 6e4;
var END_MS2 = 15e3;
function makeReadOrganisation(world) {
  const { clock } = world;
  const known = /* @__PURE__ */ new Map();
  return ({ owner }, { installationId: installationId2 }) => {
    const found = known.get(installationId2);
    if (found !== void 0 && clock.steady() - found.at < FRESH_MS2) return found.settings;
    for (const [id, { at }] of known) if (clock.steady() - at >= FRESH_MS2) known.delete(id);
    const settings = read(owner, installationId2, world, AbortSignal.timeout(READ_MS));
    known.set(installationId2, { at: clock.steady(), settings });
    settings.catch(() => known.delete(installationId2));
    return settings;
  };
}
async function read(owner, installationId2, { host, settings, clock, log }, signal) {
  const permissions = { contents: "read" };
  const given = await host.mintNamedToken(
    { installationId: installationId2, repositoryName: REPOSITORY, permissions },
    signal
  );
  if (given === null) return null;
  const { token } = given;
  try {
    const where = { owner, repo: REPOSITORY, token, apiUrl: settings.apiUrl, clock, log };
    for (const path of PATHS) {
      const text2 = await readRepositoryFile(where, path, signal);
      if (text2 !== null) return { name: `${owner}/${REPOSITORY}/${path}`, text: text2 };
    }
    return null;
  } finally {
    await host.revokeToken(token, AbortSignal.timeout(END_MS2)).catch(() => log.warn("a token could not be ended; it ends by itself within the hour", { owner }));
  }
}

// src/service/meter-agents.ts
function meterAgents(metrics) {
  const active = /* @__PURE__ */ new Map();
  const stop3 = (agent) => {
    const model = active.get(agent);
    if (model === void 0) return;
    active.delete(agent);
    metrics.record({ kind: "agent-stopped", agent, model });
  };
  return {
    agent({ agent, state, ...status }) {
      const model = status.model ?? null;
      if (state === "running" && active.get(agent) === model) return;
      stop3(agent);
      if (state !== "running") return;
      active.set(agent, model);
      metrics.record({ kind: "agent-started", agent, model });
    },
    close() {
      for (const agent of [...active.keys()]) stop3(agent);
    }
  };
}

// src/service/record-report.ts
function recordReport(report, ended2, metrics) {
  for (const event2 of eventsOfReport(report, ended2)) metrics.record(event2);
}
function recordAgents(report, metrics) {
  for (const agent of report.agents) metrics.record(agentEnded(agent));
}
function eventsOfReport(report, { trigger, seconds }) {
  const { gate, verdict, escalations = [] } = report;
  return [
    ...report.agents.map(agentEnded),
    ...findingEvents(report),
    ...escalations.map(({ reviewer }) => ({ kind: "escalation", agent: reviewer ?? null })),
    ...incompleteEvents(report),
    { kind: "review-ended", gate, verdict, trigger, seconds }
  ];
}
function agentEnded({ name, model, status, ms, tokens, costUsd }) {
  return {
    kind: "agent-ended",
    agent: name,
    model: modelOfTier(model),
    status,
    seconds: ms / 1e3,
    tokens,
    costUsd
  };
}
function modelOfTier(models) {
  return models?.split(", ", 1)[0] ?? null;
}
function findingEvents({ agents, findings, since }) {
  const fresh = findings.filter(isFresh);
  const dismissed = findings.filter(
    ({ id, state }) => state === "dismissed" && (since === void 0 || since.dismissed.includes(id))
  );
  const refuted = findings.filter(({ verdict }) => verdict === "refuted");
  return [
    ...counted("shown", fresh),
    ...counted(
      "confirmed",
      fresh.filter(({ verdict }) => verdict === "confirmed")
    ),
    ...counted("addressed", since?.fixed.filter(({ isNew }) => isNew) ?? []),
    ...counted("dismissed", dismissed),
    ...counted("refuted", refuted),
    ...agents.flatMap(({ name, findings: { rejected } }) => event(name, "rejected", rejected))
  ];
}
function isFresh({ state, suppressedBy }) {
  return suppressedBy === void 0 && (state === "new" || state === "reopened");
}
function counted(outcome, findings) {
  const counts = /* @__PURE__ */ new Map();
  for (const { reviewer } of findings) counts.set(reviewer, (counts.get(reviewer) ?? 0) + 1);
  return [...counts].flatMap(([reviewer, count]) => event(reviewer, outcome, count));
}
function event(agent, outcome, count) {
  return count === 0 ? [] : [{ kind: "findings", agent, outcome, count }];
}
function incompleteEvents({ agents, incompleteReasons }) {
  if (incompleteReasons.length === 0) return [];
  const unfinished = agents.filter(
    ({ required, status }) => required && status !== "done" && status !== "not-needed"
  );
  const names = unfinished.length === 0 ? [null] : unfinished.map(({ name }) => name);
  return names.map((reviewer) => ({ kind: "review-incomplete", reviewer }));
}

// src/service/meter-review.ts
function meterReview({ installationId: installationId2, trigger }, { metrics, clock }) {
  const agents = meterAgents(metrics);
  const began = clock.steady();
  return {
    hear(event2) {
      if (event2.kind === "agent") agents.agent(event2.status);
      if (event2.kind === "rate-limit") metrics.record({ ...event2, owner: `${installationId2}` });
    },
    end(end, what) {
      agents.close();
      if (what === "again") return;
      const seconds = (clock.steady() - began) / 1e3;
      const isReplaced = what === "superseded" || end.kind === "halted" || end.kind === "reviewed" && end.published.outcome === "superseded";
      if (end.kind === "reviewed" && !isReplaced) recordReport(end.report, { trigger, seconds }, metrics);
      else if (isReplaced || end.kind === "failed") {
        if (end.kind === "reviewed") recordAgents(end.report, metrics);
        const gate = isReplaced ? "superseded" : "failed";
        metrics.record({ kind: "review-ended", gate, verdict: null, trigger, seconds });
      }
    }
  };
}

// src/service/worker/allow-spending.ts
async function allowSpending({ review, tenant }, { runDollars, monthDollars }, world) {
  const { monthlyBudgetUsd } = world.settings;
  if (monthlyBudgetUsd === null && monthDollars === null) return { kind: "allowed", dollars: runDollars };
  const limits = { run: runDollars, repository: monthDollars, installation: monthlyBudgetUsd };
  const act = () => tenant.reserve(review.id, limits);
  const { dollars, usedUp } = await persist("the budget of a month", act, world);
  if (usedUp === null) return { kind: "allowed", dollars };
  const limit = limits[usedUp.of] ?? 0;
  const whose = usedUp.of === "repository" ? "repository (`budgets.month-dollars`)" : usedUp.of;
  const rest = usedUp.spent < limit ? ", and running reviews may need the rest" : "";
  return {
    kind: "refused",
    reason: `over budget: this ${whose} has spent ${usedUp.spent.toFixed(2)} of ${limit.toFixed(2)} dollars this month${rest}, so no model was asked`
  };
}

// src/service/worker/live-progress.ts
var EVERY_MS4 = 250;
function writeProgress(tenant, reviewId, { clock, log }) {
  const waiting = /* @__PURE__ */ new Map();
  let isWaiting = false;
  let isFinished = false;
  let cancel = () => {
  };
  let writing = null;
  const write = async () => {
    const statuses = [...waiting.values()];
    waiting.clear();
    try {
      for (const status of statuses) await tenant.agent(reviewId, status);
    } catch (error) {
      log.debug("progress could not be written", { review: reviewId, reason: messageOf(error) });
    }
  };
  const later = () => {
    if (isWaiting || isFinished || waiting.size === 0) return;
    isWaiting = true;
    cancel = clock.after(EVERY_MS4, flush);
  };
  const flush = () => {
    isWaiting = false;
    if (writing !== null) return;
    writing = write().finally(() => {
      writing = null;
      later();
    });
  };
  return {
    agent(status) {
      if (isFinished) return;
      waiting.set(status.agent, status);
      later();
    },
    async finish() {
      isFinished = true;
      cancel();
      await writing;
      await write();
    }
  };
}

// src/service/worker/make-order.ts
function makeOrder({ review, attempt, access, organisation }, { settings }) {
  const { apiUrl, serverUrl, graphqlUrl, statusContext, writeSpacingMs, deadlineSeconds, models } = settings;
  const page2 = reviewUrl(settings.publicUrl, review.id);
  return {
    request: review.request,
    owner: access.owner,
    repo: access.repo,
    token: access.token,
    apiUrl,
    serverUrl,
    graphqlUrl,
    statusContext,
    writeSpacingMs,
    // A claim is known by this address: another try is another claim.
    targetUrl: page2 === null || attempt === 1 ? page2 : `${page2}?try=${attempt}`,
    models,
    hasKey: models !== null,
    stateSecret: settings.stateSecret,
    deadlineSeconds,
    organisation
  };
}

// src/service/worker/carry-out-review.ts
async function carryOutReview(started, world) {
  const { hold: hold2, review, tenant, access } = started;
  const { processes, settings, clock, log } = world;
  const meter = meterReview(review, world);
  const organisation = await world.readOrganisation(access, review);
  const order = makeOrder({ review, attempt: hold2.held.attempt, access, organisation }, world);
  const detailsUrl = reviewUrl(settings.publicUrl, review.id);
  const mayExist = hold2.held.attempt > 1 || review.startedAt !== null;
  const checks = checksOf(access, world);
  const check = reviewCheck({ review, checks, tenant, detailsUrl, mayExist, clock, log });
  const progress = writeProgress(tenant, review.id, world);
  let marked = Promise.resolve();
  const onEvent = (event2) => {
    meter.hear(event2);
    if (event2.kind === "agent") progress.agent(event2.status);
    if (event2.kind === "log") log[event2.level](event2.message, { review: review.id, ...event2.fields });
    if (event2.kind === "claimed") marked = noteClaim(event2, started, check, world);
  };
  const allow = (wish) => allowSpending({ review, tenant }, wish, world);
  const end = await processes.run(order, onEvent, hold2.signal, allow);
  await Promise.all([progress.finish(), marked]);
  const tried = await conclude(end, { check, isLastAttempt: hold2.held.isLastAttempt });
  meter.end(end, tried.kind === "failed" ? "again" : "final");
  return tried;
}
async function noteClaim(claim, { review, tenant }, check, world) {
  const { canWrite, headSha, baseSha, title, author, statusId, authorId } = claim;
  if (canWrite) check.start(headSha);
  const ids = statusId === null || authorId === null ? {} : { statusId, statusAuthorId: authorId };
  const marks = { headSha, baseSha, title, author, ...ids, statusSettled: !canWrite };
  await persist("a claim", () => tenant.mark(review.id, marks), world).catch(
    (error) => world.log.warn("a claim could not be noted", { review: review.id, reason: messageOf(error) })
  );
}
async function conclude(end, { check, isLastAttempt }) {
  switch (end.kind) {
    case "failed":
      return end;
    case "reviewed": {
      const failure = unpublished(end, isLastAttempt);
      if (failure !== null) return failure;
      const { report, published } = end;
      const statusSettled = await check.end(renderCheckRun(report, published.status));
      const reason = published.problems.length === 0 ? null : published.problems.join(" ");
      return ended({ state: "done", reason, report, commentUrl: published.commentUrl, statusSettled });
    }
    case "halted":
      await check.end(
        endedWithout("cancelled", end.why, `The review ended before it published anything: ${end.why}.`)
      );
      return ended({
        state: "superseded",
        reason: end.why,
        report: null,
        commentUrl: null,
        usage: end.usage
      });
    case "answered":
      return ended({ state: "answered", reason: null, report: null, commentUrl: null });
    case "refused":
      return ended({ state: "answered", reason: end.reason, report: null, commentUrl: null });
  }
}
function ended(end) {
  return { kind: "ended", end };
}
function unpublished({ report, published }, isLastAttempt) {
  const { outcome, statusWritten, commentUrl, problems } = published;
  if (outcome !== "partly" || statusWritten && (commentUrl !== null || isLastAttempt)) return null;
  const reason = `Not all could be posted: ${problems.join(" ")}`;
  return { kind: "failed", reason, isRetryable: true, usage: report.usage };
}

// src/service/worker/work-on-job.ts
var DONE = { kind: "done" };
async function workOnJob(hold2, world) {
  const { job, attempt } = hold2.held;
  const tenant = world.store.of(job);
  const review = await persist("reading a review", () => tenant.review(job.reviewId), world);
  if (review === null) return DONE;
  const isWanted2 = await persist(
    "the start of a review",
    () => tenant.start(review.id, attempt, world.settings.processName),
    world
  );
  if (!isWanted2) return DONE;
  hold2.watch(tenant);
  const tried = await tryReview(hold2, { ...review, attempt }, tenant, world);
  const stopped = hold2.stopped();
  if (stopped !== null && tried.kind === "failed") return afterStop(stopped);
  if (tried.kind === "failed") return afterFailure(hold2, { review, tenant, failure: tried }, world);
  const statusSettled = tried.end.statusSettled !== false && await endEarlierTry(review, tried.end, world);
  const end = { ...tried.end, statusSettled, attempt };
  await persist("the end of a review", () => tenant.end(review.id, end), world);
  return DONE;
}
async function endEarlierTry(review, end, world) {
  if (end.state !== "answered" || review.statusId === null) return true;
  const reason = end.reason ?? "another try found nothing to review";
  return endUnfinished(review, { reason, isRetryable: false }, world);
}
function afterStop(reason) {
  if (reason === "stopping") return { kind: "hand-back" };
  return reason === "lost" ? { kind: "lost" } : DONE;
}
async function tryReview(hold2, review, tenant, world) {
  try {
    const access = await openAccess(review, world, hold2.signal);
    if ("refused" in access) return quietEnd(access.refused);
    try {
      return await carryOutReview({ hold: hold2, review, tenant, access }, world);
    } finally {
      await access.close();
    }
  } catch (error) {
    return { kind: "failed", reason: messageOf(error), isRetryable: isRetryable(error) };
  }
}
function quietEnd(reason) {
  const end = { state: "superseded", reason, report: null, commentUrl: null };
  return { kind: "ended", end };
}
function isRetryable(error) {
  if (error instanceof ForgeError)
    return error.code === "forge-limited" || error.status === null || error.status >= 500 || error.status === 401;
  return !(error instanceof ReviewError);
}
async function afterFailure(hold2, { review, tenant, failure }, world) {
  const { attempt, isLastAttempt } = hold2.held;
  const { reason, isRetryable: mayHelp } = failure;
  const isOver = isLastAttempt || !mayHelp;
  world.log.warn("a try at a review failed", { review: review.id, attempt, isOver, reason });
  let settled = false;
  if (isOver) {
    const now = await persist("reading a review", () => tenant.review(review.id), world);
    settled = await endUnfinished(now ?? review, { reason, isRetryable: mayHelp }, world);
  }
  const told = isOver ? reason : `Try ${attempt} failed and there will be another: ${reason}`;
  const what = { state: "failed", reason: told, report: null, commentUrl: null };
  const end = { ...what, usage: failure.usage ?? null, statusSettled: settled, attempt };
  await persist("the failure of a review", () => tenant.end(review.id, end), world);
  if (isOver) {
    const { trigger, queuedAt } = review;
    const seconds = Math.max(0, (world.clock.now() - queuedAt.getTime()) / 1e3);
    world.metrics.record({ kind: "review-ended", gate: "failed", verdict: null, trigger, seconds });
  }
  return mayHelp ? { kind: "retry", reason } : DONE;
}

// src/service/worker/start-worker.ts
var POLL_MS = 2e3;
function startWorker(world) {
  const { queue, settings, clock, log } = world;
  const jobWorld = { ...world, readOrganisation: makeReadOrganisation(world) };
  const holds = /* @__PURE__ */ new Map();
  let isStopping = false;
  let taking = null;
  let again = false;
  let cancelPoll = () => {
  };
  const launch = (held) => {
    const hold2 = holdJob(held, world);
    const done = settle3(hold2, jobWorld).finally(() => {
      holds.delete(hold2);
      wake();
    });
    holds.set(hold2, done);
  };
  const take2 = async () => {
    while (!isStopping && holds.size < settings.reviewConcurrency) {
      const jobs = await queue.take(settings.reviewConcurrency - holds.size);
      if (isStopping) return giveBack(jobs, world);
      for (const held of jobs) launch(held);
      if (jobs.length === 0 && !again) return;
      again = false;
    }
  };
  const wake = () => {
    again = true;
    if (taking !== null || isStopping) return;
    again = false;
    taking = take2().catch((error) => log.warn("no job could be taken", { reason: messageOf(error) })).finally(() => {
      taking = null;
    });
  };
  const poll = () => {
    wake();
    if (!isStopping) cancelPoll = clock.after(POLL_MS, poll);
  };
  const listening = queue.onReady(wake).catch((error) => {
    log.warn("new jobs are not announced; they are looked for", { reason: messageOf(error) });
    return async () => void 0;
  });
  poll();
  return {
    async stop(graceMs) {
      isStopping = true;
      cancelPoll();
      await (await listening)();
      await taking;
      const timer = clock.after(graceMs, () => {
        for (const hold2 of holds.keys()) hold2.stop("stopping");
      });
      while (holds.size > 0) await Promise.all(holds.values());
      timer();
    }
  };
}
async function giveBack(jobs, world) {
  const { queue, log } = world;
  for (const held of jobs) {
    await persist("handing a job back", () => queue.handBack(held), world).catch(
      (error) => log.warn("a job could not be handed back; it comes back by itself", {
        review: held.job.reviewId,
        reason: messageOf(error)
      })
    );
  }
}
async function settle3(hold2, world) {
  const { held } = hold2;
  const { queue, log } = world;
  try {
    const end = await workOnJob(hold2, world);
    if (end.kind === "done") await persist("the end of a job", () => queue.complete(held), world);
    if (end.kind === "retry")
      await persist("the failure of a job", () => queue.fail(held, end.reason), world);
    if (end.kind === "hand-back") await persist("handing a job back", () => queue.handBack(held), world);
  } catch (error) {
    log.warn("a job was given up", { review: held.job.reviewId, reason: messageOf(error) });
  } finally {
    hold2.release();
  }
}

// src/entry/app/start-work.ts
var HANDED_ON = [
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_DIR",
  "SSL_CERT_FILE",
  "NODE_USE_ENV_PROXY",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  // Windows starts no process without it.
  "SystemRoot"
];
function startWork(workshop, environment = process.env) {
  const { settings, root, reviewProcess, clock, log } = workshop;
  const processes = openReviewProcesses({
    entry: reviewProcess,
    assets: new URL("dist/", root),
    count: settings.reviewConcurrency,
    environment: Object.fromEntries(
      HANDED_ON.flatMap((name) => {
        const value = environment[name];
        return value === void 0 ? [] : [[name, value]];
      })
    ),
    clock,
    log
  });
  const world = { ...workshop, processes, settings: settingsOf(workshop) };
  const worker = startWorker(world);
  const sweep2 = startSweep({ ...world, retentionDays: settings.retentionDays });
  return {
    async stop(graceMs) {
      await Promise.all([worker.stop(graceMs), sweep2.stop()]);
      await processes.close();
    }
  };
}
function settingsOf({ settings, publicUrl }) {
  return {
    ...settings,
    publicUrl,
    // The same in all processes of the service and after every start, and of no other App.
    stateSecret: createHmac("sha256", settings.credentials.privateKey).update("state of comments").digest("hex"),
    processName: `${hostname2()}:${process.pid}`
  };
}

// src/entry/app/system-routes.ts
import { createHash as createHash5, timingSafeEqual as timingSafeEqual2 } from "node:crypto";
function systemRoutes(readiness, metrics) {
  return async (request, response) => {
    const path = pathOf2(request);
    if (path !== "/healthz" && path !== "/readyz" && path !== "/metrics") return false;
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return true;
    }
    if (path === "/metrics") {
      if (metrics.token !== null && !shows(request, metrics.token))
        response.writeHead(401, { "www-authenticate": "Bearer" }).end("METRICS_TOKEN is needed here.\n");
      else response.writeHead(200, { "content-type": metrics.contentType }).end(await metrics.text());
      return true;
    }
    const { ready: ready2, needs } = path === "/healthz" ? { ready: true, needs: {} } : await readiness();
    response.writeHead(ready2 ? 200 : 503, { "content-type": "application/json; charset=utf-8" });
    response.end(`${JSON.stringify({ status: ready2 ? "ok" : "not ready", ...needs })}
`);
    return true;
  };
}
function shows({ headers }, token) {
  const digest2 = (text2) => createHash5("sha256").update(text2).digest();
  return timingSafeEqual2(digest2(headers.authorization ?? ""), digest2(`Bearer ${token}`));
}
function pathOf2({ url = "" }) {
  return url.split("?", 1)[0] ?? "";
}

// src/entry/app/watch-identity.ts
var FIRST_MS = 5e3;
var PAUSES_MS3 = [1e3, 2e3, 5e3, 15e3, 3e4, 6e4];
async function watchIdentity({
  appId,
  ask: ask3,
  clock,
  log,
  signal
}) {
  let known = null;
  let problem = "GitHub was not asked yet";
  let cancel = () => {
  };
  const attempt = async () => {
    try {
      known = checked(await ask3(AbortSignal.any([signal, AbortSignal.timeout(FIRST_MS)])), appId);
      problem = null;
    } catch (thrown) {
      if (isOurFault(thrown)) throw keyRefused(appId, thrown);
      problem = messageOf(thrown);
    }
  };
  const later = (tries) => {
    if (signal.aborted) return;
    cancel = clock.after(PAUSES_MS3[Math.min(tries, PAUSES_MS3.length - 1)] ?? 0, () => {
      attempt().then(
        () => known === null ? later(tries + 1) : log.info("GitHub knows this App.", { slug: known.slug }),
        (thrown) => {
          problem = messageOf(thrown);
          log.warn(problem);
        }
      );
    });
  };
  signal.addEventListener("abort", () => cancel(), { once: true });
  await attempt();
  if (problem !== null && !signal.aborted) {
    log.warn(`GitHub could not say who this App is, and is asked again: ${problem}`);
    later(0);
  }
  return { known: () => known, problem: () => problem };
}
function checked(identity, appId) {
  if (identity.id === appId) return identity;
  throw new ReviewError(
    "bad-usage",
    `The private key belongs to the App ${identity.id} (${identity.slug}), and APP_ID is ${appId}.`,
    "Set APP_ID and the private key of the same App."
  );
}
function isOurFault(thrown) {
  if (thrown instanceof ForgeError) return thrown.status === 401 || thrown.status === 404;
  return thrown instanceof ReviewError;
}
function keyRefused(appId, cause) {
  if (cause instanceof ReviewError && !(cause instanceof ForgeError)) return cause;
  return new ReviewError(
    "bad-usage",
    `GitHub does not accept the private key for the App ${appId}.`,
    "Set APP_ID and the private key of the same App; keys are made and deleted on its settings page. GITHUB_API_URL has to name the GitHub it lives on.",
    { cause }
  );
}

// src/adapters/github/app/exchange-grant.ts
async function exchangeGrant(options, grant, signal) {
  const answer2 = recordOf(await post(options, grant, signal));
  const { access_token: token, error, expires_in: seconds, refresh_token: refreshToken } = answer2;
  if (typeof token !== "string" || token === "") {
    const code2 = typeof error === "string" && /^[a-z_]{1,60}$/.test(error) ? error : "no token";
    throw new ForgeError(
      "forge-forbidden",
      `GitHub did not take the sign-in (${code2}).`,
      code2 === "incorrect_client_credentials" ? "Check the client id and the client secret of the App." : "Sign in again.",
      { status: null, maybeDone: false }
    );
  }
  return {
    accessToken: token,
    expiresAt: typeof seconds === "number" ? new Date(options.clock.now() + seconds * 1e3) : null,
    refreshToken: typeof refreshToken === "string" ? refreshToken : null
  };
}
async function post(options, grant, signal) {
  const { clientId, clientSecret, serverUrl, clock, answerMs } = options;
  const send = options.fetch ?? fetch;
  const timer = new AbortController();
  const cancel = clock.after(answerMs, () => timer.abort());
  try {
    const response = await send(`${serverUrl}/login/oauth/access_token`, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "user-agent": "multi-agent-review"
      },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...grant }),
      redirect: "error",
      signal: AbortSignal.any([timer.signal, signal])
    });
    if (!response.ok) throw unavailable(response.status);
    return await response.json();
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ForgeError ? error : unavailable(null);
  } finally {
    cancel();
  }
}
function unavailable(status) {
  return new ForgeError(
    "forge-unavailable",
    `GitHub could not be asked for the sign-in (${status === null ? "no answer" : `status ${status}`}).`,
    "Sign in again.",
    { status, maybeDone: true }
  );
}

// src/adapters/github/app/make-person-host.ts
var PAGE = 100;
var PATIENCE_MS3 = 1e4;
var ANSWER_MS = 1e4;
var ADVICE = {
  unauthorised: "Sign in again.",
  forbidden: "Sign in again, and check that your organisation lets the App in."
};
function makePersonHost(options) {
  const serverUrl = options.serverUrl.replace(/\/+$/, "");
  const { clientId, clock } = options;
  const clientOf = (accessToken) => makeClient({
    token: accessToken,
    apiUrl: options.apiUrl,
    clock,
    log: options.log,
    patienceMs: PATIENCE_MS3,
    answerMs: ANSWER_MS,
    advice: ADVICE,
    ...options.fetch === void 0 ? {} : { fetch: options.fetch }
  });
  const grantOptions = { ...options, serverUrl, answerMs: ANSWER_MS };
  const installations = async (accessToken, signal) => {
    const shown = await everyPage(clientOf(accessToken), "/user/installations", "installations", signal);
    return shown.map(toInstallation);
  };
  const repositoriesOf2 = async (accessToken, installationId2, signal) => {
    try {
      const path = `/user/installations/${Math.trunc(installationId2)}/repositories`;
      const shown = await everyPage(clientOf(accessToken), path, "repositories", signal);
      return shown.map(toVisible).filter((one) => one !== null);
    } catch (error) {
      if (isHidden(error)) return [];
      throw error;
    }
  };
  return {
    authorizeUrl: ({ state, codeChallenge, redirectUri }) => {
      const url = new URL(`${serverUrl}/login/oauth/authorize`);
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: "S256"
      }).toString();
      return url.href;
    },
    exchange: ({ code: code2, codeVerifier, redirectUri }, signal) => exchangeGrant(grantOptions, { code: code2, code_verifier: codeVerifier, redirect_uri: redirectUri }, signal),
    refresh: (refreshToken, signal) => exchangeGrant(grantOptions, { grant_type: "refresh_token", refresh_token: refreshToken }, signal),
    user: async (accessToken, signal) => {
      const { data } = await clientOf(accessToken).request("GET /user", { request: { signal } });
      return { id: Number(data.id), login: data.login };
    },
    installations,
    repositoriesOf: repositoriesOf2,
    repositories: async (accessToken, signal) => {
      const all = await installations(accessToken, signal);
      const found = await Promise.all(
        all.map(
          async ({ id }) => (await repositoriesOf2(accessToken, id, signal)).map((one) => ({
            installationId: id,
            repositoryId: one.id,
            mayWrite: one.mayWrite
          }))
        )
      );
      return found.flat();
    },
    canSee: async (accessToken, repositoryId, signal) => {
      try {
        const path = `GET /repositories/${Math.trunc(repositoryId)}`;
        const { data } = await clientOf(accessToken).request(path, { request: { signal } });
        const shown = toVisible(data);
        return shown?.id === repositoryId ? shown : null;
      } catch (error) {
        if (isHidden(error)) return null;
        throw error;
      }
    }
  };
}
function isHidden(error) {
  if (!(error instanceof ForgeError)) return false;
  return error.code === "forge-not-found" || error.code === "forge-forbidden" && error.status === 403;
}
function toVisible(shown) {
  const { id, full_name: fullName, private: isPrivate, permissions } = recordOf(shown);
  const { pull, push, maintain, admin } = recordOf(permissions);
  if (pull !== true) return null;
  return {
    id: Number(id),
    fullName: String(fullName),
    // what is not said to be public is private
    isPrivate: isPrivate !== false,
    mayWrite: push === true || maintain === true || admin === true
  };
}
async function everyPage(client, path, key, signal) {
  const all = [];
  for (let page2 = 1; ; page2 += 1) {
    const { data } = await client.request(`GET ${path}`, { per_page: PAGE, page: page2, request: { signal } });
    const part2 = isRecord(data) ? data[key] : null;
    if (!Array.isArray(part2))
      throw new ForgeError("forge-unavailable", `GitHub sent no ${key}.`, "Try again.", {
        status: null,
        maybeDone: false
      });
    all.push(...part2);
    if (part2.length < PAGE) return all;
  }
}

// src/adapters/probot/make-webhooks.ts
import { Probot } from "probot";

// src/adapters/probot/announce.ts
function isRefusal(value) {
  return "status" in value;
}
function announce({ method, headers }) {
  if (method !== "POST") return { status: 405, reason: "Webhooks are sent by POST." };
  if (!/^application\/json *(?:;|$)/i.test(headers["content-type"] ?? ""))
    return { status: 415, reason: "The content type of a webhook is application/json." };
  const id = headers["x-github-delivery"];
  if (typeof id !== "string" || !/^[0-9A-Za-z-]{1,100}$/.test(id))
    return { status: 400, reason: "The header X-GitHub-Delivery is missing or no identifier." };
  const name = headers["x-github-event"];
  if (typeof name !== "string" || !/^[a-z_]{1,60}$/.test(name))
    return { status: 400, reason: "The header X-GitHub-Event is missing or no name of an event." };
  const signature = headers["x-hub-signature-256"];
  if (typeof signature !== "string" || !/^sha256=[0-9a-f]{64}$/.test(signature))
    return { status: 401, reason: "The header X-Hub-Signature-256 is missing or no signature." };
  return { id, name, signature };
}

// src/adapters/probot/read-body.ts
function makeBodyReader(limits) {
  let heldByAll = 0;
  return (request) => {
    if (Number(request.headers["content-length"] ?? 0) > limits.mostBytes) {
      request.resume();
      return Promise.resolve({ kind: "too-large" });
    }
    return new Promise((resolve3) => {
      let chunks = [];
      let held = 0;
      const settle4 = (body) => {
        heldByAll -= held;
        held = 0;
        chunks = [];
        request.off("data", take2);
        request.resume();
        resolve3(body);
      };
      const take2 = (chunk) => {
        chunks.push(chunk);
        held += chunk.length;
        heldByAll += chunk.length;
        if (held > limits.mostBytes) settle4({ kind: "too-large" });
        else if (heldByAll > limits.mostBytesAtOnce) settle4({ kind: "busy" });
      };
      request.on("data", take2);
      request.once("end", () => settle4(decode(Buffer.concat(chunks))));
      request.once("error", () => settle4({ kind: "broken-off" }));
      request.once("close", () => settle4({ kind: "broken-off" }));
    });
  };
}
function decode(bytes) {
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: "not-text" };
  }
}

// src/adapters/probot/make-webhooks.ts
var MOST_BYTES = 25 * 1024 * 1024;
var MOST_BYTES_AT_ONCE = 128 * 1024 * 1024;
async function makeWebhooks(options) {
  const { clock, log, metrics, path } = options;
  const probot = await openProbot(options);
  const mostBytes = options.mostBytes ?? MOST_BYTES;
  const readBody = makeBodyReader({ mostBytes, mostBytesAtOnce: MOST_BYTES_AT_ONCE });
  const take2 = async (request) => {
    const announced = announce(request);
    if (isRefusal(announced)) return announced;
    const { id, name, signature } = announced;
    const text2 = textOf3(await readBody(request));
    if (typeof text2 !== "string") return text2;
    if (!await probot.verify(text2, signature))
      return { status: 401, reason: "The signature does not fit. Is the webhook secret the one of the App?" };
    const payload = parseObject(text2);
    if (payload === null) return { status: 400, reason: "The body is not an object in JSON." };
    return { event: name, outcome: await probot.receive({ id, name, payload }) };
  };
  return async (request, response) => {
    if (pathOf3(request) !== path) return false;
    const start2 = clock.steady();
    const taken = await take2(request);
    const { event: event2, outcome } = isRefusal(taken) ? { event: "unknown", outcome: "rejected" } : taken;
    const said = isRefusal(taken) ? taken : SAID[taken.outcome === "failed" ? "failed" : "taken"];
    if (isRefusal(taken)) {
      log.warn(`A webhook was refused: ${taken.reason}`, { status: taken.status });
      request.resume();
    }
    response.writeHead(said.status, { "content-type": "text/plain; charset=utf-8" }).end(`${said.reason}
`);
    metrics.record({ kind: "webhook", event: event2, outcome, seconds: (clock.steady() - start2) / 1e3 });
    return true;
  };
}
var SAID = {
  taken: { status: 202, reason: "Accepted." },
  failed: { status: 500, reason: "The delivery could not be stored. It has to be sent again." }
};
async function openProbot({ secret, appId, privateKey, handle, log }) {
  const probot = new Probot({ appId, privateKey, secret, logLevel: "fatal" });
  await probot.ready();
  const outcomes = /* @__PURE__ */ new WeakMap();
  probot.onAny(async ({ id, name, payload }) => {
    try {
      outcomes.set(payload, await handle({ id, name, payload }));
    } catch (thrown) {
      log.warn(`The delivery ${id} could not be stored: ${messageOf(thrown)}`, { event: name });
    }
  });
  return {
    verify: (text2, signature) => probot.webhooks.verify(text2, signature),
    receive: async (delivery) => {
      try {
        await probot.receive(delivery);
      } catch (thrown) {
        log.warn(`Probot failed on the delivery ${delivery.id}: ${messageOf(thrown)}`);
      }
      return outcomes.get(delivery.payload) ?? "failed";
    }
  };
}
function textOf3(body) {
  switch (body.kind) {
    case "too-large":
      return { status: 413, reason: "The body is larger than GitHub sends." };
    case "busy":
      return { status: 503, reason: "Too much is being sent at the same time." };
    case "not-text":
      return { status: 400, reason: "The body is not text in UTF-8." };
    case "broken-off":
      return { status: 400, reason: "The body was not sent to its end." };
    case "text":
      return body.text === "" ? { status: 400, reason: "The body is empty." } : body.text;
  }
}
function parseObject(text2) {
  try {
    const value = JSON.parse(text2);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
function pathOf3({ url = "" }) {
  const [path = ""] = url.split("?", 1);
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}

// src/event/read-tenant.ts
function readTenant(payload) {
  const parsed = tenantEvent.safeParse(payload);
  if (!parsed.success) return null;
  const { installation, repository: repository3 } = parsed.data;
  const { owner } = repository3;
  const account3 = installation.account ?? null;
  if (account3 !== null && account3.id !== owner.id) return null;
  return {
    installation: {
      id: installation.id,
      accountId: owner.id,
      accountLogin: owner.login,
      accountType: owner.type,
      suspended: false
    },
    repository: {
      installationId: installation.id,
      repositoryId: repository3.id,
      owner: owner.login,
      name: repository3.name,
      isPrivate: repository3.private
    }
  };
}

// src/service/new-review.ts
var MOST_TITLE2 = 300;
var NO_PULL_REQUEST = 0;
function newReviewOf(asked2) {
  const { request, tenant, deliveryId, payload, serviceDigest: serviceDigest2 } = asked2;
  const moment = momentOf(payload);
  const { title, author } = descriptionOf(request, payload);
  const isPull = request.kind !== "merge-group";
  return {
    installationId: tenant.installationId,
    repositoryId: tenant.repositoryId,
    pullNumber: isPull ? request.pullNumber : NO_PULL_REQUEST,
    headSha: request.kind === "command" ? null : request.headSha,
    baseSha: moment.baseSha,
    configDigest: configDigestOf(serviceDigest2, moment.baseSha),
    trigger: triggerOf(request),
    occasion: occasionOf(request, deliveryId, moment.updatedAt),
    title: title.slice(0, MOST_TITLE2),
    author,
    askedBy: request.kind === "merge-group" || triggerOf(request) === "push" ? null : request.actor,
    eventAt: moment.updatedAt,
    request: { ...request }
  };
}
function configDigestOf(serviceDigest2, baseSha) {
  return digestOf(serviceDigest2, baseSha ?? "");
}
function triggerOf(request) {
  switch (request.kind) {
    case "merge-group":
    case "explain":
    case "command":
      return request.kind;
    case "review":
      if (request.trigger === "command") return "command";
      return request.trigger === "dispatch" ? "rerun" : "push";
  }
}
function occasionOf(request, deliveryId, updatedAt) {
  if (request.kind === "explain") return `check-run:${request.checkRunId}:${deliveryId}`;
  if (request.kind === "merge-group") return "merge-group";
  if (request.commentId !== void 0)
    return `${request.commentKind ?? "conversation"}-comment:${request.commentId}`;
  if (request.kind === "command") return `delivery:${deliveryId}`;
  switch (request.cause) {
    case "synchronize":
    case "reopened":
    case "base-changed":
      return `${request.cause}:${updatedAt ?? deliveryId}`;
    case "rerun":
      return `rerun:${deliveryId}`;
    default:
      return request.draft === true ? "push:draft" : "push";
  }
}
function descriptionOf(request, payload) {
  if (request.kind === "merge-group") return { title: "Merge queue", author: "" };
  const parsed = describedEvent.safeParse(payload);
  const subject = parsed.success ? parsed.data.pull_request ?? parsed.data.issue : void 0;
  return {
    title: subject?.title ?? `Pull request ${request.pullNumber}`,
    author: subject?.user?.login ?? ""
  };
}

// src/service/accept-delivery.ts
function makeAcceptDelivery({ store, log }, settings) {
  return async (delivery) => {
    const { id, name, payload } = delivery;
    const event2 = readAppEvent(name, payload, settings);
    const tenant = readTenant(payload);
    const outcome = await take(event2, tenant, delivery, { store, settings });
    log.debug("webhook", {
      delivery: id,
      event: name,
      outcome: outcome.kind,
      ...outcome.kind === "ignored" ? { reason: outcome.reason } : {}
    });
    return outcome.kind;
  };
}
async function take(event2, tenant, delivery, { store, settings }) {
  switch (event2.kind) {
    case "ignored":
      return event2;
    case "installed":
      if (!await store.saveInstallation(event2.installation, event2.repositories)) return GONE;
      return note(store, noteOf(delivery, event2.installation.id, null));
    case "uninstalled":
      await store.forget(event2.installationId);
      return note(store, noteOf(delivery, null, null));
    case "repositories-removed":
      if (event2.repositoryIds.length > 0) await store.forget(event2.installationId, event2.repositoryIds);
      return note(store, noteOf(delivery, event2.installationId, null));
    case "closed":
      if (tenant === null) return NO_TENANT;
      await store.of(tenant.repository).withdraw(event2.pullNumber, "The pull request was closed.", event2.closedAt);
      return note(store, noteOf(delivery, tenant.installation.id, tenant.repository.repositoryId));
    case "work":
      return tenant === null ? NO_TENANT : accept(event2.requests, tenant, delivery, { store, settings });
    case "head": {
      if (tenant === null) return NO_TENANT;
      const pulls = await store.of(tenant.repository).pullsAt(event2.asked.headSha);
      if (pulls.length === 0) return { kind: "ignored", reason: "no pull request was reviewed at this head" };
      const requests = pulls.map((pullNumber3) => rerunOf(event2.asked, pullNumber3));
      return accept(requests, tenant, delivery, { store, settings });
    }
  }
}
var GONE = { kind: "ignored", reason: "the installation was taken away" };
var NO_TENANT = {
  kind: "ignored",
  reason: "the payload names no installation with a repository of the same account"
};
async function accept(requests, tenant, delivery, { store, settings }) {
  const { installation, repository: repository3 } = tenant;
  let isNew = false;
  for (const [index, request] of requests.entries()) {
    if (request.kind === "review" && request.trigger === "pull_request" && request.closed === true)
      return { kind: "ignored", reason: "the pull request is closed" };
    const review = newReviewOf({
      request,
      tenant: repository3,
      deliveryId: delivery.id,
      payload: delivery.payload,
      serviceDigest: settings.serviceDigest
    });
    const noted = noteOf(delivery, installation.id, repository3.repositoryId);
    const id = index === 0 ? noted.id : `${noted.id}:${index}`;
    const accepted = await store.accept({ ...noted, id }, { repository: repository3, installation, review });
    if (accepted.kind === "gone") return GONE;
    isNew ||= isNewWork(accepted);
  }
  return { kind: isNew ? "accepted" : "duplicate" };
}
async function note(store, delivery) {
  const { kind } = await store.accept(delivery, null);
  return kind === "gone" ? GONE : { kind: kind === "duplicate" ? "duplicate" : "accepted" };
}
function isNewWork({ kind }) {
  return kind === "queued" || kind === "noted";
}
function noteOf({ id, name, payload }, installationId2, repositoryId) {
  const action = typeof payload === "object" && payload !== null && "action" in payload ? payload.action : null;
  return {
    id,
    event: name,
    action: typeof action === "string" ? action.slice(0, 60) : null,
    installationId: installationId2,
    repositoryId
  };
}

// src/adapters/store/dashboard/review-queries.ts
var LIST_FILTERS = ["all", "running", "past", "blocked", "incomplete", "failed"];
var COLUMNS = `review.id, review.installation_id, review.repository_id, repository.owner, repository.name,
  review.pull_number, review.title, review.author, review.head_sha, review.trigger, review.asked_by, review.state,
  review.attempt, review.queued_at, review.started_at, review.finished_at, review.reason, review.verdict, review.gate,
  review.comment_url, review.critical_count, review.high_count, review.medium_count, review.low_count, review.info_count,
  review.cost_usd, review.tokens_input + review.tokens_cache_written + review.tokens_cache_read + review.tokens_output
  as tokens`;
var FROM = `from review ${mayReach("review")}
  join repository on repository.installation_id = review.installation_id and repository.id = review.repository_id`;
var ONLY = {
  all: "true",
  running: "review.state in ('queued', 'running')",
  past: "review.state not in ('queued', 'running')",
  blocked: "review.gate = 'fail'",
  incomplete: "review.verdict = 'incomplete'",
  failed: "review.state = 'failed'"
};
async function listReviews(database, allowed, filter) {
  const { rows } = await database.query(
    `select ${COLUMNS} ${FROM}
     where ${ONLY[filter.only]} and review.state <> 'answered'
       and ($3::timestamptz is null or review.queued_at < $3)
       and ($4::bigint is null or (review.installation_id = $4 and review.repository_id = $5))
       and ($6 = '' or strpos(lower(review.title), $6) > 0 or strpos(lower(review.author), $6) > 0
         or strpos(lower(repository.owner || '/' || repository.name || '#' || review.pull_number), $6) > 0)
     order by ${filter.only === "running" ? "review.state = 'running' desc, " : ""}review.queued_at desc, review.id limit $7`,
    [
      ...pairsOf(allowed),
      filter.before,
      filter.repository?.installationId ?? null,
      filter.repository?.repositoryId ?? null,
      filter.search.toLowerCase(),
      filter.most
    ]
  );
  return rows.map(lineOf);
}
async function findReview(database, allowed, id) {
  const { rows } = await database.query(
    `select ${COLUMNS}, review.report ${FROM} where review.id::text = $3`,
    [...pairsOf(allowed), id]
  );
  const [row] = rows;
  if (row === void 0) return null;
  const line2 = lineOf(row);
  return { ...line2, report: reportIn(row), agents: (await agentsOf(database, allowed, [id])).get(id) ?? [] };
}
async function agentsOf(database, allowed, ids) {
  const { rows } = await database.query(
    `select agent.* from agent ${mayReach("agent")} where agent.review_id::text = any($3::text[])
     order by agent.started_at nulls last, agent.name`,
    [...pairsOf(allowed), ids]
  );
  const agents = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const id = textIn(row, "review_id");
    agents.set(id, [...agents.get(id) ?? [], agentOf(row)]);
  }
  return agents;
}
function lineOf(row) {
  return {
    id: textIn(row, "id"),
    installationId: numberIn(row, "installation_id"),
    repositoryId: numberIn(row, "repository_id"),
    owner: textIn(row, "owner"),
    name: textIn(row, "name"),
    pullNumber: numberIn(row, "pull_number"),
    title: textIn(row, "title"),
    author: textIn(row, "author"),
    headSha: textOrNull(row, "head_sha"),
    // The columns are bound to these words by checks of the table.
    trigger: textIn(row, "trigger"),
    askedBy: textOrNull(row, "asked_by"),
    state: textIn(row, "state"),
    attempt: numberIn(row, "attempt"),
    queuedAt: dateIn(row, "queued_at"),
    startedAt: dateOrNull(row, "started_at"),
    finishedAt: dateOrNull(row, "finished_at"),
    reason: textOrNull(row, "reason"),
    verdict: textOrNull(row, "verdict"),
    gate: textOrNull(row, "gate"),
    commentUrl: textOrNull(row, "comment_url"),
    counts: {
      critical: numberIn(row, "critical_count"),
      high: numberIn(row, "high_count"),
      medium: numberIn(row, "medium_count"),
      low: numberIn(row, "low_count"),
      info: numberIn(row, "info_count")
    },
    costUsd: numberIn(row, "cost_usd"),
    tokens: numberIn(row, "tokens")
  };
}
function agentOf(row) {
  return {
    name: textIn(row, "name"),
    state: textIn(row, "state"),
    task: textIn(row, "task"),
    progress: numberIn(row, "progress"),
    etaMs: numberOrNull(row, "eta_ms"),
    blockers: textsIn(row, "blockers"),
    support: supportIn(row),
    model: textOrNull(row, "model"),
    reason: textOrNull(row, "reason"),
    startedAt: dateOrNull(row, "started_at"),
    endedAt: dateOrNull(row, "ended_at"),
    ms: numberOrNull(row, "ms"),
    tokensIn: numberIn(row, "tokens_input") + numberIn(row, "tokens_cache_written"),
    tokensCached: numberIn(row, "tokens_cache_read"),
    tokensOut: numberIn(row, "tokens_output"),
    costUsd: numberIn(row, "cost_usd"),
    shown: numberIn(row, "shown")
  };
}
function supportIn(row) {
  const value = row.support;
  return typeof value === "object" && value !== null ? value : null;
}
function reportIn(row) {
  const value = row.report;
  return typeof value === "object" && value !== null ? value : null;
}

// src/service/dashboard/access.ts
var FRESH_MS3 = 6e4;
var MOST_KEPT = 2e3;
var ANSWER_MS2 = 2e4;
function makeAccesses(people, clock) {
  const kept = /* @__PURE__ */ new Map();
  return {
    of(sessionKey, accessToken) {
      const known = kept.get(sessionKey);
      if (known !== void 0 && clock.steady() - known.at < FRESH_MS3) return known.access;
      const signal = AbortSignal.timeout(ANSWER_MS2);
      const access = people.repositories(accessToken, signal).then(accessTo, (error) => {
        kept.delete(sessionKey);
        if (error instanceof ForgeError && error.status === 401) return null;
        throw error;
      });
      kept.delete(sessionKey);
      kept.set(sessionKey, { at: clock.steady(), access });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== void 0) kept.delete(oldest);
      return access;
    },
    forget: (sessionKey) => {
      kept.delete(sessionKey);
    }
  };
}
function accessTo(repositories) {
  const key = ({ installationId: installationId2, repositoryId }) => `${installationId2}/${repositoryId}`;
  const writable = new Set(repositories.filter(({ mayWrite }) => mayWrite).map(key));
  return {
    allowed: repositories.map(({ installationId: installationId2, repositoryId }) => ({ installationId: installationId2, repositoryId })),
    mayWrite: (tenant) => writable.has(key(tenant))
  };
}

// src/service/dashboard/answers.ts
var POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'"
].join("; ");
var HEADERS2 = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // What one person may see is not for a shared cache.
  "cache-control": "no-store"
};
function sendPage(response, status, page2) {
  response.writeHead(status, { ...HEADERS2, "content-type": "text/html; charset=utf-8" });
  response.end(page2.text);
}
function redirect(response, location, cookies = []) {
  response.writeHead(303, {
    ...HEADERS2,
    location,
    ...cookies.length === 0 ? {} : { "set-cookie": [...cookies] }
  });
  response.end();
}
function sendAsset(response, type, text2) {
  response.writeHead(200, {
    ...HEADERS2,
    "content-type": type,
    "cache-control": "public, max-age=31536000, immutable"
  });
  response.end(text2);
}
function beginEvents(response) {
  response.writeHead(200, { ...HEADERS2, "content-type": "text/event-stream", "x-accel-buffering": "no" });
  response.write("retry: 3000\n\n");
}

// src/service/dashboard/live-events.ts
var PROGRESS_CHANNEL = "review-progress";
var SPACING_MS = 500;
var KEEP_ALIVE_MS3 = 2e4;
var MOST_STREAMS = 500;
function makeLiveEvents(database, clock, log) {
  const streams = /* @__PURE__ */ new Set();
  let listening = null;
  const wakeAll = () => {
    for (const stream of streams) stream.changed();
  };
  const onMessage = (payload) => {
    const change = readChange(payload);
    if (change === null) return;
    for (const stream of streams) if (stream.view.concerns(change)) stream.changed();
  };
  return {
    async open(response, view) {
      if (streams.size >= MOST_STREAMS) {
        response.writeHead(503, { "retry-after": "30" }).end();
        return;
      }
      listening ??= database.listen(PROGRESS_CHANNEL, onMessage, wakeAll);
      await listening.catch((error) => {
        listening = null;
        throw error;
      });
      if (response.destroyed) return;
      beginEvents(response);
      const stream = startStream(response, view, clock, log);
      streams.add(stream);
      response.on("close", () => {
        streams.delete(stream);
        stream.end();
      });
      stream.changed();
    },
    async close() {
      for (const stream of streams) stream.end();
      streams.clear();
      await (await listening)?.();
      listening = null;
    }
  };
}
function startStream(response, view, clock, log) {
  const gone = new AbortController();
  let isSending = false;
  let isStale = false;
  let cancelTimer = () => void 0;
  let cancelBeat = () => void 0;
  const send = async () => {
    isSending = true;
    isStale = false;
    try {
      const parts = await view.render();
      if (gone.signal.aborted) return;
      if (parts === null || parts === "reload") return end(parts);
      const data = parts.map(({ id, markup }) => ({ id, markup: markup.text }));
      response.write(`event: parts
data: ${JSON.stringify(data)}

`);
    } catch (error) {
      log.warn("a live page could not be sent", { reason: messageOf(error) });
      return end(null);
    }
    cancelTimer = clock.after(SPACING_MS, () => {
      if (response.writableNeedDrain) response.once("drain", next);
      else next();
    });
  };
  const next = () => {
    isSending = false;
    if (isStale && !gone.signal.aborted) void send();
  };
  const beat = () => {
    if (response.writableNeedDrain) {
      end(null);
      response.destroy();
      return;
    }
    response.write(": alive\n\n");
    cancelBeat = clock.after(KEEP_ALIVE_MS3, beat);
  };
  const end = (last) => {
    if (gone.signal.aborted) return;
    gone.abort();
    cancelTimer();
    cancelBeat();
    response.end(last === "reload" ? "event: reload\ndata: {}\n\n" : void 0);
  };
  cancelBeat = clock.after(KEEP_ALIVE_MS3, beat);
  return {
    view,
    changed: () => {
      isStale = true;
      if (!isSending && !gone.signal.aborted) void send();
    },
    end: () => end(null)
  };
}
function readChange(payload) {
  try {
    const value = JSON.parse(payload);
    if (typeof value !== "object" || value === null) return null;
    const { reviewId, installationId: installationId2, repositoryId } = value;
    if (typeof reviewId !== "string") return null;
    return { reviewId, installationId: Number(installationId2), repositoryId: Number(repositoryId) };
  } catch {
    return null;
  }
}

// src/service/dashboard/pages/plain-page.ts
function notFoundPage(person) {
  return plain("Not found", person, "There is nothing here, or nothing that your GitHub account may see.");
}
function forbiddenPage(person, why) {
  return plain("That did not work", person, why);
}
function awayPage(person, why) {
  return plain(
    "GitHub does not answer",
    person,
    `${why} Nothing is shown until GitHub says what you may see. Try again in a minute.`
  );
}
function signInPage(canSignIn, back, why) {
  const body = canSignIn ? html`<p>Sign in to see the reviews of the repositories that you may see on GitHub. Nothing else is asked for.</p>
<p><a class="button" href="/sign-in/github?back=${encodeURIComponent(back)}">Sign in with GitHub</a></p>` : html`<p>Signing in is not set up. Set <code>GITHUB_CLIENT_ID</code> and <code>GITHUB_CLIENT_SECRET</code> of the GitHub App and start the service again. Reviews run without it.</p>`;
  return pageOf({
    title: "Sign in",
    here: null,
    person: null,
    body: html`<div class="door"><h1>Reviews of your pull requests</h1>${why === null ? null : html`<p class="warning" role="alert">${why}</p>`}${body}</div>`
  });
}
function plain(title, person, text2) {
  return pageOf({
    title,
    here: null,
    person,
    body: html`<div class="door"><h1>${title}</h1><p>${text2}</p><p><a href="/">To the reviews</a></p></div>`
  });
}

// src/service/dashboard/read-form.ts
var MOST_BYTES2 = 8192;
async function readForm(request) {
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > MOST_BYTES2)
      throw new ReviewError(
        "bad-usage",
        `A form of more than ${MOST_BYTES2} bytes is none of ours.`,
        "Load the page again."
      );
    pieces.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(pieces).toString("utf8"));
}
function isOwnForm({ headers }, publicUrl) {
  const site = headers["sec-fetch-site"];
  if (site !== void 0 && site !== "same-origin") return false;
  return headers.origin === void 0 ? site === "same-origin" : headers.origin === new URL(publicUrl).origin;
}

// src/service/dashboard/seal.ts
import {
  createCipheriv,
  createDecipheriv,
  createHmac as createHmac2,
  hkdfSync,
  randomBytes,
  timingSafeEqual as timingSafeEqual3
} from "node:crypto";
var NONCE_BYTES = 12;
var TAG_BYTES = 16;
function makeSeal(secret) {
  const keyFor = (use) => Buffer.from(hkdfSync("sha256", secret, "multi-agent-review", use, 32));
  const encryption = keyFor("dashboard encryption");
  const signing = keyFor("dashboard signing");
  const sign = (purpose, text2) => createHmac2("sha256", signing).update(`${purpose}\0${text2}`).digest("base64url");
  return {
    close(purpose, text2) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", encryption, nonce);
      cipher.setAAD(Buffer.from(purpose));
      const hidden = Buffer.concat([cipher.update(text2, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv("aes-256-gcm", encryption, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), void 0, "utf8") + decipher.final("utf8");
      } catch {
        return null;
      }
    },
    sign,
    isSigned(purpose, text2, signature) {
      const expected = Buffer.from(sign(purpose, text2));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual3(expected, given);
    }
  };
}

// src/service/dashboard/sign-in.ts
import { createHash as createHash6, timingSafeEqual as timingSafeEqual4 } from "node:crypto";

// src/adapters/store/dashboard/sessions.ts
async function saveSession(database, session) {
  await database.query(
    "insert into session (id_hash, user_id, login, sealed_tokens, expires_at) values ($1, $2, $3, $4, $5)",
    [session.idHash, session.userId, session.login, session.sealedTokens, session.expiresAt]
  );
}
async function findSession(database, idHash, now) {
  const { rows } = await database.query("select * from session where id_hash = $1 and expires_at > $2", [
    idHash,
    now
  ]);
  const [row] = rows;
  if (row === void 0) return null;
  return {
    idHash,
    userId: numberIn(row, "user_id"),
    login: textIn(row, "login"),
    sealedTokens: textIn(row, "sealed_tokens"),
    expiresAt: dateIn(row, "expires_at")
  };
}
async function endSession(database, idHash, now) {
  await database.query("delete from session where id_hash = $1 or expires_at < $2", [idHash, now]);
}

// src/service/dashboard/cookies.ts
function readCookie(request, name) {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
function cookieNames(publicUrl) {
  const isSecure = publicUrl.startsWith("https:");
  const prefix = isSecure ? "__Host-" : "";
  return { session: `${prefix}review-session`, signIn: `${prefix}review-sign-in`, isSecure };
}
function makeCookie(name, value, seconds, isSecure) {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;
}

// src/service/dashboard/sign-in.ts
var SIGN_IN_SECONDS = 600;
var SESSION_SECONDS = 8 * 3600;
var COOKIE_PURPOSE = "sign-in cookie";
var TOKEN_PURPOSE = "person token";
var FORM_PURPOSE = "form";
function makeSignIn(options) {
  const { database, people, seal, publicUrl, clock, random } = options;
  const cookies = cookieNames(publicUrl);
  const redirectUri = `${publicUrl}/sign-in/callback`;
  const now = () => new Date(clock.now());
  return {
    begin(response, back) {
      const state = random.hex(16);
      const codeVerifier = random.hex(32);
      const kept = seal.close(COOKIE_PURPOSE, JSON.stringify({ state, codeVerifier, back: localPath(back) }));
      const codeChallenge = createHash6("sha256").update(codeVerifier).digest("base64url");
      const cookie = makeCookie(cookies.signIn, kept, SIGN_IN_SECONDS, cookies.isSecure);
      redirect(response, people.authorizeUrl({ state, codeChallenge, redirectUri }), [cookie]);
    },
    async finish(request, response, query, signal) {
      const begun = readBegun(seal, readCookie(request, cookies.signIn));
      const code2 = query.get("code") ?? "";
      if (begun === null || !isSame(begun.state, query.get("state") ?? "")) {
        sendPage(
          response,
          403,
          forbiddenPage(
            null,
            "This sign-in was not begun in this browser, or it took longer than ten minutes. Begin again."
          )
        );
        return;
      }
      if (code2 === "") {
        sendPage(
          response,
          403,
          signInPage(true, begun.back, "GitHub did not let you in: the sign-in was refused.")
        );
        return;
      }
      const { codeVerifier, back } = begun;
      const { accessToken, expiresAt } = await people.exchange({ code: code2, codeVerifier, redirectUri }, signal);
      const { id, login } = await people.user(accessToken, signal);
      const sessionId = random.hex(32);
      const latest = new Date(clock.now() + SESSION_SECONDS * 1e3);
      await saveSession(database, {
        idHash: hashOf(sessionId),
        userId: id,
        login,
        sealedTokens: seal.close(TOKEN_PURPOSE, accessToken),
        expiresAt: expiresAt !== null && expiresAt < latest ? expiresAt : latest
      });
      redirect(response, back, [
        makeCookie(cookies.session, sessionId, SESSION_SECONDS, cookies.isSecure),
        makeCookie(cookies.signIn, "", 0, cookies.isSecure)
      ]);
    },
    async who(request) {
      const id = readCookie(request, cookies.session);
      if (id === null || !/^[0-9a-f]{64}$/.test(id)) return null;
      const session = await findSession(database, hashOf(id), now());
      const accessToken = session === null ? null : seal.open(TOKEN_PURPOSE, session.sealedTokens);
      if (session === null || accessToken === null) return null;
      return { session, accessToken, formToken: seal.sign(FORM_PURPOSE, session.idHash) };
    },
    async end({ session }, response) {
      await endSession(database, session.idHash, now());
      redirect(response, "/sign-in", [makeCookie(cookies.session, "", 0, cookies.isSecure)]);
    },
    isFormToken: ({ session }, token) => seal.isSigned(FORM_PURPOSE, session.idHash, token)
  };
}
function readBegun(seal, kept) {
  const text2 = kept === null ? null : seal.open(COOKIE_PURPOSE, kept);
  return text2 === null ? null : JSON.parse(text2);
}
function localPath(back) {
  return /^\/(?![/\\])[\w/?=&.%-]{0,300}$/.test(back) ? back : "/";
}
function hashOf(text2) {
  return createHash6("sha256").update(text2).digest("hex");
}
function isSame(expected, given) {
  return timingSafeEqual4(Buffer.from(hashOf(expected)), Buffer.from(hashOf(given)));
}

// src/adapters/store/dashboard/insight-queries.ts
var SETTLED = `select review.installation_id, review.repository_id, review.pull_number, finding.fingerprint,
    min(review.queued_at) as first_at, min(finding.reviewer) as reviewer, min(finding.rule_id) as rule_id,
    bool_or(finding.verdict = 'confirmed') as confirmed,
    bool_or(finding.settled = 'addressed') as addressed, bool_or(finding.settled = 'dismissed') as dismissed
  from finding join review on review.id = finding.review_id ${mayReach("finding")}
  where review.queued_at > $3 and (finding.suppressed_by is null or finding.settled is not null)
  group by 1, 2, 3, 4`;
async function listRepositories(database, allowed, since) {
  const { rows } = await database.query(
    `select repository.installation_id, repository.id, repository.owner, repository.name, repository.is_private,
       count(review.id)::int as reviews, count(review.id) filter (where review.gate = 'fail')::int as blocked,
       coalesce(sum(review.cost_usd), 0)::float8 as cost_usd, max(review.queued_at) as last_review_at
     from repository
     join unnest($1::bigint[], $2::bigint[]) as may (installation_id, repository_id)
       on repository.installation_id = may.installation_id and repository.id = may.repository_id
     left join review on review.installation_id = repository.installation_id
       and review.repository_id = repository.id and review.queued_at > $3 and review.state <> 'answered'
     group by 1, 2, 3, 4, 5 order by reviews desc, last_review_at desc nulls last, repository.owner, repository.name
     limit 500`,
    [...pairsOf(allowed), since]
  );
  return rows.map((row) => ({
    installationId: numberIn(row, "installation_id"),
    repositoryId: numberIn(row, "id"),
    owner: textIn(row, "owner"),
    name: textIn(row, "name"),
    isPrivate: row.is_private === true,
    reviews: numberIn(row, "reviews"),
    blocked: numberIn(row, "blocked"),
    costUsd: numberIn(row, "cost_usd"),
    lastReviewAt: dateOrNull(row, "last_review_at")
  }));
}
async function dailyFigures(database, allowed, since) {
  const { rows } = await database.query(
    `with reviewed as (
       select (review.queued_at at time zone 'UTC')::date::text as day, count(*)::int as reviews,
         sum(critical_count)::int as critical, sum(high_count)::int as high, sum(medium_count)::int as medium,
         sum(low_count)::int as low, sum(info_count)::int as info, sum(cost_usd)::float8 as cost_usd,
         percentile_cont(0.5) within group (order by extract(epoch from finished_at - queued_at))::float8 as median
       from review ${mayReach("review")}
       where review.queued_at > $3 and review.state = 'done' group by 1),
     found as (
       select (first_at at time zone 'UTC')::date::text as day, count(*)::int as raised,
         count(*) filter (where addressed)::int as addressed,
         count(*) filter (where dismissed and not addressed)::int as dismissed
       from (${SETTLED}) as settled group by 1)
     select reviewed.*, found.raised, found.addressed, found.dismissed
     from reviewed left join found on found.day = reviewed.day order by reviewed.day`,
    [...pairsOf(allowed), since]
  );
  return rows.map((row) => ({
    day: /* @__PURE__ */ new Date(`${textIn(row, "day")}T00:00:00Z`),
    reviews: numberIn(row, "reviews"),
    findings: {
      critical: numberIn(row, "critical"),
      high: numberIn(row, "high"),
      medium: numberIn(row, "medium"),
      low: numberIn(row, "low"),
      info: numberIn(row, "info")
    },
    costUsd: numberIn(row, "cost_usd"),
    medianSeconds: numberOrNull(row, "median"),
    raised: numberIn(row, "raised"),
    addressed: numberIn(row, "addressed"),
    dismissed: numberIn(row, "dismissed")
  }));
}
async function repositoryFigures(database, allowed, since) {
  const [reviews, findings] = await Promise.all([
    database.query(
      `select count(*)::int as reviews, coalesce(sum(cost_usd), 0)::float8 as cost_usd,
         percentile_cont(0.5) within group (order by extract(epoch from finished_at - queued_at))::float8 as median,
         percentile_cont(0.95) within group (order by extract(epoch from finished_at - queued_at))::float8 as p95
       from review ${mayReach("review")} where queued_at > $3 and state = 'done'`,
      [...pairsOf(allowed), since]
    ),
    database.query(
      `select count(*)::int as findings, count(*) filter (where addressed)::int as addressed,
         count(*) filter (where dismissed and not addressed)::int as dismissed from (${SETTLED}) as settled`,
      [...pairsOf(allowed), since]
    )
  ]);
  const [sum = {}] = reviews.rows;
  const [found = {}] = findings.rows;
  return {
    reviews: numberIn(sum, "reviews"),
    costUsd: numberIn(sum, "cost_usd"),
    medianSeconds: numberOrNull(sum, "median"),
    p95Seconds: numberOrNull(sum, "p95"),
    findings: numberIn(found, "findings"),
    addressed: numberIn(found, "addressed"),
    dismissed: numberIn(found, "dismissed")
  };
}
async function noisiestRules(database, allowed, since, most) {
  const { rows } = await database.query(
    `select rule_id, min(reviewer) as reviewer, count(*)::int as findings,
       count(*) filter (where addressed)::int as addressed,
       count(*) filter (where dismissed and not addressed)::int as dismissed
     from (${SETTLED}) as settled group by rule_id order by dismissed desc, findings desc, rule_id limit $4`,
    [...pairsOf(allowed), since, most]
  );
  return rows.map((row) => ({
    ruleId: textIn(row, "rule_id"),
    reviewer: textIn(row, "reviewer"),
    findings: numberIn(row, "findings"),
    addressed: numberIn(row, "addressed"),
    dismissed: numberIn(row, "dismissed")
  }));
}
async function reviewerFigures(database, allowed, since) {
  const { rows } = await database.query(
    `with runs as (
       select agent.name, count(*)::int as runs, count(*) filter (where agent.state = 'done')::int as succeeded,
         percentile_cont(0.5) within group (order by agent.ms)::float8 as p50,
         percentile_cont(0.95) within group (order by agent.ms)::float8 as p95,
         sum(agent.cost_usd)::float8 as cost_usd, count(agent.support)::int as escalations,
         sum(agent.tokens_input + agent.tokens_cache_written + agent.tokens_cache_read + agent.tokens_output)::float8
           as tokens
       from agent join review on review.id = agent.review_id ${mayReach("agent")}
       where review.queued_at > $3 and agent.state not in ('waiting', 'running', 'not-needed') group by 1),
     found as (
       select reviewer, count(*)::int as findings, count(*) filter (where confirmed)::int as confirmed,
         count(*) filter (where addressed)::int as addressed,
         count(*) filter (where dismissed and not addressed)::int as dismissed
       from (${SETTLED}) as settled group by 1)
     select runs.*, found.findings, found.confirmed, found.addressed, found.dismissed
     from runs left join found on found.reviewer = runs.name order by runs.name`,
    [...pairsOf(allowed), since]
  );
  return rows.map((row) => ({
    name: textIn(row, "name"),
    runs: numberIn(row, "runs"),
    succeeded: numberIn(row, "succeeded"),
    p50Ms: numberOrNull(row, "p50"),
    p95Ms: numberOrNull(row, "p95"),
    costUsd: numberIn(row, "cost_usd"),
    tokens: numberIn(row, "tokens"),
    escalations: numberIn(row, "escalations"),
    findings: numberIn(row, "findings"),
    confirmed: numberIn(row, "confirmed"),
    addressed: numberIn(row, "addressed"),
    dismissed: numberIn(row, "dismissed")
  }));
}

// src/service/dashboard/pages/data-table.ts
function dataTable(label, columns, rows) {
  const heads = columns.map(({ word, kind }) => html`<th scope="col" class="${kind}">${word}</th>`);
  const body = rows.map(
    (cells) => html`<tr>${columns.map((column, index) => cell(column, cells[index]))}</tr>`
  );
  return html`<div class="panel scroll" role="region" aria-label="${label}" tabindex="0"><table class="data" aria-label="${label}"><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}
function cell({ word, kind }, value = null) {
  if (kind === "name") return html`<th scope="row" class="name">${value}</th>`;
  if (value === null) return html`<td class="${kind} none">–</td>`;
  return html`<td class="${kind}" data-label="${word}">${value}</td>`;
}

// src/service/dashboard/pages/words.ts
function standingOf(review) {
  switch (review.state) {
    case "queued":
      return { tone: "running", mark: "\u25F7", word: review.attempt > 0 ? "waits for another try" : "queued" };
    case "running":
      return { tone: "running", mark: "\u25D0", word: "running" };
    case "failed":
      return { tone: "fail", mark: "!", word: "gave up" };
    case "superseded":
      return { tone: "skipped", mark: "\u2013", word: "superseded" };
    case "answered":
      return { tone: "skipped", mark: "\u2013", word: "answered" };
    case "done":
      return doneStanding(review);
  }
}
function doneStanding({ gate, verdict }) {
  if (gate === "fail") return { tone: "fail", mark: "\u2715", word: "blocked" };
  if (verdict === "skipped") return { tone: "skipped", mark: "\u2013", word: "skipped" };
  if (gate === "incomplete" || verdict === "incomplete")
    return { tone: "incomplete", mark: "!", word: "incomplete" };
  if (verdict === "findings") return { tone: "pass", mark: "\u2713", word: "findings" };
  if (verdict === "clean") return { tone: "pass", mark: "\u2713", word: "clean" };
  return { tone: "skipped", mark: "\u2013", word: "no review" };
}
function titleWords({ title, pullNumber: pullNumber3 }) {
  return title.trim() === "" ? `Pull request #${pullNumber3}` : title;
}
function agoWords(then, now) {
  const seconds = Math.max(0, Math.round((now - then.getTime()) / 1e3));
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ago`;
  if (seconds < 14 * 86400) return `${Math.floor(seconds / 86400)} d ago`;
  return then.toISOString().slice(0, 10);
}
function durationWords(review, now) {
  if (review.startedAt === null) return "\u2013";
  return formatDuration((review.finishedAt?.getTime() ?? now) - review.startedAt.getTime());
}
function percentWords(part2, whole) {
  return whole === 0 ? "\u2013" : `${Math.round(100 * part2 / whole)} %`;
}
function isOpen({ state }) {
  return state === "waiting" || state === "running";
}
var STATE_WORDS = {
  waiting: "waiting",
  running: "running",
  done: "done",
  degraded: "degraded",
  failed: "failed",
  "timed-out": "timed out",
  truncated: "cut off",
  refused: "refused",
  unparsable: "unreadable answer",
  cancelled: "cancelled",
  "over-budget": "over budget",
  "not-needed": "not needed"
};
function agentTone({ state }) {
  if (state === "done") return "pass";
  if (state === "waiting" || state === "not-needed") return "skipped";
  return state === "running" ? "running" : "incomplete";
}

// src/service/dashboard/pages/review-row.ts
var MOST_REASON = 160;
var COLUMNS2 = [
  { word: "Pull request", kind: "name" },
  { word: "State", kind: "text" },
  { word: "Findings", kind: "wide" },
  { word: "Time", kind: "number" },
  { word: "Cost", kind: "number" },
  { word: "When", kind: "number" }
];
function reviewTable(reviews, now, label) {
  return dataTable(
    label,
    COLUMNS2,
    reviews.map((review) => reviewCells(review, now))
  );
}
function reviewCells(review, now) {
  const { owner, name, pullNumber: pullNumber3, author, headSha, costUsd, queuedAt, reason, state } = review;
  const head = headSha === null ? null : html` · <code>${headSha.slice(0, 7)}</code>`;
  const why = state === "failed" && reason !== null ? html`<span class="where note">${cutLine(reason, MOST_REASON)}</span>` : null;
  return [
    html`<a class="title" href="/reviews/${review.id}">${titleWords(review)}</a><span class="where">${owner}/${name}#${pullNumber3}${head} · ${author}</span>${why}`,
    standingChip(review),
    severityCounts(review),
    review.startedAt === null ? null : durationWords(review, now),
    costUsd > 0 ? formatDollars(costUsd) : null,
    html`<time datetime="${queuedAt.toISOString()}" title="${queuedAt.toISOString()}">${agoWords(queuedAt, now)}</time>`
  ];
}
function standingChip(review) {
  const { tone, mark, word } = standingOf(review);
  return html`<span class="state tone-${tone}"><i aria-hidden="true">${mark}</i>${word}</span>`;
}
function severityCounts({ counts, state }) {
  const chips = SEVERITIES.flatMap(
    (severity) => counts[severity] === 0 ? [] : [html`<span class="count s-${severity}"><b>${counts[severity]}</b> ${severity}</span>`]
  );
  if (chips.length > 0) return html`<span class="counts">${chips}</span>`;
  return state === "done" ? html`<span class="muted">none</span>` : null;
}

// src/service/dashboard/pages/home-page.ts
var FILTERS = [
  { only: "past", word: "All" },
  { only: "blocked", word: "Blocked" },
  { only: "incomplete", word: "Incomplete" },
  { only: "failed", word: "Gave up" }
];
function homePage(home) {
  const { person, filter } = home;
  const events = addressOf2("/events", filter, filter.before);
  return pageOf({
    title: "Reviews",
    here: "reviews",
    person,
    body: html`<div data-events="${events}"><h1>Reviews <small data-live role="status"></small></h1>
${runningBoard(home)}
<section aria-labelledby="past"><h2 id="past">Past reviews</h2>${filterForm(filter)}${pastList(home)}</section></div>`
  });
}
function pastList(reviews) {
  const { past, filter, hasMore, now } = reviews;
  const oldest = past.at(-1);
  const newest = filter.before === null ? null : html`<a class="button plain" href="${addressOf2("/", filter, null)}">Newest reviews</a>`;
  const older = hasMore && oldest !== void 0 ? html`<a class="button plain" href="${addressOf2("/", filter, oldest.queuedAt)}">Older reviews</a>` : null;
  const list = past.length > 0 ? reviewTable(past, now, "Past reviews") : html`<p class="empty">${emptyWords(reviews)}</p>`;
  const pages = newest === null && older === null ? null : html`<p class="pages">${newest}${older}</p>`;
  return html`<div id="list">${list}${pages}</div>`;
}
function addressOf2(path, { only, search }, before) {
  const query = new URLSearchParams();
  if (only !== "past") query.set("only", only);
  if (search !== "") query.set("search", search);
  if (before !== null) query.set("before", before.toISOString());
  const text2 = query.toString();
  return text2 === "" ? path : `${path}?${text2}`;
}
function emptyWords({ filter, repositories }) {
  if (filter.before !== null) return "There are no older reviews.";
  if (filter.search !== "" || filter.only !== "past") return "No review matches.";
  if (repositories === 0)
    return "Your GitHub account sees no repository in which this App is installed. Install it, or ask who manages it.";
  return "No review yet. Open a pull request, push to one, or write /review in a comment.";
}
function runningBoard({ running, agents, areMore, now }) {
  const cards = running.map((review) => runningCard(review, agents.get(review.id) ?? [], now));
  const body = cards.length === 0 ? html`<p class="empty">Nothing runs at the moment.</p>` : html`<div class="cards">${cards}</div>`;
  return html`<section id="running" aria-labelledby="now"><h2 id="now">Running <small>${running.length}${areMore ? " and more" : null}</small></h2>${body}</section>`;
}
function runningCard(review, agents, now) {
  const { owner, name, pullNumber: pullNumber3 } = review;
  const bars = agents.map(
    (agent) => html`<li class="tone-${agentTone(agent)}"><span>${agent.name}</span><progress max="100" value="${agent.progress}" aria-label="${agent.name}: ${STATE_WORDS[agent.state]}, ${agent.progress} %"></progress></li>`
  );
  const time = review.startedAt === null ? null : html`<span class="muted">${durationWords(review, now)}</span>`;
  return html`<article class="card"><header>${standingChip(review)}${time}</header>
<h3><a class="title" href="/reviews/${review.id}">${titleWords(review)}</a></h3><p class="where">${owner}/${name}#${pullNumber3}</p>
${bars.length === 0 ? null : html`<ul class="mini">${bars}</ul>`}</article>`;
}
function filterForm(filter) {
  const choices = FILTERS.map(
    ({ only, word }) => html`<a href="${addressOf2("/", { ...filter, only }, null)}"${only === filter.only ? html` aria-current="true"` : null}>${word}</a>`
  );
  const kept = filter.only === "past" ? null : html`<input type="hidden" name="only" value="${filter.only}">`;
  return html`<div class="filters"><nav class="choices" aria-label="Which reviews">${choices}</nav>
<form method="get" action="/" role="search">${kept}<input type="search" name="search" value="${filter.search}" maxlength="100" placeholder="Title, author, repository" aria-label="Search in title, author and repository"><button>Search</button></form></div>`;
}

// src/service/dashboard/pages/live-board.ts
function liveBoard({ agents, state }) {
  const open2 = agents.filter(isOpen).length;
  const body = agents.length === 0 ? html`<p class="empty">${state === "queued" ? "Waits for a free worker." : "Reads the pull request."}</p>` : html`<ul class="board">${agents.map(agentCard)}</ul>`;
  return html`<section id="board" aria-labelledby="live"><h2 id="live">Reviewers at work${agents.length === 0 ? null : html` <small>${open2} of ${agents.length}</small>`}</h2>${body}</section>`;
}
function agentCard(agent) {
  const { name, state, task, progress, etaMs, blockers, support } = agent;
  const rest = etaMs === null || state !== "running" ? null : html`<span class="muted">about ${formatDuration(etaMs)} left</span>`;
  const help = support === null || support === void 0 ? null : html`<p class="note">asks ${support.from} for help (${support.urgency}): ${support.reason}</p>`;
  return html`<li class="tone-${agentTone(agent)}"><header><b>${name}</b><span class="state"><i aria-hidden="true"></i>${STATE_WORDS[state]}</span></header>
<progress max="100" value="${progress}" aria-label="${name}">${progress} %</progress>
${task === "" && rest === null ? null : html`<p>${task} ${rest}</p>`}
${blockers.length === 0 ? null : html`<p class="note">blocked by ${blockers.join(", ")}</p>`}${help}
${tokenLine(agent)}</li>`;
}
function tokenLine({ tokensIn, tokensCached, tokensOut }) {
  const sum = tokensIn + tokensCached + tokensOut;
  return sum === 0 ? null : html`<p class="muted">${formatTokens(sum)} tokens</p>`;
}

// src/service/dashboard/pages/day-chart.ts
var HEIGHT = 100;
var DAY_WIDTH = 10;
var DAY_MS2 = 864e5;
var TREND_HEIGHT = 24;
function dayRows(days, since, until) {
  const byDate = new Map(days.map((day) => [dateOf(day.day), day]));
  const first = Math.floor(since.getTime() / DAY_MS2);
  const last = Math.floor(until.getTime() / DAY_MS2);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const date = dateOf(new Date((first + index) * DAY_MS2));
    return { date, day: byDate.get(date) ?? null };
  });
}
function dateOf(moment) {
  return moment.toISOString().slice(0, 10);
}
function dayChart(rows) {
  const most = Math.max(1, ...rows.map(({ day }) => sumOf(day)));
  const columns = rows.map(
    ({ date, day }, index) => day === null ? null : dayColumn(date, day, index * DAY_WIDTH, most)
  );
  return html`<figure class="chart"><p class="scale">${formatCount(most, "finding")}</p><svg viewBox="0 0 ${rows.length * DAY_WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Findings a day, at most ${most}">${columns}</svg>
<figcaption><span>${rows[0]?.date ?? ""}</span><span class="keys">${SEVERITIES.map((one) => html`<span class="key s-${one}"><i></i>${one}</span>`)}</span><span>${rows.at(-1)?.date ?? ""}</span></figcaption></figure>
<details class="fold"><summary>The same as a table</summary><div class="inside">${dayTable(rows)}</div></details>`;
}
var DAY_COLUMNS = [
  { word: "Day", kind: "name" },
  { word: "Reviews", kind: "number" },
  ...SEVERITIES.map((word) => ({ word, kind: "number" })),
  { word: "Addressed", kind: "number" },
  { word: "Time", kind: "number" },
  { word: "Cost", kind: "number" }
];
function dayTable(rows) {
  const cells = rows.flatMap(
    ({ date, day }) => day === null ? [] : [
      [
        date,
        day.reviews,
        ...SEVERITIES.map((one) => day.findings[one]),
        day.raised === 0 ? null : percentWords(day.addressed, day.raised),
        day.medianSeconds === null ? null : formatDuration(day.medianSeconds * 1e3),
        day.costUsd > 0 ? formatDollars(day.costUsd) : null
      ]
    ]
  );
  return dataTable("Figures by day", DAY_COLUMNS, cells);
}
function dayColumn(date, day, x, most) {
  let top = HEIGHT;
  const bars = SEVERITIES.toReversed().map((severity) => {
    const height = HEIGHT * day.findings[severity] / most;
    top -= height;
    return height === 0 ? null : html`<rect class="fill s-${severity}" x="${x + 1}" y="${top.toFixed(2)}" width="${DAY_WIDTH - 2}" height="${height.toFixed(2)}"></rect>`;
  });
  return html`<g><title>${date}: ${formatCount(sumOf(day), "finding")} in ${formatCount(day.reviews, "review")}</title><rect class="hover" x="${x}" y="0" width="${DAY_WIDTH}" height="${HEIGHT}"></rect>${bars}</g>`;
}
function sumOf(day) {
  return day === null ? 0 : SEVERITIES.reduce((sum, severity) => sum + day.findings[severity], 0);
}
function trendBars(rows, figure) {
  const values = rows.map(({ day }) => day === null ? null : figure(day));
  const most = Math.max(...values.map((value) => value ?? 0));
  if (most <= 0) return null;
  const bars = values.flatMap((value, index) => {
    if (value === null) return [];
    const height = Math.max(1, TREND_HEIGHT * value / most);
    return [
      `M${index * DAY_WIDTH + 1} ${TREND_HEIGHT}v-${height.toFixed(1)}h${DAY_WIDTH - 3}V${TREND_HEIGHT}z`
    ];
  });
  return html`<svg class="trend" viewBox="0 0 ${rows.length * DAY_WIDTH} ${TREND_HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path d="${bars.join("")}"/></svg>`;
}

// src/service/dashboard/pages/repository-pages.ts
var WINDOW_DAYS = 30;
var REPOSITORY_COLUMNS = [
  { word: "Repository", kind: "name" },
  { word: "Reviews", kind: "number" },
  { word: "Blocked", kind: "number" },
  { word: "Cost", kind: "number" },
  { word: "Last review", kind: "number" }
];
function repositoriesPage(person, repositories, now) {
  const rows = repositories.map((one) => [
    html`<a class="title" href="/repositories/${one.installationId}/${one.repositoryId}">${one.owner}/${one.name}</a>${one.isPrivate ? html` <span class="chip">private</span>` : null}`,
    formatNumber(one.reviews),
    formatNumber(one.blocked),
    one.costUsd > 0 ? formatDollars(one.costUsd) : null,
    one.lastReviewAt === null ? "never" : agoWords(one.lastReviewAt, now)
  ]);
  const list = rows.length === 0 ? html`<p class="empty">Your GitHub account sees no repository that this App has reviewed.</p>` : dataTable("Repositories", REPOSITORY_COLUMNS, rows);
  return pageOf({
    title: "Repositories",
    here: "repositories",
    person,
    body: html`<h1>Repositories <small>last ${WINDOW_DAYS} days</small></h1>${list}`
  });
}
function repositoryPage(page2) {
  const { person, repository: repository3, recent, serverUrl, now } = page2;
  const { owner, name } = repository3;
  const url = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  const all = `/?${new URLSearchParams({ search: `${owner}/${name}#`.slice(0, 100) }).toString()}`;
  const list = recent.length === 0 ? html`<p class="empty">No review yet. Open a pull request, push to one, or write /review in a comment.</p>` : html`${reviewTable(recent, now, "Recent reviews")}<p class="pages"><a class="button plain" href="${all}">All reviews</a></p>`;
  return pageOf({
    title: `${owner}/${name}`,
    here: "repositories",
    person,
    body: html`<h1>${owner}/${name} <small>last ${WINDOW_DAYS} days · <a href="${url}" rel="noreferrer">on GitHub</a></small></h1>
${insights(page2)}
<section aria-labelledby="recent"><h2 id="recent">Recent reviews</h2>${list}</section>`
  });
}
function insights({ figures, days, rules, since, now }) {
  if (figures.reviews === 0) return null;
  const rows = dayRows(days, since, new Date(now));
  return html`${figureTiles(figures, rows)}
<section aria-labelledby="trend"><h2 id="trend">Findings by day</h2>${dayChart(rows)}</section>
<section aria-labelledby="rules"><h2 id="rules">Noisiest rules <small>dismissed most, then raised most</small></h2>${ruleTable(rules)}</section>`;
}
function figureTiles(figures, rows) {
  const { reviews, costUsd, medianSeconds, p95Seconds, findings, addressed, dismissed } = figures;
  const tile = (name, value, note2, figure) => html`<div class="figure"><dt>${name}</dt><dd><b>${value}</b><span>${note2}</span>${trendBars(rows, figure)}</dd></div>`;
  const seconds = (value) => value === null ? "\u2013" : formatDuration(value * 1e3);
  const share2 = (part2, whole) => whole === 0 ? null : part2 / whole;
  return html`<dl class="figure-tiles">${[
    tile(
      "Reviews",
      formatNumber(reviews),
      costUsd > 0 ? `${formatDollars(costUsd / reviews)} each` : "no model cost",
      (day) => day.reviews
    ),
    tile(
      "Address rate",
      percentWords(addressed, findings),
      `${formatNumber(addressed)} of ${formatNumber(findings)} fixed`,
      (day) => share2(day.addressed, day.raised)
    ),
    tile(
      "Dismissed",
      percentWords(dismissed, findings),
      formatCount(dismissed, "finding"),
      (day) => share2(day.dismissed, day.raised)
    ),
    tile("Time to review", seconds(medianSeconds), `p95 ${seconds(p95Seconds)}`, (day) => day.medianSeconds),
    tile("Cost", formatDollars(costUsd), `in ${WINDOW_DAYS} days`, (day) => day.costUsd)
  ]}</dl>`;
}
var RULE_COLUMNS = [
  { word: "Rule", kind: "name" },
  { word: "Reviewer", kind: "wide" },
  { word: "Findings", kind: "number" },
  { word: "Addressed", kind: "number" },
  { word: "Dismissed", kind: "number" }
];
function ruleTable(rules) {
  if (rules.length === 0) return html`<p class="empty">No finding yet.</p>`;
  const rows = rules.map(({ ruleId, reviewer, findings, addressed, dismissed }) => [
    html`<code>${ruleId}</code>`,
    reviewer,
    formatNumber(findings),
    percentWords(addressed, findings),
    percentWords(dismissed, findings)
  ]);
  return dataTable("Noisiest rules", RULE_COLUMNS, rows);
}

// src/render/html-sections.ts
var MOST_PATHS = 1e3;
var MOST_SUPPRESSED = 200;
function tiles(findings) {
  const cells = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const number = `<b>${formatNumber(count)}</b>`;
    if (count === 0) return `<div class="tile none s-${severity}">${number}<span>${severity}</span></div>`;
    const input = `<input type="checkbox" id="show-${severity}" checked aria-label="Show ${severity} findings">`;
    return `<label class="tile s-${severity}">${number}${input}<span>${severity}</span></label>`;
  });
  return `<fieldset class="tiles"><legend>Findings by severity; untick to hide</legend>${cells.join("")}</fieldset>`;
}
function alertPanels(report) {
  const problems = report.configProblems.map(({ file, line: at, key, message }) => {
    const where = key === "" ? "" : `<code>${line(key, 120)}</code> `;
    return `<li><code>${line(cutPath(placeOf(file, at), 200), 200)}</code> ${where}${prose(message)}</li>`;
  });
  const conflicts = (report.conflicts ?? []).map(({ findings, reason }) => {
    const ids = findings.slice(0, 6).map((id) => `<code>${line(id, 60)}</code>`);
    return `<li>${ids.join(" and ")}: ${prose(reason)}</li>`;
  });
  return [
    panel(
      "Needs a person",
      (report.escalations ?? []).map((escalation) => `<li>${prose(escalationText(escalation))}</li>`)
    ),
    panel(
      "Missing from this review",
      report.incompleteReasons.map((reason) => `<li>${prose(reason)}</li>`)
    ),
    panel("Configuration problems", problems),
    panel("Conflicting advice, yours to decide", conflicts)
  ].join("");
}
function remarkPanels(report, { dismissed, suppressed }) {
  const ended2 = dismissed.map(
    (finding) => pathRow(locationOf(finding), `${finding.severity} \xB7 ${finding.title} \xB7 ${dismissalWords(finding)}`)
  );
  const reasons = suppressionReasons(suppressed).map(
    ([reason, count]) => `<li><b>${formatNumber(count)}</b> \xD7 ${prose(reason)}</li>`
  );
  const held = suppressed.slice(0, MOST_SUPPRESSED).map(
    (finding) => pathRow(locationOf(finding), `${finding.severity} \xB7 ${finding.title} \xB7 ${finding.suppressedBy ?? ""}`)
  );
  const notes = report.notes.map((note2) => `<li>${prose(note2)}</li>`);
  const shown = suppressed.length === 0 ? "" : `<section aria-labelledby="held"><h2 id="held">Not shown</h2>${fold(formatCount(suppressed.length, "finding"), [...reasons, ...held], false)}</section>`;
  const waived = dismissed.length === 0 ? "" : `<section aria-labelledby="dismissed"><h2 id="dismissed">Dismissed</h2>${fold(formatCount(dismissed.length, "finding"), ended2, false)}</section>`;
  const said = notes.length === 0 ? "" : `<section aria-labelledby="notes"><h2 id="notes">Notes</h2><div class="panel"><ul class="rows">${notes.join("")}</ul></div></section>`;
  return waived + shown + said;
}
function panel(title, items) {
  if (items.length === 0) return "";
  return `<section><h2>${title}</h2><div class="panel alert"><ul class="rows">${items.join("")}</ul></div></section>`;
}
function fold(summary, items, open2) {
  if (items.length === 0) return "";
  const more = items.length - MOST_PATHS;
  const rest = more > 0 ? `<li>and ${formatNumber(more)} more</li>` : "";
  return `<details class="fold"${open2 ? " open" : ""}><summary>${summary}</summary><div class="inside"><ul class="rows">${items.slice(0, MOST_PATHS).join("")}${rest}</ul></div></details>`;
}
function pathRow(path, reason) {
  return `<li><code>${line(cutPath(path, 300), 300)}</code> <span class="reason">${prose(reason)}</span></li>`;
}
function prose(text2) {
  return escapeHtmlProse(cutText(text2.replace(/\s+/g, " "), 600));
}
function line(text2, most) {
  return escapeHtmlLine(cutLine(text2, most));
}

// src/service/dashboard/timeline.ts
function makeTimeline(spans) {
  const sorted = spans.map((span) => ({ ...span, end: Math.max(span.start, span.end) })).sort((a, b) => a.start - b.start || a.end - b.end || a.name.localeCompare(b.name));
  const [first] = sorted;
  if (first === void 0) return null;
  const end = sorted.reduce((latest, span) => Math.max(latest, span.end), first.end);
  const sum = sorted.reduce((total, span) => total + span.end - span.start, 0);
  const wall = end - first.start;
  return {
    start: first.start,
    wall,
    sum,
    saved: Math.max(0, sum - wall),
    widest: widestOf(sorted),
    criticalPath: criticalPathOf(sorted),
    spans: sorted
  };
}
function widestOf(spans) {
  const edges = spans.flatMap(({ start: start2, end }) => [
    { at: start2, by: 1 },
    { at: end, by: -1 }
  ]).sort((a, b) => a.at - b.at || a.by - b.by);
  let open2 = 0;
  let widest = Math.min(1, spans.length);
  for (const { by } of edges) {
    open2 += by;
    widest = Math.max(widest, open2);
  }
  return widest;
}
function criticalPathOf(spans) {
  const path = [];
  let current = latestOf(spans);
  while (current !== null) {
    path.unshift(current.name);
    const { start: start2, name } = current;
    current = latestOf(spans.filter((span) => span.end <= start2 && span.name !== name && span.start < start2));
  }
  return path;
}
function latestOf(spans) {
  return spans.reduce(
    (latest, span) => latest === null || span.end > latest.end ? span : latest,
    null
  );
}

// src/service/dashboard/pages/review-banner.ts
function reviewBanner(banner) {
  const { review, serverUrl } = banner;
  const { owner, name, pullNumber: pullNumber3, headSha, report, reason } = review;
  const pullUrl = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/pull/${pullNumber3}`;
  const head = headSha === null ? null : html`<code>${headSha.slice(0, 7)}</code>`;
  return html`<section class="verdict tone-${standingOf(review).tone}" aria-label="Review"><div class="kicker">${standingChip(review)}<a href="/repositories/${review.installationId}/${review.repositoryId}">${owner}/${name}</a><a href="${pullUrl}" rel="noreferrer">pull request #${pullNumber3}</a>${head}<span data-live role="status"></span></div>
<h1>${titleWords(review)}</h1>
${reason === null ? null : html`<p class="${review.state === "superseded" ? "compared" : "warning"}">${reason}</p>`}
${report === null ? null : verdictOf(report)}
${factList(banner)}${againForm(banner)}</section>`;
}
function verdictOf(report) {
  const converged = convergenceWords(report);
  return html`<p class="aside">${headlineText(headlineOf(report))}</p>
${warningsOf(report).map((warning) => html`<p class="warning">${warning}</p>`)}${converged === null ? null : html`<p class="compared">${converged}</p>`}
<ul class="facts">${factsOf(report).map((fact) => html`<li>${fact}</li>`)}</ul>`;
}
function factList({ review, now }) {
  const { owner, name, pullNumber: pullNumber3, author, askedBy, commentUrl, costUsd, queuedAt, startedAt, finishedAt } = review;
  const search = new URLSearchParams({ search: `${owner}/${name}#${pullNumber3}` });
  const time = durationWords(review, now);
  const facts = [
    html`by ${author}`,
    ...askedBy === null ? [] : [html`asked for by @${askedBy}`],
    html`queued <time datetime="${queuedAt.toISOString()}" title="${queuedAt.toISOString()}">${agoWords(queuedAt, now)}</time>`,
    ...startedAt === null ? [] : [finishedAt === null ? html`at work for ${time}` : html`took ${time}`],
    ...costUsd > 0 ? [html`cost ${formatDollars(costUsd)}`] : [],
    ...commentUrl?.startsWith("http") === true ? [html`<a href="${commentUrl}" rel="noreferrer">comment on GitHub</a>`] : [],
    html`<a href="/?${search.toString()}">all its reviews</a>`
  ];
  return html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`;
}
function againForm({ person, review, mayWrite }) {
  if (!mayWrite || review.state !== "done" && review.state !== "failed") return null;
  return html`<form method="post" action="/reviews/${review.id}/again"><input type="hidden" name="token" value="${person.formToken}"><button>Review again</button></form>`;
}

// src/render/html-finding.ts
var MOST_TEXT = 4e3;
var MOST_STEPS = 20;
var FRAME_WIDTH = 300;
function htmlFinding(finding, open2) {
  const title = escapeHtmlProse(cutLine(finding.title.replace(/\s+/g, " "), 200)) || "Finding without a title";
  const explanation = escapeHtmlProse(cutText(finding.explanation.trim(), MOST_TEXT));
  return `<article class="finding s-${finding.severity}" aria-label="${finding.severity} finding">
<header><div class="top"><span class="badge">${finding.severity}</span><h3>${title}</h3></div>
<div class="meta">${metaOf(finding)}</div></header>
<div class="body">${frameOf(finding)}${explanation === "" ? "" : `<p class="prose">${explanation}</p>`}</div>
${detailsOf(finding, open2)}</article>`;
}
function metaOf(finding) {
  const agreed = finding.agreedBy.slice(0, 6).map((name) => escapeHtmlLine(cutLine(name, 40)));
  const reviewer = escapeHtmlLine(cutLine(finding.reviewer, 40));
  return [
    `<span class="path">${escapeHtmlLine(cutPath(locationOf(finding), 240))}</span>`,
    `<span>${reviewer}${agreed.length === 0 ? "" : `, also seen by ${agreed.join(", ")}`}</span>`,
    `<span>${certaintyOf(finding)}</span>`,
    ...finding.state === "new" ? [] : [`<span>${finding.state}</span>`],
    ...finding.cwe === void 0 ? [] : [`<span>${linkedCwe(finding.cwe)}</span>`],
    `<span><code>${escapeHtmlLine(cutLine(finding.id, 60))}</code></span>`
  ].join("\n");
}
function linkedCwe(cwe) {
  const [, number] = /^CWE-(\d{1,5})$/.exec(cwe) ?? [];
  if (number === void 0) return escapeHtmlLine(cutLine(cwe, 20));
  return `<a rel="noreferrer" href="https://cwe.mitre.org/data/definitions/${number}.html">${cwe}</a>`;
}
function frameOf(finding) {
  const frame = codeFrame(finding, FRAME_WIDTH);
  if (frame.length === 0) return "";
  const rows = frame.map(({ number, text: text2, marked }) => {
    const shown = number === 0 ? "" : String(number);
    return `<span class="row${marked ? " marked" : ""}"><span class="no">${shown}</span><span>${escapeHtml(text2)}
</span></span>`;
  });
  return `<pre class="frame" tabindex="0" aria-label="Code"><code>${rows.join("")}</code></pre>`;
}
function detailsOf(finding, open2) {
  const parts = [
    part("What goes wrong", prose2(finding.failureScenario)),
    part("Proof", proofOf(finding)),
    part("Fix", prose2(finding.fix)),
    part("Suggested change", suggestionOf(finding)),
    part(
      "Rule",
      `<p><code>${escapeHtmlLine(cutLine(finding.ruleId, 120))}</code> \xB7 confidence ${Math.round(finding.confidence)} of 100</p>`
    )
  ];
  const summary = finding.proof.length > 0 ? "Proof and fix" : "Why and how to fix it";
  return `<details${open2 ? " open" : ""}><summary>${summary}</summary><div class="body">${parts.join("")}</div></details>`;
}
function part(title, body) {
  return body === "" ? "" : `<div class="part"><h4>${title}</h4><div>${body}</div></div>`;
}
function prose2(text2) {
  return text2.trim() === "" ? "" : `<p class="prose">${escapeHtmlProse(cutText(text2.trim(), MOST_TEXT))}</p>`;
}
function proofOf(finding) {
  if (finding.proof.length === 0) return "";
  const steps = finding.proof.slice(0, MOST_STEPS).map((step) => {
    const place = step.path === void 0 ? "" : cutPath(placeOf(step.path, step.line), 200);
    const shown = place === "" ? "" : `<code>${escapeHtmlLine(place)}</code> `;
    return `<li>${shown}${escapeHtmlProse(cutText(step.text, 500))}</li>`;
  });
  const more = finding.proof.length - MOST_STEPS;
  return `<ol class="proof">${steps.join("")}${more > 0 ? `<li>and ${formatNumber(more)} more steps</li>` : ""}</ol>`;
}
function suggestionOf(finding) {
  const lines = suggestionLines(finding);
  if (lines === null || lines.length === 0) return "";
  const rows = lines.map((line2) => {
    const kind = line2.startsWith("+") ? "added" : "removed";
    return `<span class="row ${kind}">${escapeHtml(showCodeLine(cutLine(line2, FRAME_WIDTH)))}
</span>`;
  });
  return `<pre class="frame" tabindex="0" aria-label="Suggested change"><code>${rows.join("")}</code></pre>`;
}

// src/service/dashboard/pages/review-findings.ts
var MOST_FINDINGS = 300;
var MOST_AGREED = 50;
function findingsSection(id, report, filter) {
  const visible = report.findings.filter(({ suppressedBy }) => suppressedBy === void 0);
  if (visible.length === 0)
    return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2><p class="empty">${report.verdict === "clean" ? "Nothing found." : "No finding to show."}</p></section>`;
  const shown = visible.filter((finding) => isWanted(finding, filter));
  const cards = shown.slice(0, MOST_FINDINGS).map((finding) => ready(htmlFinding(finding, false)));
  const rest = shown.length - cards.length;
  const list = shown.length === 0 ? html`<p class="empty">No finding matches. <a href="/reviews/${id}#findings">Show all ${visible.length}</a></p>` : html`${ready(tiles(shown))}<div class="findings">${cards}</div>${rest > 0 ? html`<p class="muted">and ${formatCount(rest, "more finding")}; filters bring them up</p>` : null}`;
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings <small>${shown.length === visible.length ? visible.length : html`${shown.length} of ${visible.length}`}</small></h2>
${findingForm(id, visible, filter)}${list}</section>`;
}
function isWanted(finding, { reviewer, state, text: text2 }) {
  const words = [finding.title, locationOf(finding), finding.ruleId, finding.id].join("\n").toLowerCase();
  return (reviewer === "" || finding.reviewer === reviewer) && (state === "" || finding.state === state) && words.includes(text2.toLowerCase());
}
function findingForm(id, findings, filter) {
  const choice = (name, words, any) => html`<select name="${name}" aria-label="${name}"><option value="">${any}</option>${words.map((word) => html`<option${word === filter[name] ? html` selected` : null}>${word}</option>`)}</select>`;
  const distinct = (words) => [...new Set(words)].sort();
  return html`<form class="filters" method="get" action="/reviews/${id}#findings" role="search">${choice("reviewer", distinct(findings.map(({ reviewer }) => reviewer)), "all reviewers")}${choice("state", distinct(findings.map(({ state }) => state)), "any state")}
<input type="search" name="text" value="${filter.text}" maxlength="100" placeholder="Title, path, rule, id" aria-label="Search in title, path, rule and id"><button>Show</button></form>`;
}
function agreementsSection(report) {
  const agreed = report.findings.filter(
    ({ agreedBy, suppressedBy }) => agreedBy.length > 0 && suppressedBy === void 0
  );
  if (agreed.length === 0) return null;
  const rows = agreed.slice(0, MOST_AGREED).map(
    (finding) => html`<li><span class="count s-${finding.severity}">${finding.severity}</span> ${finding.title} <code>${finding.id}</code> <span class="muted">${[finding.reviewer, ...finding.agreedBy].join(", ")}</span></li>`
  );
  return html`<section aria-labelledby="agreements"><h2 id="agreements">Agreements <small>${formatCount(agreed.length, "finding")} seen by several reviewers</small></h2><div class="panel"><ul class="rows">${rows}</ul></div></section>`;
}

// src/service/dashboard/pages/timeline-chart.ts
var WIDTH = 1e3;
function timelineChart(timeline) {
  const { spans, start: start2, wall, sum, saved, widest, criticalPath } = timeline;
  const critical = new Set(criticalPath);
  const scale = wall === 0 ? 0 : WIDTH / wall;
  const rows = spans.map(({ name, start: from, end }) => {
    const left = Math.round((from - start2) * scale);
    const width = Math.max(4, Math.round((end - from) * scale));
    const kind = critical.has(name) ? "critical" : "beside";
    return html`<tr><th scope="row">${name}</th><td class="lane"><svg viewBox="0 0 ${WIDTH} 16" preserveAspectRatio="none" aria-hidden="true"><rect class="${kind}" x="${Math.min(left, WIDTH - 4)}" y="2" width="${width}" height="12" rx="3"></rect></svg></td>
<td class="number">${formatDuration(end - from)}</td><td class="number muted">${formatDuration(from - start2)}</td></tr>`;
  });
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline <small>${formatDuration(wall)}, up to ${widest} at once</small></h2>
<div class="panel"><table class="timeline" aria-label="Timeline"><thead><tr><th scope="col">Reviewer</th><th scope="col" class="lane"><span class="ends"><span>0 s</span><span>${formatDuration(wall)}</span></span></th><th scope="col" class="number">Ran</th><th scope="col" class="number">Began at</th></tr></thead><tbody>${rows}</tbody></table>
<dl class="figures"><div><dt>One after the other</dt><dd>${formatDuration(sum)}</dd></div><div><dt>Saved by running at once</dt><dd>${formatDuration(saved)}</dd></div><div><dt><i class="critical"></i>Critical path</dt><dd>${criticalPath.join(" \u2192 ")}</dd></div></dl></div></section>`;
}

// src/service/dashboard/pages/review-page.ts
var MOST_REASON2 = 160;
var MOST_FILES = 500;
function reviewPage(page2) {
  const { person, review } = page2;
  const isOpen2 = review.state === "queued" || review.state === "running";
  const body = html`${reviewBanner(page2)}
${isOpen2 ? liveBoard(review) : endedParts(page2)}`;
  return pageOf({
    title: titleWords(review),
    here: "reviews",
    person,
    body: isOpen2 ? html`<div data-events="/reviews/${review.id}/events">${body}</div>` : body
  });
}
function endedParts({ review, filter }) {
  const { agents, id, report } = review;
  const timeline = timelineOf(agents);
  const time = timeline === null ? null : timelineChart(timeline);
  if (report === null) return html`${time}${costSection(review)}`;
  return html`${jumps(report, timeline)}
${ready(alertPanels(report))}
${time}
${costSection(review)}
${agreementsSection(report)}
${findingsSection(id, report, filter)}
${coverageSection(report)}
${ready(remarkPanels(report, groupFindings(report)))}`;
}
function timelineOf(agents) {
  return makeTimeline(
    agents.flatMap(
      ({ name, startedAt, endedAt }) => startedAt === null || endedAt === null ? [] : [{ name, start: startedAt.getTime(), end: endedAt.getTime() }]
    )
  );
}
function jumps({ findings }, timeline) {
  const shown = findings.filter(({ suppressedBy }) => suppressedBy === void 0).length;
  const places = [
    ...timeline === null ? [] : [{ id: "timeline", word: "Timeline" }],
    { id: "costs", word: "Reviewers and cost" },
    { id: "findings", word: `Findings (${shown})` },
    { id: "files", word: "Files" }
  ];
  return html`<nav class="jumps" aria-label="On this page">${places.map(({ id, word }) => html`<a href="#${id}">${word}</a>`)}</nav>`;
}
var COST_COLUMNS = [
  { word: "Reviewer", kind: "name" },
  { word: "Result", kind: "wide" },
  { word: "Model", kind: "wide" },
  { word: "Findings", kind: "number" },
  { word: "Time", kind: "number" },
  { word: "In / cached / out", kind: "number wide" },
  { word: "Cost", kind: "number" }
];
function costSection({ agents, costUsd, tokens }) {
  if (agents.length === 0) return null;
  const sum = tokens === 0 ? "no model was asked" : `${formatTokens(tokens)} tokens, ${formatDollars(costUsd)}`;
  return html`<section aria-labelledby="costs"><h2 id="costs">Reviewers and cost <small>${sum}</small></h2>
${dataTable("Reviewers and cost", COST_COLUMNS, agents.map(costCells))}</section>`;
}
function costCells(agent) {
  const { tokensIn, tokensCached, tokensOut, reason } = agent;
  const why = reason === null ? null : html`<span class="where">${cutLine(reason, MOST_REASON2)}</span>`;
  return [
    agent.name,
    html`<span><span class="state tone-${agentTone(agent)}"><i aria-hidden="true"></i>${STATE_WORDS[agent.state]}</span>${why}</span>`,
    agent.model ?? "analyzers",
    agent.shown,
    agent.ms === null ? null : formatDuration(agent.ms),
    tokensIn + tokensCached + tokensOut === 0 ? null : [tokensIn, tokensCached, tokensOut].map(formatTokens).join(" / "),
    agent.costUsd > 0 ? formatDollars(agent.costUsd) : null
  ];
}
function coverageSection({ coverage: { reviewed, notReviewed, excluded } }) {
  const list = (title, rows, open2) => rows.length === 0 ? null : html`<details class="fold"${open2 ? html` open` : null}><summary>${title}: ${formatCount(rows.length, "file")}</summary><div class="inside"><ul class="rows">${rows.slice(0, MOST_FILES).map(({ path, reason }) => html`<li><code>${path}</code> <span class="reason">${reason}</span></li>`)}</ul></div></details>`;
  const missing = countFiles(notReviewed);
  return html`<section aria-labelledby="files"><h2 id="files">Files <small>${reviewed.length} reviewed, ${missing} not reviewed, ${excluded.length} excluded by policy</small></h2>
${list("Not reviewed, although they should have been", notReviewed, true)}${list("Excluded by policy", excluded, false)}${list(
    "Reviewed",
    reviewed.map(({ path, by }) => ({ path, reason: by.join(", ") })),
    false
  )}</section>`;
}

// src/service/dashboard/pages/reviewers-page.ts
var COLUMNS3 = [
  { word: "Reviewer", kind: "name" },
  { word: "Runs", kind: "number" },
  { word: "Success", kind: "number" },
  { word: "p50", kind: "number" },
  { word: "p95", kind: "number" },
  { word: "Escalations", kind: "number" },
  { word: "Findings", kind: "number" },
  { word: "Confirmed", kind: "number" },
  { word: "Addressed", kind: "number" },
  { word: "Dismissed", kind: "number" },
  { word: "Tokens", kind: "number" },
  { word: "Cost", kind: "number" }
];
function reviewersPage(person, reviewers) {
  const list = reviewers.length === 0 ? html`<p class="empty">No reviewer ran yet.</p>` : html`${dataTable("Reviewers", COLUMNS3, reviewers.map(cellsOf))}
<p class="muted">Success: ran to its end. Escalations: asked for help. Confirmed: by the model that tries to refute. Addressed: gone after a later push. Dismissed: by a person. Each finding counts once for a pull request.</p>`;
  return pageOf({
    title: "Reviewers",
    here: "reviewers",
    person,
    body: html`<h1>Reviewers <small>last ${WINDOW_DAYS} days</small></h1>${list}`
  });
}
function cellsOf(one) {
  return [
    one.name,
    formatNumber(one.runs),
    share(one.succeeded, one.runs),
    one.p50Ms === null ? null : formatDuration(one.p50Ms),
    one.p95Ms === null ? null : formatDuration(one.p95Ms),
    formatNumber(one.escalations),
    formatNumber(one.findings),
    share(one.confirmed, one.findings),
    share(one.addressed, one.findings),
    share(one.dismissed, one.findings),
    one.tokens === 0 ? null : formatTokens(one.tokens),
    one.costUsd > 0 ? formatDollars(one.costUsd) : null
  ];
}
function share(part2, whole) {
  if (whole === 0) return null;
  return html`<span class="share">${percentWords(part2, whole)}<progress max="${whole}" value="${part2}" aria-hidden="true"></progress></span>`;
}

// src/service/dashboard/visit-page.ts
var PAGE_LENGTH = 30;
var MOST_RUNNING = 24;
var MOST_RULES = 12;
var DAY_MS3 = 864e5;
async function visitPage(visit, response, world) {
  const { url, person, access } = visit;
  const { database, clock } = world;
  const since = new Date(clock.now() - WINDOW_DAYS * DAY_MS3);
  const [, kind = "", first = "", second = "", ...rest] = url.pathname.split("/");
  if (rest.length > 0) return sendPage(response, 404, notFoundPage(person));
  if (kind === "") return showHome(visit, response, world);
  if (kind === "events" && first === "") return followHome(visit, response, world);
  if (kind === "reviews" && second === "events") return followReview(visit, first, response, world);
  if (kind === "reviews" && second === "") return showReview(visit, first, response, world);
  if (kind === "reviewers" && first === "")
    return sendPage(
      response,
      200,
      reviewersPage(person, await reviewerFigures(database, access.allowed, since))
    );
  if (kind === "repositories" && first === "") {
    const repositories = await listRepositories(database, access.allowed, since);
    return sendPage(response, 200, repositoriesPage(person, repositories, clock.now()));
  }
  const tenant = { installationId: Number(first), repositoryId: Number(second) };
  if (kind === "repositories") return showRepository(visit, tenant, since, response, world);
  return sendPage(response, 404, notFoundPage(person));
}
async function showHome({ url, person, access }, response, { database, clock }) {
  const running = await runningNow(database, access.allowed);
  const past = await pastReviews(database, access.allowed, filterOf(url.searchParams));
  sendPage(response, 200, homePage({ person, ...running, ...past, now: clock.now() }));
}
async function pastReviews(database, allowed, filter) {
  const found = await listReviews(database, allowed, { ...filter, most: PAGE_LENGTH + 1 });
  const past = found.slice(0, PAGE_LENGTH);
  return { past, filter, hasMore: found.length > PAGE_LENGTH, repositories: allowed.length };
}
async function runningNow(database, allowed) {
  const only = {
    only: "running",
    search: "",
    repository: null,
    before: null,
    most: MOST_RUNNING + 1
  };
  const found = await listReviews(database, allowed, only);
  const running = found.slice(0, MOST_RUNNING);
  return {
    running,
    areMore: found.length > MOST_RUNNING,
    agents: await agentsOf(
      database,
      allowed,
      running.map(({ id }) => id)
    )
  };
}
async function followHome(visit, response, world) {
  const { live, database, clock } = world;
  const filter = filterOf(visit.url.searchParams);
  let listed2 = null;
  const isSeen = ({ installationId: installationId2, repositoryId }) => visit.access.allowed.some(
    (one) => one.installationId === installationId2 && one.repositoryId === repositoryId
  );
  await live.open(response, {
    concerns: isSeen,
    async render() {
      const access = await visit.accessNow();
      if (access === null) return null;
      const now = clock.now();
      const reviews = await runningNow(database, access.allowed);
      const board = { id: "running", markup: runningBoard({ ...reviews, now }) };
      const ids = reviews.running.map(({ id }) => id).join();
      if (ids === listed2) return [board];
      listed2 = ids;
      const past = await pastReviews(database, access.allowed, filter);
      return [board, { id: "list", markup: pastList({ ...past, now }) }];
    }
  });
}
async function showReview({ url, person, access }, id, response, { database, serverUrl, clock }) {
  const review = await findReview(database, access.allowed, id);
  if (review === null) return sendPage(response, 404, notFoundPage(person));
  const filter = {
    reviewer: wordIn(url.searchParams, "reviewer"),
    state: wordIn(url.searchParams, "state"),
    text: wordIn(url.searchParams, "text")
  };
  const mayWrite = access.mayWrite(review);
  sendPage(response, 200, reviewPage({ person, review, filter, serverUrl, mayWrite, now: clock.now() }));
}
async function followReview(visit, id, response, world) {
  const { live, database } = world;
  const review = await findReview(database, visit.access.allowed, id);
  if (review === null) return sendPage(response, 404, notFoundPage(visit.person));
  await live.open(response, {
    concerns: ({ reviewId }) => reviewId === id,
    async render() {
      const access = await visit.accessNow();
      const now = access === null ? null : await findReview(database, access.allowed, id);
      if (now === null) return null;
      const isOpen2 = now.state === "queued" || now.state === "running";
      return isOpen2 ? [{ id: "board", markup: liveBoard(now) }] : "reload";
    }
  });
}
async function showRepository({ person, access }, tenant, since, response, { database, serverUrl, clock }) {
  const allowed = access.allowed.filter(
    ({ installationId: installationId2, repositoryId }) => installationId2 === tenant.installationId && repositoryId === tenant.repositoryId
  );
  const [repository3] = allowed.length === 0 ? [] : await listRepositories(database, allowed, since);
  if (repository3 === void 0) return sendPage(response, 404, notFoundPage(person));
  const recentOnly = { only: "all", search: "", repository: tenant, before: null, most: 10 };
  const [figures, days, rules, recent] = await Promise.all([
    repositoryFigures(database, allowed, since),
    dailyFigures(database, allowed, since),
    noisiestRules(database, allowed, since, MOST_RULES),
    listReviews(database, allowed, recentOnly)
  ]);
  const page2 = { person, repository: repository3, figures, days, rules, recent, since, serverUrl, now: clock.now() };
  sendPage(response, 200, repositoryPage(page2));
}
function filterOf(query) {
  const before = new Date(query.get("before") ?? "");
  return {
    only: LIST_FILTERS.find((one) => one === query.get("only")) ?? "past",
    search: wordIn(query, "search"),
    repository: null,
    before: Number.isNaN(before.getTime()) ? null : before,
    most: PAGE_LENGTH
  };
}
function wordIn(query, name) {
  return (query.get(name) ?? "").replaceAll("\0", "").trim().slice(0, 100);
}

// src/service/dashboard/make-dashboard.ts
var DASHBOARD_PATHS = /^\/($|\?|events$|sign-in|sign-out$|assets\/|reviews\/|repositories|reviewers$)/;
var REQUEST_MS = 2e4;
function makeDashboard(options) {
  const { database, people, clock, log, publicUrl } = options;
  const seal = makeSeal(options.secret);
  const signIn = people === null ? null : makeSignIn({ ...options, people, seal });
  const accesses = people === null ? null : makeAccesses(people, clock);
  const live = makeLiveEvents(database, clock, log);
  const serve2 = async (request, response, url) => {
    const signal = AbortSignal.timeout(REQUEST_MS);
    const asset = ASSETS.get(url.pathname);
    if (asset !== void 0) return sendAsset(response, asset.type, asset.text);
    if (signIn === null || accesses === null) return sendPage(response, 503, signInPage(false, "/", null));
    const back = localPath(url.searchParams.get("back") ?? "/");
    if (url.pathname === "/sign-in") return sendPage(response, 200, signInPage(true, back, null));
    if (url.pathname === "/sign-in/github") return signIn.begin(response, back);
    if (url.pathname === "/sign-in/callback")
      return signIn.finish(request, response, url.searchParams, signal);
    const signedIn = await signIn.who(request);
    if (signedIn === null) return askToSignIn(request, response, url);
    const access = await accesses.of(signedIn.session.idHash, signedIn.accessToken);
    if (access === null) return signIn.end(signedIn, response);
    const person = personOf(signedIn);
    if (request.method === "POST") {
      const form = await readForm(request);
      if (!isOwnForm(request, publicUrl) || !signIn.isFormToken(signedIn, form.get("token") ?? ""))
        return sendPage(
          response,
          403,
          forbiddenPage(person, "This form was not made for your session. Load the page again.")
        );
      if (url.pathname !== "/sign-out") return post2(response, url, person, access);
      accesses.forget(signedIn.session.idHash);
      return signIn.end(signedIn, response);
    }
    const visit = {
      url,
      person,
      access,
      accessNow: async () => {
        const still = await signIn.who(request);
        return still === null ? null : accesses.of(still.session.idHash, still.accessToken);
      }
    };
    return visitPage(visit, response, { ...options, live });
  };
  const post2 = async (response, url, person, access) => {
    const [, id = ""] = /^\/reviews\/([0-9a-f-]{36})\/again$/.exec(url.pathname) ?? [];
    const review = id === "" ? null : await findReview(database, access.allowed, id);
    if (review === null) return sendPage(response, 404, notFoundPage(person));
    if (!access.mayWrite(review))
      return sendPage(
        response,
        403,
        forbiddenPage(person, "Only who may write to the repository can ask for a review.")
      );
    const { installationId: installationId2, repositoryId } = review;
    redirect(
      response,
      await options.again({ reviewId: id, installationId: installationId2, repositoryId, askedBy: person.login })
    );
  };
  return {
    async handle(request, response) {
      const url = new URL(request.url ?? "/", "http://dashboard.invalid");
      if (!DASHBOARD_PATHS.test(url.pathname)) return false;
      if (request.method !== "GET" && request.method !== "HEAD" && request.method !== "POST") {
        response.writeHead(405, { allow: "GET, HEAD, POST" }).end();
        return true;
      }
      try {
        await serve2(request, response, url);
      } catch (error) {
        log.warn("a page of the dashboard could not be made", {
          path: url.pathname,
          reason: messageOf(error)
        });
        if (response.headersSent) response.end();
        else if (error instanceof ForgeError) sendPage(response, 503, awayPage(null, error.message));
        else if (error instanceof ReviewError && error.code === "bad-usage")
          sendPage(response, 400, forbiddenPage(null, error.message));
        else
          sendPage(
            response,
            500,
            forbiddenPage(null, "The page could not be made. The log of the service says why.")
          );
      }
      return true;
    },
    close: () => live.close()
  };
}
function personOf({ session, formToken }) {
  return { login: session.login, formToken };
}
function askToSignIn(request, response, url) {
  if (request.method === "POST" || url.pathname.endsWith("/events")) {
    sendPage(response, 401, signInPage(true, "/", null));
    return;
  }
  const back = localPath(url.pathname + url.search);
  redirect(response, back === "/" ? "/sign-in" : `/sign-in?back=${encodeURIComponent(back)}`);
}

// src/adapters/store/tenant-records.ts
async function findTenantRecords(runner, { installationId: installationId2, repositoryId }) {
  const { rows } = await runner.query(
    `select r.owner, r.name, r.is_private, i.account_id, i.account_login, i.account_type, i.suspended
     from repository r join installation i on i.id = r.installation_id
     where r.installation_id = $1 and r.id = $2`,
    [installationId2, repositoryId]
  );
  const [row] = rows;
  if (row === void 0) return null;
  return {
    installation: {
      id: installationId2,
      accountId: Number(row.account_id),
      accountLogin: String(row.account_login),
      accountType: row.account_type === "User" ? "User" : "Organization",
      suspended: row.suspended === true
    },
    repository: {
      installationId: installationId2,
      repositoryId,
      owner: String(row.owner),
      name: String(row.name),
      isPrivate: row.is_private === true
    }
  };
}

// src/service/review-again.ts
function makeReviewAgain({
  database,
  store,
  queue,
  random,
  serviceDigest: serviceDigest2
}) {
  return async ({ reviewId, askedBy, ...tenant }) => {
    const review = await store.of(tenant).review(reviewId);
    const records = await findTenantRecords(database, tenant);
    if (review === null || records === null || review.pullNumber === NO_PULL_REQUEST) {
      throw new ReviewError(
        "bad-usage",
        "There is no pull request that could be reviewed again.",
        "Go back to the list of reviews."
      );
    }
    const id = `dashboard-${random.hex(16)}`;
    const { installationId: installationId2, repositoryId } = tenant;
    const delivery = { id, event: "dashboard", action: "again", installationId: installationId2, repositoryId };
    const request = rerunOf2(review, askedBy);
    const accepted = await store.accept(delivery, {
      ...records,
      review: {
        installationId: installationId2,
        repositoryId,
        pullNumber: review.pullNumber,
        headSha: null,
        baseSha: null,
        configDigest: configDigestOf(serviceDigest2, null),
        trigger: "rerun",
        occasion: `rerun:${id}`,
        title: review.title,
        author: review.author,
        askedBy,
        eventAt: null,
        request: { ...request }
      }
    });
    if (accepted.kind === "queued") await queue.dropDead(reviewId);
    return `/reviews/${accepted.kind === "queued" || accepted.kind === "claimed" ? accepted.reviewId : reviewId}`;
  };
}
function rerunOf2({ request, pullNumber: pullNumber3 }, actor) {
  const { owner, repo, repositoryId } = storedRequest(request);
  return {
    kind: "review",
    owner,
    repo,
    repositoryId,
    pullNumber: pullNumber3,
    headSha: null,
    trigger: "dispatch",
    cause: "rerun",
    before: null,
    isFork: null,
    draft: null,
    closed: null,
    actor
  };
}

// src/entry/app/service-digest.ts
function serviceDigest({ models, statusContext }) {
  const asked2 = models === null ? null : [models.baseUrl, models.profile, models.models, models.prices];
  return digestOf(JSON.stringify(asked2), statusContext);
}

// src/entry/app/web-handlers.ts
async function webHandlers(service) {
  const { settings, store, queue, database, clock, random, log, metrics, reviewers, publicUrl } = service;
  const { credentials, serverUrl, apiUrl } = settings;
  const { clientId, clientSecret } = credentials;
  const digest2 = serviceDigest(settings);
  const accept2 = makeAcceptDelivery(
    { store, log },
    { appId: credentials.appId, reviewers, serviceDigest: digest2 }
  );
  const webhooks = await makeWebhooks({
    secret: credentials.webhookSecret,
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    path: WEBHOOKS_PATH,
    clock,
    log,
    metrics,
    handle: accept2
  });
  const canSignIn = clientId !== "" && clientSecret !== "";
  const dashboard = makeDashboard({
    database,
    people: canSignIn ? makePersonHost({ clientId, clientSecret, serverUrl, apiUrl, clock, log }) : null,
    // Stays the same over all processes and starts.
    secret: canSignIn ? clientSecret : credentials.webhookSecret,
    publicUrl,
    serverUrl,
    again: makeReviewAgain({ database, store, queue, random, serviceDigest: digest2 }),
    clock,
    random,
    log
  });
  return {
    handlers: [webhooks, (request, response) => dashboard.handle(request, response)],
    close: () => dashboard.close()
  };
}

// src/entry/app/start-app.ts
var REQUESTS_MS = 5e3;
async function startApp(world) {
  const closers = makeClosers(world.log);
  try {
    return await start(world, closers);
  } catch (thrown) {
    await closers.closeAll();
    throw thrown;
  }
}
async function start(world, closers) {
  const { settings, clock, log } = world;
  const { credentials, role } = settings;
  const host = makeAppHost({
    appId: String(credentials.appId),
    privateKey: credentials.privateKey,
    apiUrl: settings.apiUrl,
    clock,
    log
  });
  const { builtIns } = await loadBuiltIns(new URL("dist/", world.root));
  const reviewers = builtIns.reviewers.map(({ name }) => name);
  const scraped = makeMetrics({ defaultMetrics: true, clock, reviewers });
  let phase = "starting";
  const needs = [
    { name: "service", look: async () => phase === "running" ? null : `the App is ${phase}` }
  ];
  const system = systemRoutes(makeReadiness(needs, clock), { ...scraped, token: settings.metricsToken });
  const web = laterHandler();
  const handlers = role === "worker" ? [system] : [system, web.handler];
  const isSecure = settings.publicUrl?.startsWith("https:") === true;
  const served = await serve({ host: settings.host, port: settings.port, handlers, isSecure, clock, log });
  closers.add("server", () => served.stop(0));
  const asking = new AbortController();
  closers.add("question to GitHub", () => asking.abort());
  const asked2 = watchIdentity({
    appId: credentials.appId,
    ask: host.identity,
    clock,
    log,
    signal: asking.signal
  });
  asked2.catch(() => void 0);
  const database = await openDatabase(settings.database, { clock, log });
  closers.add("database", () => database.close());
  const queue = await openQueue(database, { log });
  closers.add("queue", () => queue.close());
  const identity = await asked2;
  needs.push(
    { name: "database", look: () => database.query("select 1").then(() => null) },
    { name: "queue", look: () => queue.depth().then(() => null) },
    { name: "github", look: async () => identity.problem() }
  );
  const store = makeReviewStore(database, queue);
  const publicUrl = settings.publicUrl ?? served.url;
  const service = {
    ...world,
    database,
    queue,
    store,
    host,
    reviewers,
    metrics: scraped.metrics,
    publicUrl
  };
  if (role !== "worker") {
    const made = await webHandlers(service);
    closers.add("dashboard", made.close);
    web.open(made.handlers);
  }
  const sampler = sampleQueue(queue, { metrics: scraped.metrics, clock, log });
  closers.add("watch of the queue", sampler.close);
  const work = role === "web" ? null : startWork(service);
  phase = "running";
  log.info("The App listens.", { url: served.url, role, database: database.kind, publicUrl });
  return {
    url: served.url,
    async stop() {
      phase = "stopping";
      await Promise.all([served.stop(REQUESTS_MS), work?.stop(settings.stopSeconds * 1e3)]);
      await closers.closeAll();
    }
  };
}
function laterHandler() {
  let open2 = () => void 0;
  const opened = new Promise((resolve3) => {
    open2 = resolve3;
  });
  const handler = async (request, response) => {
    for (const one of await opened) if (await one(request, response)) return true;
    return false;
  };
  return { handler, open: (handlers) => open2(handlers) };
}

// src/entry/app/run-app.ts
async function runApp(world) {
  let hide = (text2) => text2;
  const report = (thrown) => world.error(`${hide(`The App stopped on a fault of its own: ${messageOf(thrown)}`)}
`);
  world.onFault(report);
  try {
    const settings = readAppSettings(world.args, world.environment);
    hide = makeSecretFilter(secretsOf(settings));
    const registered = await withCredentials(settings, logOf(settings, hide, world), world);
    if (registered === null) return APP_EXIT.stopped;
    if (registered !== settings) hide = makeSecretFilter(secretsOf(registered));
    const log = logOf(registered, hide, world);
    const { root, reviewProcess } = world;
    const ports = { clock: systemClock, random: systemRandom, log };
    const app = await startApp({ settings: registered, root, reviewProcess, ...ports });
    await asked(world.signal);
    log.info("The App was asked to stop.");
    await app.stop();
    log.info("The App has stopped.");
    return APP_EXIT.stopped;
  } catch (thrown) {
    if (thrown instanceof ReviewError) {
      world.error(`${hide(`${thrown.message} ${thrown.remedy}`)}
`);
      return thrown.code === "bad-usage" ? APP_EXIT.badInput : APP_EXIT.failed;
    }
    report(thrown);
    return APP_EXIT.failed;
  }
}
async function withCredentials(settings, log, world) {
  if (isRegistered(settings)) return settings;
  await runSetUp({
    settings,
    manifest: new URL("app.yml", world.root),
    clock: systemClock,
    random: systemRandom,
    log,
    tell: (line2) => world.out(`${line2}
`),
    signal: world.signal
  });
  const registered = readAppSettings(world.args, world.environment);
  return !world.signal.aborted && isRegistered(registered) ? registered : null;
}
function isRegistered(settings) {
  return settings.credentials !== null;
}
function logOf({ logLevel }, hide, { out }) {
  return makeJsonLog({ level: logLevel, now: systemClock.now, hide, write: out });
}
function asked(signal) {
  return new Promise((resolve3) => {
    if (signal.aborted) resolve3();
    else signal.addEventListener("abort", () => resolve3(), { once: true });
  });
}

// src/entry/app.ts
process.exitCode = 1;
var stop2 = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => {
    if (stop2.signal.aborted) process.exit(1);
    stop2.abort();
  });
}
var extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
var code = await runApp({
  args: process.argv.slice(2),
  environment: process.env,
  // Two folders up from here both as source and as built.
  root: new URL("../../", import.meta.url),
  reviewProcess: new URL(`./review-process.${extension}`, import.meta.url),
  signal: stop2.signal,
  out: (text2) => process.stdout.write(text2),
  error: (text2) => process.stderr.write(text2),
  onFault: (report) => {
    process.on("uncaughtException", (thrown) => {
      report(thrown);
      process.exit(1);
    });
  }
});
process.exit(code);
