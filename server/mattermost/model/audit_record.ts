/** An entry for the server's audit log. Source: model.AuditRecord. */
import { any, int, map, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** What was asked for and what it changed. Values must be what JSON has. */
export const AuditEventData = struct('AuditEventData', {
  parameters: map(string, any),
  priorState: map(string, any),
  resultState: map(string, any),
  objectType: string,
});
/** A decoded `AuditEventData`. */
export type AuditEventData = Infer<typeof AuditEventData>;
/** What encodes as `AuditEventData`; absent fields are Go's zero value. */
export type AuditEventDataInput = Input<typeof AuditEventData>;

/** Who did it, from where. */
export const AuditEventActor = struct('AuditEventActor', {
  userId: string,
  sessionId: string,
  client: string,
  ipAddress: string,
  xForwardedFor: string,
});
/** A decoded `AuditEventActor`. */
export type AuditEventActor = Infer<typeof AuditEventActor>;
/** What encodes as `AuditEventActor`; absent fields are Go's zero value. */
export type AuditEventActorInput = Input<typeof AuditEventActor>;

/** What went wrong. */
export const AuditEventError = struct('AuditEventError', {
  description: string,
  code: int,
});
/** A decoded `AuditEventError`. */
export type AuditEventError = Infer<typeof AuditEventError>;
/** What encodes as `AuditEventError`; absent fields are Go's zero value. */
export type AuditEventErrorInput = Input<typeof AuditEventError>;

/** An audited action. */
export const AuditRecord = struct('AuditRecord', {
  eventName: string,
  /** `success`, `fail` or `attempt`. */
  status: string,
  eventData: AuditEventData,
  actor: AuditEventActor,
  meta: map(string, any),
  error: AuditEventError,
});
/** A decoded `AuditRecord`. */
export type AuditRecord = Infer<typeof AuditRecord>;
/** What encodes as `AuditRecord`; absent fields are Go's zero value. */
export type AuditRecordInput = Input<typeof AuditRecord>;
