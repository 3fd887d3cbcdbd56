import { describe, expect, it } from 'vitest';
import { copiedNameAnalyzer } from '../../../src/analyzers/copies/copied-name-analyzer.ts';
import { makeChangedFile } from '../../make-changed-file.ts';
import { makeAnalyzedFile } from '../make-analyzed-file.ts';

async function found(path: string, text: string, before: string | null = null) {
  const findings = await copiedNameAnalyzer.run(await makeAnalyzedFile(makeChangedFile(path, before, text)));
  return findings.map((one) => `${one.startLine}: ${one.title}`);
}

const PARSED = `function open(options) {
  const sourceUrl = parse(options.source);
  if (!sourceUrl.ok) {
    throw new Error(\`the source is no address: \${sourceUrl.text}\`);
  }
  const targetUrl = parse(options.target);
  if (!targetUrl.ok) {
    throw new Error(\`the target is no address: \${sourceUrl.text}\`);
  }
}
`;

describe('a name that stayed in a copy', () => {
  it('is found in pieces of several statements', async () => {
    expect(await found('open.ts', PARSED)).toEqual(['8: sourceUrl was probably meant to be targetUrl']);
  });

  it('is found when the copy turns the comparison round', async () => {
    const text = `if (box.minWidth !== undefined && width < box.minWidth) { width = box.minWidth; }
if (box.maxWidth !== undefined && width > box.maxWidth) { width = box.minWidth; }
`;
    expect(await found('box.ts', text)).toEqual(['2: minWidth was probably meant to be maxWidth']);
  });

  it('is found in Python', async () => {
    const text = `def check(order):
    if order.billing_city and not known(order.billing_city):
        report("billing city", order.billing_city)
    if order.shipping_city and not known(order.shipping_city):
        report("shipping city", order.billing_city)
`;
    expect(await found('check.py', text)).toEqual(['5: billing_city was probably meant to be shipping_city']);
  });

  it('is not seen where the copy is whole', async () => {
    expect(
      await found(
        'open.ts',
        PARSED.replace('target is no address: ${sourceUrl', 'target is no address: ${targetUrl'),
      ),
    ).toEqual([]);
  });

  it('is not seen where the old word has another part to play', async () => {
    const text = `const rowTop = rowBox.top - outerBox.top + viewport.scrollTop + rowBox.top;
const rowBottom = rowBox.bottom - outerBox.top + viewport.scrollTop + rowBox.bottom;
`;
    expect(await found('rows.ts', text)).toEqual([]);
    const both = `left.next = makeNode(left.value, left.size, right.next);
right.next = makeNode(right.value, right.size, left.next);
`;
    expect(await found('nodes.ts', both)).toEqual([]);
  });

  it('is left alone outside the change', async () => {
    expect(await found('open.ts', `${PARSED}later();\n`, PARSED)).toEqual([]);
  });
});
