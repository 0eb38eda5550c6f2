-- What sync with a server needs: each row says its scope, each command its version and its place among its device's, and each scope
-- has a digest. Tables are made anew, since a column can only be added last and JSON stands last in a row. Scopes, digests and what
-- else is computed from a row are filled in when the file is opened (derive-anew.ts); people's roles so far were for every unit.
CREATE TABLE new_people (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	name text NOT NULL,
	initials text NOT NULL,
	human integer NOT NULL
);
--> statement-breakpoint
INSERT INTO new_people (id, rev, scope, name, initials, human)
SELECT id, rev, '', name, initials, human FROM people;
--> statement-breakpoint
DROP TABLE people;
--> statement-breakpoint
ALTER TABLE new_people RENAME TO people;
--> statement-breakpoint
CREATE INDEX people_scope ON people (scope, id);
--> statement-breakpoint
CREATE TABLE new_grants (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	person_id text NOT NULL,
	role text NOT NULL,
	within text NOT NULL,
	from_day text NOT NULL,
	through_day text
);
--> statement-breakpoint
INSERT INTO new_grants (id, rev, scope, person_id, role, within, from_day, through_day)
SELECT id, rev, '', person_id, role, 'all', from_day, through_day FROM grants;
--> statement-breakpoint
DROP TABLE grants;
--> statement-breakpoint
ALTER TABLE new_grants RENAME TO grants;
--> statement-breakpoint
CREATE INDEX grants_by_person ON grants (person_id, id);
--> statement-breakpoint
CREATE INDEX grants_by_role ON grants (role, id);
--> statement-breakpoint
CREATE INDEX grants_scope ON grants (scope, id);
--> statement-breakpoint
CREATE TABLE new_suppliers (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	name text NOT NULL,
	organisation_number text,
	vat_number text,
	street text,
	postcode text,
	city text,
	sort_name text
);
--> statement-breakpoint
INSERT INTO new_suppliers (id, rev, scope, name, organisation_number, vat_number, street, postcode, city, sort_name)
SELECT id, rev, '', name, organisation_number, vat_number, street, postcode, city, sort_name FROM suppliers;
--> statement-breakpoint
DROP TABLE suppliers;
--> statement-breakpoint
ALTER TABLE new_suppliers RENAME TO suppliers;
--> statement-breakpoint
CREATE UNIQUE INDEX suppliers_organisation_number ON suppliers (organisation_number);
--> statement-breakpoint
CREATE INDEX suppliers_scope ON suppliers (scope, id);
--> statement-breakpoint
CREATE INDEX suppliers_by_sort_name ON suppliers (sort_name, id);
--> statement-breakpoint
CREATE TABLE new_payment_numbers (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	supplier_id text NOT NULL,
	kind text NOT NULL,
	number text NOT NULL
);
--> statement-breakpoint
INSERT INTO new_payment_numbers (id, rev, scope, supplier_id, kind, number)
SELECT id, rev, '', supplier_id, kind, number FROM payment_numbers;
--> statement-breakpoint
DROP TABLE payment_numbers;
--> statement-breakpoint
ALTER TABLE new_payment_numbers RENAME TO payment_numbers;
--> statement-breakpoint
CREATE INDEX payment_numbers_by_number ON payment_numbers (kind, number, id);
--> statement-breakpoint
CREATE INDEX payment_numbers_by_supplier ON payment_numbers (supplier_id, id);
--> statement-breakpoint
CREATE INDEX payment_numbers_scope ON payment_numbers (scope, id);
--> statement-breakpoint
CREATE TABLE new_source_files (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	state text NOT NULL,
	name text NOT NULL,
	channel text NOT NULL,
	sha256 text NOT NULL,
	size_bytes integer NOT NULL,
	received_at_ms integer NOT NULL,
	received_by text NOT NULL,
	unit_id text NOT NULL,
	page_count integer,
	document_count integer,
	read_at_ms integer,
	reason text
);
--> statement-breakpoint
INSERT INTO new_source_files (id, rev, scope, state, name, channel, sha256, size_bytes, received_at_ms, received_by, unit_id, page_count, document_count, read_at_ms, reason)
SELECT id, rev, '', state, name, channel, sha256, size_bytes, received_at_ms, received_by, unit_id, page_count, document_count, read_at_ms, reason FROM source_files;
--> statement-breakpoint
DROP TABLE source_files;
--> statement-breakpoint
ALTER TABLE new_source_files RENAME TO source_files;
--> statement-breakpoint
CREATE UNIQUE INDEX source_files_sha256 ON source_files (unit_id, sha256);
--> statement-breakpoint
CREATE INDEX source_files_by_state ON source_files (state, id);
--> statement-breakpoint
CREATE INDEX source_files_scope ON source_files (scope, id);
--> statement-breakpoint
CREATE INDEX source_files_newest ON source_files (received_at_ms, id);
--> statement-breakpoint
CREATE TABLE new_supplier_invoices (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	state text NOT NULL,
	unit_id text NOT NULL,
	file_id text NOT NULL,
	file_index integer NOT NULL,
	received_at_ms integer NOT NULL,
	document_type text NOT NULL,
	supplier_id text,
	parked_reason text,
	parked_note text,
	parked_by text,
	returns_on text,
	verified_by text,
	verified_at_ms integer,
	despite_duplicate text,
	approved_by text,
	approved_at_ms integer,
	duplicate_of text,
	set_aside_by text,
	queue text,
	number text,
	invoice_day text,
	total_minor integer,
	currency text,
	supplier_name text,
	sender_key text,
	number_skeleton text,
	live_key text,
	sort_supplier text,
	sort_number text,
	sort_due text,
	sort_total integer,
	pages text NOT NULL,
	fields text NOT NULL,
	lines text NOT NULL,
	vat text NOT NULL
);
--> statement-breakpoint
INSERT INTO new_supplier_invoices (id, rev, scope, state, unit_id, file_id, file_index, received_at_ms, document_type, supplier_id, parked_reason, parked_note, parked_by, returns_on, verified_by, verified_at_ms, despite_duplicate, approved_by, approved_at_ms, duplicate_of, set_aside_by, queue, number, invoice_day, total_minor, currency, supplier_name, sender_key, number_skeleton, live_key, sort_supplier, sort_number, sort_due, sort_total, pages, fields, lines, vat)
SELECT id, rev, '', state, unit_id, file_id, file_index, received_at_ms, document_type, supplier_id, parked_reason, parked_note, parked_by, returns_on, verified_by, verified_at_ms, NULL, NULL, NULL, NULL, NULL, queue, number, invoice_day, total_minor, currency, supplier_name, sender_key, number_skeleton, NULL, sort_supplier, sort_number, sort_due, sort_total, pages, fields, lines, vat FROM supplier_invoices;
--> statement-breakpoint
DROP TABLE supplier_invoices;
--> statement-breakpoint
ALTER TABLE new_supplier_invoices RENAME TO supplier_invoices;
--> statement-breakpoint
CREATE UNIQUE INDEX supplier_invoices_document ON supplier_invoices (file_id, file_index);
--> statement-breakpoint
CREATE UNIQUE INDEX supplier_invoices_live ON supplier_invoices (live_key);
--> statement-breakpoint
CREATE INDEX supplier_invoices_by_sender_and_skeleton ON supplier_invoices (sender_key, number_skeleton, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_by_total_and_day ON supplier_invoices (total_minor, invoice_day, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_scope ON supplier_invoices (scope, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_queue_by_received ON supplier_invoices (queue, received_at_ms, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_queue_by_due ON supplier_invoices (queue, sort_due, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_queue_by_total ON supplier_invoices (queue, sort_total, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_queue_by_supplier ON supplier_invoices (queue, sort_supplier, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_queue_by_number ON supplier_invoices (queue, sort_number, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_all_by_received ON supplier_invoices (received_at_ms, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_all_by_due ON supplier_invoices (sort_due, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_all_by_total ON supplier_invoices (sort_total, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_all_by_supplier ON supplier_invoices (sort_supplier, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_all_by_number ON supplier_invoices (sort_number, id);
--> statement-breakpoint
CREATE INDEX supplier_invoices_by_supplier ON supplier_invoices (supplier_id, received_at_ms, id);
--> statement-breakpoint
CREATE TABLE leases (
	id text PRIMARY KEY NOT NULL,
	rev integer NOT NULL,
	scope text NOT NULL,
	unit_id text NOT NULL,
	holder text NOT NULL,
	device text NOT NULL,
	token integer NOT NULL,
	until_ms integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX leases_scope ON leases (scope, id);
--> statement-breakpoint
DROP INDEX events_by_command;
--> statement-breakpoint
CREATE INDEX events_by_subject_actor_and_type ON events (subject_id, actor, type, id);
--> statement-breakpoint
CREATE INDEX events_scope ON events (scope, id);
--> statement-breakpoint
CREATE TABLE new_command (
	id text PRIMARY KEY NOT NULL,
	name text NOT NULL,
	version integer NOT NULL,
	actor text NOT NULL,
	device text NOT NULL,
	dseq integer,
	lease_token integer,
	issued_at_ms integer NOT NULL,
	received_at_ms integer NOT NULL,
	outcome_kind text NOT NULL,
	epoch integer NOT NULL,
	seq_first integer NOT NULL,
	seq_last integer NOT NULL,
	input text NOT NULL,
	outcome text NOT NULL
);
--> statement-breakpoint
INSERT INTO new_command (id, name, version, actor, device, dseq, lease_token, issued_at_ms, received_at_ms, outcome_kind, epoch, seq_first, seq_last, input, outcome)
SELECT id, name, 1, actor, device, NULL, NULL, issued_at_ms, received_at_ms, outcome_kind, epoch, seq_first, seq_last, input, outcome FROM command;
--> statement-breakpoint
DROP TABLE command;
--> statement-breakpoint
ALTER TABLE new_command RENAME TO command;
--> statement-breakpoint
CREATE UNIQUE INDEX command_device_and_dseq ON command (device, dseq);
--> statement-breakpoint
CREATE TRIGGER command_is_never_changed BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER command_is_never_removed BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'commands are append-only'); END;
--> statement-breakpoint
CREATE INDEX entry_scope ON entry (scope, seq);
--> statement-breakpoint
CREATE TABLE scope_digest (
	scope text PRIMARY KEY NOT NULL,
	rows integer NOT NULL,
	sum text NOT NULL
);
