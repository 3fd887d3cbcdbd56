import type { SettingsFile } from './built-ins.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import { type ParsedSettings, readSettings, type SettingsTree, settingsOf } from './parse-settings.ts';
import type { YamlEntry, YamlNode } from './yaml-node.ts';

/**
 * Settings of the organisation with those of the repository over them, key by key: in a section of keys each key on its
 * own, and a list as a whole; files that are never sent are those of both. Never throws; problems name the file that they are in.
 *
 * @param defaults the organisation's; null when it has none
 * @param own the repository's; null when it has none
 */
export function layerSettings(defaults: SettingsFile | null, own: SettingsFile | null): ParsedSettings {
  const layers = [defaults, own].flatMap((one) => (one === null ? [] : [readSettings(one.text, one.name)]));
  const [below, above] = layers;
  if (below === undefined) return { value: DEFAULT_SETTINGS, problems: [], at: () => null };
  if (above === undefined) return settingsOf(below);
  const together: SettingsTree = {
    file: above.file,
    root:
      below.root === null || above.root === null ? (above.root ?? below.root) : laid(below.root, above.root),
    problems: [...below.problems, ...above.problems],
  };
  const [lower, upper] = [settingsOf(below), settingsOf(above)];
  return { ...settingsOf(together), at: (path) => upper.at(path) ?? lower.at(path) };
}

function laid(below: YamlNode, above: YamlNode): YamlNode {
  if (below.kind !== 'map' || above.kind !== 'map') return above;
  const entries = new Map<string | number, YamlEntry>(below.entries.map((entry) => [entry.key, entry]));
  for (const entry of above.entries) {
    const under = entries.get(entry.key)?.node ?? null;
    const node =
      under === null
        ? entry.node
        : entry.key === 'never-send'
          ? joined(under, entry.node)
          : laid(under, entry.node);
    entries.set(entry.key, { ...entry, node });
  }
  return { ...above, entries: [...entries.values()] };
}

/** Naming one more file must not open all the others. */
function joined(below: YamlNode, above: YamlNode): YamlNode {
  if (below.kind !== 'list' || above.kind !== 'list') return above;
  const entries = [...above.entries, ...below.entries].map((entry, key) => ({ ...entry, key }));
  return { ...above, entries };
}
