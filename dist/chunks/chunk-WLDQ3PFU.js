import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/entry/load-built-ins.ts
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

// src/entry/shipped-rules.ts
function joinRules(heads, readGroup) {
  const groups = /* @__PURE__ */ new Map();
  return heads.map((head) => {
    const group = () => {
      const name = groupOf(head);
      const known = groups.get(name) ?? readGroup(name);
      groups.set(name, known);
      return known;
    };
    return lazyRule(head, group);
  });
}
function groupOf({ languages }) {
  const families = new Set(languages.map((language) => FAMILIES.get(language) ?? language));
  const [first = "none"] = families;
  return families.size > 1 ? "several" : first;
}
var FAMILIES = /* @__PURE__ */ new Map([
  ["typescript", "javascript"],
  ["tsx", "javascript"],
  ["c", "cpp"]
]);
function ownOf(record, id, what) {
  const value = Object.hasOwn(record, id) ? record[id] : void 0;
  if (value === void 0) throw new RangeError(`there is no ${what} of the rule ${id}`);
  return value;
}
function lazyRule(head, group) {
  let known = null;
  let needed = null;
  const body = () => {
    if (known !== null) return known;
    const { utils, ...rest } = ownOf(group().bodies, head.id, "body");
    known = {
      ...rest,
      utils: mapValues(utils, (place) => valueAt(group().utils, place, "shared condition"))
    };
    return known;
  };
  return {
    ...head,
    get required() {
      needed ??= mapValues(
        ownOf(group().required, head.id, "required text"),
        (place) => valueAt(group().texts, place, "required text")
      );
      return needed;
    },
    get rule() {
      return body().rule;
    },
    get constraints() {
      return body().constraints;
    },
    get utils() {
      return body().utils;
    },
    get message() {
      return body().message;
    },
    get why() {
      return body().why;
    },
    get failureScenario() {
      return body().failureScenario;
    },
    get fix() {
      return body().fix;
    },
    get references() {
      return body().references;
    },
    get tests() {
      return body().tests;
    }
  };
}
function valueAt(list, place, what) {
  const value = list[place];
  if (value === void 0) throw new RangeError(`there is no ${what} ${place}`);
  return value;
}
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

// src/entry/load-built-ins.ts
function ruleGroupFile(name) {
  return `rules/${name}.json`;
}
async function loadBuiltIns(assets) {
  const { patterns, rules, ...others } = await readAsset(assets, "built-ins.json");
  const readGroup = (name) => {
    const file = ruleGroupFile(name);
    return orMissing(file, () => JSON.parse(readFileSync(new URL(file, assets), "utf8")));
  };
  return { builtIns: { ...others, rules: joinRules(rules, readGroup) }, patterns: new Map(patterns) };
}
async function readAsset(assets, name) {
  try {
    return JSON.parse(await readFile(new URL(name, assets), "utf8"));
  } catch (thrown) {
    throw missing(name, thrown);
  }
}
function orMissing(name, read) {
  try {
    return read();
  } catch (thrown) {
    throw missing(name, thrown);
  }
}
function missing(name, cause) {
  return new ReviewError(
    "asset-missing",
    `A part of the program is missing or damaged: ${name} (${messageOf(cause)}).`,
    "Restore the whole dist/ folder, for example by a fresh clone.",
    { cause }
  );
}

export {
  loadBuiltIns,
  readAsset
};
