/** What the audit log tells of beside the history of changes. */
export const auditEvents = [
	'signed in',
	'sign-in refused',
	'signed out',
	'answer link used',
	'answer link revoked',
	'persons read',
	'person read',
	'person exported',
	'person erased',
	'mails read',
	'mail sent again',
	'audit log read',
	'tenant exported',
	'report published',
] as const;
export type AuditEvent = (typeof auditEvents)[number];
