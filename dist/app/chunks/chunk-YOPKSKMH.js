import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  lookBeforeResend,
  makeClient,
  recordOf
} from "./chunk-OLBDA26V.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/pull-request/github-address.ts
var GITHUB = "https://github.com";
function githubAddress(serverUrl, environment) {
  const set = (name) => environment[name]?.trim().replace(/\/+$/, "") ?? "";
  const own = ownServer(set("GITHUB_SERVER_URL"), set("GITHUB_API_URL"), serverUrl);
  const isOwn = serverUrl === null || hostOf(serverUrl) === hostOf(own);
  if (!isOwn) return foreign(serverUrl);
  const api = set("GITHUB_API_URL") || apiOf(own);
  const token = set("GITHUB_TOKEN") || set("GH_TOKEN");
  return {
    serverUrl: own,
    apiUrl: api,
    graphqlUrl: set("GITHUB_GRAPHQL_URL") || graphqlOf(api),
    token,
    tokenMissing: token === "" ? "Neither GITHUB_TOKEN nor GH_TOKEN is set." : null
  };
}
function ownServer(server, api, given) {
  if (server !== "") return server;
  if (api !== "") return given ?? (/\/api\/v3$/.test(api) ? api.slice(0, -"/api/v3".length) : GITHUB);
  return GITHUB;
}
function foreign(serverUrl) {
  if (!serverUrl.startsWith("https:")) {
    throw new ReviewError(
      "bad-usage",
      `"${serverUrl}" is not encrypted.`,
      "Give the address with https://, or name that server in GITHUB_SERVER_URL."
    );
  }
  const apiUrl = apiOf(serverUrl);
  return {
    serverUrl,
    apiUrl,
    graphqlUrl: graphqlOf(apiUrl),
    token: "",
    tokenMissing: `No token is sent to ${serverUrl}: tokens go only to the server that GITHUB_SERVER_URL names (${GITHUB} when it is not set). Set GITHUB_SERVER_URL=${serverUrl} to use GITHUB_TOKEN there.`
  };
}
function apiOf(serverUrl) {
  const host = hostOf(serverUrl);
  if (host === "github.com") return "https://api.github.com";
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `${serverUrl}/api/v3`;
}
function graphqlOf(apiUrl) {
  return apiUrl.endsWith("/api/v3") ? `${apiUrl.slice(0, -"/v3".length)}/graphql` : `${apiUrl}/graphql`;
}
function hostOf(serverUrl) {
  return URL.canParse(serverUrl) ? new URL(serverUrl).host.replace(/^www\.github\.com$/, "github.com") : serverUrl;
}

// src/entry/app/credentials.ts
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
var WELL_KNOWN = /^(?:development|secret|(?:your|my|the)?[-_ ]?(?:github[-_ ]?)?webhook[-_ ]?secret|change[-_ ]?me.*|password.*)$/i;
var SHORTEST_SECRET = 16;
var FEWEST_CHARACTERS = 5;
var NAMES = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"];
function readCredentials(environment, saved) {
  const set = (name) => environment[name]?.trim() ?? "";
  if (saved === null && NAMES.every((name) => set(name) === "")) return null;
  const appId = set("APP_ID") || (saved?.appId ?? "");
  return checkCredentials({
    appId,
    privateKey: keyText(set("PRIVATE_KEY"), set("PRIVATE_KEY_PATH")) || (saved?.privateKey ?? ""),
    webhookSecret: set("WEBHOOK_SECRET") || (saved?.webhookSecret ?? ""),
    clientId: set("GITHUB_CLIENT_ID") || (saved?.clientId ?? ""),
    clientSecret: set("GITHUB_CLIENT_SECRET") || (saved?.clientSecret ?? "")
  });
}
function checkCredentials(given) {
  return {
    appId: checkAppId(given.appId),
    privateKey: checkPrivateKey(given.privateKey),
    webhookSecret: checkWebhookSecret(given.webhookSecret),
    clientId: given.clientId,
    clientSecret: given.clientSecret
  };
}
function checkAppId(text2) {
  if (text2 === "") throw missing("APP_ID", 'the number under "App ID" on the settings page of the App');
  const appId = Number(text2);
  if (/^[1-9]\d{0,14}$/.test(text2)) return appId;
  throw new ReviewError(
    "bad-usage",
    `APP_ID does not take "${text2.slice(0, 60)}".`,
    'It takes the number under "App ID" on the settings page of the App.'
  );
}
function checkWebhookSecret(secret) {
  const remedy = "Set WEBHOOK_SECRET, and the webhook secret on the settings page of the App, to the same random text, for example of: openssl rand -hex 32";
  if (secret === "") throw new ReviewError("bad-usage", "WEBHOOK_SECRET is not set.", remedy);
  const refuse = (why) => new ReviewError("bad-usage", `WEBHOOK_SECRET ${why}.`, remedy);
  if (WELL_KNOWN.test(secret)) throw refuse("is a text that everybody knows, so anybody could sign webhooks");
  if (secret.length < SHORTEST_SECRET)
    throw refuse(
      `has ${secret.length} characters, and at least ${SHORTEST_SECRET} are needed to make it hard to guess`
    );
  if (new Set(secret).size < FEWEST_CHARACTERS)
    throw refuse("repeats too few characters to be hard to guess");
  return secret;
}
function checkPrivateKey(text2) {
  if (text2 === "")
    throw missing(
      "PRIVATE_KEY",
      "the text of the .pem file that GitHub gave out, or set PRIVATE_KEY_PATH to its path"
    );
  const pem = pemOf(text2);
  try {
    if (createPrivateKey(pem).asymmetricKeyType === "rsa") return pem;
  } catch {
  }
  throw new ReviewError(
    "bad-usage",
    "The private key of the App cannot be read: it is no RSA key in PEM.",
    "Set PRIVATE_KEY to the whole text of the .pem file (line breaks may be written as \\n, or the whole in base64), or PRIVATE_KEY_PATH to its path; a new key is made on the settings page of the App."
  );
}
function pemOf(text2) {
  const unquoted = text2.replace(/^"([\s\S]*)"$/, "$1").replaceAll("\\n", "\n");
  return unquoted.startsWith("-----BEGIN") ? unquoted : Buffer.from(unquoted, "base64").toString("utf8");
}
function keyText(text2, path) {
  if (text2 !== "" || path === "") return text2;
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw new ReviewError(
      "bad-usage",
      `PRIVATE_KEY_PATH names "${path.slice(0, 300)}", which cannot be read.`,
      "Set it to the .pem file that GitHub gave out, readable by this process.",
      { cause }
    );
  }
}
function missing(name, what) {
  return new ReviewError("bad-usage", `${name} is not set.`, `Set it to ${what}.`);
}

// src/entry/app/credentials-file.ts
import { chmodSync, mkdirSync, readFileSync as readFileSync2, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// src/event/shape.ts
var Mismatch = class extends Error {
};
function safely(shape) {
  return {
    safeParse: (value) => {
      try {
        return { success: true, data: shape(value) };
      } catch (thrown) {
        if (thrown instanceof Mismatch) return { success: false };
        throw thrown;
      }
    }
  };
}
function object(fields) {
  return (value) => {
    const given = anyFields(value);
    const read = {};
    for (const name in fields)
      read[name] = fields[name](Object.hasOwn(given, name) ? given[name] : void 0);
    return read;
  };
}
var anyFields = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Mismatch();
  return value;
};
var anything = (value) => value;
var text = (value) => {
  if (typeof value !== "string") throw new Mismatch();
  return value;
};
function textOf(least, most = Number.POSITIVE_INFINITY) {
  return (value) => {
    const read = text(value);
    if (read.length < least || read.length > most) throw new Mismatch();
    return read;
  };
}
var sha = (value) => {
  const read = text(value);
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(read)) throw new Mismatch();
  return read;
};
var flag = (value) => {
  if (typeof value !== "boolean") throw new Mismatch();
  return value;
};
function integer(least = Number.MIN_SAFE_INTEGER) {
  return (value) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) throw new Mismatch();
    return value;
  };
}
function oneOf(...words) {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === void 0) throw new Mismatch();
    return found;
  };
}
function listOf(item) {
  return (value) => {
    if (!Array.isArray(value)) throw new Mismatch();
    return value.map((one) => item(one));
  };
}
function orNull(shape) {
  return (value) => value === null ? null : shape(value);
}
function orMissing(shape) {
  return (value) => value === void 0 ? void 0 : shape(value);
}

// src/entry/app/credentials-file.ts
var FILE = "credentials.json";
var fileShape = safely(
  object({
    appId: text,
    privateKey: text,
    webhookSecret: text,
    clientId: text,
    clientSecret: text,
    publicUrl: text
  })
);
function credentialsPath(dataFolder) {
  return join(dataFolder, FILE);
}
function readCredentialsFile(dataFolder) {
  const path = credentialsPath(dataFolder);
  const content = contentOf(path);
  if (content === null) return null;
  const parsed = fileShape.safeParse(parse(content));
  if (parsed.success) return parsed.data;
  throw new ReviewError(
    "bad-usage",
    `The file "${path}" does not hold the credentials of the App.`,
    "Delete it to register the App again, or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET."
  );
}
function writeCredentialsFile(dataFolder, saved) {
  const path = credentialsPath(dataFolder);
  const draft = `${path}.new`;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 448 });
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(saved, null, 2)}
`, { mode: 384, flag: "wx" });
    chmodSync(draft, 384);
    renameSync(draft, path);
  } catch (cause) {
    throw new ReviewError(
      "output-unwritable",
      `The credentials cannot be written to "${path}": ${messageOf(cause)}.`,
      "Set DATA_FOLDER to a folder that this account may write to.",
      { cause }
    );
  }
}
function contentOf(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new ReviewError(
      "bad-usage",
      `The file "${path}" cannot be read: ${messageOf(cause)}.`,
      "Let this account read it, or set DATA_FOLDER to another folder.",
      { cause }
    );
  }
}
function parse(content) {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

// src/entry/app/given-addresses.ts
function checkAddress(name, text2) {
  const url = URL.canParse(text2) ? new URL(text2) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.search === "" && url.hash === "")
    return text2.replace(/\/+$/, "");
  throw new ReviewError(
    "bad-usage",
    `${name} does not take "${withoutPassword(text2)}".`,
    "It takes an address that begins with https:// (or http://), without user name, query and fragment."
  );
}
function databaseUrl(text2) {
  if (text2 === "") return null;
  const url = URL.canParse(text2) ? new URL(text2) : null;
  if (url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.hostname !== "") return text2;
  throw new ReviewError(
    "bad-usage",
    `DATABASE_URL does not take "${withoutPassword(text2)}".`,
    "It takes the address of a PostgreSQL server, such as postgres://user:password@localhost:5432/reviews."
  );
}
function withoutPassword(text2) {
  return text2.slice(0, 200).replace(/\/\/[^/@]{0,200}@/, "//\u2026@");
}

// src/entry/app/paths.ts
var WEBHOOKS_PATH = "/webhooks";
var SIGN_IN_PATH = "/sign-in/callback";

// src/adapters/github/app/read-private-key.ts
import { createPrivateKey as createPrivateKey2 } from "node:crypto";
var LEAST_BITS = 2048;
function readPrivateKey(text2) {
  const pem = toPem(text2);
  if (pem === null) {
    throw badKey(
      text2.trim() === "" ? "The private key of the App is empty." : 'The private key of the App is no PEM: it has no line "-----BEGIN ... PRIVATE KEY-----".'
    );
  }
  if (/-----BEGIN ENCRYPTED /.test(pem) || /^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
    throw badKey("The private key of the App is protected by a pass phrase.");
  }
  const key = parse2(pem);
  if (key === null) throw badKey("The private key of the App is damaged: its PEM cannot be read.");
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== "rsa" || bits < LEAST_BITS) {
    throw badKey("The private key is not the one of an App: GitHub gives RSA keys of 2,048 bits.");
  }
  return key;
}
function toPem(text2) {
  const plain = text2.trim().replaceAll("\\n", "\n").replaceAll("\r\n", "\n");
  if (isPem(plain)) return `${plain}
`;
  if (!/^[\w+/=\s-]+$/.test(plain)) return null;
  const decoded = Buffer.from(plain, "base64").toString("utf8").trim();
  return isPem(decoded) ? `${decoded}
` : null;
}
function isPem(text2) {
  return /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(text2);
}
function parse2(pem) {
  try {
    return createPrivateKey2(pem);
  } catch {
    return null;
  }
}
function badKey(what) {
  return new ReviewError(
    "bad-configuration",
    what,
    `Give the whole .pem file that GitHub made under "Private keys" of the App's settings, as it is or in base64.`
  );
}

// src/adapters/github/app/sign-web-token.ts
import { sign } from "node:crypto";
var BACK_SECONDS = 60;
var AHEAD_SECONDS = 540;
function signWebToken(issuer, key, now) {
  const seconds = Math.floor(now / 1e3);
  const header = encode({ alg: "RS256", typ: "JWT" });
  const claims = encode({ iat: seconds - BACK_SECONDS, exp: seconds + AHEAD_SECONDS, iss: issuer });
  const signature = sign("RSA-SHA256", Buffer.from(`${header}.${claims}`), key).toString("base64url");
  return `${header}.${claims}.${signature}`;
}
function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

// src/adapters/github/app/failed-deliveries.ts
var PAGE = 100;
async function failedDeliveries(client, since, signal) {
  const failed = /* @__PURE__ */ new Map();
  const fine = /* @__PURE__ */ new Set();
  for await (const { isFine, ...attempt } of attempts(client, since, signal)) {
    const { guid } = attempt;
    if (isFine) fine.add(guid);
    else if (!failed.has(guid)) failed.set(guid, attempt);
  }
  return [...failed.values()].filter(({ guid }) => !fine.has(guid)).reverse();
}
async function* attempts(client, since, signal) {
  let cursor = null;
  for (; ; ) {
    const { data, headers } = await client.request("GET /app/hook/deliveries", {
      per_page: PAGE,
      ...cursor === null ? {} : { cursor },
      request: { signal }
    });
    for (const one of data) {
      const deliveredAt = Date.parse(one.delivered_at);
      if (deliveredAt < since) return;
      const statusCode = Number(one.status_code);
      yield {
        id: String(one.id),
        guid: one.guid,
        event: one.event,
        action: one.action,
        deliveredAt,
        statusCode,
        installationId: numberOrNull(one.installation_id),
        repositoryId: numberOrNull(one.repository_id),
        isFine: statusCode >= 200 && statusCode < 300
      };
    }
    const next = nextCursor(headers.link);
    if (next === null || next === cursor) return;
    cursor = next;
  }
}
function nextCursor(link) {
  const [, url] = /<([^<>]{1,2000})>; rel="next"/.exec(link ?? "") ?? [];
  return url === void 0 || !URL.canParse(url) ? null : new URL(url).searchParams.get("cursor");
}
function numberOrNull(value) {
  return value === null || value === void 0 ? null : Number(value);
}
async function redeliver(client, deliveryId, signal) {
  if (!/^\d{1,24}$/.test(deliveryId))
    throw new ForgeError(
      "forge-not-found",
      `"${deliveryId}" is no number of a delivery.`,
      "Take it from the list of failed deliveries.",
      { status: null, maybeDone: false }
    );
  await client.request(`POST /app/hook/deliveries/${deliveryId}/attempts`, { request: { signal } });
}

// src/adapters/github/app/mint-token.ts
async function mintToken(client, { installationId, repositoryId, permissions }, end, signal) {
  try {
    const asked = { repository_ids: [repositoryId], permissions };
    const given = await askForToken(client, installationId, asked, signal);
    const repositories = (given.repositories ?? []).map(({ id }) => Number(id));
    const isNarrow = repositories.length === 1 && repositories[0] === repositoryId;
    if (isNarrow && isWithin(given.permissions ?? {}, permissions))
      return { token: given.token, expiresAt: Date.parse(given.expires_at) };
    await end(given.token);
  } catch (error) {
    throw explained(error, installationId, repositoryId);
  }
  throw new ForgeError(
    "forge-refused",
    `GitHub gave a token that reaches further than repository ${repositoryId} of installation ${installationId}; it was ended.`,
    "Report this with the log.",
    { status: null, maybeDone: false }
  );
}
async function mintNamedToken(client, { installationId, repositoryName, permissions }, end, signal) {
  try {
    const asked = { repositories: [repositoryName], permissions };
    const given = await askForToken(client, installationId, asked, signal);
    const [only, ...others] = given.repositories ?? [];
    const isIt = others.length === 0 && only?.name.toLowerCase() === repositoryName.toLowerCase();
    if (isIt && isWithin(given.permissions ?? {}, permissions))
      return { token: given.token, expiresAt: Date.parse(given.expires_at) };
    await end(given.token);
  } catch (error) {
    if (error instanceof ForgeError && error.status === 422) return null;
    throw error;
  }
  throw new ForgeError(
    "forge-refused",
    `GitHub gave a token that reaches further than "${repositoryName}" of installation ${installationId}; it was ended.`,
    "Report this with the log.",
    { status: null, maybeDone: false }
  );
}
function askForToken(client, installationId, narrowed, signal) {
  const send = async () => {
    const { data } = await client.request("POST /app/installations/{installation_id}/access_tokens", {
      installation_id: installationId,
      ...narrowed,
      request: { signal }
    });
    return data;
  };
  return lookBeforeResend(send, async () => null);
}
function isWithin(given, asked) {
  return Object.entries(given).every(([name, level]) => {
    if (name === "metadata" && level === "read") return true;
    const wanted = Object.hasOwn(asked, name) ? asked[name] : void 0;
    return level === wanted || wanted === "write" && level === "read";
  });
}
function explained(error, installationId, repositoryId) {
  if (!(error instanceof ForgeError)) return error;
  const { status, maybeDone } = error;
  const fail = (code, what, remedy) => new ForgeError(code, what, remedy, { status, maybeDone }, { cause: error });
  if (status === 422)
    return fail(
      "forge-forbidden",
      `Installation ${installationId} does not reach repository ${repositoryId}, or not with the permissions a review takes.`,
      "Add the repository to the installation, and let its owner approve the permissions the App asks for."
    );
  if (status === 403 && error.code === "forge-forbidden")
    return fail(
      "forge-forbidden",
      `Installation ${installationId} is suspended.`,
      "Its owner can unsuspend it in the settings of the App."
    );
  if (error.code === "forge-not-found")
    return fail(
      "forge-not-found",
      `There is no installation ${installationId} of this App.`,
      "It was taken away; nothing is left to do."
    );
  return error;
}

// src/adapters/github/app/to-installation.ts
function toInstallation(shown) {
  const { id, account, permissions, suspended_at: suspendedAt } = recordOf(shown);
  const { id: accountId, login, type } = recordOf(account);
  return {
    id: Number(id),
    accountId: Number(accountId),
    accountLogin: typeof login === "string" ? login : "ghost",
    accountType: type === "Organization" ? "Organization" : "User",
    isSuspended: typeof suspendedAt === "string",
    permissions: Object.fromEntries(
      Object.entries(recordOf(permissions)).map(([name, level]) => [name, String(level)])
    )
  };
}

// src/adapters/github/app/make-app-host.ts
var PAGE2 = 100;
var APP_ADVICE = {
  unauthorised: "Check that the id and the private key belong to the same App, and that the clock of this machine is right.",
  forbidden: "Check that the installation is not suspended and that its owner has approved the App's permissions."
};
function makeAppHost(options) {
  const { appId, clock } = options;
  if (!/^(\d{1,15}|Iv[\w.]{1,60})$/.test(appId))
    throw new ReviewError(
      "bad-configuration",
      `"${appId}" is no id of an App.`,
      `Give the "App ID" or the "Client ID" of the App's settings.`
    );
  const key = readPrivateKey(options.privateKey);
  const shared = {
    apiUrl: options.apiUrl,
    clock,
    log: options.log,
    writeSpacingMs: 0,
    advice: APP_ADVICE,
    ...options.fetch === void 0 ? {} : { fetch: options.fetch }
  };
  const client = makeClient({ ...shared, token: () => signWebToken(appId, key, clock.now()) });
  const revoke = async (token, signal) => {
    try {
      await makeClient({ ...shared, token }).request("DELETE /installation/token", { request: { signal } });
    } catch (error) {
      if (!(error instanceof ForgeError && error.status === 401)) throw error;
    }
  };
  return {
    identity: async (signal) => {
      const { data } = await client.request("GET /app", { request: { signal } });
      const { id, slug, name, owner } = recordOf(data);
      return {
        id: Number(id),
        slug: String(slug),
        name: String(name),
        ownerId: Number(recordOf(owner).id),
        botLogin: `${String(slug)}[bot]`
      };
    },
    mintToken: (request, signal) => mintToken(client, request, (token) => revoke(token, signal), signal),
    mintNamedToken: (request, signal) => mintNamedToken(client, request, (token) => revoke(token, signal), signal),
    revokeToken: revoke,
    installationOf: (id, signal) => ifThere(async () => {
      const { data } = await client.request("GET /app/installations/{installation_id}", {
        installation_id: id,
        request: { signal }
      });
      return toInstallation(data);
    }),
    installationOfRepository: (owner, repo, signal) => ifThere(async () => {
      const { data } = await client.request("GET /repos/{owner}/{repo}/installation", {
        owner,
        repo,
        request: { signal }
      });
      return toInstallation(data);
    }),
    async *listInstallations(signal) {
      for (let page = 1; ; page += 1) {
        const { data } = await client.request("GET /app/installations", {
          per_page: PAGE2,
          page,
          request: { signal }
        });
        yield* data.map(toInstallation);
        if (data.length < PAGE2) return;
      }
    },
    failedDeliveries: (since, signal) => failedDeliveries(client, since, signal),
    redeliver: (deliveryId, signal) => redeliver(client, deliveryId, signal)
  };
}
async function ifThere(ask) {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ForgeError && error.code === "forge-not-found") return null;
    throw error;
  }
}

export {
  githubAddress,
  readCredentials,
  checkCredentials,
  safely,
  object,
  anyFields,
  anything,
  text,
  textOf,
  sha,
  flag,
  integer,
  oneOf,
  listOf,
  orNull,
  orMissing,
  credentialsPath,
  readCredentialsFile,
  writeCredentialsFile,
  checkAddress,
  databaseUrl,
  WEBHOOKS_PATH,
  SIGN_IN_PATH,
  readPrivateKey,
  signWebToken,
  toInstallation,
  makeAppHost
};
