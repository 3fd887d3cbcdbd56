import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  Anthropic
} from "./chunk-QXJRJEHE.js";
import "./chunk-5XWL5JNG.js";

// src/adapters/llm/check-base-url.ts
function checkBaseUrl(baseUrl) {
  const refuse = (why) => new ReviewError(
    "bad-usage",
    `The model address "${withoutCredentials(baseUrl)}" cannot be used: ${why}.`,
    "Give an https address without user name and password (http is allowed to localhost only), for example https://api.anthropic.com."
  );
  let url;
  try {
    url = new URL(baseUrl);
  } catch {
    throw refuse("it is no absolute address");
  }
  if (url.username !== "" || url.password !== "") throw refuse("it holds credentials");
  if (url.search !== "" || url.hash !== "") throw refuse("it holds a query or a fragment");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw refuse("the key and the code would travel unencrypted");
  }
  return url.href.replace(/\/+$/, "");
}
function isLoopback(host) {
  return host === "localhost" || host === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
function withoutCredentials(address) {
  return address.slice(0, 200).replace(/\/\/[^/@]{0,200}@/, "//\u2026@");
}

// src/adapters/llm/explain-failure.ts
function explainFailure(thrown) {
  const plain = (kind2, reason, mayRetry2) => ({
    kind: kind2,
    reason,
    mayRetry: mayRetry2,
    wait: null,
    requestId: null
  });
  if (thrown instanceof APIUserAbortError) return plain("aborted", "the call was stopped", false);
  if (thrown instanceof APIConnectionTimeoutError)
    return plain("timed-out", "the server did not answer", true);
  if (thrown instanceof APIConnectionError)
    return plain("unreachable", "the server could not be reached", true);
  if (!(thrown instanceof APIError)) {
    return plain("protocol", "the answer is no stream of the Messages API", !(thrown instanceof RangeError));
  }
  const byType = thrown.status === void 0 ? statusOfType(thrown.type) : thrown.status;
  const { kind, words, mayRetry } = byStatus(byType);
  return {
    kind,
    reason: `${words} (${byType})`,
    mayRetry,
    wait: retryAfter(thrown.headers),
    requestId: thrown.requestID ?? null
  };
}
function byStatus(status) {
  if (status === 401)
    return { kind: "unauthorised", words: "the server does not accept the key", mayRetry: false };
  if (status === 402) return { kind: "unauthorised", words: "the account cannot pay", mayRetry: false };
  if (status === 403) {
    return { kind: "unauthorised", words: "the key may not use this model or server", mayRetry: false };
  }
  if (status === 404)
    return { kind: "bad-request", words: "the server does not know the model or address", mayRetry: false };
  if (status === 413)
    return { kind: "bad-request", words: "the request is too large for the server", mayRetry: false };
  if (status === 429) return { kind: "rate-limited", words: "the rate limit is reached", mayRetry: true };
  if (status === 529) return { kind: "overloaded", words: "the server is overloaded", mayRetry: true };
  if (status === 408) return { kind: "timed-out", words: "the server gave up waiting", mayRetry: true };
  if (status >= 500) return { kind: "overloaded", words: "the server failed", mayRetry: true };
  if (status >= 300 && status < 400) {
    return { kind: "protocol", words: "the server redirects, which is not followed", mayRetry: false };
  }
  return { kind: "bad-request", words: "the server refuses the request", mayRetry: false };
}
var STATUS_OF_TYPE = /* @__PURE__ */ new Map([
  ["invalid_request_error", 400],
  ["authentication_error", 401],
  ["permission_error", 403],
  ["not_found_error", 404],
  ["request_too_large", 413],
  ["rate_limit_error", 429],
  ["overloaded_error", 529]
]);
function statusOfType(type) {
  return STATUS_OF_TYPE.get(type ?? "") ?? 500;
}
function retryAfter(headers) {
  const exact = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1e3 : null;
}

// src/adapters/llm/read-stream.ts
var LONGEST = 1e7;
function nothingArrived() {
  return {
    text: "",
    stopReason: null,
    usage: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 },
    ended: false
  };
}
async function readStream(events, arrived, onFirstEvent) {
  const pieces = [];
  let length = 0;
  try {
    for await (const event of events) {
      if (event.type === "message_start") onFirstEvent();
      const piece = textOf(event);
      length += piece.length;
      if (length > LONGEST) throw new RangeError(`the answer is longer than ${LONGEST} characters`);
      if (piece !== "") pieces.push(piece);
      noteUsage(event, arrived);
      if (event.type === "message_stop") arrived.ended = true;
    }
  } finally {
    arrived.text = pieces.join("");
  }
}
function textOf(event) {
  if (event.type === "content_block_start" && event.content_block?.type === "text") {
    return asText(event.content_block.text);
  }
  if (event.type === "content_block_delta" && event.delta?.type === "text_delta")
    return asText(event.delta.text);
  return "";
}
function noteUsage(event, arrived) {
  if (event.type === "message_start") {
    const usage = event.message?.usage;
    arrived.usage = {
      input: count(usage?.input_tokens),
      cacheWritten: count(usage?.cache_creation_input_tokens),
      cacheRead: count(usage?.cache_read_input_tokens),
      output: count(usage?.output_tokens)
    };
  } else if (event.type === "message_delta") {
    const usage = event.usage;
    arrived.stopReason = event.delta?.stop_reason ?? arrived.stopReason;
    arrived.usage = {
      input: count(usage?.input_tokens) || arrived.usage.input,
      cacheWritten: count(usage?.cache_creation_input_tokens) || arrived.usage.cacheWritten,
      cacheRead: count(usage?.cache_read_input_tokens) || arrived.usage.cacheRead,
      output: count(usage?.output_tokens) || arrived.usage.output
    };
  }
}
function count(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
function asText(value) {
  return typeof value === "string" ? value : "";
}

// src/adapters/llm/to-wire.ts
var MOST_MARKS = 4;
function toWire(request, profile) {
  const marks = [...request.system, ...request.messages.flatMap((message2) => message2.content)].filter(
    (block2) => block2.cacheMark
  ).length;
  if (marks > MOST_MARKS)
    throw new RangeError(`a request has ${marks} cache marks; at most ${MOST_MARKS} work`);
  const block = ({ text, cacheMark }) => ({
    type: "text",
    text,
    ...cacheMark && profile === "anthropic" ? { cache_control: { type: "ephemeral" } } : {}
  });
  const message = ({ role, content }) => ({ role, content: content.map(block) });
  const body = {
    model: request.model,
    max_tokens: request.maxTokens,
    system: request.system.map(block),
    messages: request.messages.map(message),
    stream: true
  };
  if (profile === "compat") return body;
  const format = request.schema === null ? {} : { format: { type: "json_schema", schema: request.schema } };
  return { ...body, output_config: { effort: request.effort, ...format } };
}

// src/adapters/llm/make-model-client.ts
var MOST_TRIES = 3;
var FIRST_WAIT_MS = 500;
var LONGEST_WAIT_MS = 3e4;
var HEAD_TIMEOUT_MS = 12e4;
var SILENT = {
  error: () => void 0,
  warn: () => void 0,
  info: () => void 0,
  debug: () => void 0
};
function makeModelClient(options) {
  const { clock, profile } = options;
  const sdk = makeSdk(options);
  return {
    call: async (request, signal, onFirstEvent) => {
      const began = clock.steady();
      let usage = nothingArrived().usage;
      let requestId = null;
      let announced = false;
      const announce = () => {
        if (!announced) onFirstEvent?.();
        announced = true;
      };
      let brokenStreams = 0;
      for (let tries = 1; ; tries += 1) {
        const arrived = nothingArrived();
        const attempt = await tryOnce(sdk, request, profile, signal, arrived, announce);
        usage = add(usage, arrived.usage);
        requestId = attempt.requestId ?? requestId;
        const facts = { model: request.model, usage, requestId, tries };
        const facing = () => ({ ...facts, ms: Math.round(clock.steady() - began) });
        const failure = attempt.failure;
        if (failure === null) return { ...finish(arrived), ...facing() };
        if (attempt.midStream) brokenStreams += 1;
        const wait = waitBefore(tries, failure, options.random);
        const fits = wait <= LONGEST_WAIT_MS && clock.steady() + wait < (request.notAfter ?? Number.POSITIVE_INFINITY);
        const again = failure.mayRetry && tries < MOST_TRIES && brokenStreams < 2 && fits;
        if (!again || !await pause(wait, signal, clock)) {
          const kind = signal.aborted ? "aborted" : failure.kind;
          return { kind, reason: describe(failure, kind, tries, fits), text: arrived.text, ...facing() };
        }
      }
    }
  };
}
function makeSdk({ apiKey, baseUrl, fetch: given }) {
  const send = given ?? fetch;
  return new Anthropic({
    apiKey,
    baseURL: checkBaseUrl(baseUrl),
    maxRetries: 0,
    timeout: HEAD_TIMEOUT_MS,
    logger: SILENT,
    logLevel: "off",
    openTelemetry: false,
    // A redirect could carry key and code to another host (security requirement R16).
    fetch: (url, init) => send(url, { ...init, redirect: "manual" })
  });
}
async function tryOnce(sdk, request, profile, signal, arrived, announce) {
  let requestId = null;
  let midStream = false;
  try {
    const answer = await sdk.messages.create(toWire(request, profile), { signal }).withResponse();
    requestId = answer.request_id ?? null;
    const type = answer.response.headers.get("content-type") ?? "";
    if (!type.includes("text/event-stream")) {
      await answer.response.body?.cancel();
      return {
        failure: protocol("the server answered with something other than a stream", false),
        requestId,
        midStream
      };
    }
    midStream = true;
    await readStream(answer.data, arrived, announce);
    if (signal.aborted) return { failure: stopped(), requestId, midStream };
    if (!arrived.ended) return { failure: protocol("the answer broke off", true), requestId, midStream };
    return { failure: null, requestId, midStream };
  } catch (thrown) {
    if (signal.aborted) return { failure: stopped(), requestId, midStream };
    const failure = explainFailure(thrown);
    return { failure, requestId: requestId ?? failure.requestId, midStream };
  }
}
function protocol(reason, mayRetry) {
  return { kind: "protocol", reason, mayRetry, wait: null, requestId: null };
}
function stopped() {
  return { kind: "aborted", reason: "the call was stopped", mayRetry: false, wait: null, requestId: null };
}
function finish({ text, stopReason }) {
  if (stopReason === "max_tokens" || stopReason === "model_context_window_exceeded") {
    return { kind: "truncated", reason: `the answer was cut off (${stopReason})`, text };
  }
  if (stopReason === "refusal") {
    return { kind: "refused", reason: "the model declined to answer", text };
  }
  if (stopReason === "end_turn" || stopReason === "stop_sequence") {
    return { kind: "answer", text, stopReason };
  }
  return { kind: "protocol", reason: "the answer ended for a reason that is not known", text };
}
function waitBefore(tries, failure, random) {
  const jitter = Number.parseInt(random.hex(2), 16) / 65535;
  return failure.wait ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (1 + jitter / 4);
}
function pause(ms, signal, clock) {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const stop = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener("abort", stop);
      resolve(true);
    });
    signal.addEventListener("abort", stop, { once: true });
  });
}
function describe(failure, kind, tries, fits) {
  if (kind === "aborted" && failure.kind !== "aborted") return `stopped while waiting: ${failure.reason}`;
  const late = failure.mayRetry && !fits && tries < MOST_TRIES ? ", and asks to wait longer than there is time" : "";
  return `${failure.reason}${tries > 1 ? `, ${tries} tries` : ""}${late}`;
}
function add(a, b) {
  return {
    input: a.input + b.input,
    cacheWritten: a.cacheWritten + b.cacheWritten,
    cacheRead: a.cacheRead + b.cacheRead,
    output: a.output + b.output
  };
}
export {
  makeModelClient
};
