import { parse } from 'yaml';

/** What `app.yml` says, and where the new App lives. */
export interface ManifestPlace {
  /** The text of `app.yml`. */
  readonly text: string;
  /** Address at which GitHub reaches this service, without a slash at its end. */
  readonly publicUrl: string;
  /** Where the browser comes back with a code. */
  readonly redirectUrl: string;
  readonly webhooksPath: string;
  readonly signInPath: string;
}

/** The manifest as GitHub takes it (GitHub's documentation: registering an App from a manifest). */
export function makeManifest({
  text,
  publicUrl,
  redirectUrl,
  webhooksPath,
  signInPath,
}: ManifestPlace): Readonly<Record<string, unknown>> {
  const given: Readonly<Record<string, unknown>> = parse(text);
  return {
    ...given,
    url: publicUrl,
    hook_attributes: { url: publicUrl + webhooksPath, active: true },
    redirect_url: redirectUrl,
    callback_urls: [publicUrl + signInPath],
  };
}
