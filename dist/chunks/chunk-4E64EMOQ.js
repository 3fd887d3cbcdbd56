import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  HunkReader,
  MAX_BLOB_BYTES,
  TOO_LARGE,
  decodeBlob,
  endOfLine,
  isHunkStart
} from "./chunk-K2XNTU3U.js";
import {
  LINE_KEY_LENGTH
} from "./chunk-3YK4MRSZ.js";
import {
  isUnsafePath
} from "./chunk-SERL3FRN.js";
import {
  makeLineMap
} from "./chunk-EL3RS52W.js";
import {
  digestOf
} from "./chunk-I4OGI3IL.js";
import {
  mapTexts
} from "./chunk-K3PMVC4S.js";
import {
  COMMENT_MARKER,
  findingLine,
  folded,
  renderMarkdown
} from "./chunk-O55GCNFZ.js";
import {
  groupFindings
} from "./chunk-WE4H6DUI.js";
import {
  certaintyOf,
  codeSpan,
  countsBySeverity,
  escapeMarkdown,
  escapeMarkdownCell,
  escapeMarkdownLine,
  factsOf,
  missingParts
} from "./chunk-FGVUCWIV.js";
import {
  cutLine,
  cutText,
  flattenText,
  formatCount,
  formatList,
  formatNumber,
  revealHiddenText
} from "./chunk-MITLGRRM.js";
import {
  failsGate
} from "./chunk-5QZR7NEG.js";
import {
  CATEGORIES,
  SEVERITIES
} from "./chunk-ZKMO4PZO.js";
import {
  ForgeError,
  ReviewError,
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/adapters/github/look-before-resend.ts
var MOST_SENDS = 3;
async function lookBeforeResend(send, look) {
  for (let sends = 1; ; sends += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ForgeError) || !error.maybeDone) throw error;
      const found = await look();
      if (found !== null) return found;
      if (sends >= MOST_SENDS) throw error;
    }
  }
}

// src/adapters/github/comment-store.ts
var MOST_PAGES = 100;
var PAGE = 100;
function makeCommentStore(client, repository, number2) {
  const issue = { ...repository, issue_number: number2 };
  const list2 = (signal) => listComments(client, repository, number2, 1, signal);
  return {
    list: list2,
    create: (body, authorId, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          ...issue,
          body,
          request: { signal }
        });
        return toComment(data);
      },
      async () => {
        const all = await list2(signal);
        return all.find((one) => one.authorId === authorId && isSameText(one.body, body)) ?? null;
      }
    ),
    update: async (id, body, signal) => {
      const { data } = await client.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        ...repository,
        comment_id: id,
        body,
        request: { signal }
      });
      return toComment(data);
    },
    remove: async (id, signal) => {
      try {
        await client.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
          ...repository,
          comment_id: id,
          request: { signal }
        });
        return true;
      } catch (error) {
        if (error instanceof ForgeError) return false;
        throw error;
      }
    }
  };
}
async function listComments(client, repository, number2, firstPage, signal) {
  const comments = [];
  for (let page = firstPage; page <= MOST_PAGES; page += 1) {
    const { data } = await client.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...repository,
      issue_number: number2,
      per_page: PAGE,
      page,
      request: { signal }
    });
    comments.push(...data.map(toComment));
    if (data.length < PAGE) break;
  }
  return comments;
}
function toComment({ id, user, body, html_url: url, ...times }) {
  return {
    id: Number(id),
    authorId: user === null ? null : Number(user.id),
    author: user?.login ?? "ghost",
    body: body ?? "",
    url,
    createdAt: times.created_at,
    edited: times.updated_at !== times.created_at
  };
}
function isSameText(left, right) {
  return left.replaceAll("\r\n", "\n").trim() === right.replaceAll("\r\n", "\n").trim();
}

// node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }
  if (typeof process === "object" && process.version !== void 0) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
  }
  return "<environment undetectable>";
}

// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
  if (typeof method !== "function") {
    throw new Error("method for before hook must be a function");
  }
  if (!options) {
    options = {};
  }
  if (Array.isArray(name)) {
    return name.reverse().reduce((callback, name2) => {
      return register.bind(null, state, name2, callback, options);
    }, method)();
  }
  return Promise.resolve().then(() => {
    if (!state.registry[name]) {
      return method(options);
    }
    return state.registry[name].reduce((method2, registered) => {
      return registered.hook.bind(null, method2, options);
    }, method)();
  });
}

// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook2) {
  const orig = hook2;
  if (!state.registry[name]) {
    state.registry[name] = [];
  }
  if (kind === "before") {
    hook2 = (method, options) => {
      return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
    };
  }
  if (kind === "after") {
    hook2 = (method, options) => {
      let result;
      return Promise.resolve().then(method.bind(null, options)).then((result_) => {
        result = result_;
        return orig(result, options);
      }).then(() => {
        return result;
      });
    };
  }
  if (kind === "error") {
    hook2 = (method, options) => {
      return Promise.resolve().then(method.bind(null, options)).catch((error) => {
        return orig(error, options);
      });
    };
  }
  state.registry[name].push({
    hook: hook2,
    orig
  });
}

// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
  if (!state.registry[name]) {
    return;
  }
  const index = state.registry[name].map((registered) => {
    return registered.orig;
  }).indexOf(method);
  if (index === -1) {
    return;
  }
  state.registry[name].splice(index, 1);
}

// node_modules/before-after-hook/index.js
var bind = Function.bind;
var bindable = bind.bind(bind);
function bindApi(hook2, state, name) {
  const removeHookRef = bindable(removeHook, null).apply(
    null,
    name ? [state, name] : [state]
  );
  hook2.api = { remove: removeHookRef };
  hook2.remove = removeHookRef;
  ["before", "error", "after", "wrap"].forEach((kind) => {
    const args = name ? [state, kind, name] : [state, kind];
    hook2[kind] = hook2.api[kind] = bindable(addHook, null).apply(null, args);
  });
}
function Singular() {
  const singularHookName = /* @__PURE__ */ Symbol("Singular");
  const singularHookState = {
    registry: {}
  };
  const singularHook = register.bind(null, singularHookState, singularHookName);
  bindApi(singularHook, singularHookState, singularHookName);
  return singularHook;
}
function Collection() {
  const state = {
    registry: {}
  };
  const hook2 = register.bind(null, state);
  bindApi(hook2, state);
  return hook2;
}
var before_after_hook_default = { Singular, Collection };

// node_modules/@octokit/endpoint/dist-bundle/index.js
var VERSION = "0.0.0-development";
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}
var endpoint = withDefaults(null, DEFAULTS);

// node_modules/content-type/dist/index.js
var SP = 32;
var HTAB = 9;
var SEMI = 59;
var EQ = 61;
var DQUOTE = 34;
var BSLASH = 92;
var COMMA = 44;
var LOWER_CASE = 1;
var OWS = 2;
var SEMI_FLAG = 4;
var COMMA_FLAG = 8;
var TOKEN_FLAG = 16;
var NON_ASCII = 65280;
var CASE_FLAGS = LOWER_CASE | NON_ASCII;
var CHAR_MAP = new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) {
  CHAR_MAP[code] |= LOWER_CASE;
}
for (const char of "!#$%&'*+-.^_`|~") {
  CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
}
for (let code = 48; code <= 57; code++) {
  CHAR_MAP[code] |= TOKEN_FLAG;
}
for (let code = 65; code <= 90; code++) {
  CHAR_MAP[code] |= LOWER_CASE | TOKEN_FLAG;
}
for (let code = 97; code <= 122; code++) {
  CHAR_MAP[code] |= TOKEN_FLAG;
}
var NullObject = /* @__PURE__ */ (() => {
  const C = function() {
  };
  C.prototype = /* @__PURE__ */ Object.create(null);
  return C;
})();
function parse2(header, options) {
  const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
  const len = header.length;
  let valueStart = options?.start ?? 0;
  while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) {
    valueStart++;
  }
  let index = valueStart;
  let typeFlags = 0;
  let whitespace = -1;
  let stop = options?.parameters === false ? COMMA_FLAG : 0;
  while (index < len) {
    const code = header.charCodeAt(index);
    const flags = CHAR_MAP[code];
    if ((flags & stopFlags) !== 0) {
      stop |= flags & COMMA_FLAG;
      break;
    }
    if ((flags & OWS) !== 0) {
      if (whitespace === -1)
        whitespace = index;
    } else {
      whitespace = -1;
    }
    typeFlags |= code & NON_ASCII | flags;
    index++;
  }
  const valueEnd = whitespace === -1 ? index : whitespace;
  const value = header.slice(valueStart, valueEnd);
  const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
  if (index === len || stop !== 0) {
    return { type, index, parameters: new NullObject() };
  }
  return parseParameters(header, type, index, len, stopFlags);
}
function parseParameters(header, type, index, len, stopFlags) {
  const parameters = new NullObject();
  parameter: while (index < len) {
    index++;
    while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
      index++;
    }
    const keyStart = index;
    let keyFlags = 0;
    let keyWhitespace = -1;
    while (index < len) {
      const code = header.charCodeAt(index);
      const flags = CHAR_MAP[code];
      if ((flags & stopFlags) !== 0) {
        if ((flags & COMMA_FLAG) !== 0)
          break parameter;
        continue parameter;
      }
      if (code === EQ) {
        const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
        const value = header.slice(keyStart, keyEnd);
        const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
        index++;
        while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
          index++;
        }
        if (index < len && header.charCodeAt(index) === DQUOTE) {
          const quotedStart = ++index;
          let escaped = false;
          while (index < len) {
            const code2 = header.charCodeAt(index);
            if (code2 === DQUOTE) {
              if (parameters[key] === void 0) {
                parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
              }
              index++;
              let stop2 = 0;
              while (index < len) {
                const code3 = header.charCodeAt(index);
                const flags2 = CHAR_MAP[code3];
                if ((flags2 & stopFlags) !== 0) {
                  stop2 = flags2 & COMMA_FLAG;
                  break;
                }
                index++;
              }
              if (stop2 !== 0)
                break parameter;
              continue parameter;
            }
            if (code2 === BSLASH && index + 1 < len) {
              escaped = true;
              index += 2;
              continue;
            }
            index++;
          }
          continue parameter;
        }
        const valueStart = index;
        let stop = 0;
        let valueWhitespace = -1;
        while (index < len) {
          const code2 = header.charCodeAt(index);
          const flags2 = CHAR_MAP[code2];
          if ((flags2 & stopFlags) !== 0) {
            stop = flags2 & COMMA_FLAG;
            break;
          }
          if ((flags2 & OWS) !== 0) {
            if (valueWhitespace === -1)
              valueWhitespace = index;
          } else {
            valueWhitespace = -1;
          }
          index++;
        }
        if (parameters[key] === void 0) {
          const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
          parameters[key] = header.slice(valueStart, valueEnd);
        }
        if (stop !== 0)
          break parameter;
        continue parameter;
      }
      if ((flags & OWS) !== 0) {
        if (keyWhitespace === -1)
          keyWhitespace = index;
      } else {
        keyWhitespace = -1;
      }
      keyFlags |= code & NON_ASCII | flags;
      index++;
    }
  }
  return { type, index, parameters };
}
function unescapeQuotedPairs(str, start, end) {
  let result = "";
  for (let index = start; index < end; index++) {
    if (str.charCodeAt(index) === BSLASH) {
      result += str.slice(start, index);
      start = ++index;
    }
  }
  return result + str.slice(start, end);
}

// node_modules/json-with-bigint/json-with-bigint.js
var intRegex = /^-?\d+$/;
var noiseValue = /^-?\d+n+$/;
var originalStringify = JSON.stringify;
var originalParse = JSON.parse;
var customFormat = /^-?\d+n$/;
var bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
var noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
var isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
var isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
var stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";
  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }
  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";
    if (hasToJSON) {
      val = val.toJSON(key);
    }
    const isNoise = typeof val === "string" && noiseValue.test(val);
    if (isNoise) return val + "n";
    const isBigInt = typeof val === "bigint";
    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;
      if (supportsRawJSON) return JSON.rawJSON(val.toString());
      return val.toString() + "n";
    }
    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }
    const isPostReplacerObject = val !== null && typeof val === "object";
    if (isPostReplacerObject) {
      const isPrimitiveWrapper = val instanceof Number || val instanceof String || val instanceof Boolean;
      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }
    return val;
  };
  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
  if (isUnstringifiable(rootProcessed)) {
    return void 0;
  }
  const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);
  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }
  const chunks = [];
  let level = 0;
  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true
    }
  ];
  const visited = new WeakSet([rootProcessed]);
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }
    let isDone = false;
    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");
        if (space) chunks.push("\n" + space.repeat(level));
        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);
        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject = childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);
          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }
            visited.add(childVal);
            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true
            });
            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];
        const isFilteredOutByArray = propertyList && !propertyList.has(k);
        if (isFilteredOutByArray) continue;
        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);
        if (isUnstringifiable(childVal)) continue;
        if (!node.first) chunks.push(",");
        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }
        const isComplexObject = childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);
        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }
          visited.add(childVal);
          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true
          });
          node.first = false;
          break;
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }
      const isNodeFullyProcessed = node.index >= node.keys.length && stack[stack.length - 1] === node;
      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }
    if (isDone) {
      level--;
      if (!node.first && space) chunks.push("\n" + space.repeat(level));
      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }
  return chunks.join("");
};
var JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;
    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());
          const hasFunctionReplacer = typeof replacer === "function";
          if (hasFunctionReplacer) return replacer(key, val);
          const isKeyInArrayReplacer = Array.isArray(replacer) && replacer.includes(key);
          if (isKeyInArrayReplacer) return val;
          return val;
        },
        space
      );
    }
    if (!value) return originalStringify(value, replacer, space);
    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);
        if (isNoise) return val.toString() + "n";
        if (typeof val === "bigint") return val.toString() + "n";
        const hasFunctionReplacer = typeof replacer === "function";
        if (hasFunctionReplacer) return replacer(key, val);
        const isKeyInArrayReplacer = Array.isArray(replacer) && replacer.includes(key);
        if (isKeyInArrayReplacer) return val;
        return val;
      },
      space
    );
    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3"
    );
    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3");
    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);
      if (convertedJSON === void 0) return void 0;
      const supportsRawJSON = "rawJSON" in JSON;
      if (supportsRawJSON) return convertedJSON;
      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");
      return processedJSON.replace(noiseStringify, "$1$2$3");
    }
    throw error;
  }
};
var featureCache = /* @__PURE__ */ new Map();
var isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();
  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }
  try {
    const result = JSON.parse(
      "1",
      (_, __, context) => !!context?.source && context.source === "1"
    );
    featureCache.set(parseFingerprint, result);
    return result;
  } catch {
    featureCache.set(parseFingerprint, false);
    return false;
  }
};
var convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
  const isCustomFormatBigInt = typeof value === "string" && customFormat.test(value);
  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));
  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);
  const hasUserReviver = typeof userReviver === "function";
  if (!hasUserReviver) return value;
  return userReviver(key, value, context);
};
var JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds = value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context && intRegex.test(context.source);
    const isBigInt = isBigNumber && isInt;
    if (isBigInt) return BigInt(context.source);
    const hasCustomReviver = typeof reviver === "function";
    if (!hasCustomReviver) return value;
    return reviver(key, value, context);
  });
};
var MAX_INT = Number.MAX_SAFE_INTEGER.toString();
var MAX_DIGITS = MAX_INT.length;
var stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
var noiseValueWithQuotes = /^"-?\d+n+"$/;
var applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (!node.visited) {
      node.visited = true;
      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";
      if (isComplexObject) {
        const keys = Object.keys(value);
        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];
      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);
        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);
          if (isNoise) value = value.slice(0, -1);
        }
      }
      const hasUserReviver = typeof userReviver === "function";
      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }
      const isDeleted = value === void 0;
      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }
      stack.pop();
    }
  }
  return rootHolder[""];
};
var serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);
      if (isNoise) return match.substring(0, match.length - 1) + 'n"';
      const hasFractionalOrExponential = fractional || exponential;
      const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
      const isStandardValue = isString || hasFractionalOrExponential || isLessThanMaxSafeInt;
      if (isStandardValue) return match;
      return '"' + match + 'n"';
    }
  );
};
var JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);
  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver);
    const serializedData = serializeBigInts(text);
    return originalParse(
      serializedData,
      (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver)
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);
      return applyReviverIteratively(parsed, reviver);
    }
    throw error;
  }
};

// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
};

// node_modules/@octokit/request/dist-bundle/index.js
var VERSION2 = "10.0.16";
var defaults_default = {
  headers: {
    "user-agent": `octokit-request.js/${VERSION2} ${getUserAgent()}`
  }
};
function isPlainObject2(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop = () => "";
async function fetchWrapper(requestOptions) {
  const fetch = requestOptions.request?.fetch || globalThis.fetch;
  if (!fetch) {
    throw new Error(
      "fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing"
    );
  }
  const log = requestOptions.request?.log || console;
  const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
  const body = isPlainObject2(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
  const requestHeaders = Object.fromEntries(
    Object.entries(requestOptions.headers).map(([name, value]) => [
      name,
      String(value)
    ])
  );
  let fetchResponse;
  try {
    fetchResponse = await fetch(requestOptions.url, {
      method: requestOptions.method,
      body,
      redirect: requestOptions.request?.redirect,
      headers: requestHeaders,
      signal: requestOptions.request?.signal,
      // duplex must be set if request.body is ReadableStream or Async Iterables.
      // See https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
      ...requestOptions.body && { duplex: "half" }
    });
  } catch (error) {
    let message = "Unknown Error";
    if (error instanceof Error) {
      if (error.name === "AbortError") {
        error.status = 500;
        throw error;
      }
      message = error.message;
      if (error.name === "TypeError" && "cause" in error) {
        if (error.cause instanceof Error) {
          message = error.cause.message;
        } else if (typeof error.cause === "string") {
          message = error.cause;
        }
      }
    }
    const requestError = new RequestError(message, 500, {
      request: requestOptions
    });
    requestError.cause = error;
    throw requestError;
  }
  const status = fetchResponse.status;
  const url = fetchResponse.url;
  const responseHeaders = {};
  for (const [key, value] of fetchResponse.headers) {
    responseHeaders[key] = value;
  }
  const octokitResponse = {
    url,
    status,
    headers: responseHeaders,
    data: ""
  };
  if ("deprecation" in responseHeaders) {
    const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
    const deprecationLink = matches && matches.pop();
    log.warn(
      `[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`
    );
  }
  if (status === 204 || status === 205) {
    return octokitResponse;
  }
  if (requestOptions.method === "HEAD") {
    if (status < 400) {
      return octokitResponse;
    }
    throw new RequestError(fetchResponse.statusText, status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status === 304) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError("Not modified", status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status >= 400) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError(toErrorMessage(octokitResponse.data), status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
  return octokitResponse;
}
async function getResponseData(response) {
  const contentType = response.headers.get("content-type");
  if (!contentType) {
    return response.text().catch(noop);
  }
  const mimetype = parse2(contentType);
  if (isJSONResponse(mimetype)) {
    let text = "";
    try {
      text = await response.text();
      return JSONParse(text);
    } catch (err) {
      return text;
    }
  } else if (mimetype.type.startsWith("text/") || // `application/octet-stream` is the canonical "arbitrary binary" type
  // (RFC 2046) and must never be decoded as text, even when the response
  // carries a (misleading) `charset=utf-8` parameter — see #751.
  mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") {
    return response.text().catch(noop);
  } else {
    return response.arrayBuffer().catch(
      /* v8 ignore next -- @preserve */
      () => new ArrayBuffer(0)
    );
  }
}
function isJSONResponse(mimetype) {
  return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
  if (typeof data === "string") {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return "Unknown error";
  }
  if (typeof data === "object" && data !== null && "message" in data) {
    const objectData = data;
    const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
    return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
  }
  return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults2(oldEndpoint, newDefaults) {
  const endpoint2 = oldEndpoint.defaults(newDefaults);
  const newApi = function(route, parameters) {
    const endpointOptions = endpoint2.merge(route, parameters);
    if (!endpointOptions.request || !endpointOptions.request.hook) {
      return fetchWrapper(endpoint2.parse(endpointOptions));
    }
    const request2 = (route2, parameters2) => {
      return fetchWrapper(
        endpoint2.parse(endpoint2.merge(route2, parameters2))
      );
    };
    Object.assign(request2, {
      endpoint: endpoint2,
      defaults: withDefaults2.bind(null, endpoint2)
    });
    return endpointOptions.request.hook(request2, endpointOptions);
  };
  return Object.assign(newApi, {
    endpoint: endpoint2,
    defaults: withDefaults2.bind(null, endpoint2)
  });
}
var request = withDefaults2(endpoint, defaults_default);

// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION3 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
  return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
  constructor(request2, headers, response) {
    super(_buildMessageForResponseErrors(response));
    this.request = request2;
    this.headers = headers;
    this.response = response;
    this.errors = response.errors;
    this.data = response.data;
    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, this.constructor);
    }
  }
  request;
  headers;
  response;
  name = "GraphqlResponseError";
  errors;
  data;
};
var NON_VARIABLE_OPTIONS = [
  "method",
  "baseUrl",
  "url",
  "headers",
  "request",
  "query",
  "mediaType",
  "operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = ["query", "method", "url"];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query2, options) {
  if (options) {
    if (typeof query2 === "string" && "query" in options) {
      return Promise.reject(
        new Error(`[@octokit/graphql] "query" cannot be used as variable name`)
      );
    }
    for (const key in options) {
      if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
      return Promise.reject(
        new Error(
          `[@octokit/graphql] "${key}" cannot be used as variable name`
        )
      );
    }
  }
  const parsedOptions = typeof query2 === "string" ? Object.assign({ query: query2 }, options) : query2;
  const requestOptions = Object.keys(
    parsedOptions
  ).reduce((result, key) => {
    if (NON_VARIABLE_OPTIONS.includes(key)) {
      result[key] = parsedOptions[key];
      return result;
    }
    if (!result.variables) {
      result.variables = {};
    }
    result.variables[key] = parsedOptions[key];
    return result;
  }, {});
  const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
  if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) {
    requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
  }
  return request2(requestOptions).then((response) => {
    if (response.data.errors) {
      const headers = {};
      for (const key of Object.keys(response.headers)) {
        headers[key] = response.headers[key];
      }
      throw new GraphqlResponseError(
        requestOptions,
        headers,
        response.data
      );
    }
    return response.data.data;
  });
}
function withDefaults3(request2, newDefaults) {
  const newRequest = request2.defaults(newDefaults);
  const newApi = (query2, options) => {
    return graphql(newRequest, query2, options);
  };
  return Object.assign(newApi, {
    defaults: withDefaults3.bind(null, newRequest),
    endpoint: newRequest.endpoint
  });
}
var graphql2 = withDefaults3(request, {
  headers: {
    "user-agent": `octokit-graphql.js/${VERSION3} ${getUserAgent()}`
  },
  method: "POST",
  url: "/graphql"
});
function withCustomRequest(customRequest) {
  return withDefaults3(customRequest, {
    method: "POST",
    url: "/graphql"
  });
}

// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
  const isApp = isJWT(token);
  const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
  const isUserToServer = token.startsWith("ghu_");
  const tokenType = isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth";
  return {
    type: "token",
    token,
    tokenType
  };
}
function withAuthorizationPrefix(token) {
  if (token.split(/\./).length === 3) {
    return `bearer ${token}`;
  }
  return `token ${token}`;
}
async function hook(token, request2, route, parameters) {
  const endpoint2 = request2.endpoint.merge(
    route,
    parameters
  );
  endpoint2.headers.authorization = withAuthorizationPrefix(token);
  return request2(endpoint2);
}
var createTokenAuth = function createTokenAuth2(token) {
  if (!token) {
    throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
  }
  if (typeof token !== "string") {
    throw new Error(
      "[@octokit/auth-token] Token passed to createTokenAuth is not a string"
    );
  }
  token = token.replace(/^(token|bearer) +/i, "");
  return Object.assign(auth.bind(null, token), {
    hook: hook.bind(null, token)
  });
};

// node_modules/@octokit/core/dist-src/version.js
var VERSION4 = "7.0.8";

// node_modules/@octokit/core/dist-src/index.js
var noop2 = () => {
};
var consoleWarn = console.warn.bind(console);
var consoleError = console.error.bind(console);
function createLogger(logger = {}) {
  if (typeof logger.debug !== "function") {
    logger.debug = noop2;
  }
  if (typeof logger.info !== "function") {
    logger.info = noop2;
  }
  if (typeof logger.warn !== "function") {
    logger.warn = consoleWarn;
  }
  if (typeof logger.error !== "function") {
    logger.error = consoleError;
  }
  return logger;
}
var userAgentTrail = `octokit-core.js/${VERSION4} ${getUserAgent()}`;
var Octokit = class {
  static VERSION = VERSION4;
  static defaults(defaults) {
    const OctokitWithDefaults = class extends this {
      constructor(...args) {
        const options = args[0] || {};
        if (typeof defaults === "function") {
          super(defaults(options));
          return;
        }
        super(
          Object.assign(
            {},
            defaults,
            options,
            options.userAgent && defaults.userAgent ? {
              userAgent: `${options.userAgent} ${defaults.userAgent}`
            } : null
          )
        );
      }
    };
    return OctokitWithDefaults;
  }
  static plugins = [];
  /**
   * Attach a plugin (or many) to your Octokit instance.
   *
   * @example
   * const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
   */
  static plugin(...newPlugins) {
    const currentPlugins = this.plugins;
    const NewOctokit = class extends this {
      static plugins = currentPlugins.concat(
        newPlugins.filter((plugin) => !currentPlugins.includes(plugin))
      );
    };
    return NewOctokit;
  }
  constructor(options = {}) {
    const hook2 = new before_after_hook_default.Collection();
    const requestDefaults = {
      baseUrl: request.endpoint.DEFAULTS.baseUrl,
      headers: {},
      request: Object.assign({}, options.request, {
        // @ts-ignore internal usage only, no need to type
        hook: hook2.bind(null, "request")
      }),
      mediaType: {
        previews: [],
        format: ""
      }
    };
    requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
    if (options.baseUrl) {
      requestDefaults.baseUrl = options.baseUrl;
    }
    if (options.previews) {
      requestDefaults.mediaType.previews = options.previews;
    }
    if (options.timeZone) {
      requestDefaults.headers["time-zone"] = options.timeZone;
    }
    this.request = request.defaults(requestDefaults);
    this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
    this.log = createLogger(options.log);
    this.hook = hook2;
    if (!options.authStrategy) {
      if (!options.auth) {
        this.auth = async () => ({
          type: "unauthenticated"
        });
      } else {
        const auth2 = createTokenAuth(options.auth);
        hook2.wrap("request", auth2.hook);
        this.auth = auth2;
      }
    } else {
      const { authStrategy, ...otherOptions } = options;
      const auth2 = authStrategy(
        Object.assign(
          {
            request: this.request,
            log: this.log,
            // we pass the current octokit instance as well as its constructor options
            // to allow for authentication strategies that return a new octokit instance
            // that shares the same internal state as the current one. The original
            // requirement for this was the "event-octokit" authentication strategy
            // of https://github.com/probot/octokit-auth-probot.
            octokit: this,
            octokitOptions: otherOptions
          },
          options.auth
        )
      );
      hook2.wrap("request", auth2.hook);
      this.auth = auth2;
    }
    const classConstructor = this.constructor;
    for (let i = 0; i < classConstructor.plugins.length; ++i) {
      Object.assign(this, classConstructor.plugins[i](this, options));
    }
  }
  // assigned during constructor
  request;
  graphql;
  log;
  hook;
  // TODO: type `octokit.auth` based on passed options.authStrategy
  auth;
};

// node_modules/@octokit/plugin-request-log/dist-src/version.js
var VERSION5 = "6.0.0";

// node_modules/@octokit/plugin-request-log/dist-src/index.js
function requestLog(octokit) {
  octokit.hook.wrap("request", (request2, options) => {
    octokit.log.debug("request", options);
    const start = Date.now();
    const requestOptions = octokit.request.endpoint.parse(options);
    const path = requestOptions.url.replace(options.baseUrl, "");
    return request2(options).then((response) => {
      const requestId = response.headers["x-github-request-id"];
      octokit.log.info(
        `${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`
      );
      return response;
    }).catch((error) => {
      const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
      octokit.log.error(
        `${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`
      );
      throw error;
    });
  });
}
requestLog.VERSION = VERSION5;

// node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var VERSION6 = "0.0.0-development";
function normalizePaginatedListResponse(response) {
  if (!response.data) {
    return {
      ...response,
      data: []
    };
  }
  const responseNeedsNormalization = ("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data);
  if (!responseNeedsNormalization) return response;
  const incompleteResults = response.data.incomplete_results;
  const repositorySelection = response.data.repository_selection;
  const totalCount = response.data.total_count;
  const totalCommits = response.data.total_commits;
  delete response.data.incomplete_results;
  delete response.data.repository_selection;
  delete response.data.total_count;
  delete response.data.total_commits;
  const namespaceKey = Object.keys(response.data)[0];
  const data = response.data[namespaceKey];
  response.data = data;
  if (typeof incompleteResults !== "undefined") {
    response.data.incomplete_results = incompleteResults;
  }
  if (typeof repositorySelection !== "undefined") {
    response.data.repository_selection = repositorySelection;
  }
  response.data.total_count = totalCount;
  response.data.total_commits = totalCommits;
  return response;
}
function iterator(octokit, route, parameters) {
  const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
  const requestMethod = typeof route === "function" ? route : octokit.request;
  const method = options.method;
  const headers = options.headers;
  let url = options.url;
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (!url) return { done: true };
        try {
          const response = await requestMethod({ method, url, headers });
          const normalizedResponse = normalizePaginatedListResponse(response);
          url = ((normalizedResponse.headers.link || "").match(
            /<([^<>]+)>;\s*rel="next"/
          ) || [])[1];
          if (!url && "total_commits" in normalizedResponse.data) {
            const parsedUrl = new URL(normalizedResponse.url);
            const params = parsedUrl.searchParams;
            const page = parseInt(params.get("page") || "1", 10);
            const per_page = parseInt(params.get("per_page") || "250", 10);
            if (page * per_page < normalizedResponse.data.total_commits) {
              params.set("page", String(page + 1));
              url = parsedUrl.toString();
            }
          }
          return { value: normalizedResponse };
        } catch (error) {
          if (error.status !== 409) throw error;
          url = "";
          return {
            value: {
              status: 200,
              headers: {},
              data: []
            }
          };
        }
      }
    })
  };
}
function paginate(octokit, route, parameters, mapFn) {
  if (typeof parameters === "function") {
    mapFn = parameters;
    parameters = void 0;
  }
  return gather(
    octokit,
    [],
    iterator(octokit, route, parameters)[Symbol.asyncIterator](),
    mapFn
  );
}
function gather(octokit, results, iterator2, mapFn) {
  return iterator2.next().then((result) => {
    if (result.done) {
      return results;
    }
    let earlyExit = false;
    function done() {
      earlyExit = true;
    }
    results = results.concat(
      mapFn ? mapFn(result.value, done) : result.value.data
    );
    if (earlyExit) {
      return results;
    }
    return gather(octokit, results, iterator2, mapFn);
  });
}
var composePaginateRest = Object.assign(paginate, {
  iterator
});
function paginateRest(octokit) {
  return {
    paginate: Object.assign(paginate.bind(null, octokit), {
      iterator: iterator.bind(null, octokit)
    })
  };
}
paginateRest.VERSION = VERSION6;

// left-out:1
var legacyRestEndpointMethods = () => ({});

// node_modules/@octokit/rest/dist-src/version.js
var VERSION7 = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
var Octokit2 = Octokit.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults(
  {
    userAgent: `octokit-rest.js/${VERSION7}`
  }
);

// src/adapters/github/retry-policy.ts
var MOST_TRIES = 4;
var FIRST_PAUSE_MS = 500;
var UNNAMED_LIMIT_MS = 6e4;
function waitBeforeRetry({ answer, tries, idempotent, now }) {
  if (tries >= MOST_TRIES) return null;
  const limited = limitWait(answer, tries, now);
  if (limited !== null) return limited;
  const broken = answer.status === null || [500, 502, 503, 504].includes(answer.status);
  return broken && idempotent ? FIRST_PAUSE_MS * 2 ** (tries - 1) : null;
}
function isLimit(answer) {
  return limitWait(answer, 1, 0) !== null;
}
function limitWait({ status, headers }, tries, now) {
  if (status !== 403 && status !== 429) return null;
  const after = secondsOf(headers["retry-after"]);
  if (after !== null) return after * 1e3;
  const reset = secondsOf(headers["x-ratelimit-reset"]);
  if (String(headers["x-ratelimit-remaining"]) === "0" && reset !== null)
    return Math.max(0, reset * 1e3 - now) + 1e3;
  return status === 429 ? UNNAMED_LIMIT_MS * 2 ** (tries - 1) : null;
}
function secondsOf(value) {
  if (value === void 0 || !/^\d{1,12}$/.test(String(value))) return null;
  return Number(value);
}

// src/adapters/github/as-forge-error.ts
var JOB_ADVICE = {
  unauthorised: "Check the input `github-token`: it may be expired.",
  forbidden: "Grant the job the permissions the README lists: contents: read, pull-requests: write, statuses: write."
};
function asForgeError(error, answer, what, advice = JOB_ADVICE) {
  const { status } = answer;
  const [code, why, remedy] = explain(answer, advice);
  const maybeDone = status === null || status >= 500;
  return new ForgeError(
    code,
    `GitHub ${why} (${what}, ${status === null ? "no answer" : `status ${status}`}).`,
    remedy,
    { status, maybeDone },
    { cause: error }
  );
}
function explain(answer, advice) {
  const { status } = answer;
  if (isLimit(answer))
    return [
      "forge-limited",
      "refused for its rate limit for longer than we wait",
      "Run the review again later, or with a token of its own."
    ];
  if (status === 401) return ["forge-forbidden", "did not accept the token", advice.unauthorised];
  if (status === 403) return ["forge-forbidden", "does not allow this token to do that", advice.forbidden];
  if (status === 404 || status === 410)
    return [
      "forge-not-found",
      "does not know this, or hides it from this token",
      "Check the repository, the number and what the token may read."
    ];
  if (status === null || status >= 500)
    return ["forge-unavailable", "could not be reached or failed", "Run the review again."];
  return ["forge-refused", "refused the request", "Report this with the log of a run in debug mode."];
}

// src/adapters/github/json-record.ts
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function recordOf(value) {
  return isRecord(value) ? value : {};
}

// src/adapters/github/read-rate-limit.ts
function readRateLimit(headers) {
  const resource = headers["x-ratelimit-resource"];
  const [remaining, limit, reset] = ["remaining", "limit", "reset"].map((name) => {
    const text = headers[`x-ratelimit-${name}`];
    return text !== void 0 && /^\d{1,12}$/.test(`${text}`) ? Number(text) : void 0;
  });
  if (typeof resource !== "string" || remaining === void 0 || limit === void 0 || reset === void 0)
    return null;
  return { resource, remaining, limit, resetsAt: reset * 1e3 };
}

// src/adapters/github/wait.ts
function wait(clock, ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener("abort", stop);
      resolve();
    });
    signal?.addEventListener("abort", stop, { once: true });
  });
}

// src/adapters/github/make-client.ts
var API_VERSION = "2022-11-28";
var DEFAULT_SPACING_MS = 1e3;
var DEFAULT_PATIENCE_MS = 9e4;
var DEFAULT_ANSWER_MS = 3e4;
function makeClient(options) {
  const { clock, log, token } = options;
  const client = new Octokit2({
    ...typeof token === "string" ? { auth: token } : {},
    baseUrl: options.apiUrl.replace(/\/+$/, ""),
    userAgent: "multi-agent-review",
    request: { ...options.fetch === void 0 ? {} : { fetch: options.fetch } },
    log: {
      // Octokit's debug line holds the whole request; only method, path and status are logged.
      debug: () => void 0,
      info: (message) => log.debug(message),
      warn: (message) => log.debug(message),
      error: (message) => log.debug(message)
    }
  });
  const pace = makePace(clock, options.writeSpacingMs ?? DEFAULT_SPACING_MS);
  client.hook.wrap("request", async (request2, given) => {
    const sent = describe(given);
    const patience = clock.steady() + (options.patienceMs ?? DEFAULT_PATIENCE_MS);
    given.headers["x-github-api-version"] = API_VERSION;
    for (let tries = 1; ; tries += 1) {
      if (sent.isWrite) await pace(sent.signal);
      if (typeof token === "function") given.headers.authorization = `bearer ${token()}`;
      const timer = new AbortController();
      const cancel = clock.after(options.answerMs ?? DEFAULT_ANSWER_MS, () => timer.abort());
      try {
        const response = await request2({
          ...given,
          request: { ...given.request, signal: withSignal(timer.signal, sent.signal) }
        });
        tellLimit(response.headers, options);
        return response;
      } catch (error) {
        sent.signal?.throwIfAborted();
        const answer = answerOf(error);
        tellLimit(answer.headers, options);
        const idempotent = !sent.once && (sent.method !== "POST" || isQuery(sent));
        const pause = waitBeforeRetry({ answer, tries, idempotent, now: clock.now() });
        if (pause === null || clock.steady() + pause > patience)
          throw asForgeError(error, answer, `${sent.method} ${sent.url}`, options.advice);
        log.debug("GitHub is asked again", { status: answer.status, pauseMs: pause, tries });
        await wait(clock, pause, sent.signal);
      } finally {
        cancel();
      }
    }
  });
  return client;
}
function describe(given) {
  const { method = "GET", url } = given;
  const { query: query2 } = recordOf(given.data);
  const isMutation = typeof query2 === "string" && query2.startsWith("mutation");
  const isWrite = method !== "GET" && (!isQuery({ url }) || isMutation);
  const { signal, once: once2 = false } = given.request ?? {};
  return { method, url, signal, isWrite, once: once2 };
}
function isQuery({ url }) {
  return url.endsWith("/graphql");
}
function withSignal(timer, signal) {
  return signal === void 0 ? timer : AbortSignal.any([timer, signal]);
}
function tellLimit(headers, { onRateLimit }) {
  const limit = onRateLimit === void 0 ? null : readRateLimit(headers);
  if (limit !== null) onRateLimit?.(limit);
}
function answerOf(error) {
  const response = typeof error === "object" && error !== null && "response" in error ? error.response : null;
  if (typeof response !== "object" || response === null || !("status" in response))
    return { status: null, headers: {} };
  const headers = /* @__PURE__ */ Object.create(null);
  if ("headers" in response && typeof response.headers === "object" && response.headers !== null) {
    for (const [name, value] of Object.entries(response.headers)) {
      if (typeof value === "string" || typeof value === "number") headers[name.toLowerCase()] = value;
    }
  }
  return { status: typeof response.status === "number" ? response.status : null, headers };
}
function makePace(clock, spacing) {
  let next = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const now = clock.steady();
    const start = Math.max(now, next);
    next = start + spacing;
    if (start > now) await wait(clock, start - now, signal);
  };
}

// src/adapters/github/permissions.ts
var ROLES = ["admin", "maintain", "write", "triage", "read", "none"];
function makePermissions(client, repository, log) {
  return {
    permissionOf: async (login, signal) => {
      if (!/^[\w.-]{1,100}(\[bot\])?$/.test(login)) return "none";
      try {
        const { data } = await client.request(
          "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
          { ...repository, username: login, request: { signal } }
        );
        return known(data.role_name) ?? known(data.permission) ?? "none";
      } catch (error) {
        signal.throwIfAborted();
        log.debug("the permission could not be read", { reason: messageOf(error) });
        return "none";
      }
    }
  };
}
function known(role) {
  return ROLES.find((one) => one === role) ?? null;
}
function makeReactions(client, repository, log) {
  return {
    react: async ({ commentId, commentKind }, reaction, signal) => {
      const where = { ...repository, comment_id: commentId, content: reaction, request: { signal } };
      try {
        const { data } = commentKind === "review" ? await client.request("POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions", where) : await client.request(
          "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
          where
        );
        return data.user === null ? null : Number(data.user.id);
      } catch (error) {
        signal.throwIfAborted();
        log.debug("the reaction could not be posted", { reason: messageOf(error) });
        return null;
      }
    }
  };
}

// src/diff/changed-lines.ts
var STEP_LIMIT = 2e7;
function changedLines(before, after, stepLimit = STEP_LIMIT) {
  const changed = { old: new Uint8Array(before.length), new: new Uint8Array(after.length) };
  const search = new MiddleSearch(before, after, stepLimit);
  const boxes = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }];
  for (let box = boxes.pop(); box !== void 0; box = boxes.pop()) {
    let { oldFrom, oldTo, newFrom, newTo } = box;
    while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) {
      oldFrom += 1;
      newFrom += 1;
    }
    while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) {
      oldTo -= 1;
      newTo -= 1;
    }
    const middle = oldFrom === oldTo || newFrom === newTo ? null : search.middle({ oldFrom, oldTo, newFrom, newTo });
    if (middle === null) {
      changed.old.fill(1, oldFrom, oldTo);
      changed.new.fill(1, newFrom, newTo);
    } else {
      boxes.push({ oldFrom, oldTo: middle.old, newFrom, newTo: middle.new });
      boxes.push({ oldFrom: middle.old, oldTo, newFrom: middle.new, newTo });
    }
  }
  return changed;
}
var MiddleSearch = class {
  #before;
  #after;
  #forward;
  #backward;
  #stepsLeft;
  constructor(before, after, stepLimit) {
    this.#before = before;
    this.#after = after;
    this.#forward = new Int32Array(before.length + after.length + 3);
    this.#backward = new Int32Array(before.length + after.length + 3);
    this.#stepsLeft = stepLimit;
  }
  /**
   * A point on a shortest edit of the box that is not one of its corners. Both sides of the box must be non-empty and
   * differ in their first and last elements. Null when the steps are used up, or nothing in the box is common.
   */
  middle(box) {
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    this.#forward.fill(-1, 0, width + height + 3);
    this.#backward.fill(-1, 0, width + height + 3);
    const half = width + height + 1 >> 1;
    for (let edits = 0; edits <= half; edits += 1) {
      const point = this.#advance(box, edits, false) ?? this.#advance(box, edits, true);
      if (point !== null) {
        const atStart = point.old === box.oldFrom && point.new === box.newFrom;
        const atEnd = point.old === box.oldTo && point.new === box.newTo;
        return atStart || atEnd ? null : point;
      }
      if (this.#stepsLeft <= 0) return null;
    }
    return null;
  }
  /**
   * Moves one direction's ends on by one edit, on every diagonal (old − new, counted from that direction's corner).
   * Returns the point where it meets the other direction's end on the same diagonal, or null.
   */
  #advance(box, edits, backward) {
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    const ends = backward ? this.#backward : this.#forward;
    const others = backward ? this.#forward : this.#backward;
    const origin = height + 1;
    const first = edits <= height ? -edits : -height + (edits - height & 1);
    const last = edits <= width ? edits : width - (edits - width & 1);
    for (let diagonal = first; diagonal <= last; diagonal += 2) {
      const start = edits === 0 ? 0 : reach(ends, origin + diagonal, diagonal, width, height);
      const end = start === -1 ? -1 : this.#slide(box, start, start - diagonal, backward);
      ends[origin + diagonal] = end;
      this.#stepsLeft -= 1 + end - start;
      if (end === -1) continue;
      const across = origin + (width - height) - diagonal;
      const other = across < 0 || across > width + height + 2 ? -1 : others[across] ?? -1;
      if (other !== -1 && end + other >= width) {
        return backward ? { old: box.oldTo - end, new: box.newTo - (end - diagonal) } : { old: box.oldFrom + end, new: box.newFrom + (end - diagonal) };
      }
    }
    return null;
  }
  /** Follows equal elements from a point (counted from the direction's corner); returns the old side's end. */
  #slide(box, oldStart, newStart, backward) {
    const before = this.#before;
    const after = this.#after;
    const width = box.oldTo - box.oldFrom;
    const height = box.newTo - box.newFrom;
    let x = oldStart;
    let y = newStart;
    if (backward) {
      while (x < width && y < height && before[box.oldTo - 1 - x] === after[box.newTo - 1 - y]) {
        x += 1;
        y += 1;
      }
    } else {
      while (x < width && y < height && before[box.oldFrom + x] === after[box.newFrom + y]) {
        x += 1;
        y += 1;
      }
    }
    return x;
  }
};
function reach(ends, at, diagonal, width, height) {
  const inserted = ends[at + 1] ?? -1;
  const deleted = ends[at - 1] ?? -1;
  const afterInsert = inserted === -1 || inserted - diagonal > height ? -1 : inserted;
  const afterDelete = deleted === -1 || deleted >= width ? -1 : deleted + 1;
  return Math.max(afterInsert, afterDelete);
}

// src/diff/make-hunks.ts
function makeHunks(before, after, context = 3) {
  if (before === after) return [];
  const old = splitLines(before);
  const current = splitLines(after);
  const changes = listChanges(compare(old, current));
  const groups = groupChanges(changes, Math.max(0, Math.floor(context)));
  return groups.map((group) => toHunk(group, old, current, Math.max(0, Math.floor(context))));
}
function splitLines(text) {
  if (text === "") return { lines: [], noNewline: false };
  const lines = text.split("\n");
  const noNewline = lines.at(-1) !== "";
  if (!noNewline) lines.pop();
  return { lines, noNewline };
}
function compare(old, current) {
  const numbers = /* @__PURE__ */ new Map();
  const oldNumbers = number(old, numbers);
  const known2 = numbers.size;
  const newNumbers = number(current, numbers);
  const inNew = new Uint8Array(numbers.size);
  for (const line of newNumbers) inNew[line] = 1;
  const keptOld = indexesWhere(oldNumbers, (line) => inNew[line] === 1);
  const keptNew = indexesWhere(newNumbers, (line) => line < known2);
  const changed = changedLines(
    keptOld.map((index) => oldNumbers[index] ?? -1),
    keptNew.map((index) => newNumbers[index] ?? -1)
  );
  return {
    old: spread(changed.old, keptOld, old.lines.length),
    new: spread(changed.new, keptNew, current.lines.length)
  };
}
function number({ lines, noNewline }, numbers) {
  const result = new Int32Array(lines.length);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const key = noNewline && index === lines.length - 1 ? `
${line}` : line;
    let value = numbers.get(key);
    if (value === void 0) {
      value = numbers.size;
      numbers.set(key, value);
    }
    result[index] = value;
  }
  return result;
}
function indexesWhere(values, keep) {
  const result = new Int32Array(values.length);
  let count2 = 0;
  for (let index = 0; index < values.length; index += 1) {
    if (keep(values[index] ?? -1)) {
      result[count2] = index;
      count2 += 1;
    }
  }
  return result.subarray(0, count2);
}
function spread(changed, kept, length) {
  const result = new Uint8Array(length).fill(1);
  for (let index = 0; index < kept.length; index += 1) result[kept[index] ?? 0] = changed[index] ?? 1;
  return result;
}
function listChanges(changed) {
  const changes = [];
  let oldAt = 0;
  let newAt = 0;
  while (oldAt < changed.old.length || newAt < changed.new.length) {
    const oldFrom = oldAt;
    const newFrom = newAt;
    while (changed.old[oldAt] === 1) oldAt += 1;
    while (changed.new[newAt] === 1) newAt += 1;
    if (oldAt > oldFrom || newAt > newFrom) changes.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt });
    else {
      oldAt += 1;
      newAt += 1;
    }
  }
  return changes;
}
function groupChanges(changes, context) {
  const groups = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== void 0 && last !== void 0 && change.oldFrom - last.oldTo <= 2 * context)
      group.push(change);
    else groups.push([change]);
  }
  return groups;
}
function toHunk(group, old, current, context) {
  const first = group[0] ?? { oldFrom: 0, oldTo: 0, newFrom: 0, newTo: 0 };
  const last = group.at(-1) ?? first;
  const lead = Math.min(context, first.oldFrom);
  const trail = Math.min(context, old.lines.length - last.oldTo);
  const oldTo = last.oldTo + trail;
  const newTo = last.newTo + trail;
  const lines = [];
  let oldAt = first.oldFrom - lead;
  let newAt = first.newFrom - lead;
  const keepUntil = (end) => {
    for (; oldAt < end; oldAt += 1, newAt += 1) {
      lines.push({ kind: "context", oldLine: oldAt + 1, newLine: newAt + 1, text: old.lines[oldAt] ?? "" });
    }
  };
  for (const change of group) {
    keepUntil(change.oldFrom);
    for (; oldAt < change.oldTo; oldAt += 1) {
      lines.push({ kind: "delete", oldLine: oldAt + 1, newLine: 0, text: old.lines[oldAt] ?? "" });
    }
    for (; newAt < change.newTo; newAt += 1) {
      lines.push({ kind: "add", oldLine: 0, newLine: newAt + 1, text: current.lines[newAt] ?? "" });
    }
  }
  keepUntil(oldTo);
  const oldFrom = first.oldFrom - lead;
  const newFrom = first.newFrom - lead;
  return {
    // As git writes it: an empty side is named by the line before it.
    oldStart: oldTo === oldFrom ? oldFrom : oldFrom + 1,
    oldCount: oldTo - oldFrom,
    newStart: newTo === newFrom ? newFrom : newFrom + 1,
    newCount: newTo - newFrom,
    section: "",
    lines,
    oldNoNewline: old.noNewline && oldTo === old.lines.length && oldTo > oldFrom,
    newNoNewline: current.noNewline && newTo === current.lines.length && newTo > newFrom
  };
}

// src/adapters/github/read-comment.ts
var ACTOR = "__typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } ... on Organization { databaseId }";
var COMMENT = `fullDatabaseId body url createdAt lastEditedAt author { ${ACTOR} }`;
function toComment2(value) {
  const { fullDatabaseId, body, url, createdAt, lastEditedAt, author } = recordOf(value);
  const id = typeof fullDatabaseId === "string" ? Number(fullDatabaseId) : fullDatabaseId;
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) return null;
  if (typeof body !== "string" || typeof url !== "string" || typeof createdAt !== "string") return null;
  if (lastEditedAt !== null && typeof lastEditedAt !== "string") return null;
  const { name, accountId } = toActor(author);
  return { id, authorId: accountId, author: name, body, url, createdAt, edited: lastEditedAt !== null };
}
function toActor(value) {
  const { __typename: type, login, databaseId } = recordOf(value);
  if (typeof login !== "string") return { name: "ghost", accountId: null };
  const isShortened = type === "Bot" && !login.endsWith("[bot]");
  return {
    name: isShortened ? `${login}[bot]` : login,
    accountId: typeof databaseId === "number" ? databaseId : null
  };
}

// src/adapters/github/query-threads.ts
var MOST_PAGES2 = 10;
var THREAD = `id isResolved path resolvedBy { login databaseId } opening: comments(first: 1) { nodes { reactions(content: THUMBS_DOWN, first: 20) { nodes { user { login } } } } } comments(first: 50) { totalCount nodes { ${COMMENT} } }`;
var THREADS = `pageInfo { hasNextPage endCursor } nodes { ${THREAD} }`;
function readThreads(connection) {
  const { pageInfo, nodes } = recordOf(connection);
  const { hasNextPage, endCursor } = recordOf(pageInfo);
  if (!Array.isArray(nodes) || typeof hasNextPage !== "boolean") return null;
  if (hasNextPage && typeof endCursor !== "string") return null;
  const read = nodes.map(toThread);
  const threads = read.filter((thread) => thread !== null);
  if (threads.length < read.length) return null;
  return { threads, next: hasNextPage && typeof endCursor === "string" ? endCursor : null };
}
async function allThreads({ client, graphqlUrl, repository }, number2, first, signal) {
  const threads = [];
  let page = first;
  for (let pages = 1; page !== null; pages += 1) {
    threads.push(...page.threads);
    if (page.next === null) return threads;
    if (pages >= MOST_PAGES2) return null;
    const { data } = await client.request({
      method: "POST",
      url: graphqlUrl,
      data: {
        query: `query ($owner: String!, $repo: String!, $number: Int!, $after: String!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) { ${THREADS} } } } }`,
        variables: { owner: repository.owner, repo: repository.repo, number: number2, after: page.next }
      },
      request: { signal }
    });
    const { pullRequest } = recordOf(recordOf(recordOf(data).data).repository);
    page = readThreads(recordOf(pullRequest).reviewThreads);
  }
  return null;
}
function toThread(value) {
  const { id, isResolved, path, resolvedBy, opening, comments } = recordOf(value);
  if (typeof id !== "string" || typeof isResolved !== "boolean" || typeof path !== "string") return null;
  const { totalCount, nodes } = recordOf(comments);
  if (typeof totalCount !== "number" || !Array.isArray(nodes)) return null;
  const read = nodes.map(toComment2);
  const known2 = read.filter((comment) => comment !== null);
  const thumbsDown = toThumbsDown(opening);
  if (known2.length < read.length || thumbsDown === null) return null;
  return {
    id,
    path,
    isResolved,
    resolvedBy: toResolver(resolvedBy),
    comments: known2,
    commentCount: totalCount,
    thumbsDown
  };
}
function toResolver(value) {
  const { login, databaseId } = recordOf(value);
  if (typeof login !== "string") return null;
  return { login, id: typeof databaseId === "number" ? databaseId : null };
}
function toThumbsDown(opening) {
  const { nodes } = recordOf(opening);
  if (!Array.isArray(nodes)) return null;
  const [first] = nodes;
  if (first === void 0) return [];
  const { nodes: reactions } = recordOf(recordOf(first).reactions);
  if (!Array.isArray(reactions)) return null;
  const logins = reactions.map((reaction) => recordOf(recordOf(reaction).user).login);
  return logins.filter((login) => typeof login === "string");
}

// src/adapters/github/status-board.ts
var MOST_PAGES3 = 10;
var PAGE2 = 100;
function makeStatusBoard(client, repository, context) {
  const newest = async (sha, signal) => {
    for (let page = 1; page <= MOST_PAGES3; page += 1) {
      const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
        ...repository,
        ref: sha,
        per_page: PAGE2,
        page,
        request: { signal }
      });
      const own = data.find((status) => status.context.toLowerCase() === context.toLowerCase());
      if (own !== void 0) return toStatus(own);
      if (data.length < PAGE2) return null;
    }
    return null;
  };
  const recent = async (sha, signal) => {
    const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
      ...repository,
      ref: sha,
      per_page: PAGE2,
      request: { signal }
    });
    return data.filter((status) => status.context.toLowerCase() === context.toLowerCase()).map(toStatus);
  };
  return {
    newest,
    recent,
    create: (sha, draft, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/statuses/{sha}", {
          ...repository,
          sha,
          context,
          state: draft.state,
          description: draft.description,
          ...draft.targetUrl === null ? {} : { target_url: draft.targetUrl },
          request: { signal }
        });
        return toStatus(data);
      },
      async () => {
        const status = await newest(sha, signal);
        return status !== null && isSame(status, draft) ? status : null;
      }
    )
  };
}
function toStatus(answer) {
  return {
    id: Number(answer.id),
    state: statusWord(answer.state),
    description: answer.description ?? "",
    targetUrl: answer.target_url,
    creatorId: answer.creator === null ? null : Number(answer.creator.id),
    creator: answer.creator?.login ?? "ghost",
    createdAt: answer.created_at
  };
}
function statusWord(word) {
  return word === "success" || word === "failure" || word === "pending" ? word : "error";
}
function isSame(status, draft) {
  return status.state === draft.state && status.description === draft.description && status.targetUrl === draft.targetUrl;
}

// src/adapters/github/query-conversation.ts
var STATUS = `state description targetUrl createdAt creator { ${ACTOR} }`;
function conversationPart({ number: number2, sha, context }) {
  return {
    declarations: "$number: Int!, $sha: GitObjectID!, $context: String!",
    selections: `pull: pullRequest(number: $number) { headRefOid state isDraft commits(last: 100) { nodes { commit { oid } } } comments(first: 100) { totalCount nodes { ${COMMENT} } } reviewThreads(first: 100) { ${THREADS} } } pinned: object(oid: $sha) { ... on Commit { status { context(name: $context) { ${STATUS} } } } }`,
    variables: { number: number2, sha, context }
  };
}
async function queryConversation(client, graphqlUrl, repository, place, signal) {
  const { declarations, selections, variables } = conversationPart(place);
  const { data } = await client.request({
    method: "POST",
    url: graphqlUrl,
    data: {
      query: `query ($owner: String!, $repo: String!, ${declarations}) { repository(owner: $owner, name: $repo) { ${selections} } }`,
      variables: { owner: repository.owner, repo: repository.repo, ...variables }
    },
    request: { signal }
  });
  return readConversation(recordOf(recordOf(data).data).repository);
}
function readConversation(repository) {
  const { pull, pinned } = recordOf(repository);
  const { headRefOid, state, isDraft, commits, comments, reviewThreads } = recordOf(pull);
  const { totalCount, nodes } = recordOf(comments);
  if (typeof headRefOid !== "string" || typeof state !== "string" || typeof isDraft !== "boolean")
    return null;
  if (typeof totalCount !== "number" || !Array.isArray(nodes)) return null;
  const read = nodes.map(toComment2);
  const known2 = read.filter((comment) => comment !== null);
  if (known2.length < read.length) return null;
  return {
    headSha: headRefOid,
    isOpen: state === "OPEN",
    draft: isDraft,
    newestStatus: toStatus2(recordOf(recordOf(pinned).status).context),
    commits: toCommits(commits),
    comments: known2,
    commentCount: totalCount,
    threads: readThreads(reviewThreads)
  };
}
function toStatus2(value) {
  if (!isRecord(value)) return null;
  const { state, description, targetUrl, createdAt, creator } = value;
  if (typeof state !== "string" || typeof createdAt !== "string") return null;
  const { name, accountId } = toActor(creator);
  return {
    state: statusWord(state.toLowerCase()),
    description: typeof description === "string" ? description : "",
    targetUrl: typeof targetUrl === "string" ? targetUrl : null,
    creatorId: accountId,
    creator: name,
    createdAt
  };
}
function toCommits(connection) {
  const { nodes } = recordOf(connection);
  if (!Array.isArray(nodes)) return null;
  const shas = nodes.map((node) => recordOf(recordOf(node).commit).oid);
  return shas.every((sha) => typeof sha === "string") ? shas : null;
}

// src/adapters/github/conversation.ts
function makeConversationReader(sources) {
  const { source, number: number2, context, pinnedHead } = sources;
  const { client, graphqlUrl, repository, log } = source;
  let isUnderstood = true;
  let ridden = null;
  let first = null;
  const place = async (signal) => ({
    number: number2,
    context,
    sha: await pinnedHead(signal)
  });
  const query2 = async (signal) => {
    if (!isUnderstood) return null;
    try {
      const asked = await place(signal);
      const answer = await queryConversation(client, graphqlUrl, repository, asked, signal);
      isUnderstood = answer !== null;
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      log.debug("the query of the conversation failed", { reason: messageOf(error) });
      return null;
    }
  };
  const complete2 = async (answer, signal) => {
    if (answer === null) return readByRest(sources, signal);
    const { commentCount, ...rest } = answer;
    const comments = await allComments(sources, answer, signal);
    return { ...rest, comments, threads: await threadsOf(sources, answer, signal) };
  };
  const now = async (signal) => complete2(await query2(signal), signal);
  const asFirst = async (signal) => {
    const answer = await ridden;
    return answer === null ? now(signal) : complete2(answer, signal);
  };
  return {
    now,
    first: (signal) => {
      first ??= asFirst(signal).catch((error) => {
        first = null;
        throw error;
      });
      return first;
    },
    takeRider: async (signal) => {
      const asked = await place(signal);
      if (ridden !== null || first !== null) return null;
      let arrive = () => void 0;
      ridden = new Promise((resolve) => {
        arrive = (answered) => {
          const answer = readConversation(answered);
          if (answered !== null) isUnderstood = answer !== null;
          resolve(answer);
        };
      });
      return { ...conversationPart(asked), arrive: (answered) => arrive(answered) };
    }
  };
}
async function allComments({ source: { client, repository }, number: number2 }, { comments, commentCount }, signal) {
  const byAge = (left, right) => left.id - right.id;
  if (comments.length === commentCount) return [...comments].sort(byAge);
  if (comments.length === PAGE) {
    const more = await listComments(client, repository, number2, 2, signal);
    const all = new Map([...comments, ...more].map((comment) => [comment.id, comment]));
    if (all.size >= commentCount) return [...all.values()].sort(byAge);
  }
  return listComments(client, repository, number2, 1, signal);
}
async function threadsOf({ source, number: number2 }, { threads }, signal) {
  try {
    return await allThreads(source, number2, threads, signal);
  } catch (error) {
    signal.throwIfAborted();
    source.log.debug("a query of review threads failed", { reason: messageOf(error) });
    return null;
  }
}
async function readByRest({ source: { client, repository }, number: number2, statuses, pinnedHead, refresh }, signal) {
  const sha = await pinnedHead(signal);
  const [state, newestStatus, comments] = await Promise.all([
    refresh(signal),
    statuses.newest(sha, signal),
    listComments(client, repository, number2, 1, signal)
  ]);
  const { headSha, draft } = state;
  return {
    headSha,
    isOpen: state.state === "open",
    draft,
    newestStatus,
    comments,
    threads: null,
    commits: null
  };
}

// src/adapters/github/derive-base-tree.ts
var MOST_COMPARED = 300;
function deriveBaseTree(head, { files, unreadable }) {
  if (head === null || unreadable.length > 0 || files.length >= MOST_COMPARED) return null;
  const base = new Map(head);
  for (const { path, status, problem } of files) {
    const entry = head.get(path);
    if (entry === void 0 || problem !== null && status !== "added") return null;
    if (status !== "added" && path.startsWith(".github/")) return null;
    if (status === "added") base.delete(path);
    else if (status === "modified" && entry.mode.startsWith("1") && entry.mode !== "160000")
      base.set(path, { mode: entry.mode, sha: "" });
    else return null;
  }
  return base;
}

// src/adapters/github/list-changes.ts
var MOST_COMPARED2 = 300;
var MOST_LISTED = 3e3;
var PAGE3 = 100;
async function listChanges2(client, repository, pull, head, refresh, signal) {
  const comparison = await unlessRefused(signal, () => compare2(client, repository, pull, head, signal));
  if (comparison instanceof ForgeError) {
    const count2 = pull.changedFiles;
    const path = count2 > 1 ? `(all ${count2} files)` : "(all files)";
    const entry = { path, reason: refusal(comparison), ...count2 > 1 ? { files: count2 } : {} };
    return { mergeBase: pull.baseSha, files: [], unreadable: [entry] };
  }
  const { mergeBase, files: compared } = comparison;
  const isPinned = pull.headSha === head;
  const isComplete = compared.length < MOST_COMPARED2 && (!isPinned || compared.length >= pull.changedFiles);
  if (isComplete) return { mergeBase, files: compared, unreadable: [] };
  if (!isPinned) {
    const reason = `the pull request moved on while more than ${MOST_COMPARED2} files were to be listed`;
    return { mergeBase, files: compared, unreadable: [{ path: "(further files)", reason }] };
  }
  const pages = await listPages(client, repository, pull.number, signal);
  const files = pages.files.length === 0 ? compared : pages.files;
  const unreadable = [];
  const after = await unlessRefused(signal, refresh);
  const now = after instanceof ForgeError ? null : after;
  if (now?.headSha !== head) {
    const moved = "the head moved while the files were listed";
    const unseen = "whether the head moved while the files were listed could not be read";
    unreadable.push({ path: "(all files)", reason: now === null ? unseen : moved });
  }
  const total = now?.headSha === head ? now.changedFiles : pull.changedFiles;
  if (files.length < total) {
    const left = total - files.length;
    const reason = `${whyPartial(files.length, total)}${pages.refused === null ? "" : `: ${refusal(pages.refused)}`}`;
    unreadable.push({ path: `(${left} further files)`, reason, files: left });
  } else if (pages.refused !== null) {
    unreadable.push({ path: "(further files)", reason: refusal(pages.refused) });
  }
  return { mergeBase, files, unreadable };
}
async function compare2(client, repository, { baseSha }, head, signal) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
    ...repository,
    basehead: `${baseSha}...${head}`,
    // One commit is enough: the files stand complete on the first page, the commits are not used.
    per_page: 1,
    page: 1,
    request: { signal }
  });
  return { mergeBase: data.merge_base_commit.sha, files: data.files ?? [] };
}
async function countLinesBetween(client, repository, from, to, signal) {
  const { mergeBase, files } = await compare2(client, repository, { baseSha: from }, to, signal);
  if (mergeBase !== from || files.length >= MOST_COMPARED2) return null;
  return files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
}
async function listPages(client, repository, number2, signal) {
  const files = /* @__PURE__ */ new Map();
  for (let page = 1; page <= MOST_LISTED / PAGE3; page += 1) {
    const answer = await unlessRefused(
      signal,
      () => client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
        ...repository,
        pull_number: number2,
        per_page: PAGE3,
        page,
        request: { signal }
      })
    );
    if (answer instanceof ForgeError) return { files: [...files.values()], refused: answer };
    for (const file of answer.data) files.set(file.filename, file);
    if (answer.data.length < PAGE3) break;
  }
  return { files: [...files.values()], refused: null };
}
async function unlessRefused(signal, ask) {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeError) return error;
    throw error;
  }
}
function whyPartial(listed, total) {
  return listed >= MOST_LISTED ? `GitHub lists at most 3,000 files of a pull request; this one changes ${total}` : `GitHub listed ${listed} of ${total} files`;
}
function refusal({ status, message, remedy }) {
  return status === 406 || status === 422 ? `GitHub would not list the change (status ${status}), as for one that is too large: split the pull request, or run the review again` : `${message} ${remedy}`;
}

// src/adapters/github/list-configuration.ts
async function listConfiguration({ client, repository }, sha, paths, signal) {
  const files = [];
  for (const path of paths) {
    try {
      const { data } = await client.request("GET /repos/{owner}/{repo}/contents/{path}", {
        ...repository,
        path,
        ref: sha,
        request: { signal }
      });
      for (const entry of Array.isArray(data) ? data : [data])
        if (entry.type === "file") files.push(entry.path);
    } catch (error) {
      if (!(error instanceof ForgeError) || error.status !== 404) throw error;
    }
  }
  return files;
}

// src/adapters/github/decode-content.ts
function decodeContent(base64) {
  return decodeBlob(Buffer.from(base64, "base64"));
}

// src/adapters/github/query-blobs.ts
var BATCH = 250;
var FIELDS = "... on Blob { oid byteSize isBinary isTruncated text }";
async function queryBlobs(source, expressions, rider, signal) {
  const answers = [];
  for (let start = 0; start < expressions.length; start += BATCH) {
    const batch = expressions.slice(start, start + BATCH);
    answers.push(...await queryOrHalve(source, batch, start === 0 ? rider : null, signal));
  }
  return answers;
}
async function queryOrHalve(source, batch, rider, signal) {
  try {
    return await query(source, batch, rider, signal);
  } catch (error) {
    signal.throwIfAborted();
    source.log.debug("a query of contents failed", { files: batch.length, reason: messageOf(error) });
    if (rider !== null && !isRefused(error)) return queryOrHalve(source, batch, null, signal);
    if (batch.length <= 25) return batch.map(() => void 0);
    const middle = Math.ceil(batch.length / 2);
    const halves = [batch.slice(0, middle), batch.slice(middle)];
    const answers = [];
    for (const half of halves) answers.push(...await queryOrHalve(source, half, null, signal));
    return answers;
  }
}
function isRefused(error) {
  return error instanceof ForgeError && error.status !== null && error.status < 500;
}
async function query({ client, graphqlUrl, repository }, batch, rider, signal) {
  const variables = { owner: repository.owner, repo: repository.repo };
  batch.forEach((expression, index) => {
    variables[`e${index}`] = expression;
  });
  const names = batch.map((_, index) => `$e${index}: String!`).join(", ");
  const objects = batch.map((_, index) => `f${index}: object(expression: $e${index}) { ${FIELDS} }`);
  const declared = rider === null ? names : `${names}, ${rider.declarations}`;
  const selected = [...objects, ...rider === null ? [] : [rider.selections]].join(" ");
  let answered = null;
  try {
    const { data } = await client.request({
      method: "POST",
      url: graphqlUrl,
      data: {
        query: `query ($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${selected} } }`,
        variables: { ...variables, ...rider?.variables }
      },
      request: { signal }
    });
    answered = data;
  } finally {
    rider?.arrive(answered === null ? null : repositoryOf(answered));
  }
  const found = repositoryOf(answered);
  if (rider !== null && !isRecord(found)) throw new Error("the query was not understood");
  return blobsOf(recordOf(found), failedNames(answered), batch);
}
function repositoryOf(answer) {
  return recordOf(recordOf(answer).data).repository;
}
function blobsOf(found, failed, batch) {
  return batch.map((_, index) => {
    const name = `f${index}`;
    return failed.has(name) ? void 0 : blobOf(found[name]);
  });
}
function failedNames(data) {
  const errors = recordOf(data).errors;
  const names = /* @__PURE__ */ new Set();
  for (const error of Array.isArray(errors) ? errors : []) {
    const path = recordOf(error).path;
    for (const part of Array.isArray(path) ? path : []) if (typeof part === "string") names.add(part);
  }
  return names;
}
function blobOf(value) {
  if (value === null) return null;
  const { oid, byteSize, isBinary, isTruncated, text } = recordOf(value);
  if (typeof oid !== "string" || typeof byteSize !== "number") return void 0;
  return {
    oid,
    byteSize,
    isBinary: typeof isBinary === "boolean" ? isBinary : null,
    isTruncated: isTruncated === true,
    text: typeof text === "string" ? text : null
  };
}

// src/adapters/github/read-blobs.ts
var SYMLINK_MODE = "120000";
var SUBMODULE_MODE = "160000";
var MISSING = { kind: "missing" };
var AT_ONCE = 8;
async function readBlobs(reader, requests, signal) {
  const known2 = requests.map(blobWithoutReading);
  const asked = requests.filter((_, index) => known2[index] === null);
  if (asked.length === 0) return known2.map((blob) => blob ?? MISSING);
  const expressions = asked.map(({ sha, path }) => `${sha}:${path}`);
  const rider = await reader.takeRider?.(signal) ?? null;
  const found = await queryBlobs(reader, expressions, rider, signal);
  const read = [];
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const some = asked.slice(start, start + AT_ONCE);
    const blobs = some.map((request2, index) => complete(reader, request2, found[start + index], signal));
    read.push(...await Promise.all(blobs));
  }
  let next = 0;
  return known2.map((blob) => blob ?? read[next++] ?? MISSING);
}
function blobWithoutReading({ path, tree }) {
  if (isUnsafePath(path)) return { kind: "unreadable", reason: "the path is unsafe; it was not opened" };
  if (tree === null) return null;
  const entry = tree.get(path);
  if (entry === void 0) return MISSING;
  return entry.mode === SUBMODULE_MODE ? { kind: "submodule", commit: entry.sha } : null;
}
async function complete(reader, request2, found, signal) {
  const blob = await contentOf(reader, request2, found, signal);
  const isLink = request2.tree?.get(request2.path)?.mode === SYMLINK_MODE;
  return isLink && blob.kind === "text" ? { kind: "symlink", target: blob.text } : blob;
}
async function contentOf(reader, { sha, path, tree }, found, signal) {
  if (found === null) return MISSING;
  if (found !== void 0) {
    const blob = blobOfQuery(found);
    if (blob !== null) return blob;
  }
  try {
    const oid = found?.oid ?? tree?.get(path)?.sha ?? "";
    return oid === "" ? await readContents(reader, sha, path, signal) : await readObject(reader, oid, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeError && error.status === 404) return MISSING;
    return { kind: "unreadable", reason: messageOf(error) };
  }
}
function blobOfQuery(found) {
  if (found.isBinary === true) return { kind: "binary" };
  if (found.byteSize > MAX_BLOB_BYTES) return TOO_LARGE;
  if (found.isTruncated || found.text === null) return null;
  return { kind: "text", text: found.text, undecodable: found.text.includes("\uFFFD") };
}
async function readObject(reader, oid, signal) {
  const { data } = await reader.client.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
    ...reader.repository,
    file_sha: oid,
    request: { signal }
  });
  return (data.size ?? 0) > MAX_BLOB_BYTES ? TOO_LARGE : decodeContent(data.content);
}
async function readContents(reader, sha, path, signal) {
  const { data } = await reader.client.request("GET /repos/{owner}/{repo}/contents/{path}", {
    ...reader.repository,
    path,
    ref: sha,
    request: { signal }
  });
  if (Array.isArray(data)) return MISSING;
  if (data.type === "symlink")
    return { kind: "symlink", target: "target" in data ? String(data.target) : "" };
  if (data.type === "submodule") return { kind: "submodule", commit: data.sha };
  if (data.size > MAX_BLOB_BYTES) return TOO_LARGE;
  if (!("encoding" in data) || data.encoding !== "base64" || data.content === "" && data.size > 0)
    return readObject(reader, data.sha, signal);
  return decodeContent(data.content);
}

// src/adapters/github/read-state.ts
async function readState(client, repository, number2, signal) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    ...repository,
    pull_number: number2,
    request: { signal }
  });
  const headRepository = data.head.repo ?? null;
  return {
    number: data.number,
    title: data.title,
    description: data.body ?? "",
    headSha: data.head.sha,
    headLabel: data.head.ref,
    baseSha: data.base.sha,
    baseLabel: data.base.ref,
    state: data.state === "closed" ? "closed" : "open",
    draft: data.draft ?? false,
    locked: data.locked,
    isFork: headRepository === null || Number(headRepository.id) !== Number(data.base.repo.id),
    headDeleted: headRepository === null,
    author: data.user?.login ?? "ghost",
    labels: data.labels.map((label) => label.name),
    changedFiles: data.changed_files,
    repositoryId: Number(data.base.repo.id),
    url: data.html_url
  };
}

// src/adapters/github/read-tree.ts
async function readTree(client, repository, sha, signal) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
    ...repository,
    tree_sha: sha,
    recursive: "1",
    request: { signal }
  });
  if (data.truncated) return null;
  const tree = /* @__PURE__ */ new Map();
  for (const { path, mode, sha: object, type } of data.tree) {
    if (type !== "tree") tree.set(path, { mode, sha: object });
  }
  return tree;
}

// src/adapters/github/share-queries.ts
function shareQueries(reader) {
  let waiting = [];
  const flush = async (all, signal) => {
    const requests = all.flatMap((one) => one.requests);
    try {
      const blobs = await readBlobs(reader, requests, signal);
      let start = 0;
      for (const one of all) {
        one.resolve(blobs.slice(start, start + one.requests.length));
        start += one.requests.length;
      }
    } catch (error) {
      for (const one of all) one.reject(error);
    }
  };
  return (requests, signal) => new Promise((resolve, reject) => {
    waiting.push({ requests, signal, resolve, reject });
    if (waiting.length > 1) return;
    setImmediate(() => {
      const all = waiting;
      waiting = [];
      void flush(all, signal);
    });
  });
}

// src/diff/parse-hunks.ts
function parseHunks(patch) {
  const reader = new HunkReader(patch, 0);
  reader.readRun();
  while (!reader.atEnd) {
    reader.note(`text that belongs to no hunk: ${reader.preview()}`);
    if (!seekHunk(patch, reader)) break;
    reader.readRun();
  }
  return { hunks: reader.hunks, problem: reader.problem };
}
function seekHunk(patch, reader) {
  while (!reader.atEnd) {
    reader.position = endOfLine(patch, reader.position) + 1;
    if (isHunkStart(patch, reader.position)) return true;
  }
  return false;
}

// src/adapters/github/to-file-change.ts
var STATUSES = /* @__PURE__ */ new Map([
  ["added", "added"],
  ["removed", "removed"],
  ["modified", "modified"],
  ["renamed", "renamed"],
  ["copied", "copied"],
  ["changed", "type-changed"],
  ["unchanged", "modified"]
]);
function toFileChange(file) {
  const status = STATUSES.get(file.status) ?? "modified";
  const isMoved = status === "renamed" || status === "copied";
  const change = {
    path: file.filename,
    oldPath: status === "added" ? null : isMoved ? file.previous_filename ?? file.filename : file.filename,
    status,
    similarity: null,
    oldMode: null,
    newMode: null,
    binary: false,
    hunks: [],
    added: file.additions,
    deleted: file.deletions,
    problem: STATUSES.has(file.status) ? null : `GitHub calls its status "${file.status.slice(0, 40)}"`
  };
  const isSilentMove = isMoved && file.additions + file.deletions === 0;
  if (file.patch === void 0 || file.patch === "") return { change, needsContents: !isSilentMove };
  const { hunks, problem } = parseHunks(file.patch);
  if (problem === null && agrees(hunks, file)) return { change: { ...change, hunks }, needsContents: false };
  return {
    change: { ...change, problem: problem ?? "the patch does not hold all changed lines" },
    needsContents: true
  };
}
function agrees(hunks, file) {
  const counts = countLines(hunks);
  return counts.added === file.additions && counts.deleted === file.deletions;
}
function countLines(hunks) {
  let added = 0;
  let deleted = 0;
  for (const hunk of hunks) {
    for (const line of hunk.lines) {
      if (line.kind === "add") added += 1;
      else if (line.kind === "delete") deleted += 1;
    }
  }
  return { added, deleted };
}

// src/adapters/github/pull-request-reader.ts
var MOST_COMPARED_CHARACTERS = 5 * 1024 * 1024;
function makePullRequestReader(sources, number2, headSha, known2 = null) {
  const { client, repository, statusContext: context, statuses } = sources;
  const refresh = (signal) => readState(client, repository, number2, signal);
  const pinnedHead = async (signal) => headSha ?? (await state(signal)).headSha;
  const conversation = makeConversationReader({
    source: sources,
    number: number2,
    context,
    statuses,
    pinnedHead,
    refresh
  });
  const reader = { ...sources, takeRider: conversation.takeRider };
  const readShared = shareQueries(reader);
  const state = once((signal) => known2 === null ? refresh(signal) : Promise.resolve(known2));
  const pin = once((signal) => pinChange(reader, state, pinnedHead, refresh, signal));
  const headTree = once(async (signal) => readTree(client, repository, await pinnedHead(signal), signal));
  const baseTree = once(async (signal) => {
    const [{ set, mergeBase }, atHead] = await Promise.all([
      pin(signal),
      treeOrNull(headTree, reader, signal)
    ]);
    return deriveBaseTree(atHead, set) ?? readTree(client, repository, mergeBase, signal);
  });
  const read = async (side, paths, signal) => {
    if (paths.length === 0) return /* @__PURE__ */ new Map();
    const pinned = await pin(signal);
    const [atHead, atBase] = await Promise.all([
      treeOrNull(headTree, reader, signal),
      treeOrNull(baseTree, reader, signal)
    ]);
    const tree = side === "head" ? atHead : atBase;
    const requests = paths.map((path) => ({ sha: pinned[side], path, tree }));
    const blobs = await readShared(requests, signal);
    return new Map(paths.map((path, index) => [path, blobs[index] ?? { kind: "missing" }]));
  };
  const configurationAt = async (paths, signal) => {
    const tree = await baseTree(signal);
    const files = tree === null ? await listConfiguration(reader, (await pin(signal)).mergeBase, paths, signal) : filesBelow(tree, paths);
    const texts = /* @__PURE__ */ new Map();
    for (const [path, blob] of await read("mergeBase", files, signal))
      if (blob.kind === "text") texts.set(path, blob.text);
    return texts;
  };
  const configurations = /* @__PURE__ */ new Map();
  return {
    state,
    refresh,
    pinnedHead,
    conversation: conversation.first,
    now: conversation.now,
    linesSince: async (sha, signal) => countLinesBetween(client, repository, sha, await pinnedHead(signal), signal),
    changes: async (signal) => (await pin(signal)).set,
    readHead: (paths, signal) => read("head", paths, signal),
    readBase: (paths, signal) => read("mergeBase", paths, signal),
    listHead: async (signal) => {
      const tree = await headTree(signal);
      return tree === null ? null : [...tree.keys()];
    },
    readConfiguration: (paths, signal) => {
      const key = paths.join("\n");
      const kept = configurations.get(key) ?? once((inner) => configurationAt(paths, inner));
      configurations.set(key, kept);
      return kept(signal);
    }
  };
}
async function pinChange(reader, state, pinnedHead, refresh, signal) {
  const { client, repository } = reader;
  const pull = await state(signal);
  const head = await pinnedHead(signal);
  const listed = await listChanges2(client, repository, pull, head, () => refresh(signal), signal);
  const files = listed.files.map(toFileChange);
  const completed = await completeFiles(reader, files, head, listed.mergeBase, signal);
  return {
    head,
    mergeBase: listed.mergeBase,
    set: {
      repository: `${repository.owner}/${repository.repo}`,
      head: { sha: head, label: pull.headLabel },
      base: { sha: listed.mergeBase, label: pull.baseLabel },
      subject: { title: pull.title, description: pull.description },
      files: completed,
      unreadable: listed.unreadable
    }
  };
}
async function completeFiles(reader, files, head, mergeBase, signal) {
  const open = files.filter((file) => file.needsContents).map((file) => file.change);
  const requests = open.flatMap((change) => [
    { sha: mergeBase, path: change.oldPath ?? change.path, tree: null },
    { sha: head, path: change.path, tree: null }
  ]);
  const blobs = await readBlobs(reader, requests, signal);
  const made = new Map(
    open.map((change, index) => [
      change,
      withHunks(change, blobs[index * 2] ?? { kind: "missing" }, blobs[index * 2 + 1] ?? { kind: "missing" })
    ])
  );
  return files.map(({ change }) => made.get(change) ?? change);
}
function withHunks(change, before, after) {
  const base = change.oldPath === null ? { kind: "missing" } : before;
  const head = change.status === "removed" ? { kind: "missing" } : after;
  if (base.kind === "binary" || head.kind === "binary") return { ...change, binary: true, problem: null };
  const old = textOf(base, change.oldPath === null);
  const current = textOf(head, change.status === "removed");
  if (old === null || current === null) {
    if (change.added + change.deleted === 0 && base.kind !== "unreadable" && head.kind !== "unreadable")
      return change;
    const blob = old === null ? base : head;
    const why = blob.kind === "unreadable" ? blob.reason : `its content is ${blob.kind}`;
    return { ...change, problem: `GitHub gives no patch for it and it could not be compared: ${why}` };
  }
  if (old.length + current.length > MOST_COMPARED_CHARACTERS)
    return { ...change, problem: "GitHub gives no patch for it and it is too large to compare" };
  const hunks = makeHunks(old, current);
  return { ...change, hunks, ...countLines(hunks), problem: null };
}
function textOf(blob, isAbsent) {
  if (isAbsent) return "";
  if (blob.kind === "symlink") return blob.target;
  return blob.kind === "text" ? blob.text : null;
}
function filesBelow(tree, paths) {
  return [...tree].filter(([path, { mode }]) => mode.startsWith("100") && isBelow(path, paths)).map(([path]) => path).slice(0, 500);
}
function isBelow(path, roots) {
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}
async function treeOrNull(tree, { log }, signal) {
  try {
    return await tree(signal);
  } catch (error) {
    signal.throwIfAborted();
    log.debug("the tree could not be read", { reason: error instanceof Error ? error.message : "" });
    return null;
  }
}
function once(ask) {
  let answer = null;
  return (signal) => {
    answer ??= ask(signal).catch((error) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}

// src/adapters/github/review-poster.ts
var MOST_PAGES4 = 30;
var PAGE4 = 100;
function makeReviewPoster(client, repository, number2) {
  const pull = { ...repository, pull_number: number2 };
  return {
    create: (draft, authorId, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
          ...pull,
          commit_id: draft.commitSha,
          event: "COMMENT",
          body: draft.body,
          comments: draft.comments.map(toInput),
          request: { signal }
        });
        return { id: Number(data.id), url: data.html_url };
      },
      () => findReview(draft.commitSha, draft.body, authorId, signal)
    ),
    updateComment: async (id, body, signal) => {
      await client.request("PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}", {
        ...repository,
        comment_id: id,
        body,
        request: { signal }
      });
    }
  };
  async function findReview(sha, body, authorId, signal) {
    for (let page = 1; page <= MOST_PAGES4; page += 1) {
      const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        ...pull,
        per_page: PAGE4,
        page,
        request: { signal }
      });
      const own = data.find(
        (review) => Number(review.user?.id ?? 0) === authorId && review.commit_id === sha && review.body.replaceAll("\r\n", "\n").trim() === body.trim()
      );
      if (own !== void 0) return { id: Number(own.id), url: own.html_url };
      if (data.length < PAGE4) return null;
    }
    return null;
  }
}
function toInput({ path, side, startLine, line, body }) {
  const where = side === "old" ? "LEFT" : "RIGHT";
  const isRange = startLine !== void 0 && startLine < line;
  return {
    path,
    body,
    line,
    side: where,
    ...isRange ? { start_line: startLine, start_side: where } : {}
  };
}

// src/adapters/github/thread-resolver.ts
function makeThreadResolver({
  client,
  graphqlUrl
}) {
  return {
    setResolved: async (threadId, isResolved, signal) => {
      const field = isResolved ? "resolveReviewThread" : "unresolveReviewThread";
      try {
        const { data } = await client.request({
          method: "POST",
          url: graphqlUrl,
          data: {
            query: `mutation ($thread: ID!) { changed: ${field}(input: { threadId: $thread }) { thread { id isResolved } } }`,
            variables: { thread: threadId }
          },
          request: { signal }
        });
        const { data: answered, errors } = recordOf(data);
        const thread = recordOf(recordOf(recordOf(answered).changed).thread);
        if (thread.id === threadId && thread.isResolved === isResolved) return "done";
        const all = Array.isArray(errors) ? errors : [];
        return all.some((error) => recordOf(error).type === "FORBIDDEN") ? "forbidden" : "not-done";
      } catch (error) {
        if (error instanceof ForgeError && error.status === 403) return "forbidden";
        throw error;
      }
    }
  };
}

// src/adapters/github/thread-store.ts
var MOST_PAGES5 = 30;
var PAGE5 = 100;
function makeThreadStore(client, repository, number2, first) {
  const pull = { ...repository, pull_number: number2 };
  const list2 = async (signal) => {
    const replies = [];
    for (let page = 1; page <= MOST_PAGES5; page += 1) {
      const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
        ...pull,
        per_page: PAGE5,
        page,
        request: { signal }
      });
      replies.push(...data.filter((one) => Number(one.in_reply_to_id ?? 0) === first).map(toComment3));
      if (data.length < PAGE5) break;
    }
    return replies;
  };
  return {
    list: list2,
    create: (body, authorId, signal) => lookBeforeResend(
      async () => {
        const { data } = await client.request(
          "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
          { ...pull, comment_id: first, body, request: { signal } }
        );
        return toComment3(data);
      },
      async () => {
        const all = await list2(signal);
        return all.find((one) => one.authorId === authorId && one.body.trim() === body.trim()) ?? null;
      }
    )
  };
}
function toComment3({ id, user, body, html_url: url, ...times }) {
  return {
    id: Number(id),
    authorId: user === null ? null : Number(user.id),
    author: user?.login ?? "ghost",
    body: body.replaceAll("\r\n", "\n"),
    url,
    createdAt: times.created_at,
    edited: times.updated_at !== times.created_at
  };
}

// src/adapters/github/make-github.ts
var DEFAULT_STATUS_CONTEXT = "multi-agent-review";
function makeGitHub(options) {
  const { owner, repo, log, graphqlUrl } = options;
  for (const url of [options.apiUrl, options.serverUrl, graphqlUrl]) checkUrl(url);
  if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo))
    throw new ReviewError("bad-usage", `"${owner}/${repo}" is no repository.`, "Give it as owner/name.");
  const repository = { owner, repo };
  const client = makeClient(options);
  const statusContext = options.statusContext ?? DEFAULT_STATUS_CONTEXT;
  const statuses = makeStatusBoard(client, repository, statusContext);
  const sources = { client, graphqlUrl, repository, log, statusContext, statuses };
  const home = `${options.serverUrl.replace(/\/+$/, "")}/${owner}/${repo}`;
  return {
    pullRequest: (number2, headSha) => {
      const known2 = options.known ?? null;
      const isThis = known2 !== null && known2.number === number2 && known2.headSha === headSha;
      return makePullRequestReader(sources, number2, headSha, isThis ? known2 : null);
    },
    comments: (number2) => makeCommentStore(client, repository, number2),
    replies: (number2, first) => makeThreadStore(client, repository, number2, first),
    reviews: (number2) => makeReviewPoster(client, repository, number2),
    statuses,
    threads: makeThreadResolver(sources),
    permissions: makePermissions(client, repository, log),
    reactions: makeReactions(client, repository, log),
    blobUrl: (sha, path, line, endLine) => {
      const place = path.split("/").map(encodeURIComponent).join("/");
      return `${home}/blob/${sha}/${place}#L${line}${endLine !== void 0 && endLine > line ? `-L${endLine}` : ""}`;
    },
    pullRequestUrl: (number2) => `${home}/pull/${number2}`
  };
}
function checkUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === "https:" || url.protocol === "http:")) return;
  throw new ReviewError("bad-usage", `"${text}" is no web address.`, "Give addresses with https://.");
}

// src/render/render-status.ts
var MOST_CHARACTERS = 140;
var ASKED = "reviewing, asked by ";
function statusOf(report, situation) {
  const make = (state, text) => ({
    state,
    description: cutLine(flattenText(text), MOST_CHARACTERS),
    targetUrl: situation.targetUrl
  });
  switch (situation.kind) {
    case "running":
      return make("pending", situation.askedBy ? `${ASKED}${situation.askedBy}` : "reviewing");
    case "draft":
      return make("pending", "draft: reviewed when ready");
    case "closed":
      return null;
    case "merge-group":
      return make("success", "reviewed in the pull request");
    case "crashed":
      return make("error", "crashed: the review did not finish; run it again");
    case "refused":
      return make("error", `incomplete: ${situation.reason}`);
    case "paused":
    case "aborted":
    case "superseded":
      return make("error", situation.by === null ? situation.kind : `${situation.kind} by ${situation.by}`);
    case "reviewed": {
      if (report === null) return make("error", "crashed: the review did not finish; run it again");
      const [state, text] = reviewed(report, situation.key === "empty", situation.isFork);
      return make(state, text);
    }
  }
}
function reviewed(report, keyIsEmpty, isFork) {
  const facts = statusFacts(report, keyIsEmpty && isFork);
  if (report.overriddenBy !== void 0) return ["success", `overridden by @${report.overriddenBy}`];
  const missing = missingWords(report, keyIsEmpty && !isFork);
  if (report.gate === "fail") {
    const incomplete = missing === null ? [] : [`incomplete: ${missing}`];
    return ["failure", [blockingWords(report), ...incomplete, ...facts].join(" \xB7 ")];
  }
  if (missing !== null) {
    const isAllowed = report.verdict === "incomplete" && report.gate === "pass";
    return isAllowed ? ["success", `incomplete, allowed by on-incomplete: ${missing}`] : ["error", `incomplete: ${missing}`];
  }
  if (report.gate === "incomplete") return ["error", "incomplete: a part of the review is missing"];
  if (report.verdict === "skipped" || report.coverage.reviewed.length === 0)
    return ["success", skippedWords(report)];
  const found = findingWords(report);
  return ["success", [...found === null ? [] : [found], ...facts].join(" \xB7 ")];
}
function missingWords(report, keyIsMissing) {
  const parts = [];
  if (keyIsMissing) parts.push("the model key is empty");
  if (report.mode === "models" && noModelReviewed(report))
    parts.push("no model reviewed, analyzer results only");
  if (report.verdict === "incomplete") parts.push(missingParts(report));
  return parts.length === 0 ? null : parts.join("; ");
}
function noModelReviewed(report) {
  const models = report.agents.filter(
    (agent) => agent.engine !== "analyzers" && agent.status !== "not-needed"
  );
  return models.length > 0 && models.every((agent) => agent.status !== "done" && agent.status !== "degraded");
}
function statusFacts(report, isForkWithoutKey) {
  const [reviewers = "", files = ""] = factsOf(report);
  const mode = isForkWithoutKey ? "deterministic mode (fork, no key)" : "deterministic mode";
  return [`${reviewers}, ${files}`, ...report.mode === "deterministic" ? [mode] : []];
}
function blockingWords(report) {
  const blocking = report.findings.filter((finding) => failsGate(finding, report.failOn));
  if (blocking.length === 0) return "the gate failed";
  const counts = countsBySeverity(blocking).map(([severity, count2]) => `${formatNumber(count2)} ${severity}`);
  return `${formatList(counts)} ${blocking.length === 1 ? "finding blocks" : "findings block"}`;
}
function findingWords(report) {
  const counts = countsBySeverity(report.findings.filter((finding) => finding.suppressedBy === void 0));
  return counts.length === 0 ? null : counts.map(([severity, count2]) => `${formatNumber(count2)} ${severity}`).join(", ");
}
function skippedWords(report) {
  const excluded = report.coverage.excluded.length;
  return excluded === 0 ? "skipped: the change holds no file to review" : `skipped by configuration: 0 of ${formatCount(excluded, "file")}`;
}

// src/render/finding-marker.ts
var STATES = ["open", "fixed", "resolved", "reopened"];
var PATTERN = /^<!-- multi-agent-review finding (f1:[0-9a-f]{8,64})(?: place:([0-9a-f]{8,64}))?(?: (fixed|resolved|reopened))? -->$/;
function writeFindingMarker({ fingerprint, placeKey, state }) {
  const place = placeKey === null ? "" : ` place:${placeKey}`;
  return `<!-- multi-agent-review finding ${fingerprint}${place}${state === "open" ? "" : ` ${state}`} -->`;
}
function readFindingMarker(body) {
  const [line = ""] = body.split(/\r?\n/, 1);
  const [, fingerprint, placeKey = null, word] = PATTERN.exec(line) ?? [];
  if (fingerprint === void 0) return null;
  return { fingerprint, placeKey, state: STATES.find((state) => state === word) ?? "open" };
}

// src/render/render-inline-comment.ts
var MOST_TEXT = 2e3;
var MOST_SUGGESTION = 1e4;
function renderInlineComment(finding, offersSuggestion) {
  const title = escapeMarkdownLine(cutLine(finding.title, 160));
  const details = [];
  if (finding.failureScenario.trim() !== "")
    details.push(`**What goes wrong.** ${escapeMarkdown(cutText(finding.failureScenario, MOST_TEXT))}`);
  if (finding.fix.trim() !== "") details.push(`**Fix.** ${escapeMarkdown(cutText(finding.fix, MOST_TEXT))}`);
  const parts = [
    `**${finding.severity}** \xB7 **${title === "" ? "finding without a title" : title}**`,
    escapeMarkdown(cutText(finding.explanation, MOST_TEXT)),
    offersSuggestion ? suggestionBlock(finding.suggestion) : "",
    details.length === 0 ? "" : folded("Why and how to fix it", details.join("\n\n")),
    `<sub>${escapeMarkdownLine(cutLine(finding.reviewer, 40))} \xB7 ${certaintyOf(finding)} \xB7 ${codeSpan(finding.id)}</sub>`
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}
function suggestionBlock(suggestion) {
  if (suggestion === void 0 || suggestion.length > MOST_SUGGESTION) return "";
  const text = suggestion.replaceAll("\r\n", "\n").replace(/\n$/, "");
  const lines = text.split("\n");
  const isPlain = lines.every((line) => revealHiddenText(line) === line);
  const isCommand = lines.some((line) => /^\s*(?:\/[a-z]|@dependabot\b)/i.test(line));
  if (!isPlain || isCommand || text.includes("<!--")) return "";
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}suggestion
${text === "" ? "" : `${text}
`}${fence}`;
}

// src/publish/choose-inline.ts
var MOST_COMMENTS = 25;
var LONGEST_RANGE = 40;
function chooseInline(report, files, posted, places) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { blocking, notable } = groupFindings(report);
  const chosen = [];
  const said = new Set(posted);
  for (const finding of [...blocking, ...notable]) {
    if (chosen.length >= MOST_COMMENTS) break;
    if (said.has(finding.fingerprint) || !isFresh(finding)) continue;
    const comment = commentOn(finding, byPath, places.get(finding.fingerprint) ?? null);
    if (comment === null) continue;
    said.add(finding.fingerprint);
    chosen.push({ finding, comment });
  }
  return chosen;
}
function isFresh({ state }) {
  return state === "new" || state === "reopened";
}
function commentOn(finding, files, placeKey) {
  const { anchor, path, startLine, side = "new" } = finding;
  if (anchor !== "line" || path === void 0 || startLine === void 0) return null;
  const file = files.get(path) ?? [...files.values()].find((one) => side === "old" && one.oldPath === path);
  if (file === void 0) return null;
  const map = makeLineMap(file);
  const endLine = Math.max(startLine, finding.endLine ?? startLine);
  const fits = endLine - startLine < LONGEST_RANGE && map.canCommentRange(side, startLine, endLine);
  if (!fits && !map.canComment(side, startLine)) return null;
  const end = fits ? endLine : startLine;
  const marker = writeFindingMarker({ fingerprint: finding.fingerprint, placeKey, state: "open" });
  return {
    path: file.path,
    side,
    ...end > startLine ? { startLine } : {},
    line: end,
    body: `${marker}
${renderInlineComment(finding, fits && side === "new")}`
  };
}

// src/publish/claim.ts
async function claim(statuses, sha, runUrl, signal, askedBy = null) {
  const pending = statusOf(null, { kind: "running", targetUrl: runUrl, askedBy }) ?? {
    state: "pending",
    description: "reviewing",
    targetUrl: runUrl
  };
  try {
    const status = await statuses.create(sha, pending, signal);
    return { canWrite: true, sha, authorId: status.creatorId ?? 0, statusId: status.id, runUrl };
  } catch (error) {
    const isForbidden = error instanceof ForgeError && (error.status === 403 || error.status === 404);
    if (isForbidden && error.code !== "forge-limited") return { canWrite: false, sha, reason: error.message };
    throw error;
  }
}
async function stillOurs(statuses, own, seen, signal) {
  if (!own.canWrite) return true;
  if (seen !== null && isClaimOf(own, seen)) return true;
  try {
    const newest = await statuses.newest(own.sha, signal);
    return newest === null || newest.id === own.statusId;
  } catch (error) {
    if (error instanceof ForgeError) return true;
    throw error;
  }
}
function isClaimOf({ authorId, runUrl }, seen) {
  return runUrl !== null && seen.state === "pending" && seen.targetUrl === runUrl && seen.creatorId === authorId;
}
async function shouldYield(statuses, sha, login, signal) {
  if (login === null || login === "") return false;
  const newest = await statuses.newest(sha, signal);
  return newest !== null && newest.creator.toLowerCase() === login.toLowerCase();
}

// src/aggregate/memory-text.ts
var LONGEST = 2e6;
var MOST_ENTRIES = 5e3;
var STATES2 = ["open", "fixed", "dismissed"];
var ORIGINS = ["analyzer", "model", "sarif"];
var ANCHORS = ["line", "file", "subject"];
var SIDES = ["new", "old"];
var VERDICTS = ["confirmed", "refuted", "uncertain", "unverified"];
function writeMemory(memory) {
  const { files, glanced, signatures, lines } = memory;
  const keys = {
    files: [...files],
    glanced: [...glanced],
    signatures: [...signatures],
    lines: [...lines].join("")
  };
  return JSON.stringify({ ...memory, ...keys });
}
function readMemory(text) {
  if (text.length > LONGEST) return null;
  try {
    return memoryOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Unfit) return null;
    throw error;
  }
}
var Unfit = class extends Error {
};
function memoryOf(value) {
  const fields = fieldsOf(value);
  return {
    head: string(fields, "head"),
    base: string(fields, "base"),
    baseLabel: string(fields, "baseLabel"),
    configDigest: string(fields, "configDigest"),
    modelsDigest: fields.modelsDigest === null ? null : string(fields, "modelsDigest"),
    rounds: count(fields, "rounds"),
    finished: strings(fields, "finished"),
    files: new Set(strings(fields, "files")),
    glanced: new Set(strings(fields, "glanced")),
    seenHead: string(fields, "seenHead"),
    signatures: new Set(strings(fields, "signatures")),
    lines: readLineKeys(string(fields, "lines")),
    findings: list(fields, "findings").map(rememberedOf),
    carried: list(fields, "carried").map(carriedOf)
  };
}
function readLineKeys(text) {
  if (text.length % LINE_KEY_LENGTH !== 0 || !/^[0-9a-f]*$/.test(text)) throw new Unfit();
  const keys = /* @__PURE__ */ new Set();
  for (let at = 0; at < text.length; at += LINE_KEY_LENGTH) keys.add(text.slice(at, at + LINE_KEY_LENGTH));
  return keys;
}
function rememberedOf(value) {
  const fields = fieldsOf(value);
  const fingerprint = string(fields, "fingerprint");
  if (!/^f1:[0-9a-f]{8,64}$/.test(fingerprint)) throw new Unfit();
  return {
    fingerprint,
    codeKey: string(fields, "codeKey"),
    placeKey: string(fields, "placeKey"),
    state: oneOf(fields, "state", STATES2),
    ...optional(fields, "fixedBy", string),
    reviewer: string(fields, "reviewer"),
    ruleId: string(fields, "ruleId"),
    origin: oneOf(fields, "origin", ORIGINS),
    severity: oneOf(fields, "severity", SEVERITIES),
    title: string(fields, "title"),
    ...optional(fields, "path", string),
    ...optional(fields, "line", count),
    ...optional(fields, "side", (from, name) => oneOf(from, name, SIDES))
  };
}
function carriedOf(value) {
  const fields = fieldsOf(value);
  return {
    reviewer: string(fields, "reviewer"),
    ruleId: string(fields, "ruleId"),
    category: oneOf(fields, "category", CATEGORIES),
    ...optional(fields, "cwe", string),
    severity: oneOf(fields, "severity", SEVERITIES),
    confidence: count(fields, "confidence"),
    anchor: oneOf(fields, "anchor", ANCHORS),
    ...optional(fields, "path", string),
    ...optional(fields, "startLine", count),
    ...optional(fields, "endLine", count),
    ...optional(fields, "side", (from, name) => oneOf(from, name, SIDES)),
    ...optional(fields, "quote", string),
    ...optional(fields, "source", string),
    title: string(fields, "title"),
    explanation: string(fields, "explanation"),
    failureScenario: string(fields, "failureScenario"),
    fix: string(fields, "fix"),
    ...optional(fields, "suggestion", string),
    proof: list(fields, "proof").map((step) => {
      const parts = fieldsOf(step);
      return {
        ...optional(parts, "path", string),
        ...optional(parts, "line", count),
        text: string(parts, "text")
      };
    }),
    origin: oneOf(fields, "origin", ORIGINS),
    verdict: oneOf(fields, "verdict", VERDICTS),
    symbol: string(fields, "symbol"),
    agreedBy: strings(fields, "agreedBy")
  };
}
function fieldsOf(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit();
  return { ...value };
}
function string(fields, name) {
  const value = Object.hasOwn(fields, name) ? fields[name] : void 0;
  if (typeof value !== "string") throw new Unfit();
  return value;
}
function count(fields, name) {
  const value = Object.hasOwn(fields, name) ? fields[name] : void 0;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Unfit();
  return value;
}
function list(fields, name) {
  const value = Object.hasOwn(fields, name) ? fields[name] : void 0;
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) throw new Unfit();
  return value;
}
function strings(fields, name) {
  return list(fields, name).map((value) => {
    if (typeof value !== "string") throw new Unfit();
    return value;
  });
}
function oneOf(fields, name, allowed) {
  const value = string(fields, name);
  const found = allowed.find((one) => one === value);
  if (found === void 0) throw new Unfit();
  return found;
}
function optional(fields, name, read) {
  if (!Object.hasOwn(fields, name) || fields[name] === void 0) return {};
  const made = {};
  made[name] = read(fields, name);
  return made;
}

// src/publish/order-state.ts
var MOST_ORDERS = 100;
var MOST_OBEYED = 1e3;
function keepOrders(orders) {
  return orders.slice(-MOST_ORDERS);
}
function keepObeyed(commands) {
  return commands.slice(-MOST_OBEYED);
}
function readOrders(value) {
  return listOf(value).flatMap((item) => orderOf(item) ?? []);
}
function readObeyed(value) {
  return listOf(value).flatMap((item) => {
    const [commentId, at] = Array.isArray(item) ? item : [];
    return isCount(commentId) && isCount(at) ? [{ commentId, at }] : [];
  });
}
function writeObeyed(commands) {
  return commands.map(({ commentId, at }) => [commentId, at]);
}
function orderOf(item) {
  if (typeof item !== "object" || item === null) return null;
  const none = { kind: null, commentId: null, commentKind: null, line: null, head: null, fingerprint: null };
  const { kind, commentId, commentKind, line, head, fingerprint } = {
    ...none,
    ...item
  };
  if (!isCount(commentId) || typeof line !== "string" || !/^[0-9a-f]{8,64}$/.test(line)) return null;
  if (commentKind !== "conversation" && commentKind !== "review") return null;
  const place = { commentId, commentKind, line };
  if (kind === "pause") return { ...place, kind };
  if (kind === "override" && typeof head === "string" && /^[0-9a-f]{40,64}$/.test(head))
    return { ...place, kind, head };
  if (kind === "dismiss" && typeof fingerprint === "string" && /^f1:[0-9a-f]{8,32}$/.test(fingerprint))
    return { ...place, kind, fingerprint };
  return null;
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
function standingOrders(orders, head, before, now) {
  const was = standingIn(before);
  const is = standingIn(now);
  return orders.filter((order) => {
    if (order.kind === "override") return order.head === head;
    if (order.kind !== "dismiss" || now === null) return true;
    return is.has(order.fingerprint) || !was.has(order.fingerprint);
  });
}
function standingIn(memory) {
  const findings = memory?.findings ?? [];
  return new Set(findings.filter(({ state }) => state !== "fixed").map(({ fingerprint }) => fingerprint));
}

// src/publish/comment-state.ts
var EMPTY_STATE = {
  head: "",
  report: "",
  posted: [],
  memory: null,
  orders: [],
  obeyed: []
};
var START = "<!-- multi-agent-review state ";
var END = " -->";
var MOST_POSTED = 350;
var MOST_PACKED = 2e4;
var MOST_CHARACTERS2 = 65400;
var MOST_COMPARED3 = 2500;
function withState(text, state, key) {
  const visible = text.trimEnd();
  return `${visible}

${START}${packState({ ...state, text: digestOfText(visible) }, key)}${END}
`;
}
function withSameState(text, body) {
  const { packed } = takeApart(body);
  return packed === null ? text : `${text.trimEnd()}

${START}${packed}${END}
`;
}
function visibleText(body) {
  return takeApart(body).text;
}
function withOrders(read, orders, obeyed, key) {
  const state = { ...EMPTY_STATE, text: "", ...read.state, memory: memoryOf2(read, key), orders, obeyed };
  const bodyWith = (memory) => `${read.text.trimEnd()}

${START}${packState({ ...state, memory }, key)}${END}
`;
  const body = bodyWith(state.memory);
  return body.length <= MOST_CHARACTERS2 ? body : bodyWith(null);
}
function stateLength(state, key) {
  return packState({ ...state, text: digestOfText("") }, key).length + START.length + END.length + 64;
}
function readComment(body, { seal, about }) {
  const { text, packed } = takeApart(body);
  const opened = packed === null ? null : seal.open(packed, about);
  const state = opened === null ? null : parse3(opened.text);
  return { text, state, isSigned: state !== null && opened?.isSigned === true };
}
function isUntouched(text, state) {
  return digestOfText(text) === state.text;
}
function takeApart(body) {
  const normal = body.replaceAll("\r\n", "\n");
  const start = normal.lastIndexOf(START);
  if (start === -1) return { text: normal.trimEnd(), packed: null };
  const end = normal.indexOf(END, start);
  const packed = end === -1 ? null : normal.slice(start + START.length, end);
  return { text: normal.slice(0, start).trimEnd(), packed };
}
function memoryOf2({ state, isSigned }, { seal, about }) {
  const memory = state?.memory ?? null;
  if (memory === null || isSigned) return memory;
  const wouldSign = seal.open(seal.pack("", about), about)?.isSigned === true;
  return wouldSign ? hintsOf(memory) : memory;
}
var NO_KEYS = /* @__PURE__ */ new Set();
function hintsOf(memory) {
  const noKeys = { files: NO_KEYS, glanced: NO_KEYS, signatures: NO_KEYS, lines: NO_KEYS };
  return { ...memory, ...noKeys, carried: [], finished: [] };
}
function packState(state, { seal, about }) {
  const { memory } = state;
  const forgetful = () => memory === null ? [null] : [
    memory,
    { ...memory, lines: NO_KEYS },
    { ...memory, lines: NO_KEYS, carried: [], finished: [] },
    hintsOf(memory),
    null
  ];
  for (const kept of forgetful()) {
    const packed = seal.pack(textOf2({ ...state, memory: kept }), about);
    if (packed.length <= MOST_PACKED) return packed;
  }
  return seal.pack(textOf2({ ...state, memory: null, posted: [] }), about);
}
function textOf2({ head, report, text, posted, memory, ...state }) {
  const said = posted.filter(isFingerprint).slice(-MOST_POSTED);
  const kept = memory === null ? null : writeMemory(memory);
  const orders = keepOrders(state.orders);
  const obeyed = writeObeyed(keepObeyed(state.obeyed));
  return JSON.stringify({ v: 3, head, report, text, posted: said, orders, obeyed, memory: kept });
}
function digestOfReport(report) {
  const { usage: _usage, since: _since, extent: _extent, ...said } = report;
  const stable = {
    ...said,
    findings: report.findings.map(({ state: _state, ...finding }) => finding),
    agents: report.agents.filter(({ status }) => status !== "done" && status !== "not-needed").map(({ name, status, reason }) => [name, status, reason])
  };
  return digestOf(JSON.stringify(stable, canonical)).slice(0, 32);
}
function canonical(_key, value) {
  if (typeof value === "string") return value.slice(0, MOST_COMPARED3);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => left < right ? -1 : 1));
}
function digestOfText(text) {
  return digestOf(text.trimEnd()).slice(0, 32);
}
function parse3(json) {
  try {
    const value = JSON.parse(json);
    if (typeof value !== "object" || value === null) return null;
    const none = { head: null, report: null, text: null, posted: null, memory: null };
    const { head, report, text, posted, memory, orders, obeyed } = {
      ...none,
      ...value
    };
    if (typeof head !== "string" || typeof report !== "string" || typeof text !== "string") return null;
    const list2 = Array.isArray(posted) ? posted : [];
    const kept = typeof memory === "string" ? readMemory(memory) : null;
    return {
      head,
      report,
      text,
      posted: list2.filter(isFingerprint),
      memory: kept,
      orders: readOrders(orders),
      obeyed: readObeyed(obeyed)
    };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
function isFingerprint(value) {
  return typeof value === "string" && /^f1:[0-9a-f]{8,32}$/.test(value);
}

// src/publish/own-threads.ts
function ownThreads(threads, authorId) {
  return threads.flatMap((thread) => {
    const [comment] = thread.comments;
    if (comment === void 0 || authorId === 0 || comment.authorId !== authorId) return [];
    const marker = readFindingMarker(comment.body);
    return marker === null ? [] : [{ thread, comment, marker }];
  });
}
function postedFingerprints(remembered, own) {
  return [.../* @__PURE__ */ new Set([...remembered, ...own.map(({ marker }) => marker.fingerprint)])];
}

// src/publish/post-inline.ts
async function postInline(poster, chosen, where, signal) {
  const { sha, authorId } = where;
  const key = digestOf(sha, ...chosen.map(({ finding }) => finding.fingerprint)).slice(0, 16);
  const marker = `<!-- multi-agent-review inline ${key} -->`;
  const words = `${formatCount(chosen.length, "finding")} in the changed lines; all of them, with proof and fix, stand in the summary comment.`;
  try {
    const comments = chosen.map(({ comment }) => comment);
    const review = await poster.create(
      { commitSha: sha, body: `${marker}
${words}`, comments },
      authorId,
      signal
    );
    return { count: comments.length, url: review.url };
  } catch (error) {
    if (!(error instanceof ForgeError) || error.status !== 422) throw error;
    const lines = chosen.map(({ finding }) => findingLine([finding], where.blobUrl));
    const body = `${marker}
${words}

${lines.join("\n")}`;
    const review = await poster.create({ commitSha: sha, body, comments: [] }, authorId, signal);
    return { count: 0, url: review.url };
  }
}

// src/publish/mark-fixed.ts
var MOST_EDITS = 10;
var MOST_CHARACTERS3 = 6e4;
function planMarks(own, known2, resolved) {
  const present = new Map(known2.findings.map((finding) => [finding.fingerprint, finding]));
  return own.flatMap((one) => {
    const finding = present.get(one.marker.fingerprint);
    const isMarked2 = one.marker.state === "fixed" || one.marker.state === "resolved";
    if (finding !== void 0)
      return isMarked2 ? [{ own: one, body: reopened(one, finding, known2.head) }] : [];
    const state = resolved.has(one.thread.id) ? "resolved" : "fixed";
    if (isMarked2) return state === "resolved" ? [{ own: one, body: remarked(one, state) }] : [];
    const sha = fixedBy(one, known2);
    return sha === null ? [] : [{ own: one, body: fixed(one, sha, state) }];
  });
}
function fixedBy({ marker }, { findings, remembered }) {
  if (findings.some(({ fingerprint }) => fingerprint === marker.fingerprint)) return null;
  const exact = remembered.find(({ fingerprint }) => fingerprint === marker.fingerprint);
  const same = exact === void 0 ? remembered.filter(({ placeKey }) => placeKey === marker.placeKey) : [exact];
  return same.every(({ state }) => state === "fixed") ? same.at(-1)?.fixedBy ?? null : null;
}
async function markFixed(poster, marks, signal) {
  const problems = [];
  for (const { own, body } of marks.slice(0, MOST_EDITS)) {
    try {
      await poster.updateComment(own.comment.id, body, signal);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`The comment ${own.comment.url} could not be brought up to date: ${messageOf(error)}`);
    }
  }
  return problems;
}
function fixed(own, sha, state) {
  const text = visibleText2(own).replaceAll(/^(`{3,})suggestion$/gm, "$1text");
  const head = `${writeFindingMarker({ ...own.marker, state })}
\u2705 **Fixed by ${codeSpan(sha.slice(0, 7))}.**
`;
  const whole = `${head}
${folded("What it said", text)}
`;
  return whole.length > MOST_CHARACTERS3 ? head : whole;
}
function remarked(own, state) {
  return `${writeFindingMarker({ ...own.marker, state })}
${visibleText2(own)}
`;
}
function visibleText2({ comment }) {
  const [, ...said] = comment.body.replaceAll("\r\n", "\n").trimEnd().split("\n");
  return said.join("\n");
}
function reopened({ marker }, finding, head) {
  const words = `\u21A9\uFE0F **Back in ${codeSpan(head.slice(0, 7))}**, after it had been fixed.`;
  return `${writeFindingMarker({ ...marker, state: "reopened" })}
${words}

${renderInlineComment(finding, false)}`;
}

// src/publish/resolve-threads.ts
var MOST_RESOLVED = 10;
async function resolveThreads(resolver, own, wanted, signal) {
  const changes = own.filter(({ thread }) => isAlone(thread, wanted.authorId)).flatMap((one) => {
    const { isResolved, resolvedBy } = one.thread;
    if (!isResolved && one.marker.state !== "resolved" && wanted.isFixed(one))
      return [{ one, resolve: true }];
    const isOurs = isResolved && resolvedBy?.id === wanted.authorId;
    return isOurs && wanted.isPresent(one) ? [{ one, resolve: false }] : [];
  });
  const resolved = /* @__PURE__ */ new Set();
  const problems = [];
  for (const { one, resolve } of changes.slice(0, MOST_RESOLVED)) {
    const word = resolve ? "resolved" : "opened again";
    try {
      const answer = await resolver.setResolved(one.thread.id, resolve, signal);
      if (answer === "done" && resolve) resolved.add(one.thread.id);
      if (answer === "not-done")
        problems.push(`The thread ${one.comment.url} could not be ${word}: GitHub did not do it.`);
      if (answer !== "forbidden") continue;
      problems.push(FORBIDDEN);
      break;
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`The thread ${one.comment.url} could not be ${word}: ${messageOf(error)}`);
    }
  }
  return { resolved, problems };
}
var FORBIDDEN = 'The threads of fixed findings stay open: this token may not resolve them. Give it "contents: write" beside "pull-requests: write", or set the input resolve-threads to false.';
function isAlone({ comments, commentCount }, authorId) {
  return comments.length === commentCount && comments.every((comment) => comment.authorId === authorId);
}

// src/publish/tidy-threads.ts
async function tidyThreads(report, ports, { own, authorId, memory, head, resolve }, signal) {
  const findings = report.findings.filter(
    ({ suppressedBy, state }) => suppressedBy === void 0 || state === "dismissed"
  );
  const known2 = { findings, remembered: memory.findings, head };
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const isPresent = ({ marker }) => present.has(marker.fingerprint);
  const isFixed = (one) => !isPresent(one) && (one.marker.state === "fixed" || fixedBy(one, known2) !== null);
  try {
    const { resolved, problems } = resolve ? await resolveThreads(ports.threads, own, { authorId, isFixed, isPresent }, signal) : { resolved: /* @__PURE__ */ new Set(), problems: [] };
    return [...problems, ...await markFixed(ports.reviews, planMarks(own, known2, resolved), signal)];
  } catch (error) {
    if (!signal.aborted) throw error;
    return ["The time of this run was over before all comments on fixed findings were brought up to date."];
  }
}

// src/publish/upsert-comment.ts
function ownComments(comments, authorId) {
  return comments.filter((comment) => comment.authorId === authorId && authorId !== 0 && isMarked(comment.body)).sort((left, right) => left.id - right.id);
}
function isMarked(body) {
  return body.split(/\r?\n/, 1)[0] === COMMENT_MARKER;
}
async function upsertComment(store, known2, body, authorId, signal) {
  const [oldest, ...others] = known2;
  if (oldest !== void 0) {
    const updated = await store.update(oldest.id, body, signal);
    for (const other of others) await store.remove(other.id, signal);
    return updated;
  }
  const created = await store.create(body, authorId, signal);
  const [first, ...later] = ownComments(await store.list(signal), authorId);
  if (first === void 0 || first.id >= created.id) return created;
  for (const other of later) if (other.id === created.id) await store.remove(other.id, signal);
  return store.update(first.id, body, signal);
}

// src/publish/publish-report.ts
var MOST_CHARACTERS4 = 65e3;
var MOST_VISIBLE = 6e4;
async function publishReport(report, ports, options, signal) {
  const { claim: claim2, key, isFork, now } = options;
  const newHead = movedTo(claim2.sha, options.currentHead);
  const runUrl = claim2.canWrite ? claim2.runUrl : null;
  const decide = (targetUrl) => newHead === null ? statusOf(report, { kind: "reviewed", key, isFork, targetUrl }) : statusOf(report, { kind: "superseded", by: newHead.slice(0, 7), targetUrl });
  const nothing = {
    commentUrl: null,
    reviewUrl: null,
    inlineCount: 0,
    statusWritten: false,
    problems: [],
    notes: []
  };
  if (!claim2.canWrite)
    return { ...nothing, outcome: "read-only", status: decide(null), problems: [claim2.reason] };
  if (!await stillOurs(ports.statuses, claim2, now?.newestStatus ?? null, signal))
    return { ...nothing, outcome: "superseded", status: null };
  const problems = [];
  const attempt = async (what, act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      problems.push(`${what}: ${messageOf(error)}`);
      return null;
    }
  };
  const own = ownThreads(now?.threads ?? [], claim2.authorId);
  const posted = await publishTexts(report, ports, { ...options, claim: claim2, newHead, own }, attempt, signal);
  const status = decide(posted.comment?.url ?? runUrl);
  const written = status === null ? null : await attempt("the status", () => ports.statuses.create(claim2.sha, status, signal));
  const { memory, resolveThreads: resolve } = options;
  const tidying = { own, authorId: claim2.authorId, head: claim2.sha, resolve };
  const notes = memory === null || newHead !== null ? [] : await tidyThreads(report, ports, { ...tidying, memory }, signal);
  return {
    outcome: problems.length > 0 ? "partly" : newHead === null ? "published" : "superseded",
    commentUrl: posted.comment?.url ?? null,
    reviewUrl: posted.reviewUrl,
    inlineCount: posted.inlineCount,
    status,
    statusWritten: status === null || written !== null,
    problems,
    notes
  };
}
async function publishSituation(statuses, sha, situation, signal) {
  const status = statusOf(null, situation);
  if (status !== null) await statuses.create(sha, status, signal);
  return status;
}
async function publishTexts(report, ports, options, attempt, signal) {
  const { claim: claim2, newHead, blobUrl, now } = options;
  const none = { comment: null, reviewUrl: null, inlineCount: 0 };
  const listed = now?.comments ?? await attempt("the comments", () => ports.comments.list(signal));
  if (listed === null) return none;
  const own = ownComments(listed, claim2.authorId);
  const [oldest] = own;
  const before = oldest === void 0 ? null : readComment(oldest.body, options.stateKey);
  const known2 = before?.state ?? null;
  if (oldest !== void 0 && newHead !== null && known2?.head === newHead)
    return { ...none, comment: oldest };
  const said = postedFingerprints(known2?.posted ?? [], options.own);
  const places = new Map(
    options.memory?.findings.map(({ fingerprint, placeKey }) => [fingerprint, placeKey])
  );
  const chosen = newHead === null ? chooseInline(report, options.files, new Set(said), places) : [];
  const where = { sha: claim2.sha, authorId: claim2.authorId, blobUrl };
  const review = chosen.length === 0 ? null : await attempt("the inline comments", () => postInline(ports.reviews, chosen, where, signal));
  const state = {
    head: claim2.sha,
    report: digestOfReport(report),
    memory: newHead === null ? options.memory : before === null ? null : memoryOf2(before, options.stateKey),
    ...ordersAfter(known2, options),
    posted: review === null ? said : [...said, ...chosen.map(({ finding }) => finding.fingerprint)]
  };
  const isSame2 = before !== null && known2 !== null && isUntouched(before.text, known2) && isSameState(known2, state);
  if (oldest !== void 0 && own.length === 1 && newHead === null && isSame2)
    return { comment: oldest, reviewUrl: null, inlineCount: 0 };
  const body = withState(
    textOf3(report, options, stateLength(state, options.stateKey)),
    state,
    options.stateKey
  );
  const comment = await attempt(
    "the comment",
    () => upsertComment(ports.comments, own, body, claim2.authorId, signal)
  );
  return { comment, reviewUrl: review?.url ?? null, inlineCount: review?.count ?? 0 };
}
function ordersAfter(known2, { claim: claim2, newHead, memory, obeyed }) {
  const orders = known2?.orders ?? [];
  const before = (known2?.obeyed ?? []).filter(({ commentId }) => commentId !== obeyed?.commentId);
  return {
    orders: newHead === null ? standingOrders(orders, claim2.sha, known2?.memory ?? null, memory) : orders,
    obeyed: obeyed === null ? before : [...before, obeyed]
  };
}
function isSameState(known2, state) {
  return known2.head === state.head && known2.report === state.report && known2.posted.length === state.posted.length && JSON.stringify([known2.orders, known2.obeyed]) === JSON.stringify([state.orders, state.obeyed]);
}
function textOf3(report, options, hidden) {
  const budget = Math.min(MOST_VISIBLE, MOST_CHARACTERS4 - hidden);
  const { blobUrl, commands } = options;
  const text = renderMarkdown(report, { blobUrl, commands, budget: budget - 300 });
  if (options.newHead === null) return text;
  const notice = `> **Superseded:** the pull request moved on to ${codeSpan(options.newHead.slice(0, 7))} while this review of ${codeSpan(options.claim.sha.slice(0, 7))} ran. A review of the newer commit replaces it.`;
  return text.replace(`${COMMENT_MARKER}
`, () => `${COMMENT_MARKER}
${notice}

`);
}
function movedTo(sha, currentHead) {
  return currentHead !== null && currentHead !== sha ? currentHead : null;
}

// src/entry/pull-request/guard-forge.ts
function guardForge(forge, hide) {
  return {
    ...forge,
    comments: (pullNumber) => {
      const comments = forge.comments(pullNumber);
      return {
        ...comments,
        create: (body, authorId, signal) => comments.create(hide(body), authorId, signal),
        update: (id, body, signal) => comments.update(id, hide(body), signal)
      };
    },
    replies: (pullNumber, first) => {
      const replies = forge.replies(pullNumber, first);
      return {
        ...replies,
        create: (body, authorId, signal) => replies.create(hide(body), authorId, signal)
      };
    },
    reviews: (pullNumber) => {
      const reviews = forge.reviews(pullNumber);
      return {
        create: (draft, authorId, signal) => reviews.create(mapTexts(draft, hide), authorId, signal),
        updateComment: (id, body, signal) => reviews.updateComment(id, hide(body), signal)
      };
    },
    statuses: {
      ...forge.statuses,
      create: (sha, status, signal) => forge.statuses.create(sha, mapTexts(status, hide), signal)
    }
  };
}

// src/render/render-progress-comment.ts
var MOST_ROWS = 50;
var UNFINISHED = "<!-- multi-agent-review unfinished -->";
var EARLIER = "<!-- multi-agent-review earlier report -->";
var FOLD_END = "\n\n</details>";
function renderProgressComment(run, agents, earlier) {
  const rows = agents.slice(0, MOST_ROWS).map(
    ({ agent, state, task, progress, findings }) => `| ${escapeMarkdownCell(agent)} | ${state} | ${Math.round(progress)} % | ${escapeMarkdownCell(task)} | ${findings} |`
  );
  const left = agents.length - rows.length;
  const kept = ["", "<details><summary>The last report</summary>", "", EARLIER, `${earlier}${FOLD_END}`];
  return [
    COMMENT_MARKER,
    markOf(run.statusId),
    `**Review of ${codeSpan(run.sha.slice(0, 7))} is running.** This comment becomes its report; findings so far are not checked yet.`,
    "",
    "| Reviewer | State | Done | Doing | Findings |",
    "|---|---|---:|---|---:|",
    ...rows,
    ...left > 0 ? ["", `and ${left} more`] : [],
    ...earlier === null ? [] : kept,
    ""
  ].join("\n");
}
function renderUnfinished(run, text, commands) {
  const earlier = earlierReport(text);
  const ask = commands ? `comment ${codeSpan("/review")}, push, or run the job again` : "start it again";
  const follows = earlier === null ? [] : ["", "Below stands the last report that was finished.", "", EARLIER, earlier];
  return [
    COMMENT_MARKER,
    UNFINISHED,
    `**The review of ${codeSpan(run.sha.slice(0, 7))} did not finish**, so nothing is known of this commit. To get a report, ${ask}; the log of the run says what ended it.`,
    ...follows,
    ""
  ].join("\n");
}
function showsProgressOf(statusId, body) {
  return body.split(/\r?\n/, 2)[1] === markOf(statusId);
}
function earlierReport(text) {
  const [, second = ""] = text.split("\n", 2);
  const isProgress = /^<!-- multi-agent-review progress \d+ -->$/.test(second);
  if (!isProgress && second !== UNFINISHED) return text.slice(COMMENT_MARKER.length + 1).trimEnd() || null;
  const start = text.indexOf(`
${EARLIER}
`);
  if (start === -1) return null;
  const kept = text.slice(start + EARLIER.length + 2).trimEnd();
  return isProgress && kept.endsWith(FOLD_END) ? kept.slice(0, -FOLD_END.length) : kept;
}
function markOf(statusId) {
  return `<!-- multi-agent-review progress ${statusId} -->`;
}

// src/publish/end-progress-comment.ts
async function endProgressComment(comments, run, commands, signal) {
  const own = ownComments(await comments.list(signal), run.authorId);
  const shown = own.find(({ body }) => showsProgressOf(run.statusId, body));
  if (shown === void 0) return false;
  const text = renderUnfinished(run, visibleText(shown.body), commands);
  await comments.update(shown.id, withSameState(text, shown.body), signal);
  return true;
}

export {
  makeGitHub,
  ASKED,
  claim,
  stillOurs,
  shouldYield,
  withSameState,
  visibleText,
  withOrders,
  readComment,
  ownThreads,
  ownComments,
  upsertComment,
  publishReport,
  publishSituation,
  guardForge,
  renderProgressComment,
  earlierReport,
  endProgressComment
};
