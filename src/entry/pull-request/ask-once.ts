import type { Permission, Permissions } from '../../ports.ts';

/** Permissions of which each is asked for once, however often it is wanted. */
export function askOnce(permissions: Permissions): Permissions {
  const asked = new Map<string, Promise<Permission>>();
  return {
    permissionOf: (login, signal) => {
      const known = asked.get(login) ?? permissions.permissionOf(login, signal);
      asked.set(login, known);
      return known;
    },
  };
}
