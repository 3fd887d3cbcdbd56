/**
 * Cuts the operations that the GitHub stand-in serves out of GitHub's OpenAPI description and turns them into JSON
 * Schema. The description is 13 MB, so it is no dependency; install it somewhere else and name the folder:
 *
 *   npm install --prefix <an empty folder> @octokit/openapi@23.0.2
 *   node scripts/extract-openapi.ts <an empty folder>/node_modules/@octokit/openapi
 *
 * Writes tests/fakes/github/openapi.json (operations) and tests/fakes/github/webhooks.json (payloads of deliveries).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** The routes of the stand-in, as the description writes them. A new route of the stand-in is added here first. */
const OPERATIONS = [
  'GET /app',
  'GET /app/hook/deliveries',
  'GET /app/hook/deliveries/{delivery_id}',
  'POST /app/hook/deliveries/{delivery_id}/attempts',
  'GET /app/installations',
  'GET /app/installations/{installation_id}',
  'POST /app/installations/{installation_id}/access_tokens',
  'POST /app-manifests/{code}/conversions',
  'GET /installation/repositories',
  'DELETE /installation/token',
  'GET /rate_limit',
  'GET /user',
  'GET /user/installations',
  'GET /user/installations/{installation_id}/repositories',
  'GET /users/{username}',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
  'POST /repos/{owner}/{repo}/check-runs',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
  'POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest',
  'GET /repos/{owner}/{repo}/check-suites/{check_suite_id}',
  'POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'GET /repos/{owner}/{repo}/installation',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/statuses/{sha}',
] as const;

const WEBHOOKS = [
  'check-run-requested-action',
  'check-run-rerequested',
  'check-suite-rerequested',
  'installation-created',
  'installation-deleted',
  'installation-repositories-added',
  'installation-repositories-removed',
  'installation-suspend',
  'installation-unsuspend',
  'issue-comment-created',
  'issue-comment-edited',
  'merge-group-checks-requested',
  'ping',
  'pull-request-closed',
  'pull-request-edited',
  'pull-request-opened',
  'pull-request-ready-for-review',
  'pull-request-reopened',
  'pull-request-review-comment-created',
  'pull-request-synchronize',
  'workflow-dispatch',
] as const;

/** Prose and samples, of no use to a validator. */
const DROPPED = new Set(['description', 'example', 'examples', 'title', 'externalDocs', 'deprecated', 'xml']);

/** Keys whose members are named by the description, not by JSON Schema. */
const NAMED = new Set(['properties', 'patternProperties', 'definitions', 'schemas']);

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error(
    'Name the folder of the installed package: node scripts/extract-openapi.ts <folder of @octokit/openapi>',
  );
}
const description = asObject(JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8')));
const packageVersion = text(asObject(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version);
const target = join(import.meta.dirname, '..', 'tests', 'fakes', 'github');

write('openapi.json', {
  operations: Object.fromEntries(OPERATIONS.map((route) => [route, operation(route)])),
});
write('webhooks.json', { payloads: Object.fromEntries(WEBHOOKS.map((name) => [name, payload(name)])) });

/** One operation: its parameters by place, its request body, its JSON answers by status. */
function operation(route: string): Json {
  const [method = '', path = ''] = route.split(' ');
  const found = asObject(at(['paths', path, method.toLowerCase()]));
  const parameters = (found.parameters as Json[]).map((one) => resolve(asObject(one)));
  const body = found.requestBody === undefined ? undefined : asObject(found.requestBody);
  const answers = Object.entries(asObject(found.responses)).map(([status, answer]) => {
    const content = resolve(asObject(answer)).content;
    const kinds = content === undefined ? {} : asObject(content);
    const json = kinds['application/json'] ?? kinds['application/vnd.github.object'];
    return [status, json === undefined ? null : toJsonSchema(asObject(json).schema ?? {})];
  });
  return {
    path: parameterSchema(parameters, 'path'),
    query: parameterSchema(parameters, 'query'),
    body: body === undefined ? null : toJsonSchema(contentSchema(body)),
    bodyRequired: body?.required === true,
    answers: Object.fromEntries(answers),
  };
}

function payload(name: string): Json {
  const hook = asObject(asObject(at(['x-webhooks', name, 'post'])).requestBody);
  return toJsonSchema(contentSchema(hook));
}

function contentSchema(holder: JsonObject): Json {
  return asObject(asObject(asObject(resolve(holder)).content)['application/json']).schema ?? {};
}

function parameterSchema(parameters: readonly JsonObject[], place: string): Json {
  const mine = parameters.filter((one) => one.in === place);
  return {
    type: 'object',
    properties: Object.fromEntries(mine.map((one) => [text(one.name), toJsonSchema(one.schema ?? {})])),
    required: mine.filter((one) => one.required === true).map((one) => text(one.name)),
    additionalProperties: false,
  };
}

/** OpenAPI 3.0 writes `nullable`; JSON Schema adds `null` to the type and to the enum. */
function toJsonSchema(value: Json, named = false): Json {
  if (Array.isArray(value)) return value.map((one) => toJsonSchema(one));
  if (value === null || typeof value !== 'object') return value;
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (!named && (DROPPED.has(key) || key === 'nullable' || key.startsWith('x-'))) continue;
    if (!named && (key === 'enum' || key === 'default' || key === 'const' || key === 'required'))
      copy[key] = member;
    else if (!named && key === '$ref')
      copy[key] = text(member).replace('#/components/schemas/', '#/definitions/');
    else copy[key] = toJsonSchema(member, !named && NAMED.has(key));
  }
  return !named && value.nullable === true ? withNull(copy) : copy;
}

function withNull(schema: JsonObject): Json {
  const { enum: values, type } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const nullable: JsonObject = { ...schema, type: [type, 'null'] };
  if (Array.isArray(values) && !values.includes(null)) nullable.enum = [...values, null];
  return nullable;
}

/** Writes the file with every schema it refers to, each once. */
function write(file: string, content: JsonObject): void {
  const definitions = new Map<string, Json>();
  collect(content, definitions);
  const whole = {
    source: `Cut out of @octokit/openapi ${packageVersion} (generated/api.github.com.json) by scripts/extract-openapi.ts.`,
    licence: 'MIT License, Copyright (c) 2020 Octokit contributors (github.com/octokit/openapi)',
    ...content,
    definitions: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const output = `${JSON.stringify(whole)}\n`;
  writeFileSync(join(target, file), output);
  console.log(`${file}: ${output.length} characters, ${definitions.size} shared schemas`);
}

function collect(value: Json, definitions: Map<string, Json>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, definitions);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  if (typeof value.$ref === 'string') {
    const name = value.$ref.replace('#/definitions/', '');
    if (definitions.has(name)) return;
    const schema = toJsonSchema(at(['components', 'schemas', name]));
    definitions.set(name, schema);
    collect(schema, definitions);
  }
  for (const member of Object.values(value)) collect(member, definitions);
}

function resolve(value: JsonObject): JsonObject {
  return typeof value.$ref === 'string' ? asObject(at(value.$ref.slice(2).split('/'))) : value;
}

function at(path: readonly string[]): Json {
  return path.reduce<Json>((value, key) => asObject(value)[key] ?? missing(path), description);
}

function missing(path: readonly string[]): never {
  throw new Error(
    `The description has no ${path.join(' › ')}. Was the operation renamed? See OPERATIONS in this script.`,
  );
}

function asObject(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`Expected an object in the description, found ${JSON.stringify(value)}.`);
  }
  return value;
}

function text(value: Json | undefined): string {
  if (typeof value !== 'string')
    throw new Error(`Expected a text in the description, found ${JSON.stringify(value)}.`);
  return value;
}
