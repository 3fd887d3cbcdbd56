/** Where GitHub posts webhooks; deploy/kubernetes routes it by itself. */
export const WEBHOOKS_PATH = '/webhooks';

/** Where GitHub sends people back after they signed in (service/dashboard). */
export const SIGN_IN_PATH = '/sign-in/callback';
