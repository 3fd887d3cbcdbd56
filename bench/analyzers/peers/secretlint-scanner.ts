import { rules } from '@secretlint/secretlint-rule-preset-recommend';

type Source = Parameters<NonNullable<ReturnType<(typeof rules)[number]['create']>['file']>>[0];

/** Paths of the texts in which secretlint's recommended preset reports anything, as it comes. */
export async function scanWithSecretlint(
  texts: Iterable<readonly [path: string, text: string]>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [path, text] of texts) {
    for (const rule of rules) {
      if (rule.meta.type !== 'scanner' || !rule.meta.supportedContentTypes.includes('text')) continue;
      const { file } = rule.create(
        {
          sharedOptions: {},
          createTranslator: () => (messageId) => ({
            message: '',
            messageId: String(messageId),
            data: undefined,
          }),
          ignore: () => undefined,
          report: () => void found.add(path),
        },
        {},
      );
      await file?.(sourceOf(path, text));
    }
  }
  return found;
}

function sourceOf(path: string, text: string): Source {
  const position = { line: 1, column: 0 };
  return {
    hasBOM: false,
    content: text,
    filePath: path,
    physicalFilePath: path,
    contentType: 'text',
    ext: path.slice(path.lastIndexOf('.')),
    getFilePath: () => path,
    getPhysicalFilePath: () => path,
    locationToRange: () => [0, 0],
    rangeToLocation: () => ({ start: position, end: position }),
    positionToIndex: () => 0,
    indexToPosition: () => position,
  };
}
