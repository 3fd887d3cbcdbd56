import { describe, expect, it } from 'vitest';
import { imageVariablesAnalyzer } from '../../../src/analyzers/dockerfile/image-variables.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function linesOf(...lines: readonly string[]) {
  const file = await makeAnalyzedFile(makeChangedFile('Dockerfile', null, `${lines.join('\n')}\n`));
  const found = await imageVariablesAnalyzer.run(file);
  return found.map((one) => `${one.startLine}: ${one.title}`);
}

describe('variables of a Dockerfile', () => {
  it('are empty in a stage that does not state them again', async () => {
    expect(
      await linesOf('ARG VERSION=1', 'FROM alpine:$VERSION', 'RUN echo $VERSION > /v', 'LABEL v=$VERSION'),
    ).toEqual(['3: VERSION is empty in this stage']);
    expect(
      await linesOf(
        'ARG A=1',
        'FROM alpine:3 AS one',
        'ARG A',
        'RUN echo $A',
        'FROM alpine:3',
        'COPY a /$A/',
      ),
    ).toEqual(['6: A is empty in this stage']);
  });

  it('have a value where the stage, the one it is built on or the shell gives them one', async () => {
    expect(await linesOf('ARG A=1', 'FROM alpine:$A', 'ARG A', 'RUN echo $A')).toEqual([]);
    expect(await linesOf('ARG A=1', 'FROM alpine:3', 'ENV A=2', 'RUN echo $A')).toEqual([]);
    expect(
      await linesOf(
        'ARG A=1',
        'FROM alpine:3 AS one',
        'ENV A=2',
        'FROM one AS two',
        'FROM two',
        'RUN echo $A',
      ),
    ).toEqual([]);
    expect(await linesOf('ARG A=1', 'FROM alpine:3', 'RUN A=$(cat a) && echo $A')).toEqual([]);
    expect(await linesOf('ARG A=1', 'FROM alpine:3', 'RUN for A in b c; do echo $A; done')).toEqual([]);
    expect(await linesOf('ARG A=1', 'FROM alpine:3', "RUN echo \\$A '$A'", 'CMD echo $A')).toEqual([]);
    expect(await linesOf('FROM alpine:3', 'RUN echo $HOME')).toEqual([]);
    expect(await linesOf('ARG A=1', 'FROM alpine:3', 'RUN echo $' + '{A:-2}')).toEqual([]);
    expect(await linesOf('ARG HTTP_PROXY', 'FROM alpine:3', 'RUN echo $HTTP_PROXY')).toEqual([]);
    expect(await linesOf('ARG A=1', 'FROM alpine:3', "ENV B='$A'")).toEqual([]);
  });

  it('have their old value beside the pair that sets them', async () => {
    expect(await linesOf('FROM alpine:3', 'ENV HOME_DIR=/srv \\', '    BIN=$HOME_DIR/bin')).toEqual([
      '3: HOME_DIR has not got its new value yet',
    ]);
    expect(await linesOf('FROM alpine:3', 'ENV A=/srv', 'ENV B=$A/bin', 'ENV PATH=$A:$PATH C=d')).toEqual([]);
  });

  it('are told of on changed lines only', async () => {
    const before = 'ARG A=1\nFROM alpine:3\nRUN echo $A\n';
    const file = await makeAnalyzedFile(makeChangedFile('Dockerfile', before, `${before}RUN id\n`));

    expect(await imageVariablesAnalyzer.run(file)).toEqual([]);
  });
});
