import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/plan/model-plan/choose-models.ts
var DEFAULT_MODELS = {
  fast: "claude-haiku-5-5",
  balanced: "claude-sonnet-5-5",
  strong: "claude-opus-5-5"
};
var EFFORTS = {
  fast: "low",
  balanced: "medium",
  strong: "medium"
};
var TIERS = ["fast", "balanced", "strong"];
var HAIKU_PROMPT_LIMIT = 95e3;
var PROMPT_LIMIT = 15e4;
function chooseModels(overrides = {}) {
  const idOf = (tier) => overrides[tier]?.trim() || DEFAULT_MODELS[tier];
  const choose = (tier) => {
    const model = idOf(tier);
    const sharing = TIERS.filter((other) => idOf(other) === model);
    const effort = sharing.some((other) => EFFORTS[other] === "medium") ? "medium" : EFFORTS[tier];
    return { model, effort, promptLimit: /haiku/i.test(model) ? HAIKU_PROMPT_LIMIT : PROMPT_LIMIT };
  };
  return { fast: choose("fast"), balanced: choose("balanced"), strong: choose("strong") };
}
function secondChoice(choices, tier, why) {
  const place = TIERS.indexOf(tier);
  const cheaper = TIERS.slice(0, place).reverse();
  const order = why === "refused" ? [...cheaper, ...TIERS.slice(place + 1)] : cheaper;
  const other = order.find((one) => choices[one].model !== choices[tier].model);
  return other === void 0 ? null : choices[other];
}

// src/plan/model-plan/prices.ts
var rates = (input, output, cacheWrite, cacheRead) => ({
  input,
  output,
  cacheWrite,
  cacheRead
});
var BUILT_IN_PRICES = /* @__PURE__ */ new Map([
  [
    "claude-haiku-5-5",
    {
      ...rates(0.1, 0.5, 0.125, 0.01),
      above: { promptTokens: 1e5, rates: rates(0.5, 2.5, 0.625, 0.05) }
    }
  ],
  ["claude-sonnet-5-5", rates(2, 10, 2.5, 0.1)],
  ["claude-opus-5-5", rates(4, 20, 5, 0.2)],
  ["claude-fable-5-2", rates(8, 40, 10, 0.8)],
  ["claude-fable-5-1", rates(10, 50, 12.5, 0.25)],
  ["claude-sonnet-5", rates(2, 10, 2.5, 0.2)],
  ["claude-opus-5", rates(5, 25, 6.25, 0.5)],
  ["claude-haiku-4-5", rates(1, 5, 1.25, 0.1)]
]);
function priceOf(prices, model) {
  return prices.get(model) ?? prices.get(model.replace(/-\d{8}$/, ""));
}
function costOf(prices, model, tokens) {
  const price = priceOf(prices, model);
  if (price === void 0) return null;
  const prompt = tokens.input + tokens.cacheWritten + tokens.cacheRead;
  const step = price.above;
  const rate = step !== void 0 && prompt > step.promptTokens ? step.rates : price;
  const millions = tokens.input * rate.input + tokens.cacheWritten * rate.cacheWrite + tokens.cacheRead * rate.cacheRead + tokens.output * rate.output;
  return millions / 1e6;
}
var ROW = /^([A-Za-z0-9][A-Za-z0-9._:/@-]{0,99})\s*=\s*([0-9.]{1,12})\/([0-9.]{1,12})(?:\/([0-9.]{1,12})\/([0-9.]{1,12}))?$/;
function parsePrices(text, table = BUILT_IN_PRICES) {
  const prices = new Map(table);
  const problems = [];
  for (const row of text.slice(0, 1e4).split(/[\n,]/)) {
    const trimmed = row.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const match = ROW.exec(trimmed);
    const [input, output] = [Number(match?.[2]), Number(match?.[3])];
    const write = match?.[4] === void 0 ? input * 1.25 : Number(match[4]);
    const read = match?.[5] === void 0 ? input * 0.1 : Number(match[5]);
    if (match?.[1] === void 0 || ![input, output, write, read].every(Number.isFinite)) {
      problems.push(
        `"${trimmed.slice(0, 80)}" is no price: write model=input/output or model=input/output/cache-write/cache-read, in dollars per million tokens`
      );
    } else prices.set(match[1], rates(input, output, write, read));
  }
  return { prices, problems };
}

export {
  chooseModels,
  secondChoice,
  priceOf,
  costOf,
  parsePrices
};
