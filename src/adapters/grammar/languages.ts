/**
 * Languages that have a tree: our language id → the grammar's name, which is the middle of its file name
 * (`tree-sitter-<grammar>.wasm`). To add one, add a line here and see that the grammar package has the file.
 */
export const GRAMMARS: ReadonlyMap<string, string> = new Map([
  ['javascript', 'javascript'],
  ['typescript', 'typescript'],
  ['tsx', 'tsx'],
  ['python', 'python'],
  ['go', 'go'],
  ['java', 'java'],
  ['ruby', 'ruby'],
  ['rust', 'rust'],
  ['php', 'php'],
  ['bash', 'bash'],
  ['csharp', 'c-sharp'],
  // C is read with the grammar of C++, which takes nearly all of it.
  ['c', 'cpp'],
  ['cpp', 'cpp'],
  ['css', 'css'],
]);
