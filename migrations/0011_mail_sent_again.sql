-- Whoever sends a person a mail again is told of in the log.
ALTER TABLE "audit_entry" DROP CONSTRAINT "audit_entry_event";--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_event" CHECK ("audit_entry"."event" in ('signed in', 'sign-in refused', 'signed out', 'answer link used', 'answer link revoked', 'persons read', 'person read', 'person exported', 'person erased', 'mails read', 'mail sent again', 'audit log read', 'tenant exported', 'report published'));
