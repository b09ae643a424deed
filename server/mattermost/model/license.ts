/** The server's licence. Source: model.License. */
import { bool, int, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** Whom the licence was issued to. */
export const LicenseCustomer = struct('LicenseCustomer', {
  id: string,
  name: string,
  email: string,
  company: string,
});
/** A decoded `LicenseCustomer`. */
export type LicenseCustomer = Infer<typeof LicenseCustomer>;

/** A licence, without its feature switches: which plan the server runs under, and until when. */
export const License = struct('License', {
  id: string,
  issuedAt: int,
  startsAt: int,
  expiresAt: int,
  customer: optional(LicenseCustomer),
  skuName: string,
  /** For example `professional`, `enterprise`, `advanced`. */
  skuShortName: string,
  isTrial: bool,
  isGovSku: bool,
  isSeatCountEnforced: bool,
  extraUsers: optional(int),
});
/** A decoded `License`. */
export type License = Infer<typeof License>;
