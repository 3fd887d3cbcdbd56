/** Where GitHub posts webhooks: the path that Probot documents. */
export const WEBHOOKS_PATH = '/api/github/webhooks';

/** Where GitHub sends people back after they signed in (service/dashboard). */
export const SIGN_IN_PATH = '/sign-in/callback';
