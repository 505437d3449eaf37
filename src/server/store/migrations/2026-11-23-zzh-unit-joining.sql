-- 单位加入: a code of an office for one place in its tree, and the units that applied by it.
CREATE TABLE unit_codes (
  id uuid PRIMARY KEY,
  office_id uuid NOT NULL REFERENCES organisations,
  -- What a unit that comes by it will stand directly below.
  parent_id uuid NOT NULL REFERENCES organisations,
  type text NOT NULL,
  -- A keyed hash; the code itself is kept nowhere.
  code_hash bytea NOT NULL UNIQUE,
  most int NOT NULL CHECK (most BETWEEN 1 AND 2000),
  -- Applications that wait or were taken in: one that is refused gives its place back.
  used int NOT NULL DEFAULT 0,
  until timestamptz NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES accounts,
  ended_at timestamptz,
  ended_by uuid REFERENCES accounts,
  CONSTRAINT never_more_units_than_said CHECK (used BETWEEN 0 AND most),
  CONSTRAINT open_for_a_time CHECK (until > made_at),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX unit_codes_by_office ON unit_codes (office_id, made_at);

CREATE TABLE unit_applications (
  id uuid PRIMARY KEY,
  code_id uuid NOT NULL REFERENCES unit_codes,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','takenIn','refused')),
  unit_name text NOT NULL CHECK (unit_name <> ''),
  -- As the applicant gave it; empty: the office gives one.
  unit_code text NOT NULL,
  -- Names and telephones of clerk and approver, sealed; gone once it is refused.
  sealed bytea,
  -- SHA-256 of 256 random bits: the link by which the applicants alone hear of it.
  token_hash bytea NOT NULL UNIQUE,
  sent_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES accounts,
  reason text NOT NULL DEFAULT '',
  organisation_id uuid REFERENCES organisations,
  clerk_id uuid REFERENCES accounts,
  approver_id uuid REFERENCES accounts,
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((state = 'refused') = (sealed IS NULL)),
  CHECK ((state = 'refused') = (reason <> '')),
  CHECK ((state = 'takenIn') = (organisation_id IS NOT NULL AND clerk_id IS NOT NULL AND approver_id IS NOT NULL))
);
CREATE INDEX unit_applications_by_code ON unit_applications (code_id, sent_at);
