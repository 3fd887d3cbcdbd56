import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../src/config/default-settings.ts';
import { parseSettings } from '../../src/config/parse-settings.ts';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { STARTER_CONFIG, STARTER_WORKFLOW } from '../../src/config/starter-files.ts';

/** Every line that is a commented-out setting, without its mark. */
const uncommented = STARTER_CONFIG.replace(
  /^# ( *- ".*"| *[a-z-]+:(?: (?:\[\]|\{\}|""|[a-z0-9.]+))?)$/gm,
  '$1',
);

describe('starter files', () => {
  test('the configuration changes nothing as it is written', () => {
    expect(parseSettings(STARTER_CONFIG, 'f')).toMatchObject({ value: DEFAULT_SETTINGS, problems: [] });
  });

  test('with every line uncommented it says the defaults, and names every key', () => {
    expect(parseSettings(uncommented, 'f')).toMatchObject({ value: DEFAULT_SETTINGS, problems: [] });
    expect(Object.keys(parse(uncommented))).toEqual(Object.keys(settingsSchema.shape));
  });

  test('its first line gives editors the schema', () => {
    expect(STARTER_CONFIG.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/multi-agent-review/v1/schemas/config.schema.json',
    );
  });

  test('the workflow asks for what the review needs and checks nothing out', () => {
    const workflow = parse(STARTER_WORKFLOW);

    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write', statuses: 'write' });
    expect(Object.keys(workflow.on)).toEqual([
      'pull_request',
      'issue_comment',
      'pull_request_review_comment',
    ]);
    expect(workflow.on.issue_comment).toEqual({ types: ['created'] });
    expect(workflow.jobs.review.if).toBe(
      "(github.event_name == 'pull_request' && (github.event.action != 'edited' || github.event.changes.base)) || ((github.event.issue.pull_request || github.event.pull_request) && startsWith(github.event.comment.body, '/review'))",
    );
    expect(workflow.jobs.review.steps).toEqual([{ uses: 'org/multi-agent-review@v1' }]);
    expect(STARTER_WORKFLOW).toMatch(/^ +# {3}anthropic-api-key: \$\{\{ secrets\.ANTHROPIC_API_KEY \}\}$/m);
    expect(STARTER_WORKFLOW).not.toMatch(/checkout|pull_request_target/);
  });
});
