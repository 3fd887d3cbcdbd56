/**
 * A strict JSON Schema for what we emit of SARIF 2.1.0, written from the OASIS specification (section numbers beside
 * the parts) and GitHub's documentation of what code scanning reads: closed objects, so a misspelt property fails.
 */
const text = { type: 'string', minLength: 1 };
const closed = (properties: Record<string, unknown>, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

/** 3.11, plain text only. */
const message = closed({ text: { ...text, maxLength: 5_200 } }, ['text']);
/** 3.4: relative, percent-encoded, with the base that code scanning knows. */
const artifactLocation = closed(
  {
    uri: {
      type: 'string',
      pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-F]{2})(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*$",
    },
    uriBaseId: { const: '%SRCROOT%' },
  },
  ['uri', 'uriBaseId'],
);
const line = { type: 'integer', minimum: 1 };
/** 3.30 */
const region = closed(
  { startLine: line, endLine: line, snippet: closed({ text: { type: 'string' } }, ['text']) },
  ['startLine'],
);
/** 3.29 */
const physicalLocation = closed({ artifactLocation, region, contextRegion: region }, ['artifactLocation']);
const location = closed({ physicalLocation, message }, ['physicalLocation']);
/** 3.58 */
const notification = closed(
  { level: { enum: ['error', 'warning', 'note'] }, message, locations: { type: 'array', items: location } },
  ['level', 'message'],
);
/** 3.49 */
const rule = closed(
  {
    id: text,
    name: { type: 'string', pattern: '^[A-Za-z0-9]+$' },
    shortDescription: message,
    fullDescription: message,
    helpUri: { type: 'string', pattern: '^https://' },
    help: closed({ text, markdown: text }, ['text']),
    defaultConfiguration: closed({ level: { enum: ['error', 'warning', 'note'] } }, ['level']),
    properties: closed(
      {
        tags: { type: 'array', items: text, uniqueItems: true, maxItems: 20 },
        precision: { enum: ['very-high', 'high', 'medium', 'low'] },
        'security-severity': { type: 'string', pattern: '^(?:10\\.0|\\d\\.\\d)$' },
        'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
      },
      ['tags', 'precision'],
    ),
  },
  ['id', 'name', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration', 'properties'],
);
/** 3.27 */
const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level: { enum: ['error', 'warning', 'note'] },
    rank: { type: 'number', minimum: 0, maximum: 100 },
    message,
    locations: { type: 'array', items: location, minItems: 1, maxItems: 1 },
    partialFingerprints: {
      type: 'object',
      additionalProperties: text,
      required: ['multiAgentReview/v1', 'primaryLocationLineHash'],
    },
    codeFlows: {
      type: 'array',
      minItems: 1,
      items: closed(
        {
          threadFlows: {
            type: 'array',
            minItems: 1,
            items: closed(
              { locations: { type: 'array', minItems: 1, items: closed({ location }, ['location']) } },
              ['locations'],
            ),
          },
        },
        ['threadFlows'],
      ),
    },
    fixes: {
      type: 'array',
      items: closed(
        {
          description: message,
          artifactChanges: {
            type: 'array',
            minItems: 1,
            items: closed(
              {
                artifactLocation,
                replacements: {
                  type: 'array',
                  minItems: 1,
                  items: closed(
                    {
                      deletedRegion: region,
                      insertedContent: closed({ text: { type: 'string' } }, ['text']),
                    },
                    ['deletedRegion'],
                  ),
                },
              },
              ['artifactLocation', 'replacements'],
            ),
          },
        },
        ['artifactChanges'],
      ),
    },
    suppressions: {
      type: 'array',
      items: closed(
        {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
          justification: text,
        },
        ['kind'],
      ),
    },
    properties: { type: 'object' },
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
);
/** 3.20 */
const invocation = closed(
  {
    executionSuccessful: { type: 'boolean' },
    toolExecutionNotifications: { type: 'array', items: notification },
    toolConfigurationNotifications: { type: 'array', items: notification },
  },
  ['executionSuccessful'],
);

/** The log file (3.13) with one run (3.14). */
export const SARIF_SUBSET_SCHEMA = closed(
  {
    $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: closed(
        {
          tool: closed(
            {
              driver: closed(
                { name: text, version: text, informationUri: text, rules: { type: 'array', items: rule } },
                ['name', 'rules'],
              ),
            },
            ['driver'],
          ),
          automationDetails: closed({ id: text }, ['id']),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          invocations: { type: 'array', items: invocation },
          results: { type: 'array', items: result, maxItems: 25_000 },
          properties: { type: 'object' },
        },
        ['tool', 'results'],
      ),
    },
  },
  ['version', 'runs'],
);
