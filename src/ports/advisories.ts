/** A package as advisories are asked for: nothing else of the change leaves. */
export interface AdvisoryQuestion {
  /** Name of the package index, such as `npm` or `PyPI`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
}

/** How bad the database calls it; `unknown` when it does not say. */
export type AdvisorySeverity = 'critical' | 'high' | 'medium' | 'low' | 'unknown';

/** One known vulnerability of a package version. */
export interface KnownVulnerability {
  /** Such as `GHSA-…`, `CVE-…`, `PYSEC-…`; `MAL-…` for malware. */
  readonly id: string;
  readonly summary: string;
  readonly severity: AdvisorySeverity;
  /** The first version without it; empty when there is none or it is not known. */
  readonly fixedIn: string;
}

export type AdvisoryAnswer =
  | {
      readonly kind: 'checked';
      /** In the order of the questions. */
      readonly vulnerabilities: readonly (readonly KnownVulnerability[])[];
    }
  /** Not reached, refused, or not understood. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** A database of known vulnerabilities. */
export interface Advisories {
  /** Asks once for all packages. Never rejects. */
  lookUp(questions: readonly AdvisoryQuestion[], signal: AbortSignal): Promise<AdvisoryAnswer>;
}
