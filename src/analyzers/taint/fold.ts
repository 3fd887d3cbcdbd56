import type { Constant } from './form.ts';

/** The constant that an operation on constants gives; undefined when it is not known. */
export function foldOperation(
  operator: string,
  operands: readonly (Constant | undefined)[],
): Constant | undefined {
  const [left, right] = operands;
  if (operands.length === 1) {
    if (left === undefined) return undefined;
    if (operator === '!' || operator === 'not') return !isTrue(left);
    if (operator === '-' && typeof left === 'number') return -left;
    return undefined;
  }
  if (operator === '&&') {
    if (operands.some((operand) => operand !== undefined && !isTrue(operand))) return false;
    return operands.every((operand) => operand !== undefined) ? true : undefined;
  }
  if (operands.includes(undefined)) return undefined;
  if (operator === '+') return foldSum(operands);
  if (operands.length > 2 && '+-*/%'.includes(operator)) return foldNumbers(operator, operands);
  if (left === undefined || right === undefined) return undefined;
  return foldComparison(operator, left, right) ?? foldNumbers(operator, operands);
}

function foldSum(operands: readonly (Constant | undefined)[]): Constant | undefined {
  if (operands.every((operand) => typeof operand === 'number'))
    return operands.reduce((sum, operand) => sum + operand, 0);
  if (operands.every((operand) => typeof operand === 'string')) return operands.join('');
  return undefined;
}

function foldNumbers(operator: string, operands: readonly (Constant | undefined)[]): number | undefined {
  const numbers = operands.filter((operand): operand is number => typeof operand === 'number');
  const [first] = numbers;
  if (first === undefined || numbers.length !== operands.length) return undefined;
  const rest = numbers.slice(1);
  const folded = rest.reduce((result, next) => {
    if (operator === '-') return result - next;
    if (operator === '*') return result * next;
    if (operator === '/') return result / next;
    if (operator === '//') return Math.floor(result / next);
    return operator === '%' ? result % next : Number.NaN;
  }, first);
  return Number.isFinite(folded) ? folded : undefined;
}

function foldComparison(operator: string, left: Constant, right: Constant): boolean | undefined {
  switch (operator) {
    case '==':
    case '===':
    case 'is':
      return left === right;
    case '!=':
    case '!==':
    case 'is not':
      return left !== right;
    case 'in':
      return typeof left === 'string' && typeof right === 'string' ? right.includes(left) : undefined;
    case 'not in':
      return typeof left === 'string' && typeof right === 'string' ? !right.includes(left) : undefined;
    default:
      return typeof left === 'number' && typeof right === 'number'
        ? foldOrder(operator, left, right)
        : undefined;
  }
}

function foldOrder(operator: string, left: number, right: number): boolean | undefined {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  if (operator === '<=') return left <= right;
  return operator === '>=' ? left >= right : undefined;
}

/** A constant as a test. */
export function isTrue(constant: Constant): boolean {
  return constant !== null && constant !== false && constant !== 0 && constant !== '';
}
