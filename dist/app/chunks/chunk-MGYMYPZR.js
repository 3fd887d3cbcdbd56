import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";

// src/adapters/llm/check-base-url.ts
var DEFAULT_BASE_URL = "https://api.anthropic.com";
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

export {
  DEFAULT_BASE_URL,
  checkBaseUrl
};
