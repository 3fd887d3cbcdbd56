const MOST_STEPS = 8;

/**
 * Signs in as a browser would, from the App's door over GitHub's pages and back.
 * @param url of the App
 * @param back the page that is shown in the end
 * @returns that page, and the cookie of the session
 */
export async function signIn(
  url: string,
  back: string,
): Promise<{ readonly page: Response; readonly cookie: string }> {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  let address = `${url}/sign-in/github?back=${encodeURIComponent(back)}`;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const isOurs = address.startsWith(`${url}/`);
    const headers: Readonly<Record<string, string>> = isOurs ? { cookie: cookie() } : {};
    const page = await fetch(address, { redirect: 'manual', headers });
    if (isOurs) keep(page, cookies);
    const next = page.headers.get('location');
    if (next === null) return { page, cookie: cookie() };
    address = new URL(next, address).href;
  }
  throw new Error(`The sign-in goes on after ${MOST_STEPS} steps, at ${address}.`);
}

function keep({ headers }: Response, cookies: Map<string, string>): void {
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}
