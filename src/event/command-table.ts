/** One line of the help and of docs/commands.md. */
export interface CommandRow {
  /** The word after `/review`; empty where none follows or the word is the name of a reviewer. */
  readonly word: string;
  readonly usage: string;
  readonly meaning: string;
}

/** Every command there is: the help, the page and the nearest command of an unknown word are made of this table. */
export const COMMAND_TABLE: readonly CommandRow[] = [
  {
    word: '',
    usage: '/review',
    meaning: 'Reviews what changed or did not finish; when nothing did, everything.',
  },
  { word: 'full', usage: '/review full', meaning: 'Reviews the whole pull request again.' },
  { word: '', usage: '/review <reviewer> …', meaning: 'Runs only the reviewers that are named.' },
  { word: 'status', usage: '/review status', meaning: 'Says where the review stands.' },
  { word: 'abort', usage: '/review abort', meaning: 'Ends the running review.' },
  {
    word: 'pause',
    usage: '/review pause',
    meaning: 'Stops automatic reviews of this pull request; commands still work.',
  },
  { word: 'resume', usage: '/review resume', meaning: 'Starts automatic reviews again.' },
  {
    word: 'explain',
    usage: '/review explain <id>',
    meaning: 'Says more about one finding: its rule, its proof, its fix.',
  },
  {
    word: 'dismiss',
    usage: '/review dismiss <id> <reason>',
    meaning: 'Dismisses a finding in this pull request until its code changes.',
  },
  { word: 'undismiss', usage: '/review undismiss <id>', meaning: 'Takes a dismissal back.' },
  {
    word: 'override',
    usage: '/review override <reason>',
    meaning: 'Lets this head commit pass in spite of its findings; the next push ends it.',
  },
  { word: 'help', usage: '/review help', meaning: 'Shows this table.' },
];
