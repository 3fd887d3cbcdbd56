import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  makeWordSearch
} from "./chunk-EY4EYMRE.js";
import {
  severityRank
} from "./chunk-ZKMO4PZO.js";

// src/analyzers/secrets/secret-rule.ts
function token(ruleId, kind, keywords, source, options = {}) {
  return {
    ruleId,
    kind,
    keywords: keywords.toLowerCase().split(" "),
    pattern: new RegExp(source, "g"),
    minEntropy: options.minEntropy ?? 3,
    isRandom: options.isRandom ?? false,
    severity: options.severity ?? "critical",
    confidence: options.confidence ?? 95
  };
}
function keyed(ruleId, kind, keywords, name, value, options = {}) {
  const source = `(?:${name})[\\w .-]{0,40}["'\`\\]]{0,2}[ \\t]{0,8}(?:=>|:{1,3}=|[?+]=|=|:|,|\\|\\|)[ \\t]{0,8}["'\`]{0,2}(${value})(?:["'\`\\s;,)}\\]&\\\\]|$)`;
  return {
    ruleId,
    kind,
    keywords: keywords.toLowerCase().split(" "),
    pattern: new RegExp(source, "gi"),
    minEntropy: options.minEntropy ?? 2.5,
    isRandom: options.isRandom ?? false,
    severity: options.severity ?? "critical",
    confidence: options.confidence ?? 85
  };
}

// src/analyzers/secrets/business-rules.ts
var UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
var NAMED = "adobe|asana|beamer|bittrex|cohere|coinbase|clickhouse|drone[_-]?ci|etsy|finicity|finnhub|flickr|freshbooks|gitter|intercom|kraken|kucoin|linkedin|linked-in|looker|mattermost|meraki|nytimes|rapidapi|sendbird|squarespace|travis|trello|twitch|zendesk";
var MORE_NAMED = "airtable|alchemy|algolia|artifactory|jfrog|atlassian|auth0|binance|bitbucket|bitrise|browserstack|bugsnag|cloudinary|cloudsmith|coinmarketcap|confluence|contentful|coveralls|crowdin|discord|dropbox|etherscan|exoscale|fastly|freemius|giphy|hetzner|infura|instagram|jenkins|jira|jumpcloud|linode|lokalise|mixpanel|nexmo|onesignal|openweather|pagerduty|pinterest|plaid|plivo|pocketbase|polymarket|postmark|private[_-]?ai|pubnub|pusher|rollbar|saucelabs|sentry|shippo|shodan|sourcegraph|sparkpost|splunk|spotify|strava|teamcity|twitter|vonage|vultr|webex|yandex";
var BUSINESS_RULES = [
  token("hubspot-token", "HubSpot token", "pat-na pat-eu", `\\b(pat-(?:na|eu)[0-9]-${UUID})\\b`),
  token(
    "harness-token",
    "Harness token",
    "pat. sat.",
    "\\b([ps]at\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20})\\b"
  ),
  token("infracost-key", "Infracost API key", "ico-", "\\b(ico-[A-Za-z0-9]{32})\\b", { minEntropy: 3.3 }),
  token("intra42-secret", "42 intra client secret", "s-s4t2", "\\b(s-s4t2(?:ud|af)-[0-9a-f]{64})\\b"),
  token("maxmind-key", "MaxMind licence key", "_mmk", "\\b([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)\\b", {
    minEntropy: 3.5
  }),
  token("openshift-token", "OpenShift token", "sha256~", "\\b(sha256~[A-Za-z0-9_-]{43})", {
    minEntropy: 3.5
  }),
  token("scalingo-token", "Scalingo token", "tk-us-", "\\b(tk-us-[A-Za-z0-9_-]{48})"),
  token(
    "settlemint-token",
    "SettleMint token",
    "sm_aat_ sm_pat_ sm_sat_",
    "\\b(sm_[aps]at_[A-Za-z0-9]{16})\\b"
  ),
  token(
    "shippo-token",
    "Shippo token",
    "shippo_live_ shippo_test_",
    "\\b(shippo_(?:live|test)_[0-9a-f]{40})\\b"
  ),
  token(
    "duffel-token",
    "Duffel token",
    "duffel_live_ duffel_test_",
    "\\b(duffel_(?:live|test)_[A-Za-z0-9_=-]{43})"
  ),
  token("frameio-token", "Frame.io token", "fio-u-", "\\b(fio-u-[A-Za-z0-9_=-]{64})"),
  token(
    "defined-networking-token",
    "Defined Networking token",
    "dnkey-",
    "\\b(dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52})"
  ),
  token(
    "authress-key",
    "Authress access key",
    ".acc_ .acc-",
    "\\b((?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\\.[A-Za-z0-9]{4,6}\\.acc[_-][A-Za-z0-9-]{10,32}\\.[A-Za-z0-9+/_=-]{30,120})"
  ),
  token("launchdarkly-key", "LaunchDarkly key", "sdk- api-", `\\b((?:sdk|api)-${UUID})\\b`, {
    severity: "high"
  }),
  token(
    "mapbox-token",
    "Mapbox token",
    "pk.eyj sk.eyj",
    "\\b(sk\\.eyJ[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]{22})"
  ),
  keyed("mapbox-token", "Mapbox token", "mapbox", "mapbox", "pk\\.[a-z0-9]{60}\\.[a-z0-9]{22}", {
    severity: "medium"
  }),
  keyed("lob-key", "Lob key", "lob", "\\blob", "(?:live|test)_(?:pub_)?[0-9a-f]{31,35}", { minEntropy: 3 }),
  keyed("gocardless-token", "GoCardless token", "gocardless", "gocardless", "live_[A-Za-z0-9_=-]{40}", {
    minEntropy: 3.3
  }),
  keyed("launchdarkly-key", "LaunchDarkly token", "launchdarkly", "launch_?darkly", "[A-Za-z0-9=_-]{40}", {
    minEntropy: 3.5
  }),
  keyed(
    "service-key",
    "key of a service",
    NAMED.replaceAll("|", " ").replaceAll("[_-]?", ""),
    NAMED,
    "[A-Za-z0-9][A-Za-z0-9=_+/-]{14,90}",
    {
      minEntropy: 3.5,
      severity: "high",
      confidence: 70
    }
  ),
  keyed(
    "service-key",
    "key of a service",
    MORE_NAMED.replaceAll("|", " ").replaceAll("[_-]?", ""),
    MORE_NAMED,
    "[A-Za-z0-9][A-Za-z0-9=_+/.-]{14,90}",
    { minEntropy: 3.2, isRandom: true, severity: "high", confidence: 70 }
  )
];

// src/analyzers/secrets/cloud-rules.ts
var UUID2 = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
var CLOUD_RULES = [
  token(
    "aws-access-key",
    "AWS access key ID",
    "akia asia abia acca",
    "\\b((?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\\b"
  ),
  keyed(
    "aws-secret-key",
    "AWS secret access key",
    "aws secret_access_key secretaccesskey",
    "aws[\\w .-]{0,20}(?:secret|sk|key)|secret_?access_?key",
    "[A-Za-z0-9/+]{40}",
    { minEntropy: 3.8, confidence: 92 }
  ),
  token("aws-bedrock-key", "Amazon Bedrock API key", "absk", "\\b(ABSK[A-Za-z0-9+/]{109,200}={0,2})"),
  token("google-api-key", "Google API key", "aiza", "\\b(AIza[0-9A-Za-z_-]{35})", { minEntropy: 3.5 }),
  token("google-oauth-secret", "Google OAuth client secret", "gocspx-", "\\b(GOCSPX-[0-9A-Za-z_-]{28})"),
  token("google-oauth-token", "Google OAuth access token", "ya29.", "\\b(ya29\\.[0-9A-Za-z_-]{30,300})"),
  token(
    "azure-client-secret",
    "Azure (Entra) client secret",
    "q~",
    "(?:^|[^A-Za-z0-9_~.-])([A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34})(?:[^A-Za-z0-9_~.-]|$)",
    { minEntropy: 3.5 }
  ),
  token(
    "azure-storage-key",
    "Azure storage account key",
    "accountkey",
    "[Aa]ccount[Kk]ey[ \\t]{0,3}=[ \\t]{0,3}([A-Za-z0-9+/]{86}==)",
    { minEntropy: 4 }
  ),
  token(
    "azure-shared-access-key",
    "Azure shared access key",
    "sharedaccesskey",
    "[Ss]hared[Aa]ccess[Kk]ey[ \\t]{0,3}=[ \\t]{0,3}([A-Za-z0-9+/]{43}=)",
    { minEntropy: 4 }
  ),
  token(
    "azure-sas-signature",
    "Azure SAS signature",
    "sig=",
    `[?&](?:sv|se|sp|sr|st)=[^\\s"'<>]{1,300}&sig=([A-Za-z0-9%/+]{40,60}(?:%3[Dd]|=))`,
    { minEntropy: 3.5, severity: "high" }
  ),
  token("azure-devops-token", "Azure DevOps token", "azdo", "\\b([A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})\\b", {
    minEntropy: 3.5
  }),
  token(
    "digitalocean-token",
    "DigitalOcean token",
    "dop_v1_ doo_v1_ dor_v1_",
    "\\b(do[opr]_v1_[0-9a-f]{64})\\b"
  ),
  token("alibaba-access-key", "Alibaba Cloud access key ID", "ltai", "\\b(LTAI[A-Za-z0-9]{16,20})\\b", {
    minEntropy: 3.3,
    confidence: 85
  }),
  token("tencent-secret-id", "Tencent Cloud secret ID", "akid", "\\b(AKID[A-Za-z0-9]{32})\\b", {
    minEntropy: 3.5,
    confidence: 85
  }),
  token(
    "yandex-key",
    "Yandex Cloud key",
    "aqvn t1. y0_",
    "\\b(AQVN[A-Za-z0-9_-]{35,38}|t1\\.[A-Z0-9a-z_-]{30,300}[=]{0,2}\\.[A-Z0-9a-z_-]{86}[=]{0,2})",
    { minEntropy: 3.5 }
  ),
  token("heroku-key", "Heroku API key", "hrku-", "\\b(HRKU-AA[0-9A-Za-z_-]{58})", { minEntropy: 3.5 }),
  keyed("heroku-key", "Heroku API key", "heroku", "heroku", UUID2),
  token(
    "cloudflare-origin-key",
    "Cloudflare origin CA key",
    "v1.0-",
    "\\b(v1\\.0-[0-9a-f]{24}-[0-9a-f]{146})\\b"
  ),
  token(
    "cloudflare-token",
    "Cloudflare API token",
    "cfut_ cfat_ cfk_",
    "\\b(cf(?:ut|at|k)_[A-Za-z0-9]{40,60})"
  ),
  keyed(
    "cloudflare-token",
    "Cloudflare API token",
    "cloudflare cf_api",
    "cloudflare[\\w-]{0,20}(?:key|token)|cf_api_(?:key|token)",
    "[A-Za-z0-9_-]{40}|[0-9a-f]{37}",
    { minEntropy: 3.3 }
  ),
  token("netlify-token", "Netlify access token", "nfp_ nfc_ nfo_", "\\b(nf[pco]_[A-Za-z0-9]{36,40})\\b"),
  token("vercel-token", "Vercel token", "vcp_ vck_ vci_ vca_ vcr_", "\\b(vc[pkiar]_[A-Za-z0-9]{24,60})\\b", {
    minEntropy: 3.5
  }),
  token(
    "flyio-token",
    "Fly.io access token",
    "fo1_ fm1_ fm1r_ fm1a_ fm2_",
    "\\b(fo1_[\\w-]{43}|fm1[ar]?_[A-Za-z0-9+/]{100,600}={0,3}|fm2_[A-Za-z0-9+/]{100,600}={0,3})",
    { minEntropy: 4 }
  ),
  token("render-token", "Render API key", "rnd_", "\\b(rnd_[A-Za-z0-9]{26,40})\\b", { minEntropy: 3.5 }),
  token(
    "supabase-key",
    "Supabase key",
    "sbp_ sb_secret_",
    "\\b(sbp_[0-9a-f]{40}|sb_secret_[A-Za-z0-9_-]{31,40})"
  ),
  token("neon-key", "Neon API key", "napi_", "\\b(napi_[a-z0-9]{60,70})\\b", { minEntropy: 3.5 }),
  token("planetscale-token", "PlanetScale token", "pscale_", "\\b(pscale_(?:tkn|oauth|pw)_[\\w=.-]{32,64})", {
    minEntropy: 3
  }),
  token("vault-token", "HashiCorp Vault token", "hvs. hvb. hvr.", "\\b(hv[sbr]\\.[A-Za-z0-9_-]{24,300})", {
    minEntropy: 3.5
  }),
  keyed("vault-token", "HashiCorp Vault token", "vault", "vault", "s\\.[A-Za-z0-9]{24}", { minEntropy: 3.8 }),
  keyed(
    "azure-devops-token",
    "Azure DevOps token",
    "azure_devops azuredevops azdo vsts",
    "azure[_-]?devops|azdo|vsts",
    "[a-z2-7]{52}",
    { minEntropy: 3.5 }
  ),
  token(
    "terraform-token",
    "Terraform Cloud token",
    ".atlasv1.",
    "\\b([A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9=_-]{60,70})",
    { minEntropy: 3.5 }
  ),
  token("pulumi-token", "Pulumi access token", "pul-", "\\b(pul-[0-9a-f]{40})\\b"),
  token(
    "doppler-token",
    "Doppler token",
    "dp.",
    "\\b(dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44})\\b",
    { minEntropy: 3.5 }
  ),
  token("databricks-token", "Databricks token", "dapi", "\\b(dapi[0-9a-f]{32}(?:-[0-9])?)\\b"),
  token(
    "tailscale-key",
    "Tailscale key",
    "tskey-",
    "\\b(tskey-[a-z]{2,12}-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{8,60})"
  ),
  token(
    "age-secret-key",
    "age secret key",
    "age-secret-key-",
    "\\b(AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})"
  ),
  token(
    "dynatrace-token",
    "Dynatrace token",
    "dt0",
    "\\b(dt0[a-z][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64})\\b"
  ),
  token(
    "1password-secret-key",
    "1Password secret key",
    "a3-",
    "\\b(A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})\\b",
    { minEntropy: 3.3 }
  ),
  token(
    "1password-service-token",
    "1Password service account token",
    "ops_eyj",
    "\\b(ops_eyJ[A-Za-z0-9+/_-]{200,1000})",
    { minEntropy: 4 }
  ),
  token("scaleway-key", "Scaleway access key", "scw", "\\b(SCW[A-Z0-9]{17})\\b", {
    minEntropy: 3.3,
    confidence: 75,
    severity: "high"
  }),
  keyed("fastly-token", "Fastly API token", "fastly", "fastly", "[A-Za-z0-9_-]{32}", { minEntropy: 3.5 }),
  keyed(
    "confluent-key",
    "Confluent Cloud key",
    "confluent",
    "confluent",
    "[A-Za-z0-9/+]{64}|[A-Za-z0-9]{16}",
    { minEntropy: 3.3 }
  ),
  keyed("okta-token", "Okta API token", "okta", "okta", "00[A-Za-z0-9_-]{40}", { minEntropy: 3.5 }),
  keyed("octopus-key", "Octopus Deploy API key", "api-", "octopus", "API-[A-Z0-9]{26}", { minEntropy: 3 }),
  token("octopus-key", "Octopus Deploy API key", "api-", "\\b(API-[A-Z0-9]{26})\\b", {
    minEntropy: 3.4,
    confidence: 75
  })
];

// src/analyzers/secrets/entropy.ts
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

// src/analyzers/secrets/placeholder.ts
var TEMPLATE = /[<>]|\$\{|\{\{|\$\(|%\(|%\{|\*{3}|\.{3}|…|•|#\{|\[\[|process\.env|os\.environ|getenv/;
var WORDS = /example|placeholder|change[-_ ]?(?:me|it|this)|your[-_ ]?[a-z]|dummy|sample|redacted|insert|replace[-_ ]?|fake|not[-_ ]?(?:a[-_ ]?)?(?:real|secret)|foobar|lorem|secret[-_]?here|goes[-_]?here|[kt]e[yn][-_]?here|todo|removed|masked|hidden|undefined|notused|xxxx|0{8}/;
var DOCUMENTED = [
  ["4eC39HqLyjW", "DarjtT1zdp7dc"],
  ["BQokikJOvBiI", "2HlWgH4olfQ2"],
  ["eyJzdWIiOiIxMjM0", "NTY3ODkwIi"],
  ["Eby8vdM02xNO", "cqFlqUwJPLlm"],
  ["C2y6yDjf5/R+", "ob0N8A7Cgv30"],
  ["wJalrXUtnFEMI", "/K7MDENG"]
].map((halves) => halves.join(""));
function isPlaceholder(value, isLive = false) {
  if (TEMPLATE.test(value) || WORDS.test(value.toLowerCase())) return true;
  if (!isLive && DOCUMENTED.some((fragment) => value.includes(fragment))) return true;
  return value.length >= 16 && new Set(value.toLowerCase()).size <= 4;
}
function isSequence(value) {
  const lower = value.toLowerCase();
  return /123456789|23456789a|abcdefgh|qwertyui|asdfghjk|deadbeef|cafebabe/.test(lower);
}
var COMMON = new Set(
  "password passwd pass secret root admin administrator postgres mysql mongo redis guest user username test testing test123 local localhost dev develop development docker default none null true false empty string token key hunter2 letmein qwerty mypassword mysecret secretpassword password1 password123 pass123 passw0rd p4ssw0rd rabbitmq minio minioadmin sa oracle elastic pwd secret123 admin123 supersecret 123456 12345678 1234567890 mydb app demo basic bearer".split(" ")
);
function isCommonWord(value) {
  return COMMON.has(value.toLowerCase());
}
function looksRandom(value) {
  if (value.length < 16 || value.length > 300 || /\s/.test(value)) return false;
  const digits = value.replace(/[^0-9]/g, "").length;
  const letters = value.replace(/[^A-Za-z]/g, "").length;
  if (digits < 2 && !isMixedAtRandom(value) || letters < 4) return false;
  const isHex = /^[0-9a-f]{16,300}$/i.test(value);
  if (entropy(value) < (isHex ? 2.9 : 3.5)) return false;
  return isHex || !isMadeOfWords(value);
}
function isMadeOfWords(value) {
  const pieces = value.split(/[-_./:\\@]|(?=[A-Z][a-z])/).filter((piece) => piece !== "");
  const words = pieces.filter(
    (piece) => /^(?:[A-Za-z]?[a-z]{2,20}|[A-Z]{2,12}|v?[0-9]{1,4}|[a-z]{3,12}[0-9]{1,3})$/.test(piece)
  );
  return words.length / pieces.length > 0.7;
}
function isMixedAtRandom(value) {
  if (value.length < 24 || !/^[A-Za-z0-9+/_=-]{24,300}$/.test(value)) return false;
  const changes = value.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  return changes / value.length > 0.38 && entropy(value) >= 4;
}

// src/analyzers/secrets/command-passwords.ts
var VALUE = `["']?([^\\s"'$<>{}()\`|;&]{6,200})`;
var COMMANDS = [
  "\\b(?:docker|podman|helm|oras|skopeo|buildah|nerdctl|crane)\\b[^\\n]{0,60}?\\blogin\\b[^\\n]{0,120}?[ \\t]-p[ \\t=]",
  "\\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\\b[^\\n]{0,120}?[ \\t]-p",
  "\\bsshpass[ \\t]{1,4}-p[ \\t]{0,4}",
  "\\bredis-cli\\b[^\\n]{0,120}?[ \\t]-a[ \\t]{1,4}",
  "\\b(?:mongo|mongosh|mongodump|mongorestore)\\b[^\\n]{0,120}?[ \\t]-p[ \\t]{1,4}",
  "\\b(?:sqlcmd|bcp)\\b[^\\n]{0,120}?[ \\t]-P[ \\t]{0,4}",
  `\\bpass(?:in|out)[ \\t]{1,4}["']?pass:`,
  "\\bcurl\\b[^\\n]{0,200}?[ \\t]--oauth2-bearer[ \\t=]{1,4}",
  "(?:^|[ \\t;&])[A-Z0-9_]{0,30}(?:PASSWORD|PASSWD|TOKEN|SECRET|API_KEY|ACCESS_KEY)=",
  "^[ \\t]{0,8}ENV[ \\t]{1,4}[A-Z0-9_]{0,30}(?:PASSWORD|PASSWD|TOKEN|SECRET|API_KEY|ACCESS_KEY)[ \\t]{1,4}",
  "(?:^|[ \\t])--(?:[a-z]{1,20}-){0,2}(?:password|passwd|passphrase|api-key|apikey|access-token|auth-token|secret-key|client-secret|token)[ \\t=]{1,4}",
  "^[ \\t]{0,8}machine[ \\t]{1,4}\\S{1,100}[ \\t]{1,4}login[ \\t]{1,4}\\S{1,100}[ \\t]{1,4}password[ \\t]{1,4}"
].map((before) => new RegExp(`${before}${VALUE}`, "gm"));
var CURL_USER = /\bcurl\b[^\n]{0,200}?[ \t](?:-[a-zA-Z]{0,6}u|--user)[ =]?["']?([^\s:"'`$]{1,200}):([^\s"'`$<>{}]{0,120})/g;
var LONGEST_LINE = 4e3;
var SHORTEST_LINE = 16;
var HINT = /pass|login|token|secret|-key|_key|curl|mysql|maria|redis|mongo|sqlcmd|bcp/i;
function findCommandPasswords(text) {
  const found = [];
  if (!HINT.test(text)) return found;
  let at = 0;
  for (const line of text.split("\n")) {
    const isCommand = line.length >= SHORTEST_LINE && line.length <= LONGEST_LINE;
    if (isCommand && HINT.test(line)) findInLine(line, at, found);
    at += line.length + 1;
  }
  return found;
}
function findInLine(line, at, found) {
  for (const pattern of COMMANDS) {
    for (const match of line.matchAll(pattern)) {
      const value = match[1] ?? "";
      if (isSecretArgument(value))
        found.push(candidate(at + match.index + match[0].lastIndexOf(value), value));
    }
  }
  for (const match of line.matchAll(CURL_USER)) {
    const [whole, user = "", password = ""] = match;
    const isKey = password === "" || /^x$/i.test(password);
    const value = isKey ? user : password;
    if (isKey ? looksRandom(value) && !isPlaceholder(value) : value.length >= 4 && isHidden(value))
      found.push(candidate(at + match.index + whole.lastIndexOf(isKey ? `${value}:` : value), value));
  }
}
function isSecretArgument(value) {
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
  if (/^[-/.~@%\\]|^[A-Z_]+$|^[a-z]+[A-Z][A-Za-z]*$/.test(value) || /^https?:|\.(?:txt|json|ya?ml|env)$/.test(value))
    return false;
  return isHidden(value) && (looksRandom(value) || classes >= 3 && /[0-9]/.test(value) && value.length >= 8);
}
function isHidden(value) {
  return !isPlaceholder(value) && !isCommonWord(value);
}
function candidate(start, value) {
  return {
    start,
    end: start + value.length,
    kind: "password of a command",
    ruleId: "command-password",
    severity: "high",
    confidence: 70
  };
}

// src/analyzers/secrets/credential-urls.ts
var URL_WITH_PASSWORD = /\b([a-z][a-z0-9+]{1,15}):\/\/([^\s:@/'"`<>{}()|]{0,80}):([^\s@'"`<>{}()|/]{3,200})@([A-Za-z0-9._[\]-]{1,200})/gi;
var CONNECTION_STRING = /\b(?:server|data source|host|addr|address|uid|user id|user|username)=[^\n;"'`]{1,200};(?:[^\n;"'`=]{1,30}=[^\n;"'`]{0,100};){0,8}[ ]?(?:password|pwd)=([^;"'`\s]{4,100})/gi;
var DATABASE = /^(?:postgres(?:ql)?|mysql2?|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|oracle|db2|cassandra|neo4j|bolt|nats|kafka|ldaps?|couchdb|elasticsearch|snowflake|redshift|influxdb)/i;
var OWN_MACHINE = /^(?:localhost|127\.|0\.0\.0\.0|\[::1?\]|host\.docker\.internal|[a-z_-]{1,20}$)/i;
var DOCUMENTATION_HOST = /(?:^|\.)(?:example\.(?:com|org|net|edu)|example|invalid|test)$/i;
function findCredentialUrls(text) {
  const found = [];
  if (text.includes("://") && text.includes("@")) {
    for (const match of text.matchAll(URL_WITH_PASSWORD)) pushUrl(match, found);
  }
  for (const match of text.matchAll(CONNECTION_STRING)) {
    const password = match[1] ?? "";
    if (isPlaceholder(password) || isCommonWord(password) || password.startsWith("$")) continue;
    const end = match.index + match[0].length;
    found.push({
      start: end - password.length,
      end,
      kind: "database password",
      ruleId: "connection-string-password",
      severity: "high",
      confidence: 80
    });
  }
  return found;
}
function pushUrl(match, found) {
  const [, scheme = "", user = "", password = "", host = ""] = match;
  if (isPlaceholder(password) || isCommonWord(password) || /^(?:\$|%[A-Z_a-z]{3}|:|\{|\[)/.test(password))
    return;
  if (password.toLowerCase() === user.toLowerCase() || /^[A-Z_]{3,40}$/.test(password)) return;
  if (DOCUMENTATION_HOST.test(host) || /^(?:user(?:name)?|login|foo)$/i.test(user)) return;
  const isDatabase = DATABASE.test(scheme);
  const isOwn = OWN_MACHINE.test(host);
  const start = match.index + scheme.length + 3 + user.length + 1;
  found.push({
    start,
    end: start + password.length,
    kind: isDatabase ? "database password in a URL" : "password in a URL",
    ruleId: isDatabase ? "database-url-password" : "url-password",
    severity: isOwn ? "medium" : "high",
    confidence: isOwn ? 55 : 85
  });
}

// src/analyzers/secrets/developer-rules.ts
var UUID3 = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
var DEVELOPER_RULES = [
  token("github-token", "GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", "\\b(gh[pousr]_[A-Za-z0-9]{36,255})", {
    minEntropy: 3.3
  }),
  // Since April 2026: the number of the App and a JSON Web Token.
  token(
    "github-token",
    "GitHub installation token",
    "ghs_",
    "\\b(ghs_[0-9]{1,20}_[A-Za-z0-9_-]{16,1000}\\.[A-Za-z0-9_-]{16,1000}\\.[A-Za-z0-9_-]{16,1000})",
    { minEntropy: 3.5 }
  ),
  token(
    "github-token",
    "GitHub fine-grained token",
    "github_pat_",
    "\\b(github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})",
    { minEntropy: 3.5 }
  ),
  token(
    "gitlab-token",
    "GitLab token",
    "glpat- gldt- glrt- glrtr- glcbt- glptt- glft- glsoat- glagent- glimt- glffct- gloas- glwt-",
    "\\b(gl(?:pat|dt|rtr?|cbt|ptt|ft|soat|agent|imt|ffct|oas|wt)-[A-Za-z0-9_.=-]{20,300})",
    { minEntropy: 2.8 }
  ),
  token(
    "gitlab-token",
    "GitLab runner registration token",
    "gr1348941",
    "\\b(GR1348941[A-Za-z0-9_-]{20,40})"
  ),
  token("gitlab-token", "GitLab session cookie", "_gitlab_session", "_gitlab_session=([0-9a-z]{32})", {
    severity: "high"
  }),
  token("bitbucket-token", "Bitbucket token", "atbb", "\\b(ATBB[A-Za-z0-9]{32})\\b", { minEntropy: 3.5 }),
  token(
    "atlassian-token",
    "Atlassian API token",
    "atatt3xffgf0 atctt3xffgn0",
    "\\b(AT(?:ATT3xFfGF0|CTT3xFfGN0)[A-Za-z0-9_=-]{60,300})"
  ),
  // "-----BEGIN … PRIVATE KEY" in Base64, as in values of Secrets and in variables of pipelines.
  token(
    "encoded-private-key",
    "private key in Base64",
    "ls0tls1crudjti",
    "\\b(LS0tLS1CRUdJTi(?:BSU0EgUFJJVkFUR|BQUklWQVRFIEtF|BFQyBQUklWQVRF|BPUEVOU1NIIFBSSVZBVEUg|BEU0EgUFJJVkFUR|BFTkNSWVBURUQgUFJJVkFUR)[A-Za-z0-9+/]{100,1000}={0,2})",
    { minEntropy: 4 }
  ),
  token("npm-token", "npm access token", "npm_", "\\b(npm_[A-Za-z0-9]{36})\\b"),
  token(
    "npm-token",
    "npm registry credential",
    "_auth",
    `_auth(?:[Tt]oken)?[ \\t]{0,3}=[ \\t]{0,3}["']?([A-Za-z0-9+/=_.-]{20,300})`,
    { minEntropy: 3.3, confidence: 85 }
  ),
  token(
    "pypi-token",
    "PyPI upload token",
    "pypi-ag",
    "\\b(pypi-Ag(?:EIcHlwaS5vcmc|ENdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000})"
  ),
  token("rubygems-key", "RubyGems API key", "rubygems_", "\\b(rubygems_[0-9a-f]{48})\\b"),
  token("nuget-key", "NuGet API key", "oy2", "\\b(oy2[a-z0-9]{43})\\b", { minEntropy: 3.5 }),
  token("crates-token", "crates.io token", "cio", "\\b(cio[A-Za-z0-9]{32})\\b", {
    minEntropy: 3.8,
    confidence: 80
  }),
  token("clojars-token", "Clojars token", "clojars_", "\\b(CLOJARS_[a-z0-9]{60})\\b"),
  token("docker-token", "Docker Hub token", "dckr_", "\\b(dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40})"),
  token(
    "docker-auth",
    "Docker registry credential",
    '"auth"',
    '"auth"[ \\t]{0,4}:[ \\t]{0,4}"([A-Za-z0-9+/]{16,400}={0,2})"',
    { minEntropy: 3.5, confidence: 80, severity: "high" }
  ),
  token(
    "jfrog-token",
    "JFrog Artifactory key",
    "akcp cmvmd",
    "\\b(AKCp[A-Za-z0-9]{69}|cmVmd[A-Za-z0-9]{59})\\b",
    { minEntropy: 3.5 }
  ),
  token(
    "circleci-token",
    "CircleCI token",
    "ccipat_ cciprj_",
    "\\b(CCI(?:PAT|PRJ)_[A-Za-z0-9]{22}_[0-9a-f]{40})\\b"
  ),
  token("buildkite-token", "Buildkite token", "bkua_ bkaj_", "\\b(bk(?:ua|aj)_[0-9a-f]{40})\\b"),
  token("sonar-token", "SonarQube token", "sqp_ squ_ sqa_", "\\b(sq[pua]_[0-9a-f]{40})\\b"),
  keyed("sonar-token", "SonarQube token", "sonar", "sonar[\\w.-]{0,12}(?:login|token)", "[0-9a-f]{40}", {
    minEntropy: 3
  }),
  keyed("codecov-token", "Codecov token", "codecov", "codecov[\\w-]{0,12}token", UUID3, { severity: "high" }),
  keyed("snyk-token", "Snyk token", "snyk", "snyk", UUID3),
  token("postman-key", "Postman API key", "pmak-", "\\b(PMAK-[0-9a-f]{24}-[0-9a-f]{34})\\b"),
  token("readme-key", "ReadMe API key", "rdme_", "\\b(rdme_[a-z0-9]{70})\\b"),
  token("prefect-key", "Prefect API key", "pnu_ pnb_", "\\b(pn[ub]_[A-Za-z0-9]{36})\\b"),
  token("sourcegraph-token", "Sourcegraph token", "sgp_", "\\b(sgp_(?:[0-9A-Za-z]{1,16}_)?[0-9a-f]{40})\\b"),
  token(
    "grafana-token",
    "Grafana token",
    "glc_ glsa_ eyjriji",
    "\\b(glc_[A-Za-z0-9+/]{32,400}={0,3}|glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8}|eyJrIjoi[A-Za-z0-9]{70,400}={0,3})",
    { minEntropy: 3.5 }
  ),
  token(
    "newrelic-key",
    "New Relic key",
    "nrak- nrjs- nrra- nrii- nraa-",
    "\\b(NR(?:AK|JS|RA|II|AA)-[A-Za-z0-9_-]{19,42})",
    { minEntropy: 3 }
  ),
  keyed(
    "newrelic-key",
    "New Relic license key",
    "nral new_relic newrelic",
    "new[_-]?relic",
    "[0-9a-f]{36}NRAL|[0-9a-f]{40}",
    { minEntropy: 3 }
  ),
  keyed(
    "datadog-key",
    "Datadog key",
    "datadog dd_api dd_app",
    "datadog|dd_(?:api|app)",
    "[0-9a-f]{32}|[0-9a-f]{40}",
    { minEntropy: 3 }
  ),
  token(
    "sentry-token",
    "Sentry token",
    "sntrys_ sntryu_",
    "\\b(sntrys_eyJ[A-Za-z0-9+/_=-]{60,600}|sntryu_[0-9a-f]{64})",
    { minEntropy: 3.5 }
  ),
  keyed("sumologic-key", "Sumo Logic access key", "sumo", "\\bsumo(?:logic)?[_. -]", "su[A-Za-z0-9]{12}", {
    minEntropy: 3,
    severity: "high"
  }),
  keyed(
    "sumologic-key",
    "Sumo Logic access key",
    "sumo",
    "\\bsumo(?:logic)?[_. -][\\w.-]{0,20}(?:key|secret|token)",
    "[A-Za-z0-9]{64}",
    { minEntropy: 3.5 }
  ),
  token(
    "contribsys-credential",
    "Sidekiq licence credential",
    "contribsys__com",
    `BUNDLE_(?:ENTERPRISE|GEMS)__CONTRIBSYS__COM[ \\t]{0,3}[=:][ \\t]{0,3}["']?([0-9a-f]{8}:[0-9a-f]{8})`,
    { minEntropy: 2, confidence: 85 }
  ),
  token(
    "contribsys-credential",
    "Sidekiq licence credential",
    ".contribsys.com",
    "://([0-9a-f]{8}:[0-9a-f]{8})@(?:gems|enterprise)\\.contribsys\\.com",
    { minEntropy: 2, confidence: 85 }
  ),
  token(
    "linear-key",
    "Linear API key",
    "lin_api_ lin_oauth_",
    "\\b(lin_(?:api|oauth)_[A-Za-z0-9]{40,64})\\b"
  ),
  token(
    "notion-token",
    "Notion token",
    "ntn_ secret_",
    "\\b(ntn_[0-9]{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43})\\b",
    { minEntropy: 3.8 }
  ),
  token("airtable-token", "Airtable token", "pat", "\\b(pat[A-Za-z0-9]{14}\\.[0-9a-f]{64})\\b"),
  token("figma-token", "Figma token", "figd_ figo_ figu_", "\\b(fig[dou]_[A-Za-z0-9_-]{40,60})"),
  token("contentful-token", "Contentful token", "cfpat-", "\\b(CFPAT-[A-Za-z0-9_-]{43})"),
  token("typeform-token", "Typeform token", "tfp_", "\\b(tfp_[A-Za-z0-9_.=-]{44,64})", { minEntropy: 3.5 }),
  token("wakatime-key", "WakaTime key", "waka_", `\\b(waka_${UUID3})\\b`),
  token("dropbox-token", "Dropbox token", "aaaaaaaaaa", "\\b([a-z0-9]{11}AAAAAAAAAA[A-Za-z0-9_=-]{43})", {
    minEntropy: 3.5
  }),
  token("dropbox-token", "Dropbox token", "sl.", "\\b(sl\\.(?:u\\.)?[A-Za-z0-9_-]{130,600})", {
    minEntropy: 4
  })
];

// src/analyzers/secrets/generic-secrets.ts
var WORD = "passw(?:or)?d|passphrase|pwd|secret|token|credentials?|api[_-]?key|apikey|access[_-]?key|auth[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|master[_-]?key|client[_-]?key|license[_-]?key|salt";
var QUOTED = new RegExp(
  `(${WORD})([\\w.-]{0,40})["'\`\\]]{0,3}[ \\t]{0,8}(?::[ \\t]{0,3}(?:string|str|String)[ \\t]{0,3})?(:=|=>|={1,3}|:|,|\\|\\||\\?\\?)[ \\t]{0,8}[bru]?(["'\`])([^"'\`\\n]{6,300})["'\`]`,
  "gi"
);
var BARE = new RegExp(
  `^[ \\t-]{0,40}(?:export[ \\t]{1,4}|set[ \\t]{1,4}|ENV[ \\t]{1,4}|ARG[ \\t]{1,4})?[\\w.-]{0,60}?(${WORD})([\\w.-]{0,40})[ \\t]{0,8}([=:])[ \\t]{0,8}([^\\s"'\`#(){}\\[\\],;<>$&|]{8,300})[ \\t]{0,40}\\r?$`,
  "gim"
);
var HEADER = /\b(?:authorization|(?:[a-z]{1,20}-){0,3}(?:api-?key|auth-token|access-token|api-token|vault-token|private-token|job-token|app-key|auth-key|secret-key|art-api))["'`]?[ \t]{0,3}[:=,][ \t]{0,3}["'`]?(?:(?:bearer|token|apikey|api-key|key|bot)[ \t]{1,3}(?:token=["']?)?)?([A-Za-z0-9+/=_.~-]{16,300})/gi;
var BASIC = /\bauthorization["'`]?[ \t]{0,3}[:=,][ \t]{0,3}["'`]?basic[ \t]{1,3}([A-Za-z0-9+/]{8,300}={0,2})/gi;
var QUERY = /[?&](?:api_?key|apikey|access_?token|auth_?token|token|secret|client_?secret|private_?token)=([A-Za-z0-9_.~%-]{20,300})/gi;
var SETTER = /\b(?:set|with)_?(?:password|passphrase|secret|api_?key|auth_?token|access_?token|client_?secret|secret_?key)\([ \t]{0,4}["']([^"'\n]{8,300})["'][ \t]{0,4}\)/gi;
var ABOUT = /^(?:s?[_.-]?(?:name|label|field|path|file|dir|url|uri|endpoint|type|kind|placeholder|hint|regex|pattern|length|len|min|max|size|count|limit|expir|ttl|age|header|title|message|msg|error|class|format|prefix|suffix|policy|rule|id$|ids$|input|param|arg|env|var|ref|column|attr|selector|text|desc|help|scope|issuer|audience|algorithm|provider|manager|service|store|source|reset|forgot|confirm|valid|strength|version|usage|budget|event|action|route|page|view|form|mode|status|state|role|owner|user|location|alias|template|example))/i;
function findGenericSecrets(text) {
  const lower = text.toLowerCase();
  if (!/pass|pwd|secret|token|credential|key|salt|authorization/.test(lower)) return [];
  const found = [];
  for (const match of text.matchAll(QUOTED)) {
    const value = match[5] ?? "";
    const start = match.index + match[0].length - 1 - value.length;
    if (!ABOUT.test(match[2] ?? "")) push(start, value, match[1] ?? "", true, found);
  }
  for (const match of text.matchAll(BARE)) {
    const value = match[4] ?? "";
    const start = match.index + match[0].lastIndexOf(value);
    if (!ABOUT.test(match[2] ?? "")) push(start, value, match[1] ?? "", false, found);
  }
  for (const match of text.matchAll(HEADER)) pushHeader(match, looksRandom, found);
  for (const match of text.matchAll(BASIC)) pushHeader(match, holdsPassword, found);
  for (const match of text.matchAll(QUERY)) {
    const value = match[1] ?? "";
    push(match.index + match[0].length - value.length, value, "token", true, found);
  }
  for (const match of text.matchAll(SETTER)) {
    const value = match[1] ?? "";
    push(match.index + match[0].lastIndexOf(value), value, "password", true, found);
  }
  const isSealed = /^[ \t]{0,20}["']?kind["']?[ \t]{0,4}:[ \t]{0,4}["']?SealedSecret\b/m.test(text);
  return isSealed ? found.filter(({ start }) => !text.startsWith("Ag", start)) : found;
}
function pushHeader(match, isCredential, found) {
  const value = match[1] ?? "";
  if (!isCredential(value) || isPlaceholder(value) || isSequence(value)) return;
  const start = match.index + match[0].length - value.length;
  found.push({
    start,
    end: start + value.length,
    kind: "authorization header",
    ruleId: "authorization-header",
    severity: "high",
    confidence: 75
  });
}
function holdsPassword(value) {
  if (value.replace(/=+$/, "").length % 4 === 1) return false;
  let plain;
  try {
    plain = atob(value);
  } catch {
    return false;
  }
  const [, password = ""] = /^[\x21-\x39\x3b-\x7e]{0,100}:([\x21-\x7e]{4,200})$/.exec(plain) ?? [];
  return password !== "" && !isPlaceholder(password) && !isCommonWord(password);
}
function push(start, value, word, isQuoted, found) {
  if (isPlaceholder(value) || isCommonWord(value) || value.startsWith("$") || value.startsWith("@")) return;
  if (/^(?:https?|file|arn|urn|data):|^[./~\\]|^(?:sha(?:1|256|384|512)|md5)[-:]/i.test(value)) return;
  const span = { start, end: start + value.length };
  if (looksRandom(value) && !isSequence(value)) {
    found.push({
      ...span,
      kind: `${nameOf(word)} in plain text`,
      ruleId: "generic-secret",
      severity: "high",
      confidence: isQuoted ? 80 : 65
    });
  } else if (/^(?:pass|pwd|secret)/i.test(word) && looksLikePassword(value) && (isQuoted || hasThreeClasses(value))) {
    found.push({
      ...span,
      kind: `${nameOf(word)} in plain text`,
      ruleId: "hard-coded-password",
      severity: "medium",
      confidence: 60
    });
  }
}
function looksLikePassword(value) {
  if (value.length < 8 || value.length > 64 || /[\s%{}()=\\/]/.test(value)) return false;
  return /[A-Za-z]/.test(value) && /[0-9]/.test(value) && entropy(value) >= 2.5 && !/^[a-z]+[-_.:][a-z0-9-_.:]+$/.test(value);
}
function hasThreeClasses(value) {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9_.-]/].filter((one) => one.test(value)).length >= 3;
}
function nameOf(word) {
  const lower = word.toLowerCase();
  if (lower.startsWith("pass") || lower === "pwd") return "password";
  return lower.includes("key") ? "key" : lower.replace(/s$/, "");
}

// src/analyzers/secrets/manifest-secrets.ts
var IS_SECRET = /^[ \t]{0,20}["']?kind["']?[ \t]{0,4}:[ \t]{0,4}["']?Secret["']?[ \t]{0,4},?\r?$/m;
var DATA = /^([ \t]{0,20})["']?(data|stringData)["']?[ \t]{0,4}:[ \t]{0,4}\{?[ \t]{0,4}\r?$/;
var ENTRY = /^([ \t]{1,40})["']?([\w.-]{1,100})["']?[ \t]{0,4}:[ \t]{0,4}["']?([^\s"'{}<>|>]{6,4000})["']?,?[ \t]{0,4}\r?$/;
var HARMLESS = /(?:user(?:name)?|host|port|url|uri|endpoint|region|email|namespace|name|type|mode)$|(?:ca|tls)\.crt$/i;
var LONGEST = 5e5;
function findManifestSecrets(text) {
  if (text.length > LONGEST || !IS_SECRET.test(text)) return [];
  const found = [];
  let at = 0;
  for (const manifest of text.split(/^(?=---[ \t]*\r?$)/m)) {
    if (IS_SECRET.test(manifest)) takeEntries(manifest, at, found);
    at += manifest.length;
  }
  return found;
}
function takeEntries(manifest, offset, found) {
  let inside = null;
  let at = offset;
  for (const line of manifest.split("\n")) {
    const start = at;
    at += line.length + 1;
    const block = DATA.exec(line);
    if (block !== null) {
      inside = { indent: (block[1] ?? "").length, isEncoded: block[2] === "data" };
      continue;
    }
    if (line.trim() === "" || inside === null) continue;
    const [, , key = "", value = ""] = ENTRY.exec(line) ?? [];
    if (line.length - line.trimStart().length <= inside.indent) inside = null;
    else if (value !== "" && isSecretEntry(key, value, inside.isEncoded)) {
      const from = start + line.lastIndexOf(value);
      found.push({
        start: from,
        end: from + value.length,
        kind: "value of a Kubernetes Secret",
        ruleId: "kubernetes-secret",
        severity: "high",
        confidence: 78
      });
    }
  }
}
function isSecretEntry(key, value, isEncoded) {
  if (HARMLESS.test(key) || /^(?:ENC\[|\$|%|vault:|ref\+|op:)/.test(value)) return false;
  const plain = isEncoded ? decoded(value) : value;
  return plain.length >= 4 && !isPlaceholder(plain) && !isCommonWord(plain) && !isPlaceholder(value);
}
function decoded(value) {
  if (!/^[A-Za-z0-9+/]{4,4000}={0,2}$/.test(value) || value.replace(/=+$/, "").length % 4 === 1) return "";
  try {
    return atob(value);
  } catch {
    return "";
  }
}

// src/analyzers/secrets/markup-secrets.ts
var NAME = "[\\w.:-]{0,40}(?:password|passwd|passphrase|secret|api[_-]?key|access[_-]?key|auth[_-]?key|token|private[_-]?key)";
var ELEMENT = new RegExp(`<(${NAME})>([^<>\\s]{6,300})</`, "gi");
var ATTRIBUTES = new RegExp(
  `\\b(?:key|name|id)="(${NAME})"[ \\t]{1,8}(?:value|content)="([^"\\s]{6,300})"`,
  "gi"
);
var NAMED_ELEMENT = new RegExp(
  `<\\w{1,20}[ \\t]{1,4}(?:key|name)="(${NAME})"[^<>]{0,80}>([^<>\\s]{6,300})</`,
  "gi"
);
function findMarkupSecrets(text) {
  if (!text.includes("<")) return [];
  const found = [];
  for (const pattern of [ELEMENT, ATTRIBUTES, NAMED_ELEMENT]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, name = "", value = ""] = match;
      if (!isSecretValue(name, value)) continue;
      const start = match.index + whole.lastIndexOf(value);
      const isPassword = /pass/i.test(name);
      found.push({
        start,
        end: start + value.length,
        kind: isPassword ? "password in a settings file" : "key in a settings file",
        ruleId: "markup-secret",
        severity: "high",
        confidence: looksRandom(value) ? 80 : 65
      });
    }
  }
  return found;
}
function isSecretValue(name, value) {
  if (isPlaceholder(value) || isCommonWord(value) || isSequence(value)) return false;
  if (/^[{$@%#/.\\]|^https?:|^(?:true|false)$/i.test(value)) return false;
  if (looksRandom(value)) return true;
  return /pass/i.test(name) && value.length >= 8 && /[0-9]/.test(value) && /[A-Za-z]/.test(value);
}

// src/analyzers/secrets/private-keys.ts
var BEGIN = /-{4,5} ?BEGIN ([A-Z0-9 ]{0,40})PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
var END = /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
var PUTTY = /PuTTY-User-Key-File-[23]:/g;
var LONGEST_BODY = 26e3;
function findPrivateKeys(text) {
  if (!text.includes("PRIVATE KEY") && !text.includes("PuTTY-User-Key")) return [];
  const found = [];
  const ends = [...text.matchAll(END)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length
  }));
  let next = 0;
  let covered = 0;
  for (const match of text.matchAll(BEGIN)) {
    const start = match.index + match[0].length;
    if (start < covered) continue;
    while (next < ends.length && ends[next].start < start) {
      pushBackwards(text, ends[next].start, covered, found);
      next += 1;
    }
    const close = ends[next];
    const isClosed = close !== void 0 && close.start - start <= LONGEST_BODY;
    const end = isClosed ? close.start : forwardsFrom(text, start);
    if (isClosed) next += 1;
    covered = isClosed ? close.end : end;
    push2(text, start, end, `${(match[1] ?? "").trim()} private key`.trim(), found);
  }
  for (; next < ends.length; next += 1) {
    pushBackwards(text, ends[next].start, covered, found);
    covered = ends[next].end;
  }
  for (const match of text.matchAll(PUTTY)) {
    const body = text.slice(match.index, match.index + LONGEST_BODY).search(/Private-Lines:[ \t]{0,3}[0-9]{1,3}/);
    if (body < 0) continue;
    const start = match.index + body + (/Private-Lines:[ \t]{0,3}[0-9]{1,3}/.exec(text.slice(match.index + body))?.[0].length ?? 0);
    push2(text, start, forwardsFrom(text, start), "PuTTY private key", found);
  }
  return found;
}
function forwardsFrom(text, start) {
  let end = start;
  const limit = Math.min(text.length, start + LONGEST_BODY);
  while (end < limit) {
    const lineEnd = text.indexOf("\n", end);
    const stop = lineEnd < 0 || lineEnd > limit ? limit : lineEnd;
    const line = text.slice(end, stop);
    if (end !== start && line.trim() !== "" && !/[A-Za-z0-9+/]{20}/.test(line) && !/^[ \t]*[A-Za-z-]{4,20}: /.test(line))
      break;
    end = stop + 1;
  }
  return Math.min(end, limit);
}
function pushBackwards(text, end, floor, found) {
  const limit = Math.max(floor, end - LONGEST_BODY);
  let start = end;
  while (start > limit) {
    const lineStart = text.lastIndexOf("\n", start - 2) + 1;
    const line = text.slice(lineStart, start);
    if (line.trim() !== "" && start !== end && !/[A-Za-z0-9+/]{20}/.test(line)) break;
    if (lineStart < limit) break;
    start = lineStart;
    if (lineStart === 0) break;
  }
  push2(text, start, end, "private key (end of one)", found);
}
function push2(text, start, end, kind, found) {
  const body = text.slice(start, end);
  const runs = body.match(/[A-Za-z0-9+/=]{16,}/g) ?? [];
  const characters = runs.join("");
  if (characters.length < 40 || new Set(characters).size < 12) return;
  found.push({ start, end, kind, ruleId: "private-key", severity: "critical", confidence: 97 });
}

// src/analyzers/secrets/secretlint.ts
var KINDS = /* @__PURE__ */ new Map([
  ["aws", "AWS credential"],
  ["gcp", "Google Cloud service account key"],
  ["npm", "npm credential"],
  ["openai", "OpenAI API key"],
  ["basicauth", "password in a URL"],
  ["database-connection-string", "database password in a URL"],
  ["github", "GitHub token"],
  ["gitlab", "GitLab token"],
  ["sendgrid", "SendGrid API key"],
  ["privatekey", "private key"]
]);
async function runSecretlint(text) {
  const { rules } = await import("./module-5JTSMD4J.js");
  const source = makeSource(text);
  const found = [];
  for (const rule of rules) {
    if (rule.meta.type !== "scanner" || !rule.meta.supportedContentTypes.includes("text")) continue;
    const name = rule.meta.id.replace("@secretlint/secretlint-rule-", "");
    const { file } = rule.create(
      {
        sharedOptions: {},
        createTranslator: () => (messageId) => ({
          message: "",
          messageId: String(messageId),
          data: void 0
        }),
        ignore: () => {
        },
        report: ({ message, range }) => {
          const candidate2 = toCandidate(name, message.messageId, text, range);
          if (candidate2 !== null) found.push(candidate2);
        }
      },
      {}
    );
    await file?.(source);
  }
  return found;
}
function toCandidate(name, messageId, text, [start, end]) {
  const value = text.slice(start, end);
  if (messageId === "AWSAccountID" || isPlaceholder(value, value.includes("_live_"))) return null;
  const isUrl = name === "basicauth" || name === "database-connection-string";
  return {
    start,
    end,
    kind: KINDS.get(name) ?? `${name} credential`,
    ruleId: name === "privatekey" ? "private-key" : `${name}-credential`,
    severity: isUrl ? "high" : "critical",
    confidence: 88
  };
}
function makeSource(text) {
  const position = { line: 1, column: 0 };
  return {
    hasBOM: false,
    content: text,
    filePath: void 0,
    physicalFilePath: void 0,
    contentType: "text",
    ext: "",
    getFilePath: () => void 0,
    getPhysicalFilePath: () => void 0,
    locationToRange: () => [0, 0],
    rangeToLocation: () => ({ start: position, end: position }),
    positionToIndex: () => 0,
    indexToPosition: () => position
  };
}

// src/analyzers/secrets/service-rules.ts
var UUID4 = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
var SERVICE_RULES = [
  token(
    "stripe-key",
    "Stripe live key",
    "sk_live_ rk_live_ sk_prod_",
    "\\b((?:sk|rk)_(?:live|prod)_[0-9A-Za-z]{10,247})"
  ),
  token(
    "stripe-test-key",
    "Stripe test key",
    "sk_test_ rk_test_",
    "\\b((?:sk|rk)_test_[0-9A-Za-z]{16,247})",
    { severity: "medium", confidence: 80 }
  ),
  token("stripe-webhook-secret", "Stripe webhook secret", "whsec_", "\\b(whsec_[A-Za-z0-9+/=]{32,64})", {
    severity: "high",
    minEntropy: 3.5
  }),
  token(
    "square-token",
    "Square token",
    "sq0atp- sq0csp- eaaa",
    "\\b(sq0[a-z]{3}-[0-9A-Za-z_-]{22,43}|EAAA[A-Za-z0-9+=-]{60})",
    { minEntropy: 3 }
  ),
  token(
    "shopify-token",
    "Shopify token",
    "shpat_ shpca_ shppa_ shpss_",
    "\\b(shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32})\\b"
  ),
  token(
    "braintree-token",
    "Braintree access token",
    "access_token$production$",
    "(access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32})"
  ),
  token("razorpay-key", "Razorpay live key", "rzp_live_", "\\b(rzp_live_[A-Za-z0-9]{14})\\b"),
  token(
    "flutterwave-key",
    "Flutterwave secret key",
    "flwseck",
    "\\b(FLWSECK(?:_TEST)?-[0-9A-Za-z]{12,40}(?:-X)?)"
  ),
  token(
    "plaid-token",
    "Plaid access token",
    "access-production- access-development-",
    `\\b(access-(?:production|development)-${UUID4})\\b`
  ),
  token("easypost-key", "EasyPost key", "ezak eztk", "\\b(EZ[AT]K[A-Za-z0-9]{54})\\b"),
  token("twilio-key", "Twilio API key", "sk", "\\b(SK[0-9a-f]{32})\\b", { confidence: 85 }),
  keyed(
    "twilio-token",
    "Twilio auth token",
    "twilio auth_token",
    "twilio[\\w .-]{0,30}(?:token|secret)|twilio",
    "[0-9a-f]{32}",
    { minEntropy: 3 }
  ),
  token("sendgrid-key", "SendGrid API key", "sg.", "\\b(SG\\.[A-Za-z0-9_-]{20,24}\\.[A-Za-z0-9_-]{39,50})", {
    minEntropy: 3.3
  }),
  token("mailgun-key", "Mailgun key", "key-", "\\b(key-[0-9a-f]{32})\\b", { minEntropy: 3 }),
  keyed("mailgun-key", "Mailgun key", "mailgun", "mailgun", "[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"),
  token("mailchimp-key", "Mailchimp API key", "-us", "\\b([0-9a-f]{32}-us[0-9]{1,2})\\b"),
  token(
    "brevo-key",
    "Brevo API key",
    "xkeysib- xsmtpsib-",
    "\\b(x(?:keysib|smtpsib)-[0-9a-f]{64}-[A-Za-z0-9]{16})\\b"
  ),
  keyed(
    "messagebird-key",
    "MessageBird key",
    "messagebird message-bird message_bird",
    "message[_-]?bird",
    `${UUID4}|[A-Za-z0-9]{25}`
  ),
  token(
    "slack-token",
    "Slack token",
    "xoxa- xoxb- xoxe xoxo- xoxp- xoxr- xoxs- xoxc- xoxd- xapp-",
    "\\b(xox[abcdoprs]-[0-9A-Za-z%-]{20,300}|xoxe(?:\\.xox[bp])?-[0-9A-Za-z-]{20,300}|xapp-[0-9]-[A-Z0-9]{5,20}-[0-9]{5,20}-[0-9a-f]{32,80})",
    { minEntropy: 2.8 }
  ),
  token(
    "slack-webhook",
    "Slack webhook URL",
    "hooks.slack.com",
    "hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Z0-9]{8,16}/[A-Z0-9]{8,16}/[A-Za-z0-9]{16,64})",
    { severity: "high" }
  ),
  token(
    "discord-token",
    "Discord bot token",
    ".",
    "\\b([MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40})\\b",
    { minEntropy: 4 }
  ),
  token(
    "discord-webhook",
    "Discord webhook URL",
    "/api/webhooks/",
    "discord(?:app)?\\.com/api/webhooks/([0-9]{15,21}/[A-Za-z0-9_-]{60,80})",
    { severity: "high", minEntropy: 3.5 }
  ),
  token(
    "teams-webhook",
    "Microsoft Teams webhook URL",
    "webhook.office.com",
    "webhook\\.office\\.com/webhookb2/([0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36})",
    { severity: "high" }
  ),
  token(
    "telegram-token",
    "Telegram bot token",
    ":aa",
    "(?:^|[^0-9A-Za-z]|/bot)([0-9]{8,10}:AA[A-Za-z0-9_-]{33})",
    { minEntropy: 3.5 }
  ),
  keyed("telegram-token", "Telegram bot token", "telegr", "telegr(?:am)?", "[0-9]{5,16}:A[A-Za-z0-9_-]{34}", {
    minEntropy: 3.5
  }),
  token(
    "fcm-key",
    "Firebase Cloud Messaging server key",
    ":apa91b",
    "\\b(AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{100,160})",
    { minEntropy: 3.5 }
  ),
  token(
    "facebook-token",
    "Facebook access token",
    "eaac eaam eaab eaag",
    "\\b(EAA[A-Z][A-Za-z0-9]{100,400})",
    { minEntropy: 4 }
  ),
  token("facebook-token", "Facebook app token", "|", "(?:^|[^0-9])([0-9]{15,16}\\|[A-Za-z0-9_-]{27})", {
    minEntropy: 3.8
  }),
  keyed("facebook-secret", "Facebook secret", "facebook", "facebook|fb_app", "[0-9a-f]{32}", {
    minEntropy: 3
  }),
  token(
    "twitter-token",
    "X (Twitter) bearer token",
    "aaaaaaaaaaaaaaaaaaaa",
    "\\b(A{20}[A-Za-z0-9%+/=]{60,200})",
    { minEntropy: 2.5 }
  ),
  token(
    "openai-key",
    "OpenAI API key",
    "t3blbkfj",
    "\\b(sk-(?:(?:proj|svcacct|admin|service)-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100})",
    { minEntropy: 3.5 }
  ),
  token(
    "openai-key",
    "OpenAI API key",
    "sk-proj- sk-svcacct- sk-admin-",
    "\\b(sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,200})",
    { minEntropy: 3.8 }
  ),
  token("openai-style-key", "model API key (sk-\u2026)", "sk-", "\\b(sk-[A-Za-z0-9]{32,64})\\b", {
    minEntropy: 3.8,
    confidence: 80
  }),
  token(
    "anthropic-key",
    "Anthropic API key",
    "sk-ant-",
    "\\b(sk-ant-(?:[a-z]{2,8}[0-9]{2}-)?[A-Za-z0-9_-]{32,200})",
    { minEntropy: 3.5 }
  ),
  token(
    "huggingface-token",
    "Hugging Face token",
    "hf_ api_org_",
    "\\b(hf_[A-Za-z0-9]{34,40}|api_org_[A-Za-z]{34})\\b",
    { minEntropy: 3.5 }
  ),
  token("groq-key", "Groq API key", "gsk_", "\\b(gsk_[A-Za-z0-9]{48,56})\\b"),
  token("xai-key", "xAI API key", "xai-", "\\b(xai-[A-Za-z0-9]{70,90})\\b"),
  token("replicate-token", "Replicate token", "r8_", "\\b(r8_[A-Za-z0-9]{37})\\b"),
  token("openrouter-key", "OpenRouter key", "sk-or-", "\\b(sk-or-(?:v1-)?[0-9a-f]{64})\\b"),
  token("perplexity-key", "Perplexity key", "pplx-", "\\b(pplx-[A-Za-z0-9]{40,60})\\b", { minEntropy: 3.5 }),
  token("pinecone-key", "Pinecone key", "pcsk_", "\\b(pcsk_[A-Za-z0-9_]{60,80})\\b"),
  token("langsmith-key", "LangSmith key", "lsv2_", "\\b(lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10})\\b"),
  token("adafruit-key", "Adafruit IO key", "aio_", "\\b(aio_[A-Za-z0-9]{28})\\b"),
  token(
    "algolia-key",
    "Algolia admin key",
    "algolia",
    `algolia[\\w .-]{0,20}["'\\]]{0,2}[ \\t]{0,4}[=:][ \\t]{0,4}["']([0-9a-f]{32})["']`,
    { severity: "high", confidence: 70 }
  ),
  token(
    "jwt",
    "JSON Web Token",
    "eyj",
    "\\b(eyJ[A-Za-z0-9_-]{12,500}\\.eyJ[A-Za-z0-9_-]{12,1000}[A-Za-z0-9_-]{0,1000}\\.[A-Za-z0-9_-]{20,800})",
    { severity: "high", confidence: 80, minEntropy: 4 }
  ),
  token("jwt", "JSON Web Token, encoded once more", "zxlk", "\\b(ZXlK[A-Za-z0-9+/_-]{80,1000}={0,2})", {
    severity: "high",
    confidence: 75,
    minEntropy: 4
  })
];

// src/analyzers/secrets/find-secrets.ts
var SECRET_RULES = [
  ...CLOUD_RULES,
  ...BUSINESS_RULES,
  ...DEVELOPER_RULES,
  ...SERVICE_RULES
];
async function findSecrets(text) {
  const candidates = [...findByRules(text), ...await runSecretlint(text)];
  return withLines(text, mergeOverlaps(candidates));
}
var SHORT_TEXT = 500;
function findByRules(text) {
  const lower = text.toLowerCase();
  const has = lower.length < SHORT_TEXT ? (word) => lower.includes(word) : makeWordSearch(lower);
  const found = [];
  for (const rule of SECRET_RULES) if (rule.keywords.some(has)) matchRule(rule, text, found);
  return [
    ...found,
    ...findPrivateKeys(text),
    ...findCredentialUrls(text),
    ...findGenericSecrets(text),
    ...findCommandPasswords(text),
    ...findMarkupSecrets(text),
    ...findManifestSecrets(text)
  ];
}
function matchRule(rule, text, found) {
  for (const match of text.matchAll(rule.pattern)) {
    const value = match[1] ?? match[0];
    if (entropy(value) < rule.minEntropy || isPlaceholder(value, rule.ruleId === "stripe-key")) continue;
    if (rule.isRandom && !looksRandom(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    found.push({
      start,
      end: endOfToken(text, start + value.length),
      kind: rule.kind,
      ruleId: rule.ruleId,
      severity: rule.severity,
      confidence: rule.confidence
    });
  }
}
function endOfToken(text, from) {
  let end = from;
  while (end < text.length && /[A-Za-z0-9_+/=-]/.test(text[end] ?? "")) end += 1;
  return end;
}
function mergeOverlaps(candidates) {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged = [];
  for (const candidate2 of sorted) {
    const last = merged.at(-1);
    if (last === void 0 || candidate2.start >= last.end) {
      merged.push(candidate2);
      continue;
    }
    const best = isWorse(candidate2, last) ? candidate2 : last;
    merged[merged.length - 1] = { ...best, start: last.start, end: Math.max(last.end, candidate2.end) };
  }
  return merged;
}
function isWorse(a, b) {
  const difference = severityRank(a.severity) - severityRank(b.severity);
  return difference < 0 || difference === 0 && a.confidence > b.confidence;
}
function withLines(text, candidates) {
  let line = 1;
  let position = 0;
  return candidates.map((candidate2) => {
    for (let feed = text.indexOf("\n", position); feed >= 0 && feed < candidate2.start; ) {
      line += 1;
      position = feed + 1;
      feed = text.indexOf("\n", position);
    }
    return { ...candidate2, line };
  });
}

export {
  SECRET_RULES,
  findSecrets,
  findByRules
};
