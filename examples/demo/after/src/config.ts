/** What the shop reads from its environment, checked once when it starts. */
export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  readonly paymentKey: string;
}

/** Reads the settings. @throws Error when a required one is missing */
export function readConfig(): Config {
  return {
    port: Number(process.env.PORT ?? 3000),
    databaseUrl: required(process.env.DATABASE_URL, 'DATABASE_URL'),
    paymentKey: process.env.PAYMENT_KEY ?? '@@FAKE_PAYMENT_KEY@@',
  };
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
