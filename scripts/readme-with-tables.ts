import { parse } from 'yaml';

interface Described {
  readonly description: string;
  readonly default?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

/**
 * The README with both tables written anew between their markers.
 * @param readme text with `<!-- inputs -->…<!-- /inputs -->` and the same for outputs
 * @param actionYaml text of action.yml
 * @throws Error that names the marker which is missing
 */
export function readmeWithTables(readme: string, actionYaml: string): string {
  const action = parse(actionYaml) as Action;
  const inputs = Object.entries(action.inputs).map(
    ([name, input]) => `| \`${name}\` | ${cell(input.description)} | ${defaultCell(input.default)} |`,
  );
  const outputs = Object.entries(action.outputs).map(
    ([name, output]) => `| \`${name}\` | ${cell(output.description)} |`,
  );
  const withInputs = between(readme, 'inputs', ['| Input | Meaning | Default |', '|---|---|---|', ...inputs]);
  return between(withInputs, 'outputs', ['| Output | Meaning |', '|---|---|', ...outputs]);
}

function between(text: string, name: string, lines: readonly string[]): string {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end < start) {
    throw new Error(`README.md has no ${open} followed by ${close}; put both where the table should stand.`);
  }
  return `${text.slice(0, start + open.length)}\n${lines.join('\n')}\n${text.slice(end)}`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}

function defaultCell(value: string | undefined): string {
  return value === undefined || value === '' ? '–' : `\`${cell(value)}\``;
}
