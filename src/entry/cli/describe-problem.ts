import type { ConfigProblem } from '../../model.ts';

/** `file:line:column key: message`, the form that editors make clickable. */
export function describeProblem(problem: ConfigProblem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':');
  return `${place}${problem.key === '' ? '' : ` ${problem.key}`}: ${problem.message}`;
}
