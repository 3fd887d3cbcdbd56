import type { Permission } from '../ports.ts';

/**
 * Whether somebody with this permission may start a review by a comment. `author_association` plays no part: it is wrong
 * for private members and does not imply write access (facts: `/review` command).
 */
export function mayTrigger(permission: Permission): boolean {
  return permission === 'write' || permission === 'maintain' || permission === 'admin';
}
