/** Where somebody is, for the audit trail. */
export interface Whereabouts {
  readonly browser: string;
  readonly address: string;
}
