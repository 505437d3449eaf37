-- 人选档案: a unit's people, each fact once with where it comes from.
CREATE TABLE candidate_records (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  name text NOT NULL CHECK (name <> ''),
  id_number_hash bytea,
  birth_month text NOT NULL DEFAULT '',
  employer text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_record_a_number ON candidate_records (organisation_id, id_number_hash) WHERE id_number_hash IS NOT NULL;
CREATE INDEX candidate_records_by_name ON candidate_records (organisation_id, name);

CREATE TABLE candidate_facts (
  record_id uuid NOT NULL REFERENCES candidate_records ON DELETE CASCADE,
  field text NOT NULL,
  type text NOT NULL,
  -- ID number, phone and mail are sealed like those of a nomination.
  value jsonb,
  sealed bytea,
  nomination_id uuid NOT NULL REFERENCES nominations,
  at timestamptz NOT NULL,
  PRIMARY KEY (record_id, field),
  CHECK ((value IS NULL) <> (sealed IS NULL))
);

ALTER TABLE nominations ADD COLUMN record_id uuid REFERENCES candidate_records;
-- Which fields the record put in, and what was really typed when it was submitted.
ALTER TABLE nominations ADD COLUMN prefilled text[] NOT NULL DEFAULT '{}';
ALTER TABLE nominations ADD COLUMN typed jsonb;
-- The same person by two channels is found before it is sealed.
CREATE INDEX nominations_by_number ON nominations (campaign_id, id_number_hash) WHERE id_number_hash IS NOT NULL;
CREATE INDEX nominations_by_name ON nominations (campaign_id, candidate_name);
