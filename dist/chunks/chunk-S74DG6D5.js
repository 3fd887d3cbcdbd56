import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  systemClock,
  systemRandom
} from "./chunk-T5TJTLCH.js";
import {
  chooseModels,
  parsePrices
} from "./chunk-6DFPGIZ6.js";
import {
  DEFAULT_BASE_URL,
  checkBaseUrl
} from "./chunk-MGYMYPZR.js";
import {
  ReviewError
} from "./chunk-7PSS6GJZ.js";

// src/entry/open-models.ts
function checkModelOrder(order) {
  addressOf(order);
  pricesOf(order);
  return order;
}
async function openModels(order) {
  const { apiKey, profile } = order;
  const baseUrl = addressOf(order);
  const prices = pricesOf(order);
  const { makeModelClient } = await import("./make-model-client-GOGSLTCM.js");
  const client = makeModelClient({ apiKey, baseUrl, profile, clock: systemClock, random: systemRandom });
  return { client, profile, choices: chooseModels(order.models), prices, random: systemRandom };
}
function addressOf({ baseUrl }) {
  return checkBaseUrl(baseUrl.trim() === "" ? DEFAULT_BASE_URL : baseUrl.trim());
}
function pricesOf(order) {
  const { prices, problems } = parsePrices(order.prices);
  if (problems.length === 0) return prices;
  throw new ReviewError(
    "bad-usage",
    `The prices cannot be read: ${problems.join("; ")}.`,
    "Mend them, or leave them out to use the built-in table."
  );
}

export {
  checkModelOrder,
  openModels
};
