import { expect, it } from 'vitest';
import { namingHabitAnalyzer } from '../../../src/analyzers/naming/naming-habit.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function found(path: string, before: string, added: string) {
  const file = await makeAnalyzedFile(makeChangedFile(path, before, before + added));
  return (await namingHabitAnalyzer.run(file)).map((one) => one.title);
}
const camels = ['readFile', 'writeFile', 'openDoor', 'closeDoor']
  .map((name) => `function ${name}() {}\n`)
  .join('');
const snakes = ['read_file', 'write_file', 'open_door', 'close_door']
  .map((name) => `def ${name}():\n    pass\n`)
  .join('');

it('names a function of another manner than the file', async () => {
  expect(await found('a.js', camels, 'function lock_door() {}\n')).toEqual([
    "lock_door is snake_case, the file's names are camelCase",
  ]);
  expect(await found('a.py', snakes, 'def lockDoor():\n    pass\n')).toEqual([
    "lockDoor is camelCase, the file's names are snake_case",
  ]);
});

it('is quiet where there is no habit, and about names that others give', async () => {
  expect(
    await found('a.js', camels, 'function lockDoor() {}\nfunction lock() {}\nfunction Door() {}\n'),
  ).toEqual([]);
  expect(await found('a.js', 'function readFile() {}\n', 'function lock_door() {}\n')).toEqual([]);
  expect(
    await found('a.js', `${camels}function lock_door() {}\nfunction key_of() {}\n`, 'function key_in() {}\n'),
  ).toEqual([]);
  expect(await found('a.py', snakes, 'def setUpClass():\n    pass\n')).toEqual([]);
});
