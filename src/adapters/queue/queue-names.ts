/** Reviews and commands that wait, run or ran. */
export const REVIEWS = 'review';

/** Jobs that were given up. */
export const DEAD = 'review-dead';

/** Channel that says to every process that a job was put in. */
export const READY = 'review-ready';
