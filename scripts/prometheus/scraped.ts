/** A service that Prometheus scrapes, and that goes on working until it is stopped. */
export interface Scraped {
  /** host:port; the metrics stand at /metrics. */
  readonly address: string;
  stop(): Promise<void>;
}
