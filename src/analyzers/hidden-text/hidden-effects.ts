import type { Severity } from '../../model.ts';
import type { HiddenKind } from './hidden-kind.ts';

/** What each kind is called, what it can do, and how bad it is in code and in prose. */
export const HIDDEN_EFFECTS: Readonly<
  Record<HiddenKind, { ruleId: string; name: string; effect: string; code: Severity; prose: Severity }>
> = {
  'bidi-control': {
    ruleId: 'bidi-control',
    name: 'bidirectional control',
    effect:
      'It makes editors and diffs show the text in another order than the compiler reads it, so code can look like a comment and a comment like code.',
    code: 'critical',
    prose: 'high',
  },
  'bidi-mark': {
    ruleId: 'direction-mark',
    name: 'direction mark',
    effect: 'It is invisible and there is no right-to-left text beside it that it could serve.',
    code: 'medium',
    prose: 'low',
  },
  tag: {
    ruleId: 'tag-characters',
    name: 'tag character',
    effect: 'Tag characters copy ASCII invisibly: people see nothing, language models read a message.',
    code: 'high',
    prose: 'high',
  },
  'variation-selector': {
    ruleId: 'variation-selectors',
    name: 'variation selector',
    effect:
      'Variation selectors that belong to no character carry hidden bytes; malware has hidden its payload in runs of them.',
    code: 'high',
    prose: 'high',
  },
  'zero-width': {
    ruleId: 'zero-width-character',
    name: 'zero-width character',
    effect: 'It takes no room, so two different names or strings look the same.',
    code: 'medium',
    prose: 'medium',
  },
  filler: {
    ruleId: 'invisible-letter',
    name: 'blank letter',
    effect:
      'It is a letter to the compiler and a blank to the reader, so a variable or a parameter can be there unseen.',
    code: 'high',
    prose: 'medium',
  },
  'soft-hyphen': {
    ruleId: 'soft-hyphen',
    name: 'soft hyphen',
    effect: 'It is invisible within a line, so two different names or strings look the same.',
    code: 'medium',
    prose: 'low',
  },
  'line-separator': {
    ruleId: 'line-separator',
    name: 'line separator',
    effect:
      'Some languages end a line here and most editors do not: what looks like the rest of a comment may be code.',
    code: 'medium',
    prose: 'low',
  },
  control: {
    ruleId: 'control-character',
    name: 'control character',
    effect: 'Terminals and viewers may act on it and hide or overwrite text.',
    code: 'medium',
    prose: 'medium',
  },
};
