import { keyed, type SecretRule, token } from './secret-rule.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Services whose keys have no mark of their own: the name beside the value is all there is. */
const NAMED =
  'adobe|asana|beamer|bittrex|cohere|coinbase|clickhouse|drone[_-]?ci|etsy|finicity|finnhub|flickr|freshbooks|gitter|intercom|' +
  'kraken|kucoin|linkedin|linked-in|looker|mattermost|meraki|nytimes|rapidapi|sendbird|squarespace|travis|trello|twitch|zendesk';

/** More of them; beside these names stand other things too, so the value must look drawn at random. */
const MORE_NAMED =
  'airtable|alchemy|algolia|artifactory|jfrog|atlassian|auth0|binance|bitbucket|bitrise|browserstack|bugsnag|cloudinary|cloudsmith|' +
  'coinmarketcap|confluence|contentful|coveralls|crowdin|discord|dropbox|etherscan|exoscale|fastly|freemius|giphy|hetzner|infura|' +
  'instagram|jenkins|jira|jumpcloud|linode|lokalise|mixpanel|nexmo|onesignal|openweather|pagerduty|pinterest|plaid|plivo|pocketbase|' +
  'polymarket|postmark|private[_-]?ai|pubnub|pusher|rollbar|saucelabs|sentry|shippo|shodan|sourcegraph|sparkpost|splunk|spotify|' +
  'strava|teamcity|twitter|vonage|vultr|webex|yandex';

/** Business services, payment and marketing. Formats: the vendors' public documentation of their tokens, 2026. */
export const BUSINESS_RULES: readonly SecretRule[] = [
  token('hubspot-token', 'HubSpot token', 'pat-na pat-eu', `\\b(pat-(?:na|eu)[0-9]-${UUID})\\b`),
  token(
    'harness-token',
    'Harness token',
    'pat. sat.',
    '\\b([ps]at\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20})\\b',
  ),
  token('infracost-key', 'Infracost API key', 'ico-', '\\b(ico-[A-Za-z0-9]{32})\\b', { minEntropy: 3.3 }),
  token('intra42-secret', '42 intra client secret', 's-s4t2', '\\b(s-s4t2(?:ud|af)-[0-9a-f]{64})\\b'),
  token('maxmind-key', 'MaxMind licence key', '_mmk', '\\b([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)\\b', {
    minEntropy: 3.5,
  }),
  token('openshift-token', 'OpenShift token', 'sha256~', '\\b(sha256~[A-Za-z0-9_-]{43})', {
    minEntropy: 3.5,
  }),
  token('scalingo-token', 'Scalingo token', 'tk-us-', '\\b(tk-us-[A-Za-z0-9_-]{48})'),
  token(
    'settlemint-token',
    'SettleMint token',
    'sm_aat_ sm_pat_ sm_sat_',
    '\\b(sm_[aps]at_[A-Za-z0-9]{16})\\b',
  ),
  token(
    'shippo-token',
    'Shippo token',
    'shippo_live_ shippo_test_',
    '\\b(shippo_(?:live|test)_[0-9a-f]{40})\\b',
  ),
  token(
    'duffel-token',
    'Duffel token',
    'duffel_live_ duffel_test_',
    '\\b(duffel_(?:live|test)_[A-Za-z0-9_=-]{43})',
  ),
  token('frameio-token', 'Frame.io token', 'fio-u-', '\\b(fio-u-[A-Za-z0-9_=-]{64})'),
  token(
    'defined-networking-token',
    'Defined Networking token',
    'dnkey-',
    '\\b(dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52})',
  ),
  token(
    'authress-key',
    'Authress access key',
    '.acc_ .acc-',
    '\\b((?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\\.[A-Za-z0-9]{4,6}\\.acc[_-][A-Za-z0-9-]{10,32}\\.[A-Za-z0-9+/_=-]{30,120})',
  ),
  token('launchdarkly-key', 'LaunchDarkly key', 'sdk- api-', `\\b((?:sdk|api)-${UUID})\\b`, {
    severity: 'high',
  }),
  token(
    'mapbox-token',
    'Mapbox token',
    'pk.eyj sk.eyj',
    '\\b(sk\\.eyJ[A-Za-z0-9_-]{40,200}\\.[A-Za-z0-9_-]{22})',
  ),
  keyed('mapbox-token', 'Mapbox token', 'mapbox', 'mapbox', 'pk\\.[a-z0-9]{60}\\.[a-z0-9]{22}', {
    severity: 'medium',
  }),
  keyed('lob-key', 'Lob key', 'lob', '\\blob', '(?:live|test)_(?:pub_)?[0-9a-f]{31,35}', { minEntropy: 3 }),
  keyed('gocardless-token', 'GoCardless token', 'gocardless', 'gocardless', 'live_[A-Za-z0-9_=-]{40}', {
    minEntropy: 3.3,
  }),
  keyed('launchdarkly-key', 'LaunchDarkly token', 'launchdarkly', 'launch_?darkly', '[A-Za-z0-9=_-]{40}', {
    minEntropy: 3.5,
  }),
  keyed(
    'service-key',
    'key of a service',
    NAMED.replaceAll('|', ' ').replaceAll('[_-]?', ''),
    NAMED,
    '[A-Za-z0-9][A-Za-z0-9=_+/-]{14,90}',
    {
      minEntropy: 3.5,
      severity: 'high',
      confidence: 70,
    },
  ),
  keyed(
    'service-key',
    'key of a service',
    MORE_NAMED.replaceAll('|', ' ').replaceAll('[_-]?', ''),
    MORE_NAMED,
    '[A-Za-z0-9][A-Za-z0-9=_+/.-]{14,90}',
    { minEntropy: 3.2, isRandom: true, severity: 'high', confidence: 70 },
  ),
];
