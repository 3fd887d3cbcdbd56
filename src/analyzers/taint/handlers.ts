import type { TaintHandler } from '../../config/taint-model.ts';
import type { Expression, FunctionForm } from './form.ts';
import { calleePath } from './refine.ts';
import { accessText, type Run } from './run.ts';
import type { Scope } from './scope.ts';

/** Remembers that a framework calls the function with input when one of its decorators or its name says so. */
export function handlerOfDecorators(run: Run, scope: Scope, form: FunctionForm): void {
  if (run.handlers.has(form)) return;
  for (const decorator of form.decorators) {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    const [handler] = run.model.decorated.find([calleePath(run, scope, callee), accessText(callee)]);
    if (handler !== undefined) {
      run.handlers.set(form, withoutConverted(asDeclared(handler, decorator), decorator));
      return;
    }
  }
  const handler = run.model.named.get(form.name) ?? run.model.signed.get(signatureOf(form));
  if (handler !== undefined) run.handlers.set(form, handler);
}

/** `(parent, { id }, context)` → `parent,{}`. */
function signatureOf({ parameters: [first, second] }: FunctionForm): string {
  if (first === undefined || second === undefined) return '';
  return `${first.name},${second.name === '' ? '{}' : second.name}`;
}

/** Remembers that a call hands the function to a framework, which calls it with input. */
export function handlerOfCallback(run: Run, handlers: readonly TaintHandler[], form: FunctionForm): void {
  const [handler] = handlers;
  if (handler !== undefined && !run.handlers.has(form)) run.handlers.set(form, handler);
}

/** `@app.get('/', response_class=HTMLResponse)`: what is data otherwise is a page here. */
function asDeclared(handler: TaintHandler, decorator: Expression): TaintHandler {
  if (handler.answers === 'page' || decorator.kind !== 'call') return handler;
  const given = decorator.arguments.find(({ name }) => name === 'response_class');
  return given !== undefined && /HTML/.test(accessText(given.value))
    ? { ...handler, answers: 'page' }
    : handler;
}

/** `/users/<int:id>`: the framework converts the parameter, so that it is a number when the handler sees it. */
function withoutConverted(handler: TaintHandler, decorator: Expression): TaintHandler {
  if (decorator.kind !== 'call' || handler.inputUnless === null) return handler;
  const converted: string[] = [];
  for (const { value } of decorator.arguments) {
    if (value.kind !== 'constant' || typeof value.value !== 'string') continue;
    for (const match of value.value
      .slice(0, 500)
      .matchAll(/<(?:int|float|uuid)(?:\([^)]{0,40}\))?:(\w{1,60})>/g))
      converted.push(match[1] ?? '');
  }
  return converted.length === 0
    ? handler
    : { ...handler, inputUnless: [...handler.inputUnless, ...converted.map((name) => `=${name}`)] };
}
