import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Name of the schema that holds what the others refer to. */
const SHARED = 'github';

/** Routes that GitHub serves and does not describe, and the one whose answers they give. Their parameters go unchecked. */
const UNDESCRIBED: Readonly<Record<string, string>> = {
  'GET /repositories/{repository_id}': 'GET /repos/{owner}/{repo}',
};

type Schema = Readonly<Record<string, unknown>>;

interface Operation {
  readonly path: Schema;
  readonly query: Schema;
  readonly body: Schema | null;
  readonly bodyRequired: boolean;
  readonly answers: Readonly<Record<string, Schema | null>>;
}

interface Description {
  readonly operations?: Readonly<Record<string, Operation>>;
  readonly payloads?: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** Answers that the description is behind with, or that cannot be closed as it writes them. */
function corrected(definitions: Description['definitions']): Readonly<Record<string, Schema>> {
  const { properties } = definitions.integration as { readonly properties: Schema };
  const text = { type: 'string' };
  const secrets = { client_secret: text, webhook_secret: { type: ['string', 'null'] }, pem: text };
  return {
    // spells an installation out anew, without what the shared schema of one has learnt since
    'GET /app/installations 200': { type: 'array', items: { $ref: '#/definitions/installation' } },
    // an `allOf` of an App and its secrets: closed, each part refuses the fields of the other
    'POST /app-manifests/{code}/conversions 201': {
      ...definitions.integration,
      properties: { ...properties, ...secrets },
    },
  };
}

/** GitHub's own description of what is asked and answered, with closed objects: an unknown field is a fault. */
export interface Contract {
  readonly routes: readonly string[];
  /** What is wrong with the parameters and the body of a request; empty when all is well. */
  request(route: string, parameters: Parameters): readonly string[];
  /** What is wrong with an answer of the stand-in. */
  answer(route: string, status: number, body: unknown): readonly string[];
}

export interface Parameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined when no body was sent. */
  readonly body: unknown;
}

/** Reads the committed extract; each schema is compiled when it is first needed. */
export function readContract(): Contract {
  const description = readDescription('openapi.json');
  const operations = description.operations ?? {};
  const correct = corrected(description.definitions);
  const strict = makeCompiler(description, { coerce: false });
  const coercing = makeCompiler(description, { coerce: true });
  const operationOf = (route: string): Operation => {
    const found = operations[UNDESCRIBED[route] ?? route];
    if (found === undefined)
      throw new Error(`openapi.json has no "${route}". Add it to scripts/extract-openapi.ts.`);
    return found;
  };
  return {
    routes: Object.keys(operations),
    request(route, { path, query, body }) {
      const operation = operationOf(route);
      if (Object.hasOwn(UNDESCRIBED, route)) return [];
      return [
        ...coercing(`${route} path`, operation.path, { ...path }),
        ...coercing(`${route} query`, operation.query, { ...query }),
        ...bodyFaults(operation, body, (schema) => strict(`${route} body`, schema, body)),
      ];
    },
    answer(route, status, body) {
      const schema = correct[`${route} ${status}`] ?? operationOf(route).answers[String(status)];
      if (schema === undefined) return status < 400 ? [`answers ${status}, which is not described`] : [];
      if (schema === null) return [];
      const faults = strict(`${route} ${status}`, schema, body);
      // where the description is behind: `status` of errors, and the head repository of a deleted fork, which is null
      return faults.filter(
        (fault) =>
          !(status >= 400 && fault.endsWith('(status)')) && !fault.endsWith('/head/repo must be object'),
      );
    },
  };
}

/** Checks a webhook payload against GitHub's description, for example `pull-request-opened`. */
export function readPayloadContract(): (name: string, payload: unknown) => readonly string[] {
  const description = readDescription('webhooks.json');
  const compiler = makeCompiler(description, { coerce: false });
  return (name, payload) => {
    const schema = description.payloads?.[name];
    if (schema === undefined)
      throw new Error(`webhooks.json has no "${name}". Add it to scripts/extract-openapi.ts.`);
    return compiler(name, schema, payload);
  };
}

function bodyFaults(
  operation: Operation,
  body: unknown,
  check: (schema: Schema) => readonly string[],
): readonly string[] {
  if (operation.body === null) return body === undefined ? [] : ['body: this operation takes none'];
  if (body === undefined) return operation.bodyRequired ? ['body: is missing'] : [];
  return check(operation.body);
}

function makeCompiler(description: Description, options: { readonly coerce: boolean }) {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: options.coerce, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat('repo.nwo', true);
  ajv.addSchema({ $id: SHARED, definitions: closeValue(description.definitions, false) });
  const compiled = new Map<string, ValidateFunction>();
  return (key: string, schema: Schema, value: unknown): readonly string[] => {
    const validate = compiled.get(key) ?? ajv.compile(close(schema));
    compiled.set(key, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(faultText);
  };
}

function faultText(error: ErrorObject): string {
  const field = 'additionalProperty' in error.params ? ` (${String(error.params.additionalProperty)})` : '';
  return `${error.instancePath || 'value'} ${error.message ?? error.keyword}${field}`;
}

/** Objects that name their fields take no others. The parts of an `allOf` stay open: each sees only its own fields. */
function close(schema: Schema): Schema {
  return closeValue(schema, false) as Schema;
}

function closeValue(value: unknown, open: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => closeValue(one, open));
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === '$ref' && typeof member === 'string') copy[key] = member.replace(/^#/, `${SHARED}#`);
    else copy[key] = key === 'enum' || key === 'default' ? member : closeValue(member, key === 'allOf');
  }
  const isSchema =
    'properties' in value && typeof copy.properties === 'object' && !Array.isArray(copy.properties);
  const free = 'additionalProperties' in value || open || 'allOf' in value;
  if (isSchema && !free && 'type' in value) copy.additionalProperties = false;
  return copy;
}

function readDescription(file: string): Description {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Description;
}
