import type { ChangeAnalyzer } from '../analyzer.ts';
import { findInstructions } from './find-instructions.ts';

/** Reports orders to a reviewing model in the title and the description of the change. */
export const subjectInstructionsAnalyzer: ChangeAnalyzer = {
  name: 'subject-instructions',
  run: ({ subject }) =>
    subject === null
      ? []
      : [
          ...findInstructions(subject.title, 'title'),
          ...findInstructions(subject.description, 'description'),
        ],
};
