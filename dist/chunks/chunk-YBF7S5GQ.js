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
    const body = () => {
      const name = groupOf(head);
      const group = groups.get(name) ?? readGroup(name);
      groups.set(name, group);
      return bodyOf(head.id, group);
    };
    return lazyRule(head, body);
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
function bodyOf(id, group) {
  const body = Object.hasOwn(group.bodies, id) ? group.bodies[id] : void 0;
  if (body === void 0) throw new RangeError(`there is no body of the rule ${id}`);
  return { ...body, group };
}
function lazyRule(head, read) {
  let known = null;
  const body = () => {
    if (known !== null) return known;
    const { group, utils, ...rest } = read();
    known = { ...rest, utils: mapValues(utils, (place) => nodeAt(group, place)) };
    return known;
  };
  return {
    ...head,
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
function nodeAt({ utils }, place) {
  const node = utils[place];
  if (node === void 0) throw new RangeError(`there is no shared condition ${place}`);
  return node;
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
