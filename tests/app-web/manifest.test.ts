import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { APP_EVENTS, readAppEvent } from '../../src/event/read-app-event.ts';
import { REVIEW_PERMISSIONS } from '../../src/ports.ts';
import { APP_EVENTS as FAKE_EVENTS, APP_PERMISSIONS as FAKE_PERMISSIONS } from '../fakes/github/build-app.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = parse(read('app.yml'));

/** GitHub sends these to every App and refuses a manifest that names them. */
const TO_EVERYBODY = ['installation', 'installation_repositories'];

describe('the manifest of the App', () => {
  it('names the events that the code reads', () => {
    expect([...manifest.default_events, ...TO_EVERYBODY].sort()).toEqual([...APP_EVENTS]);
    const options = { appId: 1, reviewers: [] };
    for (const event of manifest.default_events)
      expect(readAppEvent(event, {}, options)).toMatchObject({
        kind: 'ignored',
        reason: `the payload of ${event} does not have the fields that GitHub documents`,
      });
  });

  it('asks for what a review takes, and for nothing that is not explained', () => {
    expect(manifest.default_permissions).toMatchObject(REVIEW_PERMISSIONS);
    const onlyForEvents = { metadata: 'read', issues: 'read', merge_queues: 'read' };
    expect(manifest.default_permissions).toEqual({ ...REVIEW_PERMISSIONS, ...onlyForEvents });
    const rows = [...read('docs/app.md').matchAll(/^\| `([a-z_]+): (read|write)` \|/gm)];
    const documented = Object.fromEntries(rows.map(([, name, level]) => [name, level]));
    expect(documented).toEqual(manifest.default_permissions);
  });

  it('is private to its owner, and has no more fields than GitHub knows', () => {
    expect(Object.keys(manifest).sort()).toEqual([
      'default_events',
      'default_permissions',
      'description',
      'name',
      'public',
    ]);
    expect(manifest.public).toBe(false);
    expect(manifest.name.length).toBeLessThanOrEqual(34);
  });

  it('is what the stand-in gives an App', () => {
    expect(FAKE_PERMISSIONS).toEqual(manifest.default_permissions);
    expect([...FAKE_EVENTS].sort()).toEqual([...manifest.default_events].sort());
  });
});

describe('the settings of the App', () => {
  it('stand in the documentation, all of them and no others', () => {
    const code = ['app-settings.ts', 'credentials.ts']
      .map((file) => read(`src/entry/app/${file}`))
      .join('\n');
    const used = [...code.matchAll(/(?:set|number)\('([A-Z_]+)'/g)].map(([, name = '']) => name);
    const addresses = ['GITHUB_API_URL', 'GITHUB_SERVER_URL', 'GITHUB_GRAPHQL_URL'];
    const section = read('docs/app.md').split('## Settings')[1]?.split('\n## ')[0] ?? '';
    const documented = [...section.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
    );
    expect(documented.sort()).toEqual([...new Set([...used, ...addresses])].sort());
  });
});
