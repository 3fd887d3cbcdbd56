import { describe, expect, it } from 'vitest';
import { findIn, placesIn } from './find-in.ts';

/** A Flask handler with the lines as its body. */
const handler = (...lines: readonly string[]) =>
  ['from flask import request', 'import os', 'def handler():', ...lines.map((line) => `    ${line}`)].join(
    '\n',
  );

describe('data flow in Python', () => {
  it.each([
    [
      'assignment and concatenation',
      ['name = request.args["n"]', 'line = "ls " + name', 'os.system(line)'],
      6,
    ],
    ['an f-string', ['os.system(f"ls {request.args.get(\'n\')}")'], 4],
    ['the format operator', ['os.system("ls %s %s" % ("a", request.args["n"]))'], 4],
    ['format()', ['os.system("ls {}".format(request.args["n"]))'], 4],
    ['an appended part', ['line = "ls "', 'line += request.args["n"]', 'os.system(line)'], 6],
    ['unpacking', ['a, b = request.args["n"].split(",")', 'os.system(b)'], 5],
    ['a method of texts', ['os.system(request.args["n"].strip().lower())'], 4],
    [
      'a list and join',
      ['parts = ["ls"]', 'parts.append(request.args["n"])', 'os.system(" ".join(parts))'],
      6,
    ],
    ['a comprehension', ['os.system(" ".join([part for part in request.args["n"]]))'], 4],
    [
      'one branch of two',
      ['line = "ls"', 'if os.name == "posix":', '    line = request.args["n"]', 'os.system(line)'],
      7,
    ],
    [
      'a loop',
      ['line = ""', 'for part in request.args["n"]:', '    line = line + part', 'os.system(line)'],
      7,
    ],
    [
      'an exception',
      ['try:', '    line = request.args["n"]', 'except KeyError:', '    line = ""', 'os.system(line)'],
      8,
    ],
  ])('follows input through %s', async (_, lines, line) => {
    expect(await placesIn('python', handler(...lines))).toEqual([`command:${line}`]);
  });

  it.each([
    [
      'another key of a dictionary',
      ['d = {}', 'd["a"] = request.args["n"]', 'd["b"] = "ls"', 'os.system(d["b"])'],
    ],
    [
      'an element that was taken out',
      ['l = ["ls"]', 'l.append(request.args["n"])', 'l.pop()', 'os.system(l[0])'],
    ],
    ['a constant test', ['line = "ls" if 7 * 6 == 42 else request.args["n"]', 'os.system(line)']],
    [
      'a case that is not taken',
      [
        'match "b":',
        '    case "a":',
        '        x = request.args["n"]',
        '    case _:',
        '        x = "ls"',
        'os.system(x)',
      ],
    ],
    ['a number', ['os.system("kill %d" % int(request.args["n"]))']],
    ['an overwritten name', ['line = request.args["n"]', 'line = "ls"', 'os.system(line)']],
    [
      'an allow-list with return',
      ['n = request.args["n"]', 'if n not in ("a", "b"):', '    return', 'os.system(n)'],
    ],
    [
      'a full match',
      ['import re', 'n = request.args["n"]', 'if re.fullmatch("[a-z]+", n):', '    os.system(n)'],
    ],
    ['comparing with a constant', ['n = request.args["n"]', 'if n == "a":', '    os.system(n)']],
  ])('stops at %s', async (_, lines) => {
    expect(await placesIn('python', handler(...lines))).toEqual([]);
  });

  it('follows calls within the file, through parameters and results', async () => {
    const text = `import os
from flask import request
def quoted(text):
    return "'" + text + "'"
def run(part, verbose):
    os.system("ls " + part)
def handler():
    run(quoted(request.args["n"]), True)
`;

    const [finding] = await findIn('python', text);

    expect(finding?.startLine).toBe(6);
    expect(finding?.proof.map((step) => step.line)).toEqual([8, 8, 4, 8, 6, 6]);
  });

  it('follows the fields of a class from one method to another', async () => {
    const text = `import os
from flask import request
class Job:
    def __init__(self):
        self.line = request.args["n"]
    def run(self):
        os.system(self.line)
`;

    expect(await placesIn('python', text)).toEqual(['command:7']);
  });

  it('knows functions by what was imported, whatever they are called here', async () => {
    expect(
      await placesIn(
        'python',
        'import os as system\nfrom flask import request as r\nsystem.system(r.args["n"])',
      ),
    ).toEqual(['command:3']);
  });

  it('keeps what a sanitiser is for apart from what it is not for', async () => {
    const text = `import os, shlex
from flask import request
name = shlex.quote(request.args["n"])
os.system("ls " + name)
open(name)
`;

    expect(await placesIn('python', text)).toEqual(['path:5']);
  });

  it('takes the parameters of a route as input, but not those that are converted', async () => {
    const text = `import os
@app.route("/<name>/<int:number>")
def show(name, number):
    os.system("ls " + str(number))
    os.system("ls " + name)
@api.get("/items/{item}")
def read(item: int):
    os.system("ls " + str(item))
`;

    expect(await placesIn('python', text)).toEqual(['command:5']);
  });

  it('does not take a function of the file for the built-in one of its name', async () => {
    expect(await placesIn('python', 'def eval(text):\n    return text\neval(request.args["n"])')).toEqual([]);
  });

  it('is less sure, and less loud, behind a function it does not know', async () => {
    const [sure] = await findIn('python', handler('os.system(request.args["n"])'));
    const [unsure] = await findIn('python', handler('os.system(other(request.args["n"]))'));

    expect(sure?.severity).toBe('critical');
    expect(unsure?.severity).toBe('high');
    expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
  });

  it.each([
    ['a parameter behind a text of the program', 'line = "ls "', ['command:5']],
    ['nothing but parameters', 'line = b', []],
  ])('takes what is appended for a part of a text: %s', async (_, first, places) => {
    const text = ['import os', 'def run(a, b):', `    ${first}`, '    line += a', '    os.system(line)'].join(
      '\n',
    );
    expect(await placesIn('python', text)).toEqual(places);
  });
});
