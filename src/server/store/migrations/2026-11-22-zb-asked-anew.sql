-- 补充公示前再请单位确认: whoever stands anew is asked anew, and what was said before stays on record.
ALTER TABLE gate_askings DROP CONSTRAINT gate_askings_pkey;
ALTER TABLE gate_askings ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid();
ALTER TABLE gate_askings ALTER COLUMN id DROP DEFAULT;
-- False: with all accepted ones, before the public notice. True: before a supplementary one.
ALTER TABLE gate_askings ADD COLUMN supplement boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX gate_askings_first ON gate_askings (nomination_id) WHERE NOT supplement;
CREATE UNIQUE INDEX gate_askings_one_open ON gate_askings (nomination_id) WHERE supplement AND answered_at IS NULL;
CREATE INDEX gate_askings_by_nomination ON gate_askings (nomination_id, asked_at);
